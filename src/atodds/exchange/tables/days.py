"""Days: the cells of a date as the interval that they state, never finer than the table says."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from atodds.exchange.tables.counts import Unreadable
from atodds.model.when import Precision, When
from atodds.vocab import load
from atodds.vocab.days import day, iso_day

_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_YEAR = re.compile(r"\d{4}")
_CLOCK = re.compile(r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm])?Z?)$")  # "2012-07-06 00:00:00.000": no part of the day
_WEEK = timedelta(days=6)


def stated(words: str, form: str | None = None) -> When:
    """The days that one cell states. Raises Unreadable for one that states none, or may mean two.

    >>> stated("2012-07").latest, stated("6 July 2012").earliest, stated("06.07.2012", "%d.%m.%Y").earliest
    (datetime.date(2012, 7, 31), datetime.date(2012, 7, 6), datetime.date(2012, 7, 6))
    """
    bare = _CLOCK.sub("", words)
    if form is not None:
        return _day(_by_form(words, bare, form))
    if _YEAR.fullmatch(bare):
        return When(earliest=_date(int(bare), 1, 1, words), latest=_date(int(bare), 12, 31, words), precision="year")
    month = _month(bare)
    if month is not None:
        first = _date(*month, 1, words)
        return When(earliest=first, latest=_month_end(first), precision="month")
    found = iso_day(bare) or day(bare)
    if found is None:
        raise Unreadable(f"{words!r} is no day that can be read in one way only; write 2012-07-06, or give the map a time.format")
    return _day(found)


def period(first: When, last: When | None, precision: Precision | None) -> When:
    """The interval from the first cell's days to the last one's, widened to what the table's own precision leaves open.

    A day that stands for "some day of that week" may be any day of it: a week on either side of it holds the event. A day that stands
    for its month or year becomes that month or year. Raises Unreadable for an end before the beginning.
    """
    earliest, latest = first.earliest, last.latest if last is not None else first.latest
    if earliest is None or latest is None or latest < earliest:
        raise Unreadable(f"it ends on {latest}, before it begins on {earliest}")
    told = precision or (first.precision if last is None or last == first else "span")
    told = "span" if told == "day" and earliest < latest else told
    if precision == "week" and earliest == latest:
        return When(earliest=earliest - _WEEK, latest=latest + _WEEK, precision="week")
    if precision == "month" and latest - earliest < timedelta(days=27):
        return When(earliest=earliest.replace(day=1), latest=_month_end(latest), precision="month")
    if precision == "year" and earliest == latest:
        return When(earliest=earliest.replace(month=1, day=1), latest=latest.replace(month=12, day=31), precision="year")
    return When(earliest=earliest, latest=latest, precision=told)


def _by_form(words: str, bare: str, form: str) -> date:
    for each in (words, bare):
        try:
            return datetime.strptime(each, form).date()
        except ValueError:
            continue
    raise Unreadable(f"{words!r} is not written as {form}")


def _month(bare: str) -> tuple[int, int] | None:
    """ "2012-07", "July 2012"."""
    numbers = _MONTH.fullmatch(bare)
    if numbers is not None:
        return int(numbers[1]), int(numbers[2])
    name, _, year = bare.partition(" ")
    number = load("masthead")["months"].get(name.rstrip(".").lower())
    return (int(year), number) if number is not None and _YEAR.fullmatch(year) else None


def _day(found: date) -> When:
    return When(earliest=found, latest=found, precision="day")


def _month_end(first: date) -> date:
    following = first.replace(day=28) + timedelta(days=4)
    return following - timedelta(days=following.day)


def _date(year: int, month: int, number: int, words: str) -> date:
    try:
        return date(year, month, number)
    except ValueError:
        raise Unreadable(f"{words!r} is no day of any calendar") from None
