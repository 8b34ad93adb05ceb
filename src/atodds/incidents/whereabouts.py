"""Places against each other: one inside another, two apart, how far (rule 2.2).

What the gazetteer says is all that counts; a name that nobody knows lies in its country and is inside nothing else but its own words.
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from atodds.model.where import Place

_RADIUS = 6371.0  # km: the mean radius of the earth
_AREAS = ("country", "admin1", "admin2")  # the precisions of an area that holds others, the widest first


def inside(one: Place, other: Place) -> bool:
    """Does the first place lie in the second, or are they one?

    >>> mir_ali = Place(text="Mir Ali", name="Mir Ali", country="PAK", admin1="Khyber Pakhtunkhwa", geoname=1169684, precision="town")
    >>> inside(mir_ali, Place(text="Pakistan", country="PAK", precision="country"))
    True
    >>> inside(Place(text="Pakistan", country="PAK", precision="country"), mir_ali)
    False
    """
    if same(one, other):
        return True
    if other.precision not in _AREAS or one.country is None or one.country != other.country:
        return False
    if other.precision == "country":
        return True
    if other.admin1 is None or one.admin1 != other.admin1:
        return False
    return one.precision != "country" and (_is_province(other) or (one.admin2 is not None and one.admin2 == other.admin2))


def _is_province(place: Place) -> bool:
    return place.precision == "admin1"


def same(one: Place, other: Place) -> bool:
    """Is it one place: one entry of the gazetteer, one country, or, where neither is known, the same words?"""
    if one.precision == "country" and other.precision == "country":
        return one.country is not None and one.country == other.country
    if one.geoname is not None and other.geoname is not None:
        return one.geoname == other.geoname
    known = one.geoname is None and other.geoname is None and one.country == other.country and one.admin1 == other.admin1
    return known and _words(one) == _words(other)


def apart(one: Place, other: Place) -> bool:
    """Can nothing that is in the one be in the other?

    >>> apart(Place(text="Syria", country="SYR", precision="country"), Place(text="Iraq", country="IRQ", precision="country"))
    True
    >>> apart(Place(text="the camp", country="SYR"), Place(text="Syria", country="SYR", precision="country"))
    False
    """
    for level in _AREAS:
        mine, its = getattr(one, level), getattr(other, level)
        if mine is None or its is None:
            return False
        if mine != its:
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
