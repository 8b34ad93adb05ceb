"""Coordinates as reports write them: grid references, degrees with minutes, degrees with decimals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from atodds.vocab.mgrs import Point, point_of

# "37SFU805225", "38S MB 4488 7521": the digits in one run or in two halves; not "12MAY2010", which names no square with its two digits.
_GRID = re.compile(r"\b\d{1,2} ?[C-HJ-NP-X] ?[A-HJ-NP-Z][A-HJ-NP-V] ?(?:\d{2,5} \d{2,5}|\d{4,10})\b")
_SIDE = (
    r"(?P<{0}d>\d{{1,3}}(?:\.\d+)?)\s?[°º]\s?"
    r"(?:(?P<{0}m>\d{{1,2}}(?:\.\d+)?)\s?['′’]\s?)?"
    r"(?:(?P<{0}s>\d{{1,2}}(?:\.\d+)?)\s?(?:[\"″”]|'')\s?)?"
)
# 35°57'10"N 39°00'28"E, 35.9528° N, 39.0079° E
_DEGREES = re.compile(_SIDE.format("n") + r"(?P<north>[NS])[\s,;/]{0,3}" + _SIDE.format("e") + r"(?P<east>[EW])\b")
# "35.9528, 39.0079": four decimals at least, else they are any two numbers.
_DECIMAL = re.compile(r"(?<![\d.,-])(?P<n>-?\d{1,2}\.\d{4,8})°?\s?[,;/]\s?(?P<e>-?\d{1,3}\.\d{4,8})\b")


class Coordinate(NamedTuple):
    """A coordinate in a text: where its words stand, and the point."""

    start: int
    end: int
    point: Point


def coordinates(text: str) -> Iterator[Coordinate]:
    """Every coordinate of a text.

    >>> [each.point for each in coordinates("Hit at 35.9528, 39.0079.")]
    [Point(lat=35.9528, lon=39.0079)]
    """
    for found in _GRID.finditer(text):
        point = point_of(found[0])
        if point is not None:
            yield Coordinate(*found.span(), Point(round(point.lat, 6), round(point.lon, 6)))
    for found in _DEGREES.finditer(text):
        yield from _checked(found, _side(found, "n", found["north"] == "S"), _side(found, "e", found["east"] == "W"))
    for found in _DECIMAL.finditer(text):
        yield from _checked(found, float(found["n"]), float(found["e"]))


def _side(found: re.Match[str], side: str, negative: bool) -> float:
    size = sum(float(found[side + part] or 0) / unit for part, unit in (("d", 1), ("m", 60), ("s", 3600)))
    return -size if negative else size


def _checked(found: re.Match[str], lat: float, lon: float) -> Iterator[Coordinate]:
    if abs(lat) <= 90 and abs(lon) <= 180:
        yield Coordinate(*found.span(), Point(round(lat, 6), round(lon, 6)))
