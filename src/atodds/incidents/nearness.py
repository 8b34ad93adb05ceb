"""Nearness: how close two times or two places are, in points and in words; None where no one event can be at both.

The points are those of rule 4.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from atodds.incidents.whereabouts import apart, inside, km, same
from atodds.model.when import When
from atodds.model.where import Place
from atodds.vocab import load

Days = tuple[int, int]  # first and last day, as ordinals

_ONE_SPOT = 2.0  # km between the points that two lists give one town
NEAR_KM = 10.0  # two names for one spot: a village and the town it belongs to
FAR_KM = 30.0  # no event is told of at two points so far from each other
_SHORT = 3  # days: "Thursday or Friday", a night, a weekend
_WEEK = 7
_MONTH = 31
_RANKS = {"exact": 0, "town": 0, "area": 2, "admin2": 3, "admin1": 4, "country": 6}
_TOWN = 1  # rank of a town or a point, known to a gazetteer or not
_TELLING = 2  # consonants; shorter names have too many neighbours
_FINE = ("exact", "town", "area", None)
_VOWELS = re.compile(r"[^a-z]|(?<=.)[aeiou]")


class Near(NamedTuple):
    """How much two sides speak for one event, and why: "same day"."""

    points: float
    words: str = ""


NOTHING = Near(0)


def days_of(when: When | None) -> Days | None:
    """The days of a time that has both ends and is anchored; None for all others."""
    if when is None or when.unresolved or when.earliest is None or when.latest is None:
        return None
    return when.earliest.toordinal(), when.latest.toordinal()


def meet(one: Days | None, other: Days | None) -> bool:
    """Have they a day in common? A time that is not known meets every other."""
    return one is None or other is None or (one[0] <= other[1] and other[0] <= one[1])


def near_days(one: Days | None, other: Days | None) -> Near | None:
    """How close two times are: a day against a month says less than a day against a day.

    >>> near_days((1, 1), (1, 1)), near_days((1, 1), (2, 2)), near_days((1, 1), None).points
    (Near(points=3, words='same day'), None, 0)
    """
    if one is None or other is None:
        return NOTHING
    if not meet(one, other):
        return None
    length = max(one[1] - one[0], other[1] - other[0]) + 1
    if length == 1:
        return Near(3, "same day")
    if length <= _SHORT:
        return Near(2, "days that overlap")
    if length <= _WEEK:
        return Near(2, "same week")
    return Near(1, "same month") if length <= _MONTH else NOTHING


def rank(place: Place) -> int:
    """How fine a place is told, the finest first; a name that no gazetteer knows comes behind one that it knows."""
    unknown = "area" if place.lat is None else "town"  # a town that is a province's name as well has a point all the same
    return _RANKS.get(place.precision or unknown, 2) + (place.geoname is None and place.admin1 is None)


def of_one_town(days: Days | None, places: Iterable[Place]) -> bool:
    """Is it told of one day, in a town or at a point?"""
    return days is not None and days[0] == days[1] and any(rank(each) <= _TOWN for each in places)


def near_places(one: tuple[Place, ...], other: tuple[Place, ...]) -> Near | None:
    """How close the places of two tellings are, each finest first. Where the finest are apart, no event is at both."""
    if not one or not other:
        return NOTHING
    found = [each for first in one for second in other if (each := near(first, second)) is not None]
    if near(one[0], other[0]) is None or not found:
        return None
    return max(found, key=lambda each: each.points)


def near(one: Place, other: Place) -> Near | None:
    """How close two places are.

    >>> town = Place(text="Kesta", country="SYR", admin1="Tarm", geoname=1, lat=35.0, lon=37.0, precision="town")
    >>> near(town, Place(text="Tarm province", country="SYR", admin1="Tarm", precision="admin1"))
    Near(points=2.0, words='Kesta lies in Tarm province')
    """
    if same(one, other) or _alike(one, other):
        return Near(_worth(one), f"both in {_name(one)}")
    distance = km(one, other)
    if distance is not None and distance <= _ONE_SPOT and bones(one.text) == bones(other.text):
        return Near(_worth(one), f"both in {_name(one)}")  # "Raqqa" and "Raqqah", which one list knows and another does not
    if distance is not None and distance <= NEAR_KM:
        return Near(2, f"{max(1, round(distance))} km apart")
    if inside(one, other) or inside(other, one):
        inner, outer = (one, other) if inside(one, other) else (other, one)
        return Near(_worth(outer), f"{_name(inner)} lies in {_name(outer)}")
    if apart(one, other) or (distance is not None and distance > FAR_KM):
        return None
    return _loosely(one, other)


def _loosely(one: Place, other: Place) -> Near | None:
    """Two places of which no list says how they lie to each other."""
    if one.admin1 is not None and one.admin1 == other.admin1:
        return Near(1, f"both in {one.admin1}")
    return Near(0.5, f"both in {_country(one.country)}") if one.country is not None and one.country == other.country else NOTHING


def _alike(one: Place, other: Place) -> bool:
    """One name in two spellings, of which the gazetteer knows one at most: "Khan Sheikhun", "Khan Shaykhoun"."""
    if one.geoname is not None and other.geoname is not None:
        return False
    if one.precision not in _FINE or other.precision not in _FINE:
        return False
    if _differ(one.country, other.country) or _differ(one.admin1, other.admin1):
        return False
    mine = bones(one.text)
    return len(mine) > _TELLING and mine == bones(other.text)


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def bones(name: str) -> str:
    """The consonants of a name, each once: what is left of it in every spelling."""
    bare = _VOWELS.sub("", " ".join(name.casefold().split()))
    return re.sub(r"(.)\1+", r"\1", bare.replace("y", "").replace("h", ""))


def _worth(place: Place) -> float:
    """What it is worth that both lie there: a town is much, a country little."""
    return {"country": 1.0, "admin1": 2.0, "admin2": 2.0}.get(place.precision or "", 3.0)


def _name(place: Place) -> str:
    return " ".join(place.text.split())


def _country(code: str | None) -> str:
    return str(load("countries").get(code, {}).get("name", code))
