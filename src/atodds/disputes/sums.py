"""Sums: the fewest accounts, proved apart from each other, that together exceed a bound (rule 5.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from atodds.disputes.accounts import Account, Number
from atodds.disputes.boxes import apart, kinds_apart

Apart = Callable[[Account, Account], bool]
Different = frozenset[tuple[str | None, str | None]]  # incidents that a person keeps apart, each pair both ways
ENOUGH = 4_000  # steps of the search before the first sum found, which may have more claims than the fewest, is taken


def fewest(candidates: Sequence[Account], bound: Number, are_apart: Apart) -> tuple[Account, ...]:
    """The accounts whose lows add up to more than the bound; () where none do.

    `candidates` have lows and stand in order: the largest low first, ties by least id. Of several sets of the fewest accounts it is the
    first in that order. Where the search is cut short, a set may hold more accounts than needed, but none that can be dropped.
    """
    if sum(each.low or 0 for each in candidates) <= bound:
        return ()
    steps = [ENOUGH]
    for size in range(2, len(candidates) + 1):
        if sum(each.low or 0 for each in candidates[:size]) <= bound:
            continue  # not even the largest are enough
        found = next(_sets(candidates, 0, size, bound, (), are_apart, steps), None)
        if found is not None:
            return found
        if steps[0] <= 0:
            return _without_need(_greedy(candidates, bound, are_apart), bound)
    return ()


def _sets(
    candidates: Sequence[Account], start: int, size: int, rest: Number, chosen: tuple[Account, ...], are_apart: Apart, steps: list[int]
) -> Iterator[tuple[Account, ...]]:
    """Sets of `size` more accounts that exceed the rest of the bound, in the order of the candidates."""
    if size == 0:
        if rest < 0:
            yield chosen
        return
    for place in range(start, len(candidates) - size + 1):
        steps[0] -= 1
        if steps[0] <= 0 or sum(each.low or 0 for each in candidates[place : place + size]) <= rest:
            return
        account = candidates[place]
        if all(are_apart(account, other) for other in chosen):
            yield from _sets(candidates, place + 1, size - 1, rest - (account.low or 0), (*chosen, account), are_apart, steps)


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
