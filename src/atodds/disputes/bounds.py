"""Bounds: what refutes the upper side of one account; the strongest of each origin, or the fewest that do it together (rule 5.2)."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from atodds.disputes.accounts import Account
from atodds.disputes.boxes import kinds_apart, kinds_within
from atodds.disputes.proofs import Ground, Proof
from atodds.disputes.sums import Different, fewest, why_apart
from atodds.vocab import words_of

_Entry = tuple[float, str, Account]  # its low with the sign turned, its id


def order(account: Account) -> _Entry:
    """The largest low first, ties by least id."""
    return -(account.low or 0), account.id, account


class Bound:
    """The upper side of a total, and the accounts inside it that say at least something."""

    def __init__(self, account: Account, inside: Iterable[Account]) -> None:
        self.account = account
        self._inside = sorted((order(each) for each in inside), key=lambda entry: entry[:2])
        self._mass = sum(each.low or 0 for _, _, each in self._inside)
        self._spare: float | None = None  # how much may still be added before a sum can exceed the bound; None: not known
        self.proofs: tuple[Proof, ...] = ()

    def put(self, account: Account, different: Different) -> None:
        insort(self._inside, order(account), key=lambda entry: entry[:2])
        self._mass += account.low or 0
        if self._spare is not None:
            self._spare -= account.low or 0
        self.settle(different)

    def take(self, account: Account, different: Different) -> None:
        entry = order(account)
        del self._inside[bisect_left(self._inside, entry[:2], key=lambda each: each[:2])]
        self._mass -= account.low or 0
        self._spare = None
        self.settle(different)

    def settle(self, different: Different) -> None:
        """Find again what refutes the bound."""
        high = self.account.high
        if high is None or self._mass <= high or not self._inside:
            self.proofs = ()
        elif -self._inside[0][0] > high or self._spare is None or self._spare < 0:
            self.proofs = self._proofs(high, different)

    def _proofs(self, high: float, different: Different) -> tuple[Proof, ...]:
        above = [each for _, _, each in self._inside[: bisect_left(self._inside, -high, key=lambda entry: entry[0])]]
        found = alone(self.account, above, "inside")
        if _settled(found):
            return found
        addable = [each for _, _, each in self._inside if each.topic[0] in words_of("scopes", "additive")]
        self._spare = high - sum(_best_of_each(addable))
        return _with_sums(self.account, found, addable if self._spare < 0 else (), "inside", different)


def _best_of_each(accounts: Sequence[Account]) -> Iterator[float]:
    """The largest low of each incident: no sum is more than these. `accounts` have the largest first."""
    seen: set[tuple[str, object]] = set()
    for each in accounts:
        key = (each.events or each.id, each.kinds)
        if key not in seen:
            seen.add(key)
            yield each.low or 0


def _with_sums(
    bound: Account, found: tuple[Proof, ...], addable: Sequence[Account], ground: Ground, different: Different
) -> tuple[Proof, ...]:
    """What refutes the bound alone; where none of it does so for sure, those who surely do together. `addable`: the largest first."""
    if _settled(found):
        return found
    together = sums(bound, [each for each in addable if each.soft is None], ground, different)
    return (*found, *together) if found or together else sums(bound, addable, ground, different)


def _settled(found: Sequence[Proof]) -> bool:
    """Is the bound refuted as surely as it can be?"""
    return any(each.relation == "contradiction" or each.bound.soft is not None for each in found)


def alone(bound: Account, above: Iterable[Account], ground: Ground) -> tuple[Proof, ...]:
    """A proof for each origin that says more than the bound: a contradiction before what is only at odds, then the largest low."""
    best: dict[str, Proof] = {}
    sure: set[str] = set()
    for low in above:
        if low.origin.key not in sure:  # of many who say more, most are passed over here
            proof = Proof(bound, (low,), ground)
            if proof.relation == "contradiction":
                best[low.origin.key] = proof
                sure.add(low.origin.key)
            else:
                best.setdefault(low.origin.key, proof)
    return tuple(best.values())


def sums(bound: Account, lows: Sequence[Account], ground: Ground, different: Different) -> tuple[Proof, ...]:
    """The one sum that refutes the bound, if there is one."""
    whole = bound if ground == "part" else None
    chosen = fewest(lows, bound.high or 0, lambda one, other: why_apart(one, other, different, whole) is not None)
    ways = (why_apart(one, other, different, whole) for one, other in combinations(chosen, 2))
    return (Proof(bound, chosen, ground, apart=tuple(sorted({way for way in ways if way is not None}))),) if chosen else ()


def against(bound: Account, others: Iterable[Account], ground: Ground, different: Different, *, additive: bool) -> tuple[Proof, ...]:
    """What refutes a bound among accounts of the same events or of its parts: the strongest of all, or the fewest together."""
    if bound.high is None:
        return ()
    fitting = [each for each in others if each.low is not None and each.low > 0 and _fits(each, bound, ground)]
    lows = [each for _, _, each in sorted((order(each) for each in fitting), key=lambda entry: entry[:2])]
    above = [each for each in lows if (each.low or 0) > (bound.high or 0)]
    found = _with_sums(bound, alone(bound, above, ground), lows if additive else (), ground, different)
    return tuple(sorted(found, key=lambda each: (each.relation == "at_odds", len(each.lows), order(each.lows[0])[:2]))[:1])


def _fits(low: Account, bound: Account, ground: Ground) -> bool:
    """Are the people of the one surely among those of the other? Of a part the words say so: "12 civilians, including 5 women"."""
    return not kinds_apart(low.kinds, bound.kinds) if ground == "part" else kinds_within(low.kinds, bound.kinds)
