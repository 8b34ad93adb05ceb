"""Periods name exactly the days of their interval, and tell three kinds of null apart."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.model.when import When
from atodds.vocab.periods_shown import between, period

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2030, 12, 31))


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2012-01-01", "2012-12-31", "2012"),
        ("2012-01-01", "2013-12-31", "2012/2013"),
        ("2008-01-01", "2013-11-30", "2008/2013-11"),
        ("2008-01-01", "2013-11-04", "2008/2013-11-04"),
        ("2007-10-01", "2007-10-31", "2007-10"),
        ("2007-10-25", "2007-10-31", "2007-10-25/2007-10-31"),
        ("2012-01-01", "2012-06-30", "2012-01/2012-06"),
        ("2012-06-01", "2013-12-31", "2012-06/2013-12"),
        ("2012-01-01", "2012-01-01", "2012-01-01"),
    ],
)
def test_between(earliest: str, latest: str, words: str) -> None:
    assert between(date.fromisoformat(earliest), date.fromisoformat(latest)) == words


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, "no period given"),
        (When(precision="open"), "no period given"),
        (When(earliest=date(2008, 1, 1), precision="span"), "since 2008"),
        (When(latest=date(2012, 3, 31), precision="span"), "until 2012-03"),
        (When(precision="day", text="last\nFriday", unresolved=True), "“last Friday” (no date to count it from)"),
    ],
)
def test_nulls_are_told_apart(when: When | None, words: str) -> None:
    assert period(when) == words


@given(DAYS, st.integers(min_value=0, max_value=3000))
def test_the_words_lead_back_to_the_days(earliest: date, days: int) -> None:
    latest = earliest + timedelta(days=days)
    first, _, last = between(earliest, latest).partition("/")
    assert _first_day(first) == earliest
    assert _last_day(last or first) == latest


def _first_day(words: str) -> date:
    return date.fromisoformat((words + "-01-01")[:10])


def _last_day(words: str) -> date:
    year, *rest = (int(part) for part in words.split("-"))
    month = rest[0] if rest else 12
    return date(year, month, rest[1] if len(rest) > 1 else monthrange(year, month)[1])
