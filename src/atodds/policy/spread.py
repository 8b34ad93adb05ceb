"""Spreads: from the least that anyone says to the most, with the sides that stay open."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from atodds.policy.base import Number

Bounds = tuple[Number | None, Number | None]  # the least and the most of one figure; None: it leaves that side open


class Spread(NamedTuple):
    """`least` and `most` are the smallest and the largest number that is stated.

    A side is open where the figure that goes furthest leaves it open: "at least 12" and "15" make 12 to 15, "at least 12" and "10" make
    10 to 12 or more.
    """

    least: Number
    most: Number
    open_below: bool
    open_above: bool

    @property
    def low(self) -> Number | None:
        return None if self.open_below else self.least

    @property
    def high(self) -> Number | None:
        return None if self.open_above else self.most

    def __str__(self) -> str:
        """The spread as a recorder writes it.

        >>> str(spread([(12, None), (15, 15)])), str(spread([(12, None), (10, 10)])), str(spread([(None, 25)]))
        ('12-15', '10-12 or more', 'up to 25')
        """
        words = f"{self.least:,}" if self.least == self.most else f"{self.least:,}-{self.most:,}"
        sides = " or ".join(word for word, is_open in (("fewer", self.open_below), ("more", self.open_above)) if is_open)
        if sides == "fewer" and self.least == self.most:
            return f"up to {words}"
        return f"{words} or {sides}" if sides else words


def spread(figures: Iterable[Bounds]) -> Spread:
    """All figures in one spread. An open side stays open unless another figure goes beyond its number.

    Every figure must give a number, and there must be one. With one figure more, `least` never rises and `most` never falls.
    """
    return union(map(_one, figures))


def union(spreads: Iterable[Spread]) -> Spread:
    """Some spreads in one, by the same rule; there must be one."""
    every = list(spreads)
    least, most = min(each.least for each in every), max(each.most for each in every)
    below = any(each.open_below and each.least == least for each in every)
    above = any(each.open_above and each.most == most for each in every)
    return Spread(least, most, below, above)


def added(spreads: Iterable[Spread]) -> Spread:
    """Different people together: the least of all, the most of all, open where one of them is.

    >>> str(added([spread([(3, 3)]), spread([(9, None)])]))
    '12 or more'
    """
    every = list(spreads)
    return Spread(
        sum(each.least for each in every), sum(each.most for each in every),
        any(each.open_below for each in every), any(each.open_above for each in every),
    )  # fmt: skip


def less(people: Spread, fighters: Spread) -> Spread:
    """People without those among them who fought, never below 0.

    >>> str(less(spread([(20, 20)]), spread([(5, 8)]))), str(less(spread([(20, 20)]), spread([(5, None)])))
    ('12-15', '0-15')
    """
    least = 0 if fighters.open_above else max(0, people.least - fighters.most)
    return Spread(least, max(0, people.most - fighters.least), people.open_below, people.open_above)


def _one(figure: Bounds) -> Spread:
    low, high = figure
    numbers = [number for number in figure if number is not None]
    return Spread(min(numbers), max(numbers), low is None, high is None)
