"""Rules 1 to 5.2 of docs/methodology.md in their plainest form: every bound against every claim, every set of claims tried.

Written from the page and not from the program, to hold the program to it. It knows the places and parties of `lands` alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import Literal, NamedTuple

from atodds.model.claim import Claim
from atodds.model.figure import Category
from atodds.model.where import Place
from tests.disputes.claims import Told
from tests.laws.lands import BESIDES, EXCLUSIVE, UNDER, WITHIN

STOCKS = frozenset(("displaced", "detained", "missing", "troops", "crowd"))
EVER, NEVER = date.max, date.min
LARGEST = 5  # claims in a sum: enough for the instances that the laws draw


class Switches(NamedTuple):
    """Faults that an engine might have, to see that a law would find them."""

    made: bool = True  # the day a claim was made ends its period
    apart: bool = True  # only what is proved apart adds
    open: bool = True  # a side that is not stated is not equal to anything
    soft: bool = True
    parts: bool = True  # the high side of a part caps nothing but its own parts
    revised: bool = True


SOUND = Switches()


Ground = Literal["inside", "same_events", "part"]


class Refuted(NamedTuple):
    """A bound that others exceed: each of `pairs` alone, the strongest of an origin first; else the `sums` of the fewest claims."""

    cap: Claim
    ground: Ground
    pairs: tuple[tuple[Claim, ...], ...]
    sums: tuple[tuple[Claim, ...], ...]


def refuted(told: Told, switches: Switches = SOUND) -> Iterator[Refuted]:
    """Every high side that the claims refute by rules 5.1 and 5.2, soft bounds left out."""
    claims = tuple({each.id: each for each in told.claims}.values())
    hard = [each for each in claims if binds(each, told, switches) and (not switches.soft or not soft(each))]
    for cap in hard:
        if high(cap) is None or len(counted(cap)) > 1:
            continue
        grounds: dict[Ground, list[Claim]] = {}
        for each in hard:
            if each is not cap and low(each) and (found := ground(each, cap, told, switches)):
                grounds.setdefault(found, []).append(each)
        for found, below in grounds.items():
            above = sorted((each for each in below if _low(each) > _high(cap)), key=lambda each: (-_low(each), each.id))
            if above:
                yield Refuted(cap, found, _by_origin(above, told) if found == "inside" else (tuple(above),), ())
            elif found != "same_events" and (sums := _sums(cap, below, told, switches)):
                yield Refuted(cap, found, (), sums)


def _by_origin(claims: Iterable[Claim], told: Told) -> tuple[tuple[Claim, ...], ...]:
    found: dict[str, list[Claim]] = {}
    for each in claims:
        found.setdefault(told.origins[each.id].key, []).append(each)
    return tuple(map(tuple, found.values()))


def _sums(cap: Claim, below: list[Claim], told: Told, switches: Switches) -> tuple[tuple[Claim, ...], ...]:
    if measure(cap) != "killed":
        return ()
    for size in range(2, LARGEST + 1):
        found = tuple(
            some
            for some in combinations(below, size)
            if sum(map(_low, some)) > _high(cap)
            and (not switches.apart or all(apart(one, other, told, switches) for one, other in combinations(some, 2)))
        )
        if found:
            return found
    return ()


# -- 1: accounts


def binds(each: Claim, told: Told, switches: Switches = SOUND) -> bool:
    """Rules 1.3 and 3.6."""
    if each.figure is None or each.stance in ("denies", "doubts") or (each.event is not None and each.event.status is not None):
        return False
    return not switches.revised or all(revision.earlier != each.id for revision in told.revisions)


def soft(each: Claim) -> bool:
    """Rule 1.6."""
    return each.hedge is not None or (each.figure is not None and each.figure.modality in ("about", "vague"))


def measure(each: Claim) -> str:
    assert each.figure is not None
    return each.figure.measure


def low(each: Claim) -> float | None:
    return each.figure.low if each.figure is not None else None


def high(each: Claim) -> float | None:
    return each.figure.high if each.figure is not None else None


def _low(each: Claim) -> float:
    return low(each) or 0


def _high(each: Claim) -> float:
    found = high(each)
    assert found is not None
    return found


# -- 5.1: what binds what


def ground(lower: Claim, cap: Claim, told: Told, switches: Switches = SOUND) -> Ground | None:
    """Why the number that is bounded from below is no more than the one that is bounded from above; None where it is not said to be."""
    if lower.figure is None or cap.figure is None or (measure(lower), lower.figure.unit) != (measure(cap), cap.figure.unit):
        return None
    if lower.part_of == cap.id:
        return None if _nobody_in_both(lower, cap) else "part"
    if not under(lower, cap) or (switches.parts and cap.part_of is not None):
        return None
    if same_events(lower, cap, told):
        rivals = told.origins[lower.id].key != told.origins[cap.id].key and measure(cap) != "attacks" and of_one_spot(lower, cap)
        return "same_events" if rivals and not early(lower, cap) else None
    if measure(cap) in STOCKS:
        return "inside" if lower.part_of is None and _equal(lower, cap) else None
    return "inside" if caps_box(cap, switches) and inside(lower, cap, switches) else None


def of_one_spot(one: Claim, other: Claim) -> bool:
    """Can both be of one place, and does neither report quote the other in its own lead?"""
    if one.document == other.document and not (one.attribution and other.attribution):
        return False
    mine, its = (each.scope.place if each.scope is not None else None for each in (one, other))
    return mine is None or its is None or _in_place(mine, its) or _in_place(its, mine)


def marked(each: Claim, wholes: Mapping[str, Claim]) -> bool:
    """Is a part marked off by its kind alone: all children among the 12, not "5 of them in the second strike"? (1.2)"""
    whole, scope = wholes.get(each.part_of or ""), each.scope
    if whole is None or scope is None or scope.extent not in ("incident", "incidents"):
        return False
    mine, its = counted(each), counted(whole)
    own = len(its) < 2 and bool(mine) and mine != its and kinds_under(mine, its)
    return own and (whole.part_of is None or marked(whole, wholes))


def early(lower: Claim, cap: Claim) -> bool:
    """Was the bound of an incident counted before? More may have died in between (1.5)."""
    first, then = _made(cap), _made(lower)
    return first is not None and then is not None and first < then


def same_events(one: Claim, other: Claim, told: Told) -> bool:
    return any(one.id in each.claims and other.id in each.claims for each in told.grouping.incidents)


def caps_box(cap: Claim, switches: Switches = SOUND) -> bool:
    """Is it a total of which no side is open?"""
    scope = cap.scope
    if scope is None or scope.extent != "total" or measure(cap) in STOCKS:
        return False
    if cap.part_of is not None and switches.parts:
        return False
    if not switches.open:
        return True
    first, last = span(cap)
    known = first != NEVER and last != EVER and scope.time is not None and not scope.time.unresolved
    return known and scope.place is not None and (scope.agent is not None or scope.means is not None)


def inside(lower: Claim, total: Claim, switches: Switches = SOUND) -> bool:
    """Rules 2.1 to 2.6: each side of the first lies in the same side of the second. Kinds are for `under`."""
    one, other = lower.scope, total.scope
    if one is None or other is None or one.extent is None or not under(lower, total):
        return False
    loose = not switches.open
    return (
        (_in_time(lower, total, switches) or (loose and (one.time is None or other.time is None)))
        and (_in_place(one.place, other.place) or (loose and (one.place is None or other.place is None)))
        and (other.agent is None or (one.agent is not None and _of(one.agent, other.agent)))
        and (other.means is None or (one.means is not None and other.means in BESIDES[one.means]))
        and not (one.extent == "total" and one.agent is None and one.means is None and not loose)
    )


def _of(agent: str, other: str) -> bool:
    return agent == other or other in WITHIN.get(agent, ())


def span(each: Claim, switches: Switches = SOUND, made: date | None = None) -> tuple[date, date]:
    """The days that it can count: its period up to the day it was made (1.5). An end that nobody states is any."""
    time = each.scope.time if each.scope is not None else None
    if time is None or time.unresolved:
        return NEVER, EVER
    last = min(time.latest or EVER, (made if switches.made else None) or EVER)
    return time.earliest or NEVER, last


def _in_time(lower: Claim, total: Claim, switches: Switches) -> bool:
    one, other = (span(each, switches, _made(each)) for each in (lower, total))
    known = one[0] != NEVER and one[1] != EVER and _anchored(lower) and _anchored(total)
    return known and other[0] <= one[0] and one[1] <= other[1]


def _anchored(each: Claim) -> bool:
    """Is its time one that can be told? Of a count made before its period began, one of the two is misread."""
    if each.scope is None or each.scope.time is None or each.scope.time.unresolved:
        return False
    first, last = span(each, made=_made(each))
    return first <= last


def _made(each: Claim) -> date | None:
    return next((link.date for link in each.attribution if link.date is not None), None)


Path = tuple[str | None, str | None, str | None]


def _path(place: Place) -> Path:
    return place.country, place.admin1, place.admin2


def _in_place(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None:
        return False
    if (one.text, one.country) == (other.text, other.country):
        return True
    depth = {"country": 1, "admin1": 2, "admin2": 3}.get(other.precision or "", 0)
    mine = _path(one)[:depth]
    return depth > 0 and None not in mine and mine == _path(other)[:depth]


# -- 5.2: what adds


def apart(one: Claim, other: Claim, told: Told, switches: Switches = SOUND) -> bool:
    """Is nobody counted in both? One claim an incident counts; who did it and by what means never keep two apart."""
    if same_events(one, other, told) or one.part_of == other.id or other.part_of == one.id:
        return False
    if any({pair.one, pair.other} == {one.id, other.id} for pair in told.grouping.different):
        return True
    return _never_together(one, other, switches) or _nowhere_together(one, other) or _nobody_in_both(one, other)


def _never_together(one: Claim, other: Claim, switches: Switches) -> bool:
    if not (_anchored(one) and _anchored(other)):
        return False
    first, second = (span(each, switches, _made(each)) for each in (one, other))
    return first[1] < second[0] or second[1] < first[0]


def _nowhere_together(one: Claim, other: Claim) -> bool:
    here, there = (each.scope.place if each.scope is not None else None for each in (one, other))
    if here is None or there is None:
        return False
    for mine, its in zip(_path(here), _path(there), strict=True):
        if mine is None or its is None:
            return False
        if mine != its:
            return True
    return here.precision == "town" and there.precision == "town" and here.text != there.text


def _nobody_in_both(one: Claim, other: Claim) -> bool:
    mine, its = (counted(each) if len(counted(each)) == 1 else () for each in (one, other))
    return bool(mine and its) and all(_exclude(kind, with_) for kind in mine for with_ in its)


def _exclude(one: Category, other: Category) -> bool:
    return any(frozenset((mine, its)) in EXCLUSIVE for mine in wider(one) for its in wider(other))


# -- 2.5: kinds


def counted(each: Claim) -> tuple[Category, ...]:
    """The people it counts are of any of these kinds; none: people."""
    assert each.figure is not None
    if each.figure.category in (None, "unknown"):
        return each.figure.kinds
    return (each.figure.category,)


def under(one: Claim, other: Claim) -> bool:
    """Are the people of the first surely among those of the second? Of a mixture of kinds only that they are people (2.5)."""
    mine = counted(one)
    return kinds_under(mine if len(mine) == 1 else (), counted(other))


def kinds_under(mine: tuple[Category, ...], its: tuple[Category, ...]) -> bool:
    return not its or (bool(mine) and all(not wider(kind).isdisjoint(its) for kind in mine))


def wider(kind: Category) -> frozenset[Category]:
    return frozenset((kind, UNDER[kind])) if kind in UNDER else frozenset((kind,))


def _equal(one: Claim, other: Claim) -> bool:
    mine, its = one.scope, other.scope
    if mine is None or its is None or mine.extent != "total" or its.extent != "total":
        return False
    known = mine.place is not None and (mine.agent is not None or mine.means is not None) and _anchored(one)
    spans = [span(each, SOUND, _made(each)) for each in (one, other)]
    return (
        known
        and EVER not in spans[0]
        and NEVER not in spans[0]
        and (spans[0], mine.agent, mine.means) == (spans[1], its.agent, its.means)
        and _in_place(mine.place, its.place)
        and _in_place(its.place, mine.place)
    )
