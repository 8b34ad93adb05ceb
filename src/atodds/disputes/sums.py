"""Sums: the fewest accounts, proved apart from each other, that together exceed a bound (rule 5.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from atodds.disputes.accounts import Account, Number
from atodds.disputes.boxes import apart, kinds_apart

Apart = Callable[[Account, Account], bool]
Different = frozenset[tuple[str | None, str | None]]  # incidents that a person keeps apart, each pair both ways
ENOUGH = 4_000  # steps of the search before the sum found first, which may have more claims than the fewest, is taken
DEEPEST = 400  # claims of a sum that is searched for; where it takes more, the sum found first is all there is


def fewest(candidates: Sequence[Account], bound: Number, are_apart: Apart) -> tuple[Account, ...]:
    """The accounts whose lows add up to more than the bound; () where none do.

    `candidates` have lows and stand in order: the largest low first, ties by least id. Of several sets of the fewest accounts it is the
    first in that order. Where the search is cut short, a set may hold more accounts than needed, but none that can be dropped.
    """
    candidates = [each for each in candidates if (each.low or 0) <= bound]  # one that exceeds it alone is a pair's matter
    upto = [0, *accumulate(each.low or 0 for each in candidates)]
    if upto[-1] <= bound:
        return ()
    least = next(size for size, together in enumerate(upto) if together > bound)  # not even the largest do with fewer
    taken = _without_need(_greedy(candidates, bound, are_apart), bound)
    search = _Search(candidates, upto, are_apart)
    for size in range(max(2, least), min(len(taken) or len(candidates) + 1, DEEPEST)):
        found = next(search.sets(0, size, bound, ()), None)
        if found is not None or search.steps <= 0:
            return found or taken
    return taken


class _Search:
    """Sets of accounts, each apart from the others, in the order of the candidates; `upto` are the sums of the first so many."""

    def __init__(self, candidates: Sequence[Account], upto: Sequence[Number], are_apart: Apart) -> None:
        self.steps = ENOUGH
        self._candidates, self._upto, self._are_apart = candidates, upto, are_apart

    def sets(self, start: int, size: int, rest: Number, chosen: tuple[Account, ...]) -> Iterator[tuple[Account, ...]]:
        """The sets of `size` more accounts, from `start` on, that exceed the rest of the bound."""
        if size == 0:
            if rest < 0:
                yield chosen
            return
        for place in range(start, len(self._candidates) - size + 1):
            self.steps -= 1
            if self.steps <= 0 or self._upto[place + size] - self._upto[place] <= rest:
                return
            account = self._candidates[place]
            if all(self._are_apart(account, other) for other in chosen):
                yield from self.sets(place + 1, size - 1, rest - (account.low or 0), (*chosen, account))


def _greedy(candidates: Sequence[Account], bound: Number, are_apart: Apart) -> tuple[Account, ...]:
    """Take each account that is apart from all taken before, until it is enough; () where it never is."""
    taken: list[Account] = []
    total: Number = 0
    for account in candidates:
        if all(are_apart(account, other) for other in taken):
            taken.append(account)
            total += account.low or 0
            if total > bound:
                return tuple(taken)
    return ()


def _without_need(accounts: tuple[Account, ...], bound: Number) -> tuple[Account, ...]:
    """Without those that the sum can spare, the smallest first."""
    for account in reversed(accounts):
        rest = tuple(each for each in accounts if each is not account)
        if sum(each.low or 0 for each in rest) > bound:
            accounts = rest
    return accounts


def why_apart(one: Account, other: Account, different: Different, whole: Account | None = None) -> str | None:
    """The side by which nobody can be counted in both, "parts" of the whole, or "decision"; None where that is not proved.

    Rivals on one incident never are apart, unless their kinds are; a part never is apart from its whole.
    """
    if one.whole in other.claims or other.whole in one.claims:
        return None
    if one.events is not None and one.events == other.events:
        return "kinds" if kinds_apart(one.kinds, other.kinds) else None
    if (one.events, other.events) in different:
        return "decision"
    return apart(one.box, other.box) or ("parts" if whole is not None and _told_apart(one, other, whole) else None)


def _told_apart(one: Account, other: Account, whole: Account) -> bool:
    """ "In one attack 18 ..., in the other 1": attacks of one set, in one sentence. Of one attack's dead some may be counted twice."""
    singly = whole.extent == "incidents" and one.extent == other.extent == "incident"
    return singly and one.sentence is not None and one.sentence == other.sentence
