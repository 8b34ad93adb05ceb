"""Provinces: in which province a report's news lies, by the names in its title and first lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from atodds.model.claim import Claim
from atodds.model.text import Document
from atodds.model.where import Place
from atodds.vocab.gazetteer import ARTICLES, states
from atodds.vocab.geonames.cut import Row, row, rows

_LEAD = 800  # characters: the title that a text opens with, and its first sentences
_WELL_KNOWN = 20_000  # inhabitants: a smaller town of one word has too often the name of a person or thing
_KNOWN_FAR = 250_000  # inhabitants: a city that a report may name without its country
_LONGEST = 3  # words in a name
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


class Province(NamedTuple):
    """A province, or a country of which no more is told."""

    country: str
    name: str | None


def province_of(claims: Iterable[Claim], document: Document) -> Province | None:
    """Where the news lies: the province that most of its claims give, else the first that title and lead name."""
    told = [Province(place.country, place.admin1) for each in claims if (place := _place(each)) is not None and place.country is not None]
    fine = Counter(each for each in told if each.name is not None)
    if fine:
        return max(sorted(fine), key=lambda each: fine[each])
    head = _head(document)
    country = told[0].country if told else _country(head)
    named = next(_provinces(head, country), None)
    return named if named is not None or country is None else Province(country, None)


def _place(claim: Claim) -> Place | None:
    return claim.scope.place if claim.scope is not None else None


def _head(document: Document) -> str:
    return f"{document.title or ''}. {document.text[:_LEAD]}"


def _country(text: str) -> str | None:
    """The country whose name or people the words name most."""
    lower = [word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text)]
    named = Counter(entry.country for _, entry in states().find(lower) if entry.country is not None and entry.only_as is None)
    return max(sorted(named), key=lambda each: named[each]) if named else None


def _provinces(text: str, country: str | None) -> Iterator[Province]:
    words, place = _WORD.findall(text), 0
    while place < len(words):
        found = _named(words, place, country)
        if found is None:
            place += 1
        else:
            place += found[0]
            yield from (() if found[1] is None else (found[1],))


def _named(words: Sequence[str], place: int, country: str | None) -> tuple[int, Province | None] | None:
    """The longest known name that begins at a word: how many words it has, and its province."""
    if not (words[place][0].isupper() or words[place].startswith(ARTICLES)):
        return None
    for size in range(min(_LONGEST, len(words) - place), 0, -1):
        name = " ".join(words[place : place + size])
        found = [each for each in rows(name) if each.precision != "country" and each.spelt(name) and _is_meant(each, size, country)]
        if found:
            return size, _province(max(found, key=lambda each: (each.population, each.precision != "town", -each.number)))
    return None


def _is_meant(found: Row, size: int, country: str | None) -> bool:
    if country is None:
        return found.population >= _KNOWN_FAR
    return found.country == country and (size > 1 or found.precision == "admin1" or found.population >= _WELL_KNOWN)


def _province(found: Row) -> Province | None:
    if found.precision == "admin1":
        return Province(found.country, found.name)
    return Province(found.country, row(found.first).name) if found.first is not None else None
