"""Can these claims all be true? Asked of an integer program: is there a world, counted out in its smallest cells, that satisfies them?

A cell is a set of claims that can count one and the same person: someone killed at some time and place, by some parties and means, of
some kinds, in some incidents. What a record leaves open can be anything. So the answer "no" is a proof and a "yes" a world.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import reduce
from itertools import chain, combinations, product
from typing import TypeVar

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from atodds.model.claim import Claim
from atodds.model.figure import Category
from tests.disputes.claims import Told
from tests.laws.lands import BESIDES, EXCLUSIVE, WITHIN, counts
from tests.laws.rules import EVER, NEVER, STOCKS, binds, counted, high, low, marked, measure, soft, span, wider

T = TypeVar("T")
Cells = frozenset[int]  # sets of claims, each as bits
Test = Callable[[Claim], bool]


def satisfiable(told: Told, ids: Iterable[str] | None = None) -> bool:
    """Is there a world in which all of the claims are true, or these of them? Soft bounds bind nothing."""
    asked = {each.id for each in told.claims} if ids is None else set(ids)
    claims = [
        each
        for each in {each.id: each for each in told.claims}.values()
        if each.id in asked and (binds(each, told) or _denied(each)) and not soft(each)
    ]
    return all(_satisfiable(group, told) for group in _universes(claims, told))


def _denied(each: Claim) -> bool:
    return each.figure is not None and each.stance == "denies" and (each.event is None or each.event.status is None)


def _universes(claims: list[Claim], told: Told) -> Iterator[list[Claim]]:
    """Claims of people and of attacks have nothing to do with each other; nor have those of stocks, unless of one box or one incident."""
    found: dict[object, list[Claim]] = {}
    for each in claims:
        stock = measure(each) in STOCKS
        found.setdefault((measure(each), _stock_of(each, told)) if stock else measure(each) == "attacks", []).append(each)
    yield from found.values()


def _stock_of(each: Claim, told: Told) -> object:
    scope = each.scope
    assert scope is not None
    if scope.extent != "total":
        return _incident(each, told) or each.id
    where = scope.place.text if scope.place is not None else None
    return _days(each), where, scope.agent, scope.means, each.id if open_(each) else None


def _satisfiable(claims: list[Claim], told: Told) -> bool:
    cells = sorted(_people(claims, _cells(claims, told)) - {0}) or [0]
    matrix = np.array([[cell >> place & 1 for cell in cells] for place in range(len(claims))])
    return any(_solved(matrix, ends) for ends in product(*(_ends(each) for each in claims)))


def _people(claims: list[Claim], cells: Cells) -> Cells:
    """Those whom one person can be: killed once, wounded in several places, or both. One attack counts once wherever it is."""
    if any(measure(each) in STOCKS for each in claims):
        return cells
    killed, wounded, attacks = (
        frozenset(cell & _bits(claims, lambda each: measure(each) in of) for cell in cells)  # noqa: B023
        for of in (("killed", "casualties"), ("wounded", "casualties"), ("attacks",))
    )
    wounded, attacks = _together(wounded), _together(attacks)
    return killed | wounded | attacks | {one | other for one in killed for other in wounded}


def _ends(each: Claim) -> list[tuple[float, float]]:
    """The numbers that a claim leaves: an interval, or, of a figure that is denied, what lies below and what above."""
    least, most = low(each), high(each)
    if each.stance != "denies":
        return [(least or 0, np.inf if most is None else most)]
    return [] + ([(0, least - 1)] if least else []) + ([(most + 1, np.inf)] if most is not None else [])


def _solved(matrix: np.ndarray, ends: tuple[tuple[float, float], ...]) -> bool:
    lows, highs = (np.array(side, dtype=float) for side in zip(*ends, strict=True))
    width = matrix.shape[1]
    found = milp(np.zeros(width), integrality=np.ones(width), bounds=Bounds(0, np.inf), constraints=LinearConstraint(matrix, lows, highs))
    return bool(found.status == 0)


# -- cells


def _cells(claims: list[Claim], told: Told) -> Cells:
    """Every set of claims that can count one person."""
    located = reduce(_both, (_times(claims), _places(claims), _parties(claims), _means(claims)))
    found = set()
    for here, who, where in product(located, _kinds(claims), _memberships(claims, told)):
        if where[0] & ~here == 0:  # an incident lies in the box of each of its claims
            found.add(_counted(claims, here & who, (where[0] | where[1] & here) & who))
    return frozenset(cell for cell in chain.from_iterable(_chosen(claims, told, cell) for cell in found))


def _counted(claims: list[Claim], here: int, there: int) -> int:
    """Totals count whom they find in their box; figures of an incident whom they find in it."""
    cell = 0
    for place, each in enumerate(claims):
        cell |= (here if each.scope is not None and each.scope.extent == "total" else there) & 1 << place
    return cell


def _chosen(claims: list[Claim], told: Told, cell: int) -> Iterator[int]:
    """A part that no kind marks off, and a total of which a side is open, count some of those whom they could, nobody says which. No part
    counts beyond its whole."""
    wholes = {each.id: each for each in told.claims}
    free = [1 << place for place, each in enumerate(claims) if cell >> place & 1 and (some_of(each, wholes) or open_(each))]
    for some in _subsets(free):
        left = cell & ~sum(some)
        if all(not left >> part & 1 or left >> whole & 1 for part, whole in _parts(claims)):
            yield left


def some_of(each: Claim, wholes: Mapping[str, Claim]) -> bool:
    return each.part_of is not None and not marked(each, wholes)


def _parts(claims: list[Claim]) -> Iterator[tuple[int, int]]:
    places = {each.id: place for place, each in enumerate(claims)}
    for place, each in enumerate(claims):
        if each.part_of in places:
            yield place, places[each.part_of]


def open_(each: Claim) -> bool:
    """Is a side of it some period, some area or some party that the record does not name? Or has it no extent at all?"""
    scope = each.scope
    assert scope is not None
    if scope.extent is None:
        return True
    unknown = NEVER in _days(each) or EVER in _days(each) or scope.place is None or (scope.agent is None and scope.means is None)
    return scope.extent == "total" and unknown


def _memberships(claims: list[Claim], told: Told) -> list[tuple[int, int]]:
    """The incidents that one person can be killed in at once: those whom nobody keeps apart; and what of their claims bounds where."""
    groups: dict[str, int] = {}
    for place, each in enumerate(claims):
        if each.scope is not None and each.scope.extent != "total":
            groups[_event(each, told)] = groups.get(_event(each, told), 0) | 1 << place
    wholes = {each.id: each for each in told.claims}
    bare = _bits(claims, lambda each: some_of(each, wholes))
    return [
        (bits & ~bare, bits & bare)
        for some in _subsets(list(groups))
        if not any(_kept_apart(one, other, told) for one, other in combinations(some, 2))
        for bits in [sum(groups[name] for name in some)]
    ]


def _event(each: Claim, told: Told) -> str:
    """The incident that it is about. A part is about some of its whole's; parts that nobody told apart can be about the same."""
    return _incident(each, told) or each.id


