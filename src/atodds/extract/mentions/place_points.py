"""Points: the coordinate that a report itself gives for a place, in the sentence or right beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from atodds.model.mention import Where
from atodds.model.text import Sentence, Span
from atodds.model.where import Place
from atodds.vocab.coordinates import Coordinate, coordinates
from atodds.vocab.mgrs import Point, metres_between

_AROUND = 240  # characters on each side of a sentence in which a coordinate belongs to it: the line below an entry of a list
_FAR = 100_000  # metres; a coordinate farther from the town that the words name is a slip, or of another place
# Without one of these no text holds a coordinate: the four decimals of a degree, the letters of a square of the grid.
_MAY_STAND = re.compile(r"[.\d](?:(?<=\.)\d{4}|(?<=\d) ?[C-HJ-NP-X] ?[A-HJ-NP-Z][A-HJ-NP-V] ?\d)")


def pointed(sentence: Sentence, places: Iterable[Where]) -> Iterator[Where]:
    """The places of a sentence, those of events with the one coordinate that stands by; that alone, where no place is named."""
    if not _may_point(sentence.flow.text):
        yield from places
        return
    block = sentence.flow.blocks[sentence.block]
    start, end = max(block.start, sentence.start - _AROUND), min(block.end, sentence.start + len(sentence.text) + _AROUND)
    text = sentence.flow.text[start:end]
    found = list(coordinates(text)) if "°" in text or "º" in text or _MAY_STAND.search(text) else []
    if len({each.point for each in found}) != 1:
        yield from places
        return
    here = found[0]
    written = " ".join(text[here.start : here.end].split())
    fine = False
    for where in places:
        pinned = _with_point(where, here.point, written)
        fine = fine or pinned is not where
        yield pinned
    at = _tokens(sentence, here, start)
    if at is not None and not fine:
        place = Place(text=sentence.words(at), grid=written, lat=here.point.lat, lon=here.point.lon, precision="exact")
        yield Where(at=at, place=place, role="in")


@lru_cache(maxsize=64)
def _may_point(text: str) -> bool:
    """Does a report give coordinates at all? Few do, and one look spares those that do not a look at every sentence."""
    return "°" in text or "º" in text or _MAY_STAND.search(text) is not None


def _with_point(where: Where, point: Point, written: str) -> Where:
    place = where.place
    if where.role != "in" or place.precision in ("country", "admin1", "admin2"):
        return where
    if place.lat is not None and place.lon is not None and metres_between(Point(place.lat, place.lon), point) > _FAR:
        return where
    return msgspec.structs.replace(
        where, place=msgspec.structs.replace(place, grid=written, lat=point.lat, lon=point.lon, precision="exact")
    )


def _tokens(sentence: Sentence, found: Coordinate, start: int) -> Span | None:
    """The tokens of the sentence that hold the coordinate; None where it stands outside."""
    first, last = found.start + start - sentence.start, found.end + start - sentence.start
    starts, ends = sentence.tokens.starts, sentence.tokens.ends
    held = [place for place in range(len(starts)) if starts[place] < last and ends[place] > first]
    return Span(held[0], held[-1] + 1) if held and first >= 0 else None
