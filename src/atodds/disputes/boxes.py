"""Boxes: time, place, who, by what means, what kind of people a figure is about; what lies in what, and what is apart (section 2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Literal

from atodds.incidents import whereabouts
from atodds.incidents.parties import Party, within
from atodds.model.claim import Scope
from atodds.model.figure import Category, Figure
from atodds.model.record import Record
from atodds.model.when import From
from atodds.model.where import Place
from atodds.vocab import load

Side = Literal["time", "place", "who", "means"]
SIDES: tuple[Side, ...] = ("time", "place", "who", "means")
Kinds = frozenset[Category]


class Box(Record, frozen=True, kw_only=True):
    """The five sides of a scope; None is not stated. Days are proleptic Gregorian ordinals, both ends inside."""

    first: int | None = None
    last: int | None = None
    anchored: bool = True  # False: a definite time that the report does not tie to a date; it proves nothing
    place: Place | None = None
    who: Party | None = None
    means: str | None = None
    kinds: Kinds = frozenset()  # the people are of each of these kinds; empty: people
    lent: tuple[tuple[Side, From], ...] = ()  # sides that do not stand in the words of the claim


def kinds_of(figure: Figure) -> Kinds:
    """The kinds that all of the counted are; those of a mixture are people.

    >>> sorted(kinds_of(Figure(measure="killed", text="a", modality="exact", unit="people", category="child", kinds=("child", "civilian"))))
    ['child', 'civilian']
    """
    if figure.category is None or figure.category == "unknown":
        return frozenset()
    return frozenset((figure.category, *figure.kinds)) - {"unknown"}


def is_mixture(figure: Figure) -> bool:
    """Are some of one kind and some of another, "women and children"? Who of all the people they are, nobody can say."""
    return figure.category in (None, "unknown") and len(figure.kinds) > 1


def box_of(scope: Scope | None, kinds: Kinds, who: Party | None, until: date | None) -> Box:
    """The box of a scope, for a count that was made on the day `until` and reaches no farther (rule 1.5)."""
    if scope is None:
        return Box(kinds=kinds, who=who)
    time, place = scope.time, scope.place
    first = None if time is None or time.earliest is None else time.earliest.toordinal()
    last = None if time is None or time.latest is None else time.latest.toordinal()
    made = None if until is None else until.toordinal()
    if made is not None and (first is not None or last is not None):
        last = made if last is None else min(last, made)
    future = first is not None and last is not None and last < first  # a day of making before the period: one of the two is misread
    return Box(
        first=first, last=last, anchored=not future and (time is None or not time.unresolved), place=place, who=who, means=scope.means,
        kinds=kinds, lent=_lent(scope),
    )  # fmt: skip


def _lent(scope: Scope) -> tuple[tuple[Side, From], ...]:
    found: list[tuple[Side, From | None]] = [
        ("time", scope.time.from_ if scope.time is not None else None),
        ("place", scope.place.from_ if scope.place is not None else None),
        ("who", scope.agent_from),
        ("means", scope.means_from),
    ]
    return tuple((side, whence) for side, whence in found if whence is not None and whence != "words")


def lies_in(one: Box, other: Box) -> tuple[Side, ...] | None:
    """The sides on which the first box lies in the second only if it is granted; () where it surely does, None where it does not.

    What is granted is that a side which one of them does not state equals the other's. The second is the box of a total.

    >>> swat = Place(text="Swat Valley", country="PAK", precision="area")
    >>> year = Box(first=734503, last=734868, place=swat, means="drone")
    >>> war = Box(first=734503, last=735170, place=Place(text="Pakistan", country="PAK", precision="country"), means="drone")
    >>> lies_in(year, war), lies_in(war, year), lies_in(year, Box(place=swat, means="drone")), lies_in(year, Box(first=1, place=swat))
    ((), None, ('time',), ('time', 'who', 'means'))
    """
    if not other.kinds <= _wider(one.kinds) or not (one.anchored and other.anchored):
        return None
    granted: list[Side] = []
    for side, judge in _JUDGES:
        verdict = judge(one, other)
        if verdict is False:
            return None
        if verdict is None:
            granted.append(side)
    return tuple(granted)


def apart(one: Box, other: Box) -> Side | Literal["kinds"] | None:
    """The side by which nothing can be in both boxes; None where that is not proved (rules 2.1 to 2.5)."""
    if kinds_apart(one.kinds, other.kinds):
        return "kinds"
    if one.anchored and other.anchored and (_before(one, other) or _before(other, one)):
        return "time"
    if one.place is not None and other.place is not None and whereabouts.apart(one.place, other.place):
        return "place"
    return None


def kinds_within(one: Kinds, other: Kinds) -> bool:
    """Are people of the first kinds surely of the second?

    >>> kinds_within(frozenset(["journalist"]), frozenset(["civilian"])), kinds_within(frozenset(["child"]), frozenset(["civilian"]))
    (True, False)
    """
    return other <= _wider(one)


@cache
def kinds_apart(one: Kinds, other: Kinds) -> bool:
    """Can nobody be of both?"""
    first, second = _wider(one), _wider(other)
    return any((a in first and b in second) or (b in first and a in second) for a, b in load("scopes")["kinds_apart"])


@cache
def _wider(kinds: Kinds) -> Kinds:
    under = load("scopes")["kinds_under"]
    return kinds | {under[each] for each in kinds if each in under}


def means_within(one: str, other: str) -> bool:
    """Is the first means the second as well? "drone" is "airstrike"."""
    return one == other or load("scopes")["means_under"].get(one) == other


def _before(one: Box, other: Box) -> bool:
    return one.last is not None and other.first is not None and one.last < other.first


def _time(one: Box, other: Box) -> bool | None:
    if one.first is not None and other.first is not None and one.first < other.first:
        return False
    if one.last is not None and other.last is not None and one.last > other.last:
        return False
    if None in (one.first, one.last, other.first, other.last):
        return None if not (_before(one, other) or _before(other, one)) else False
    return True


def _place(one: Box, other: Box) -> bool | None:
    return None if one.place is None or other.place is None else whereabouts.inside(one.place, other.place)


def _who(one: Box, other: Box) -> bool | None:
    """Rule 2.6: a total that says by what means, and not who, counts whoever did it."""
    if other.who is None:
        return True if other.means is not None else None
    return None if one.who is None else within(one.who, other.who)


def _means(one: Box, other: Box) -> bool | None:
    if other.means is None:
        return True if other.who is not None else None
    return None if one.means is None else means_within(one.means, other.means)


_JUDGES: tuple[tuple[Side, Callable[[Box, Box], bool | None]], ...] = (("time", _time), ("place", _place), ("who", _who), ("means", _means))