def _incident(each: Claim, told: Told) -> str | None:
    return next((one.id for one in told.grouping.incidents if each.id in one.claims), None)


def _kept_apart(one: str, other: str, told: Told) -> bool:
    groups = {id: each.id for each in told.grouping.incidents for id in each.claims}
    return any({groups.get(pair.one, pair.one), groups.get(pair.other, pair.other)} == {one, other} for pair in told.grouping.different)


def _kinds(claims: list[Claim]) -> Cells:
    known = {wide for each in claims for kind in counted(each) for wide in wider(kind)}
    people = [frozenset(some) for some in _subsets(sorted(known)) if _person(some)]
    return frozenset(_bits(claims, lambda each: counts(counted(each), person)) for person in people)  # noqa: B023


def _person(kinds: tuple[Category, ...]) -> bool:
    """Can somebody be of these kinds, and of no others that are asked for?"""
    return all(wider(kind) <= set(kinds) for kind in kinds) and not any(pair <= set(kinds) for pair in EXCLUSIVE)


def _times(claims: list[Claim]) -> Cells:
    ends = {end for each in claims for end in _days(each)} - {NEVER, EVER}
    days = {NEVER, EVER} | ends | {end + timedelta(days=step) for end in ends for step in (-1, 1)}
    return frozenset(_bits(claims, lambda each: _days(each)[0] <= day <= _days(each)[1]) for day in days)  # noqa: B023


