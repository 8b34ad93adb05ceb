"""Open totals: at odds if a side that one does not state equals the other's (rule 5.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atodds.disputes.accounts import Account, Topic, lies
from atodds.disputes.boxes import Kinds, Side
from atodds.disputes.proofs import Proof

_SOON = 31  # days from the end of one count to that of another which may still be of one period: a count is older than its report
_WIDEST_FIRST = ("country", "admin1", "admin2", "area", "town", "exact")


class Opens:
    """Totals by what they count and whose they are, the widest first."""

    def __init__(self) -> None:
        self._totals: dict[Topic, dict[str, list[Account]]] = {}
        self._changed: set[Topic] = set()
        self._found: dict[Topic, tuple[Proof, ...]] = {}

    def put(self, accounts: Iterable[Account]) -> None:
        for account in accounts:
            if account.total and account.box.anchored:
                self._totals.setdefault(account.topic, {}).setdefault(account.origin.side, []).append(account)
                self._changed.add(account.topic)

    def take(self, account: Account) -> None:
        if account.total and account.box.anchored:
            self._totals[account.topic][account.origin.side].remove(account)
            self._changed.add(account.topic)

    def proofs(self) -> Iterator[Proof]:
        for topic in self._changed:
            self._found[topic] = tuple(_proofs(self._totals[topic]))
        self._changed.clear()
        for found in self._found.values():
            yield from found


def _proofs(by_side: dict[str, list[Account]]) -> Iterator[Proof]:
    """One total with a side not stated, against the widest comparable one of each other side, where that one's widest is it."""
    widest = {side: sorted(totals, key=_width) for side, totals in _joined(by_side).items()}
    seen: set[tuple[str, ...]] = set()
    for side in sorted(widest):
        for total in filter(_is_open, widest[side]):
            for another in sorted(widest):
                for other in _partners(total, widest[another]) if another != side else ():
                    if total in _partners(other, widest[side]):
                        yield from _once(_conflicts(total, other), seen)


def _once(proofs: Iterable[Proof], seen: set[tuple[str, ...]]) -> Iterator[Proof]:
    for proof in proofs:
        key = (proof.lows[0].id, proof.bound.id)
        if key not in seen:
            seen.add(key)
            yield proof


def _partners(total: Account, others: list[Account]) -> list[Account]:
    """Of each kind of people the widest that is comparable. `others` have the widest first."""
    found: dict[Kinds, Account] = {}
    for each in others:
        if each.kinds not in found and (_granted(total, each) or _granted(each, total)):
            found[each.kinds] = each
    return list(found.values())


def _joined(by_side: dict[str, list[Account]]) -> dict[str, list[Account]]:
    """The same, "the Ministry of Defence" of no stated country on the side of the one state whose Ministry of Defence speaks as well."""
    every = [account for totals in by_side.values() for account in totals]
    states: dict[str, set[str]] = {}
    for each in every:
        state, _, office = each.origin.key.partition("-")
        if state == each.origin.side and office:
            states.setdefault(office, set()).add(state)
    found: dict[str, list[Account]] = {}
    for each in every:
        known = states.get(each.origin.key.partition("@")[0], set())
        found.setdefault(next(iter(known)) if len(known) == 1 else each.origin.side, []).append(each)
    return found


def _conflicts(one: Account, other: Account) -> Iterator[Proof]:
    for low, bound in ((one, other), (other, one)):
        if low.low is not None and bound.high is not None and bound.caps_its_box and low.low > bound.high:
            granted = _granted(low, bound)
            if granted:
                yield Proof(bound, (low,), "open", granted)


def _granted(one: Account, other: Account) -> tuple[Side, ...]:
    """The sides on which the first total lies in the second only if it is granted; () where it surely does, or is not comparable."""
    granted = lies(one, other) or ()
    return granted if granted and _comparable(one, other, granted) else ()


def _comparable(one: Account, other: Account, granted: tuple[Side, ...]) -> bool:
    """Is there something that both name, is nothing granted of who and how but what neither says, and can the periods be one?"""
    mine, its = one.box, other.box
    sides = {"place": (mine.place, its.place), "who": (mine.who, its.who), "means": (mine.means, its.means)}
    named = any(a is not None and b is not None for a, b in sides.values())
    unsaid = all(sides[side] == (None, None) for side in ("who", "means") if side in granted)
    return named and unsaid and _end_together(one, other)


def _end_together(low: Account, bound: Account) -> bool:
    """Does the lower count end with the other, or a month later at most? "300,000 so far", of 2016, is no rival of a count of 2014."""
    first, second = _end(low), _end(bound)
    return first is None or second is None or first <= second + _SOON


def _end(account: Account) -> int | None:
    """The last day that a count can reach: its period's, else the day it was made."""
    if account.box.last is not None:
        return account.box.last
    return None if account.origin.made is None else account.origin.made.toordinal()


def _is_open(account: Account) -> bool:
    """Rule 2.6: who and by what means are open only where neither is stated."""
    box = account.box
    return None in (box.first, box.last, box.place) or (box.who is None and box.means is None)


def _width(account: Account) -> tuple[bool, int, int, str]:
    """Stated periods first, the longest of them before all; then the widest place, one not stated being widest; ties by least id."""
    box = account.box
    stated = box.first is not None and box.last is not None
    days = (box.last or 0) - (box.first or 0) if stated else 0
    precision = box.place.precision if box.place is not None else None
    place = -1 if box.place is None else _WIDEST_FIRST.index(precision) if precision else len(_WIDEST_FIRST)
    return not stated, -days, place, account.id
