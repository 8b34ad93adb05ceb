"""HTML -> the report's own text, without the page around it, and what the page states of itself."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Any

from lxml import html as lxml_html
from lxml.etree import ParserError

from atodds.errors import UnreadableDocument
from atodds.read import markup
from atodds.read.derived import Derived
from atodds.read.head import Head, head
from atodds.read.text import decode

LARGE = 200_000  # characters of HTML: a page as large that yields no text was not read, it is not empty
_SMALL_TEXT = 20  # words; a large page with fewer was not read
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s{0,4}=\s{0,4}[\"']?\s{0,4}([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_PROLOGUE = 4096  # bytes in which a page declares its encoding
_BLANK = re.compile(r"\s+")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # which no XML can hold


def read_html(data: bytes) -> Derived:
    """The main text of a page with title, outlet, day of publication and language. Raises UnreadableDocument."""
    return from_markup(_decoded(data))


def from_markup(html: str) -> Derived:
    """The main text of a page whose characters are known."""
    markup.check(html)
    tree = _tree(_CONTROLS.sub("", html))
    stated = head(tree)
    text = _main_text(tree, len(html))
    if len(html) >= LARGE and len(text.split()) < _SMALL_TEXT:
        raise UnreadableDocument(f"{len(html):,} characters of HTML gave no text", "save the page's text and read that")
    return _derived(text, stated)


def _derived(text: str, stated: Head) -> Derived:
    return Derived(
        text=text,
        media_type="text/html",
        title=stated.title,
        outlet=stated.outlet,
        published=stated.published,
        language=stated.language,
        url=stated.url,
    )


def _tree(html: str) -> Any:
    # huge_tree: without it a paragraph of 10 MB, or a page of 256 levels, is lost without a word; `markup.check` bounds both
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return lxml_html.document_fromstring(html.encode("utf-8"), parser=parser)
    except ParserError:
        raise UnreadableDocument("no HTML was found in it", "save the page again, or its text") from None


def _decoded(data: bytes) -> str:
    """As the page declares; where it does not, or does so wrongly, as the bytes say."""
    declared = _DECLARED.search(data[:_PROLOGUE])
    try:
        name = codecs.lookup(declared[1].decode("ascii")).name if declared else "utf-8"
        # what calls itself Latin-1 on the web is Windows-1252; a declaration read as ASCII cannot be UTF-16
        known = {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(name, name)
        return decode(data) if known.startswith(("utf", "cp1252")) else data.decode(known)
    except (LookupError, UnicodeDecodeError):
        return decode(data)


def _main_text(tree: Any, size: int) -> str:
    import trafilatura  # a tenth of a second, which only web pages shall cost

    found = trafilatura.bare_extraction(tree, with_metadata=False, include_comments=False, include_tables=True)
    body = getattr(found, "body", None)
    blocks = [block for block in _blocks(body) if block] if body is not None else []
    if blocks:
        return "\n\n".join(blocks)
    # a page of two sentences, too short for the search of the main text; a large one is not worth its navigation
    return _all_text(tree) if size < LARGE else ""


def _all_text(tree: Any) -> str:
    """Every word of a page that a reader sees, on one line."""
    seen = tree.xpath("//body//text()[not(ancestor::script or ancestor::style or ancestor::noscript or ancestor::template)]")
    return _BLANK.sub(" ", " ".join(seen)).strip()


def _blocks(body: Any) -> Iterator[str]:
    """Paragraphs, headings, lists and tables, in order."""
    for element in body:
        if element.tag == "list":
            yield "\n".join(f"• {words}" for item in element.iter("item") if (words := _own_words(item)))
        elif element.tag == "table":
            yield "\n".join(filter(None, (" | ".join(filter(None, map(_words, row))) for row in element.iter("row"))))
        elif element.tag in ("quote", "div") and len(element):
            yield _BLANK.sub(" ", element.text or "").strip()
            yield from _blocks(element)
        else:
            yield _words(element)
        yield _BLANK.sub(" ", element.tail or "").strip()


def _words(element: Any) -> str:
    """The text of an element: one line, but for the line breaks that the page has."""
    lines = [""]
    for each in element.iter():
        if each.tag == "lb":
            lines.append("")
        elif isinstance(each.tag, str):
            lines[-1] += each.text or ""
        if each is not element:
            lines[-1] += each.tail or ""
    return "\n".join(filter(None, (_BLANK.sub(" ", line).strip() for line in lines)))


def _own_words(item: Any) -> str:
    """The text of a list item without the items of the lists in it."""
    parts = [item.text or ""]
    for each in item:
        parts += [*([] if each.tag == "list" else [each.xpath("string()")]), each.tail or ""]
    return _BLANK.sub(" ", " ".join(parts)).strip()
