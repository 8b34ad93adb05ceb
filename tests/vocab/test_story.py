"""Times of the story's own clock: what they mean behind a day that was told, and that they never lie ahead of the report."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.vocab.story import told_from

TOLD = date(1990, 1, 12)  # a Friday

# Words, and the days that they mean behind 12 January 1990.
ROWS = [
    # pointers
    ("the same day", "1990-01-12/1990-01-12"),
    ("that night", "1990-01-12/1990-01-12"),
    ("The next day", "1990-01-13/1990-01-13"),
    ("the following morning", "1990-01-13/1990-01-13"),
    ("the previous night", "1990-01-11/1990-01-11"),
    # counts before and behind
    ("a day earlier", "1990-01-11/1990-01-11"),
    ("the day before", "1990-01-11/1990-01-11"),
    ("two days later", "1990-01-14/1990-01-14"),
    ("10 days before", "1990-01-02/1990-01-02"),
    # a week, a month, a year around the day so far away
    ("a week earlier", "1990-01-01/1990-01-07"),
    ("two weeks later", "1990-01-22/1990-01-28"),
    ("the month before", "1989-12-01/1989-12-31"),
    ("three years earlier", "1987-01-01/1987-12-31"),
    # weekdays of the story
    ("following Monday", "1990-01-15/1990-01-15"),
    ("previous Friday", "1990-01-05/1990-01-05"),
    # no day can be counted
    ("days later", None),
    ("Ramadan", None),
    ("Thursday", None),
]


@pytest.mark.parametrize(("words", "days"), ROWS, ids=[words for words, _ in ROWS])
def test_behind_a_friday(words: str, days: str | None) -> None:
    found = told_from(words, TOLD, None)
    assert (None if found is None else f"{found.earliest}/{found.latest}") == days


@given(st.sampled_from([words for words, _ in ROWS]), st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(0, 400))
def test_nothing_is_told_of_days_after_the_report(words: str, told: date, later: int) -> None:
    published = told + timedelta(days=later)
    found = told_from(words, told, published)
    assert found is None or (found.latest is not None and found.latest <= published)


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(1, 99))
def test_as_many_days_later_lead_back(told: date, count: int) -> None:
    before = told_from(f"{count} days earlier", told, None)
    assert before is not None
    assert before.earliest is not None
    after = told_from(f"{count} days later", before.earliest, None)
    assert after is not None
    assert after.earliest == told
