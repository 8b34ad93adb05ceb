"""Blocks: which tellings are worth comparing, so that a million claims need no million times a million comparisons.

Two tellings meet where they share a day and a place cell, a day and a number, a name, or, where a time is coarse or unknown, a place
and a number. A day is worked through at a time, and a crowded cell by its neighbours in a fixed order, so that time grows as n log n
and memory as n.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import floor

from atodds.incidents.tellings import Telling
from atodds.model.where import Place

Pairs = Iterator[tuple[int, int]]  # indices of two tellings, the lesser first; a pair may come more than once
Cell = tuple[object, ...]

_DAYS = 7  # a longer time is coarse: it meets others by its numbers only
_CROWD = 40  # tellings in one cell that are all compared; in a larger one each meets its neighbours
_NEIGHBOURS = 20
_TELLING = 5  # people: smaller numbers lead nowhere
_CELL = 0.2  # degrees; two cells a side overlap by half, so that towns 10 km apart share one


def pairs(tellings: Sequence[Telling]) -> Pairs:
    """Every pair worth comparing, each at least once."""
    yield from _same_day(tellings)
    yield from _same_name(tellings)
    yield from _coarse(tellings)


def _same_day(tellings: Sequence[Telling]) -> Pairs:
    days = sorted((day, place) for place, each in enumerate(tellings) if _is_fine(each) for day in _days(each))
    start = 0
    while start < len(days):
        end = start
        while end < len(days) and days[end][0] == days[start][0]:
            end += 1
        if end - start > 1:
            yield from _within_a_day(tellings, [place for _, place in days[start:end]])
        start = end


def _within_a_day(tellings: Sequence[Telling], here: Sequence[int]) -> Pairs:
    cells: defaultdict[Cell, list[int]] = defaultdict(list)
    provinces: defaultdict[Cell, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))  # coarse and fine ones
    for place in here:
        one = tellings[place]
        for cell in (*_cells(one), *_number_cells(one)):
            cells[cell].append(place)
        province = _province(one)
        if province is not None:
            provinces[province][_has_town(one)].append(place)
    for members in cells.values():
        yield from _all_of(tellings, members)
    for coarse, fine in provinces.values():
        yield from _all_of(tellings, coarse)
        yield from _across(tellings, coarse, fine)


def _same_name(tellings: Sequence[Telling]) -> Pairs:
    named: defaultdict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(tellings):
        for name in each.names:
            named[name].append(place)
    for members in named.values():
        yield from _all_of(tellings, members)


def _coarse(tellings: Sequence[Telling]) -> Pairs:
    """Tellings whose time is a month, or not known: against those of the same place and number."""
    coarse: defaultdict[Cell, list[int]] = defaultdict(list)
    for place, each in enumerate(tellings):
        if not _is_fine(each):
            for cell in _place_and_number(each):
                coarse[cell].append(place)
    fine: defaultdict[Cell, list[int]] = defaultdict(list)
    for place, each in enumerate(tellings):
        if _is_fine(each):
            for cell in _place_and_number(each):
                if cell in coarse:
                    fine[cell].append(place)
    for cell, members in coarse.items():
        yield from _all_of(tellings, members)
        yield from _across(tellings, members, fine.get(cell, ()))


def _all_of(tellings: Sequence[Telling], members: Sequence[int]) -> Pairs:
    """All pairs of a small block; of a crowd, those that stand next to each other by means and number."""
    if len(members) <= _CROWD:
        yield from combinations(sorted(members), 2)
        return
    ordered = sorted(members, key=lambda each: _order(tellings[each]))
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 : place + 1 + _NEIGHBOURS]:
            yield (one, other) if one < other else (other, one)


def _across(tellings: Sequence[Telling], some: Sequence[int], others: Sequence[int]) -> Pairs:
    if len(some) * len(others) <= _CROWD * _CROWD:
        yield from ((min(one, other), max(one, other)) for one in some for other in others)
    else:
        yield from _all_of(tellings, [*some, *others])


def _order(one: Telling) -> tuple[object, ...]:
    most = max(((each.low or 0, each.measure) for each in one.counts), default=(0, ""))
    return one.means, most, one.key, one.document


def _is_fine(one: Telling) -> bool:
    return one.days is not None and one.days[1] - one.days[0] < _DAYS


def _days(one: Telling) -> Iterable[int]:
    assert one.days is not None
    return range(one.days[0], one.days[1] + 1)


def _has_town(one: Telling) -> bool:
    return bool(one.places) and one.places[0].precision not in ("country", "admin1", "admin2")


def _cells(one: Telling) -> Iterator[Cell]:
    """Where it is: four cells around its point, its words, or its country where no more is told."""
    if not one.places:
        return
    place = one.places[0]
    if place.precision == "country":
        yield "country", place.country
        return
    if place.lat is not None and place.lon is not None and _has_town(one):
        yield from _grid(place.lat, place.lon)
    yield "words", _words(place)


def _grid(lat: float, lon: float) -> Iterator[Cell]:
    for north in (0.0, 0.5):
        for east in (0.0, 0.5):
            yield "grid", floor(lat / _CELL + north), floor(lon / _CELL + east), north, east


def _province(one: Telling) -> Cell | None:
    found = next((each for each in one.places if each.admin1 is not None), None)
    return (found.country, found.admin1) if found is not None else None


def _number_cells(one: Telling) -> Iterator[Cell]:
    """Country and number: so that "in Syria" meets the town where as many were killed."""
    country = next((each.country for each in one.places if each.country is not None), None)
    if country is not None:
        yield from {("number", country, each.measure, each.low) for each in one.counts if (each.low or 0) >= _TELLING}


def _place_and_number(one: Telling) -> Iterator[Cell]:
    if one.places and one.places[0].precision != "country":
        place = one.places[0]
        where = place.geoname or _words(place)
        yield from {(where, each.measure, each.low) for each in one.counts if (each.low or 0) >= _TELLING}


def _words(place: Place) -> str:
    return " ".join((place.name or place.text).casefold().split())
