"""Estimates: how many died by all accounts of an incident together, and on which side, the conservative way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from atodds.policy.accounts import Account, Side
from atodds.policy.base import Number
from atodds.policy.spread import Spread, added, union


class Estimate(NamedTuple):
    """`low <= best <= high` people; `sides` and `unknown` add up to `best`.

    `disputed`: the accounts differ about who the dead were, so that nobody is put on a side. `open_above`: the account that says
    most leaves its high side open.
    """

    best: Number
    low: Number
    high: Number
    sides: Mapping[Side, Number]
    unknown: Number
    open_above: bool
    disputed: bool


def estimate(told: Sequence[Account]) -> Estimate:
    """The estimate from what each origin says; there must be one, and each must count somebody.

    Where accounts count all the dead, the best estimate is the lowest of their plain numbers. Where none does, the sides are added, each
    by its lowest number - unless different origins put the same people on different sides.
    """
    totals = any(each.total is not None for each in told)
    sides = _lowest(told)
    if totals:
        every = [each.total.least for each in told if each.total is not None]
        plain = [each.total.least for each in told if each.total is not None and not each.soft]
        best, low = min(plain or every), min(every)
        disputed = sum(sides.values()) > best
    else:
        disputed = one_people(told)
        best = low = _of_parts(told, sides, disputed=disputed)
    known = {} if disputed else sides
    high, open_above = _reach(told, disputed=disputed or totals)
    return Estimate(best, low, max(high, best), known, best - sum(known.values()), open_above, disputed)


def one_people(told: Sequence[Account]) -> bool:
    """Do different origins put one number of people on different sides: 18 “militants”, 18 labourers? Rule 5.5 of the methodology."""
    placed = [(each.origin.key, side, numbers) for each in told for side, numbers in each.sides.items()]
    pairs = ((one, other) for place, one in enumerate(placed) for other in placed[:place])
    return any(one[0] != other[0] and one[1] != other[1] and _meet(one[2], other[2]) for one, other in pairs)


def _lowest(told: Sequence[Account]) -> dict[Side, Number]:
    """For each side the lowest number that an account gives."""
    every = sorted({side for each in told for side in each.sides})
    return {side: min(each.sides[side].least for each in told if side in each.sides) for side in every}


def _of_parts(told: Sequence[Account], sides: Mapping[Side, Number], *, disputed: bool) -> Number:
    """How many died at least, where no account counts all of them."""
    together = (min(sides.values()) if disputed else sum(sides.values())) if sides else 0
    others = [each.others.least for each in told if each.others is not None]
    return max(together, min(others, default=0))  # kinds of no known side may be among the sides


def _reach(told: Sequence[Account], *, disputed: bool) -> tuple[Number, bool]:
    """The most that is told, and whether it stays open. Sides of different accounts are added only where no account counts them all."""
    every = [numbers for each in told for numbers in _numbers(each)]
    if not disputed:
        by_side = {side: [each.sides[side] for each in told if side in each.sides] for one in told for side in one.sides}
        every += [added(map(union, by_side.values()))] if by_side else []
    reach = union(every)
    return reach.most, reach.open_above


def _numbers(account: Account) -> list[Spread]:
    told = (account.total, *account.sides.values(), account.others)
    return [numbers for numbers in told if numbers is not None]


def _meet(one: Spread, other: Spread) -> bool:
    """Is there a number that both allow?"""
    low = max(one.low or 0, other.low or 0)
    return all(high is None or low <= high for high in (one.high, other.high))
