"""From the least to the most, and which side stays open."""

from __future__ import annotations

import pytest

from atodds.policy.spread import Bounds, Spread, added, less, spread


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ([(12, 12)], "12"),
        ([(12, 12), (30, 30)], "12-30"),
        # nobody goes beyond 12: nobody says how many more
        ([(12, None)], "12 or more"),
        ([(12, None), (10, 10)], "10-12 or more"),
        ([(12, None), (12, 12)], "12 or more"),
        # somebody does
        ([(12, None), (15, 15)], "12-15"),
        ([(12, None), (15, 15), (20, None)], "12-20 or more"),
        # the same below
        ([(None, 25)], "up to 25"),
        ([(None, 25), (20, 20)], "20-25"),
        ([(None, 25), (30, 30)], "25-30 or fewer"),
        ([(4, 7), (5, 6)], "4-7"),
        # zero is a number
        ([(0, 0), (3, 3)], "0-3"),
        ([(2000, 2000)], "2,000"),
    ],
)
def test_spread(figures: list[Bounds], words: str) -> None:
    assert str(spread(figures)) == words
    assert spread(reversed(figures)) == spread(figures)


def test_an_open_side_is_no_number() -> None:
    assert (spread([(12, None)]).high, spread([(None, 25)]).low) == (None, None)


def test_different_people_are_added_and_fighters_taken_off() -> None:
    assert added([spread([(3, 3)]), spread([(4, 5)])]) == Spread(7, 8, False, False)
    assert less(spread([(20, 20)]), spread([(5, 8)])) == Spread(12, 15, False, False)
    # more fighters than people: nobody is left, and nobody less than that
    assert less(spread([(3, 3)]), spread([(5, 5)])) == Spread(0, 0, False, False)
