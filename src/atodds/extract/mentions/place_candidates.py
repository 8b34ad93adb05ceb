"""Candidates: the places of one name, thinned out to the one that can be meant, or to none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from atodds.model.where import PlacePrecision
from atodds.vocab.geonames.cut import Row
from atodds.vocab.geonames.folding import plain

_FAR_LARGER = 8  # times the people of the next: then a name without more is the larger place's
_KNOWN_FAR = 250_000  # inhabitants: a city that a report on another country may name without saying where it is


def one_place(name: str, found: Sequence[Row], spoken: Mapping[str, int], *, known: bool, close: bool) -> list[Row]:
    """One place, a town with the divisions of its name around it, or none. `known`: words tell in which country or province it is."""
    if not known:
        here = [each for each in found if each.country in spoken]
        found = here or [each for each in found if plain(each.name) == plain(name) and each.population >= _KNOWN_FAR]
        found = _of_one_country(spelt(name, found), spoken)
    found = spelt(name, found)
    return _one_site(_preferring(found, lambda each: each.precision == "town") if close else found)


def spelt(name: str, found: Sequence[Row]) -> list[Row]:
    """Those that are written just so, where there are any; else those of another spelling."""
    return _preferring(found, lambda each: each.spelt(name))


def of_level(found: Sequence[Row], precision: PlacePrecision | None) -> list[Row]:
    """Those that a class word fits; a town for a district that the list has not, never the other way round."""
    if precision not in ("admin1", "admin2", "town"):
        return list(found)
    fitting = [each for each in found if each.precision == precision]
    return fitting or ([each for each in found if each.precision == "town"] if precision == "admin2" else [])


def inside(inner: Row, outer: Row) -> bool:
    """Does one place lie in another: in the province, the district, or the district of the town?"""
    if outer.precision == "town":
        return outer.second is not None and outer.second in (inner.second, inner.number)
    if inner.precision == "town" and inner.second is None and outer.precision == "admin2":
        return outer.first is not None and outer.first == inner.first  # GeoNames gives the town no district: the same province will do
    return outer.number in (inner.first, inner.second, inner.number)


def _preferring(found: Sequence[Row], test: Callable[[Row], bool]) -> list[Row]:
    return [each for each in found if test(each)] or list(found)


def _of_one_country(found: list[Row], spoken: Mapping[str, int]) -> list[Row]:
    """Those of the one country that the report speaks of most, where the name fits several."""
    countries = sorted({each.country for each in found}, key=lambda code: -spoken.get(code, 0))
    if len(countries) < 2:
        return found
    if spoken.get(countries[0], 0) > spoken.get(countries[1], 0):
        return [each for each in found if each.country == countries[0]]
    return _largest(found)


def _one_site(found: Sequence[Row]) -> list[Row]:
    """One place, or a town with its divisions of the same name; else the one that is far larger than the others; else none."""
    if len(found) < 2:
        return list(found)
    towns = [each for each in found if each.precision == "town"]
    for level in ("admin1", "admin2"):
        around = [each for each in found if each.precision == level]
        if len(around) == 1:
            return [*around, *_largest([each for each in towns if inside(each, around[0])])]
    return _largest(towns)


def _largest(found: Sequence[Row]) -> list[Row]:
    if len(found) < 2:
        return list(found)
    first, second = sorted(found, key=lambda each: -each.population)[:2]
    return [first] if first.population > second.population * _FAR_LARGER else []
