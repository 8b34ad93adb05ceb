"""Places against each other: one inside another, two apart, how far (rule 2.2).

What the gazetteer says is all that counts; a name that nobody knows lies in its country and is inside nothing else but its own words.
"""

from __future__ import annotations

from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from atodds.model.where import Place

_RADIUS = 6371.0  # km: the mean radius of the earth
_AREAS = ("country", "admin1", "admin2")  # the precisions of an area that holds others, the widest first


Cell = tuple[str | int | None, ...]  # what names an area or a point: "all that lies in Sindh"


def inside(one: Place, other: Place) -> bool:
    """Does the first place lie in the second, or are they one?

    >>> mir_ali = Place(text="Mir Ali", name="Mir Ali", country="PAK", admin1="Khyber Pakhtunkhwa", geoname=1169684, precision="town")
    >>> inside(mir_ali, Place(text="Pakistan", country="PAK", precision="country"))
    True
    >>> inside(Place(text="Pakistan", country="PAK", precision="country"), mir_ali)
    False
    """
    return cell(other) in cells(one)


@lru_cache(maxsize=1 << 16)  # a report names few places, and asks of them again and again
def cell(place: Place) -> Cell:
    """What the place holds: a country, a province or a district all that lies in it, a point itself."""
    areas = _areas(place)
    whole = place.precision in _AREAS and len(areas) == _AREAS.index(place.precision) + 1
    return areas[-1] if whole else _point(place)


@lru_cache(maxsize=1 << 16)
def cells(place: Place) -> tuple[Cell, ...]:
    """Every cell that the place lies in, the widest first, its own last."""
    areas = _areas(place)
    return areas if cell(place) in areas else (*areas, _point(place))


def _areas(place: Place) -> tuple[Cell, ...]:
    """The areas that are known to hold the place, the widest first; an area holds itself."""
    found: list[Cell] = []
    for level in _AREAS:
        value = getattr(place, level)
        if value is None:
            break
        found.append((*(found[-1] if found else ()), value))
        if place.precision == level:
            break
    return tuple(found)


def _point(place: Place) -> Cell:
    return ("geoname", place.geoname) if place.geoname is not None else ("words", place.country, place.admin1, _words(place))


def same(one: Place, other: Place) -> bool:
    """Is it one place: one entry of the gazetteer, one area, or, where neither is known, the same words?"""
    return cell(one) == cell(other)


def apart(one: Place, other: Place) -> bool:
    """Can nothing that is in the one be in the other?

    >>> apart(Place(text="Syria", country="SYR", precision="country"), Place(text="Iraq", country="IRQ", precision="country"))
    True
    >>> apart(Place(text="the camp", country="SYR"), Place(text="Syria", country="SYR", precision="country"))
    False
    """
    for level in _AREAS:
        mine, its = getattr(one, level), getattr(other, level)
        if mine is not None and its is not None and mine != its:
            return True
    return _is_town(one) and _is_town(other) and not same(one, other)


def _is_town(place: Place) -> bool:
    return place.precision == "town" and place.geoname is not None


def km(one: Place, other: Place) -> float | None:
    """The distance between two points in kilometres; None where either has none, or is an area whose point is only its town's.

    >>> round(km(Place(text="a", lat=0.0, lon=0.0, precision="town"), Place(text="b", lat=0.0, lon=1.0, precision="exact")))
    111
    """
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    if one.precision in _AREAS or other.precision in _AREAS:
        return None
    first, second = radians(one.lat), radians(other.lat)
    half = sin((second - first) / 2) ** 2 + cos(first) * cos(second) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * _RADIUS * asin(sqrt(half))


def _words(place: Place) -> str:
    return " ".join((place.name or place.text).casefold().split())
