"""Wholes: a row of places is where the row is, and what is south of a town is not in the town."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from atodds.extract.mentions.place_settings import JOINS
from atodds.model.mention import Told, Where
from atodds.model.text import Sentence, Span
from atodds.model.where import Place, PlacePrecision
from atodds.vocab import words_of
from atodds.vocab.placenames import only_one

W = TypeVar("W", Where, Where | None)

_TO_OTHERS = 5  # tokens from "and" to "neighbouring": "and to refugees in the neighbouring"
_TO_NOUN = 4  # tokens from "neighbouring" to its noun
_NUMBER = 3  # tokens of a number before "km"
_BETWEEN = 2  # tokens from "of" to the name: "south of the capital | Nazar"


def as_told(where: W) -> W:
    """The place as an act is said to be in it: the whole row, or the land off the town."""
    if where is None or where.told is None:
        return where
    return msgspec.structs.replace(where, at=where.told.at, place=where.told.place, told=None)


def whole(sentence: Sentence, found: list[Where]) -> list[Where]:
    """The places of one row, each with what the row as a whole says of where something was."""
    start = _direction(sentence, found[0].at.start)
    joined = len(found) > 1 and not JOINS.isdisjoint(sentence.tokens.lower[found[0].at.end : found[-1].at.start])
    row = found if joined else found[:1]
    rest = _unnamed_rest(sentence.tokens.lower, row[-1].at.end)
    if not joined and start is None and rest is None:
        return found
    at = Span(row[0].at.start if start is None else start, rest or row[-1].at.end)
    place = _shared(sentence.words(at), [each.place for each in row], off=start is not None)
    if rest is not None:
        abroad = sentence.tokens.lower[rest - 1] in words_of("where", "abroad")
        place = msgspec.structs.replace(place, country=None if abroad else place.country, admin1=None, precision=None if abroad else "area")
    if start is not None and not words_of("where", "distances").isdisjoint(sentence.tokens.lower[start : row[0].at.start]):
        place = msgspec.structs.replace(place, admin1=None)  # so far off, it can be the next province
    told = Told(at=at, place=place)
    return [msgspec.structs.replace(each, told=told) for each in row] + found[len(row) :]


def _unnamed_rest(lower: Sequence[str], end: int) -> int | None:
    """Where "Mosul | and nearby villages", "Syria | and elsewhere" ends: a row whose last place has no name."""
    if end >= len(lower) or lower[end] not in JOINS:
        return None
    for place in range(end + 1, min(len(lower), end + _TO_OTHERS)):
        if lower[place] in ("elsewhere", "beyond"):
            return place + 1
        if lower[place] in words_of("where", "others"):
            nouns = range(place + 1, min(len(lower), place + _TO_NOUN))
            return next((noun + 1 for noun in nouns if lower[noun] in words_of("where", "plural", "abroad")), None)
        if lower[place] not in words_of("where", "to_others"):
            return None
    return None


def _shared(text: str, places: Sequence[Place], *, off: bool) -> Place:
    """What several places have in common."""
    country, admin1 = only_one({each.country for each in places}), only_one({each.admin1 for each in places})
    known: list[PlacePrecision] = ["area"] if off else [each.precision for each in places if each.precision is not None]
    precision = only_one(set(known)) if off or len(known) == len(places) else None
    return Place(text=text, country=country, admin1=admin1, precision=precision)


def _direction(sentence: Sentence, name: int) -> int | None:
    """Where "60 km northwest of", "150 miles from" or "between" begins, before a name."""
    lower = sentence.tokens.lower
    if name and lower[name - 1] == "between":
        return name - 1
    of = next((place for place in range(name - 1, max(0, name - 1 - _BETWEEN), -1) if lower[place] in ("of", "from")), None)
    if of is None:
        return None
    start = of
    while start and lower[start - 1] in words_of("where", "directions") and of - start < 2:
        start -= 1  # "south west of"
    measured = start - (start > 0 and lower[start - 1] == "away")
    if measured and lower[measured - 1] in words_of("where", "distances"):
        return _number_before(lower, measured - 1)
    inside = start and lower[start - 1] == "the"  # "in the north of the country"
    return start if start < of and not inside else None


def _number_before(lower: Sequence[str], unit: int) -> int:
    """ "60 | km", "a few | miles"."""
    start = unit
    while start and unit - start < _NUMBER and (lower[start - 1][0].isdigit() or lower[start - 1] in words_of("where", "how_far")):
        start -= 1
    return start
