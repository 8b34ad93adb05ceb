"""Shelves: accounts put where they are found again, by what is counted, by place and by day."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator

from atodds.disputes.accounts import Account, Topic, lies
from atodds.incidents.whereabouts import Cell, cell, cells
from atodds.vocab import load

_Entry = tuple[int, str, Account]  # first day, id


class Shelf:
    """Accounts of one topic: those that say at least something, by every area around them; the bounds of totals, by their own area."""

    def __init__(self) -> None:
        self._lows: dict[Cell, list[_Entry]] = {}
        self._bounds: dict[Cell, list[Account]] = {}
        self._unsorted: set[Cell] = set()

    def put_low(self, account: Account, *, many: bool = False) -> None:
        """Keep an account that may lie inside a total. `many`: more follow, the order is made when it is asked for."""
        if account.box.first is None or account.box.place is None:
            return  # it lies surely inside nothing
        entry = (account.box.first, account.id, account)
        for area in cells(account.box.place):
            held = self._lows.setdefault(area, [])
            if many:
                held.append(entry)
                self._unsorted.add(area)
            else:
                insort(held, entry)

    def take_low(self, account: Account) -> None:
        if account.box.first is None or account.box.place is None:
            return
        for area in cells(account.box.place):
            held = self._sorted(area)
            del held[bisect_left(held, (account.box.first, account.id))]

    def put_bound(self, account: Account) -> None:
        if account.box.place is not None:
            self._bounds.setdefault(cell(account.box.place), []).append(account)

    def take_bound(self, account: Account) -> None:
        if account.box.place is not None:
            self._bounds[cell(account.box.place)].remove(account)

    def inside(self, bound: Account) -> Iterator[Account]:
        """The accounts that surely lie in the box of a total."""
        box = bound.box
        if box.place is None or box.first is None or box.last is None:
            return
        held = self._sorted(cell(box.place))
        for place in range(bisect_left(held, (box.first,)), bisect_right(held, (box.last, "\U0010ffff"))):
            account = held[place][2]
            if account.id != bound.id and lies(account, bound) == ():
                yield account

    def around(self, account: Account) -> Iterator[Account]:
        """The totals with an upper bound in whose box the account surely lies."""
        if account.box.place is None:
            return
        for area in cells(account.box.place):
            for bound in self._bounds.get(area, ()):
                if bound.id != account.id and lies(account, bound) == ():
                    yield bound

    def _sorted(self, area: Cell) -> list[_Entry]:
        held = self._lows.get(area, [])
        if area in self._unsorted:
            held.sort()
            self._unsorted.discard(area)
        return held


def topics_above(topic: Topic) -> tuple[Topic, ...]:
    """The topic, and a wider one that counts it as well: the killed are among the killed or wounded."""
    wider = load("scopes")["measures_under"].get(topic[0])
    return (topic,) if wider is None else (topic, (wider, topic[1]))


def topics_below(topic: Topic) -> tuple[Topic, ...]:
    """The topic, and those that it counts as well."""
    return (topic, *((measure, topic[1]) for measure, wider in load("scopes")["measures_under"].items() if wider == topic[0]))
