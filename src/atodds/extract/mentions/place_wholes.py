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
    if not joined and start is None:
        return found
    row = found if joined else found[:1]
    at = Span(row[0].at.start if start is None else start, row[-1].at.end)
    place = _shared(sentence.words(at), [each.place for each in row], off=start is not None)
    if start is not None and not words_of("where", "distances").isdisjoint(sentence.tokens.lower[start : row[0].at.start]):
        place = msgspec.structs.replace(place, admin1=None)  # so far off, it can be the next province
    told = Told(at=at, place=place)
    return [msgspec.structs.replace(each, told=told) for each in row] + found[len(row) :]


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
        return measured - 2 if measured > 1 and lower[measured - 2][0].isdigit() else measured - 1
    return start if start < of else None
