"""Axes: round ticks, nought at its place, equal factors only where figures lie far apart."""

from __future__ import annotations

import pytest

from atodds.views.axis import axis, tick_words

AXES = [
    # close together: from nought
    ([113, 126, 151], False, ("0", "50", "100", "150", "200")),
    ([1, 2, 3], False, ("0", "1", "2", "3")),
    ([0, 0], False, ("0", "1")),
    ([], False, ("0", "1")),
    ([0.5, 0.7], False, ("0", "0.2", "0.4", "0.6", "0.8")),
    # far apart: equal factors, nought on a mark of its own where somebody claims it
    ([0, 19, 884], True, ("0", "10", "20", "50", "100", "200", "500", "1,000")),
    ([5, 200], True, ("5", "10", "20", "50", "100", "200")),
    ([3, 2e9], True, ("2", "10", "100", "1,000", "10,000", "100,000", "1 million", "10 million", "100 million", "1 billion", "2 billion")),
]


@pytest.mark.parametrize(("bounds", "log", "ticks"), AXES)
def test_axes(bounds: list[float], log: bool, ticks: tuple[str, ...]) -> None:
    made = axis(bounds)
    assert (made.log, tuple(map(tick_words, made.ticks))) == (log, ticks)


def test_nought_stands_apart_on_an_axis_of_factors() -> None:
    made = axis([0, 10, 1000])
    assert made.at(0) == 0 < made.at(10) < made.at(1000) == 1
    assert made.at(100) - made.at(10) == pytest.approx(made.at(1000) - made.at(100))