def _days(each: Claim) -> tuple[date, date]:
    made = next((link.date for link in each.attribution if link.date is not None), None)
    first, last = span(each, made=made)
    return (first, last) if first <= last else (NEVER, EVER)  # a count made before its period is misread: it can be any


def _places(claims: list[Claim]) -> Cells:
    """Every point that the stated places tell apart: of a town whose district is not known, each that it could be in; names that the
    gazetteer does not know lie anywhere in their country."""
    stated = [each.scope.place for each in claims if each.scope is not None and each.scope.place is not None]
    points = {(one.country, one.admin1, one.admin2, one.text if one.precision == "town" else None) for one in stated} | {(None,) * 4}
    districts = {(one.country, one.admin1, one.admin2) for one in stated if one.admin2 is not None}
    points |= {(*district, town) for country, admin1, admin2, town in points for district in districts
               if admin2 is None and (admin1 is None or admin1 == district[1]) and (country is None or country == district[0])
               if town is None or admin1 is not None}  # fmt: skip
    points |= {(one.country, one.admin1, None, None) for one in stated} | {(one.country, None, None, None) for one in stated}
    names = sorted({(one.text, one.country) for one in stated if one.precision is None}, key=str)
    return frozenset(
        _bits(claims, lambda each: _at(each, point, areas))  # noqa: B023
        for point in points
        for areas in _subsets(names)
        if all(country in (None, point[0]) for _, country in areas)
    )


def _at(each: Claim, point: tuple[str | None, ...], areas: Iterable[tuple[str, str | None]]) -> bool:
    place = each.scope.place if each.scope is not None else None
    if place is None:
        return True
    if place.precision is None:
        return (place.text, place.country) in areas
    mine = {"country": 1, "admin1": 2, "admin2": 3}.get(place.precision or "")
    return place.text == point[3] if mine is None else (place.country, place.admin1, place.admin2)[:mine] == point[:mine]


def _parties(claims: list[Claim]) -> Cells:
    """Any party, or several together."""
    agents = {each.scope.agent for each in claims if each.scope is not None and each.scope.agent is not None}
    alone = [WITHIN.get(agent, frozenset((agent,))) for agent in agents] + [frozenset[str]()]
    return _together(frozenset(_bits(claims, lambda each: _any(each.scope and each.scope.agent, names)) for names in alone))  # noqa: B023


def _means(claims: list[Claim]) -> Cells:
    alone = [*BESIDES.values(), frozenset[str]()]
    return _together(frozenset(_bits(claims, lambda each: _any(each.scope and each.scope.means, keys)) for keys in alone))  # noqa: B023


def _any(stated: str | None, of: frozenset[str]) -> bool:
    return stated is None or stated in of


# -- sets of claims


def _bits(claims: list[Claim], test: Test) -> int:
    return sum(1 << place for place, each in enumerate(claims) if test(each))


def _both(one: Cells, other: Cells) -> Cells:
    return frozenset(mine & its for mine in one for its in other)


def _together(cells: Cells) -> Cells:
    """With every union of some of them."""
    found = set(cells)
    while more := {one | other for one in found for other in cells} - found:
        found |= more
    return frozenset(found)


def _subsets(of: list[T]) -> Iterator[tuple[T, ...]]:
    return chain.from_iterable(combinations(of, size) for size in range(len(of) + 1))
