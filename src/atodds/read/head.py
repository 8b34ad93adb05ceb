"""What an HTML page states of itself: title, outlet, day of publication, language, address.

Nothing is guessed: no day from the address, no year from the footer.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from atodds.model.record import Record
from atodds.read.tongue import tag
from atodds.vocab import load
from atodds.vocab.days import day, iso_day

_SEPARATORS = (" | ", " – ", " — ", " - ", " :: ", " « ", " » ")
_DEEPEST = 12  # of JSON-LD
_LONGEST = 300  # characters of a title or a name


class Head(Record, frozen=True, kw_only=True):
    """The page's own statements."""

    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    language: str | None = None
    url: str | None = None


def head(tree: Any) -> Head:
    """Read what a page states of itself."""
    meta, linked, fields = _meta(tree), list(_linked_data(tree)), load("masthead")
    url = _link(tree, "canonical") or _first(meta, fields["address_fields"])
    outlet = _first(meta, fields["outlet_fields"]) or _publisher(linked) or _host(url)
    return Head(
        title=_title(tree, meta, linked, outlet),
        outlet=outlet,
        published=_published(tree, meta, linked),
        language=tag(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")),
        url=url,
    )


def _meta(tree: Any) -> dict[str, str]:
    """<meta> names and properties in small letters, the first of each."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and (content := _clean(element.get("content"))):
            found.setdefault(name.strip().lower(), content)
    return found


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD."""
    for element in tree.iter("script"):
        if (element.get("type") or "").lower().strip() == "application/ld+json":
            try:
                data = json.loads(element.text or "")
            except (ValueError, RecursionError):  # broken JSON-LD is common, and says nothing
                continue
            yield from _objects(data, _DEEPEST)


def _objects(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
    if depth and isinstance(data, dict | list):
        for each in data.values() if isinstance(data, dict) else data:
            yield from _objects(each, depth - 1)


def _first(meta: dict[str, str], names: list[str]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _publisher(linked: list[dict[str, Any]]) -> str | None:
    for each in linked:
        publisher = each.get("publisher")
        publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
        name = publisher.get("name") if isinstance(publisher, dict) else None
        if isinstance(name, str) and _clean(name):
            return _clean(name)
    return None


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:  # "http://[broken"
        return None
    return host.removeprefix("www.") if host and "." in host else None


def _link(tree: Any, kind: str) -> str | None:
    found = (element.get("href") for element in tree.iter("link") if (element.get("rel") or "").lower() == kind)
    return next((url.strip() for url in found if url and url.strip().startswith(("http://", "https://"))), None)


def _title(tree: Any, meta: dict[str, str], linked: list[dict[str, Any]], outlet: str | None) -> str | None:
    headlines = (each["headline"] for each in linked if isinstance(each.get("headline"), str))
    stated = _first(meta, load("masthead")["title_fields"]) or next(map(_clean, headlines), None)
    tops = [_clean(element.text_content()) for element in tree.iter("h1")]
    of_page = _clean(next((element.text_content() for element in tree.iter("title")), None))
    return _without_outlet(stated or (tops[0] if len(tops) == 1 else None) or of_page, outlet)


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """ "Ten die in raid | The Daily" without the name of the outlet."""
    if title is None or outlet is None:
        return title
    for separator in _SEPARATORS:
        words, found, last = title.rpartition(separator)
        if found and words and _same(last, outlet):
            return words
    return title


def _same(words: str, outlet: str) -> bool:
    """ "Workers World" and workers-world.org name the same outlet."""
    first, second = ("".join(letter for letter in name.lower() if letter.isalnum()) for name in (words, outlet))
    return bool(first) and (first == second or (len(first) > 3 and second.startswith(first)))


def _published(tree: Any, meta: dict[str, str], linked: list[dict[str, Any]]) -> date | None:
    """The day that the page states: in its <meta>, its JSON-LD, or the only <time> that it holds."""
    stated = [meta[name] for name in load("masthead")["day_fields"] if name in meta]
    stated += [each["datePublished"] for each in linked if isinstance(each.get("datePublished"), str)]
    found = next(filter(None, map(_day, stated)), None)
    return found or _of_times(tree)


def _of_times(tree: Any) -> date | None:
    times = list(tree.iter("time"))
    marked = [each for each in times if "pubdate" in each.attrib or (each.get("itemprop") or "").lower() == "datepublished"]
    days = {_day(each.get("datetime") or each.text_content()) for each in marked or times}
    return next(iter(days)) if len(days) == 1 else None


def _day(words: str) -> date | None:
    return iso_day(words) or day(words)


def _clean(words: str | None) -> str | None:
    return " ".join((words or "").split())[:_LONGEST] or None
