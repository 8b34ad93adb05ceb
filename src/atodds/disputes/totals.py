"""Totals: their upper bounds, and all that surely lies inside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atodds.disputes.accounts import Account, Topic
from atodds.disputes.bounds import Bound
from atodds.disputes.proofs import Proof
from atodds.disputes.shelves import Shelf, topics_above, topics_below
from atodds.disputes.sums import Different


class Totals:
    """Which accounts refute the upper bound of a total, whether they came before it or after."""

    def __init__(self, different: Different) -> None:
        self._different = different
        self._shelves: dict[Topic, Shelf] = {}
        self._bounds: dict[str, Bound] = {}

    def put(self, accounts: list[Account]) -> None:
        many = len(accounts) > 1
        lows = [each.as_low for each in accounts if _says_some(each)]
        bounds = {each.id: each for each in accounts if each.caps_its_box}
        for low in lows:
            self._shelf(low.topic).put_low(low, many=many)
        for low in () if many and not self._bounds else lows:
            for bound in self._around(low):
                bound.put(low, self._different)
        for account in bounds.values():
            self._bounds[account.id] = Bound(account, self._inside(account))
            self._shelf(account.topic).put_bound(account)
            self._bounds[account.id].settle(self._different)

    def take(self, account: Account) -> None:
        if self._bounds.pop(account.id, None) is not None:
            self._shelf(account.topic).take_bound(account)
        if _says_some(account):
            low = account.as_low
            self._shelf(low.topic).take_low(low)
            for bound in self._around(low):
                bound.take(low, self._different)

    def proofs(self) -> Iterator[Proof]:
        for bound in self._bounds.values():
            yield from bound.proofs

    def about(self, account: Account) -> Iterator[Proof]:
        """What is proved of the bounds that an account is, or lies in."""
        own = self._bounds.get(account.id)
        for bound in (*self._around(account.as_low), *((own,) if own is not None else ())):
            yield from bound.proofs

    def _inside(self, bound: Account) -> Iterator[Account]:
        for topic in topics_below(bound.topic):
            yield from self._shelf(topic).inside(bound)

    def _around(self, low: Account) -> Iterable[Bound]:
        for topic in topics_above(low.topic):
            for account in self._shelf(topic).around(low):
                yield self._bounds[account.id]

    def _shelf(self, topic: Topic) -> Shelf:
        return self._shelves.setdefault(topic, Shelf())


def _says_some(account: Account) -> bool:
    """Does it say that there were some, of a thing that can lie inside a total?"""
    return account.low is not None and account.low > 0 and (account.total or account.events is not None)
