"""The axis of a comparison: round ticks, from nought where figures lie close together, in equal factors where they do not.

It is never broken. On a logarithmic axis nought has no place, so a claimed zero stands on a mark of its own before the axis begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import floor, log10

from atodds.model.record import Record

_FAR = 30  # times the least figure: beyond it, the small ones would lie on one another on an even axis
_EACH = 3  # decades: a longer axis has ticks at powers of ten alone, a shorter one at 1, 2, 5
_ZERO = 0.08  # of the width, before a logarithmic axis begins
_STEPS = (1, 2, 5, 10)
_BIG = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


class Axis(Record, frozen=True, kw_only=True):
    """From `first` to `last`, both of which are ticks. `ticks` hold 0 where it is shown."""

    log: bool
    first: float
    last: float
    ticks: tuple[float, ...]

    @property
    def by_weight(self) -> tuple[float, ...]:
        """The ticks in the order in which their numbers are given room: the first and the last, the powers of ten, the others."""
        first, *inner, last = self.ticks
        return (first, last, *filter(_is_power, inner), *inner)

    def at(self, value: float) -> float:
        """Where a number lies, from 0 (left) to 1 (right).

        >>> axis([0, 50, 100]).at(50), axis([0, 10, 1000]).at(0), axis([10, 1000]).at(100)
        (0.5, 0.0, 0.5)
        """
        if not self.log:
            return min(1.0, max(0.0, (value - self.first) / (self.last - self.first)))
        if value < self.first:
            return 0.0
        begins = _ZERO if 0 in self.ticks else 0.0
        share = (log10(value) - log10(self.first)) / (log10(self.last) - log10(self.first))
        return min(1.0, begins + share * (1 - begins))


def axis(bounds: Iterable[float], *, zero: bool = False) -> Axis:
    """The axis on which all these bounds lie; `zero`: nought has its place, also where nobody claims it."""
    every = sorted(bounds)
    above = [each for each in every if each > 0]
    if not above or above[-1] / above[0] <= _FAR:
        return _even(above[-1] if above else 1)
    return _factors(above[0], above[-1], zero=zero or every[0] <= 0)


def tick_words(value: float) -> str:
    """A tick's number, short enough to stand under it.

    >>> tick_words(2000), tick_words(6e9), tick_words(2_500_000)
    ('2,000', '6 billion', '2.5 million')
    """
    for size, name in _BIG:
        if value >= size:
            return f"{value / size:g} {name}"
    return f"{value:,.0f}" if value == int(value) else f"{value:g}"


def _even(most: float) -> Axis:
    """From nought to the round number behind the largest, in three to six steps."""
    step = _round_up(most / 5)
    if most <= 5 and most == int(most):
        step = 1  # people do not come in halves
    count = max(1, -int(-most // step))
    return Axis(log=False, first=0, last=step * count, ticks=tuple(step * each for each in range(count + 1)))


def _round_up(value: float) -> float:
    """The next 1, 2 or 5 times a power of ten, not below."""
    power = 10.0 ** floor(log10(value))
    found = next(each * power for each in _STEPS if each * power >= value * (1 - 1e-9))
    return int(found) if found >= 1 else found


def _factors(least: float, most: float, *, zero: bool) -> Axis:
    ticks = list(_rounds(least, most))
    decades = log10(ticks[-1]) - log10(ticks[0])
    if decades > _EACH:
        ticks = [each for each in ticks if each in (ticks[0], ticks[-1]) or _is_power(each)]
    return Axis(log=True, first=ticks[0], last=ticks[-1], ticks=(0, *ticks) if zero else tuple(ticks))


def _is_power(tick: float) -> bool:
    """Is it a power of ten?"""
    return f"{tick:e}".startswith("1.0")


def _rounds(least: float, most: float) -> Iterator[float]:
    """Every 1, 2 and 5 times a power of ten from the last that is not above the least to the first that is not below the largest."""
    power = 10.0 ** floor(log10(least))
    every: list[float] = []
    while not every or every[-1] < most:
        every += [power * each for each in _STEPS[:3]]
        power *= 10
    begin = max(place for place, each in enumerate(every) if each <= least * (1 + 1e-9))
    end = min(place for place, each in enumerate(every) if each >= most * (1 - 1e-9))
    yield from (int(each) if each >= 1 else each for each in every[begin : end + 1])
