"""Calendar: the words of time, and the days that a week, a month, a year and their parts hold."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from atodds.model.when import Precision, When
from atodds.vocab import load

_LEAP = 8  # years from one 29 February to the next, at most


class Words(NamedTuple):
    """The words of time that more than one rule asks for; the others are read from `listed`."""

    months: dict[str, int]
    short_months: dict[str, int]
    weekdays: dict[str, int]
    short_weekdays: dict[str, int]
    counts: dict[str, int]  # "two": 2
    units: dict[str, str]
    functions: frozenset[str]  # words that are never a noun


@cache
def words() -> Words:
    """The words of time."""
    data, numbers, grammar = load("times"), load("numbers"), load("grammar")
    grammar_words = ("determiners", "be", "have", "modals", "negative", "conjunctions", "relatives", "prepositions", "adverbs")
    functions = (word for name in (*grammar_words, "clause_breaks", "noun_phrase_ends") for word in grammar[name])
    return Words(
        months=data["months"],
        short_months=data["short_months"],
        weekdays=data["weekdays"],
        short_weekdays=data["short_weekdays"],
        counts={"a": 1, "an": 1, **numbers["units"], **numbers["tens"]},
        units=data["units"],
        functions=frozenset(functions),
    )


@cache
def listed(name: str) -> frozenset[str]:
    """A list of `times.yml` as a set."""
    return frozenset(load("times")[name])


def mapped(name: str) -> Any:
    """A mapping of `times.yml`."""
    return load("times")[name]


def span(first: date, last: date, precision: Precision = "span") -> When:
    """The closed interval from the first day to the last."""
    return When(earliest=first, latest=last, precision=precision)


def unresolved(precision: Precision) -> When:
    """A definite time that the report does not anchor."""
    return When(precision=precision, unresolved=True)


def the_day(day: date) -> When:
    return span(day, day, "day")


def the_week(day: date) -> When:
    """Monday to Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return span(monday, monday + timedelta(days=6), "week")


def the_month(year: int, month: int) -> When:
    return span(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def the_year(year: int) -> When:
    return span(date(year, 1, 1), date(year, 12, 31), "year")


def months_of(year: int, first: int, last: int) -> When:
    """From the first day of one month to the last day of another."""
    return span(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none: 31 June."""
    return date(year, month, day) if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else None


def latest_weekday(weekday: int, by: date) -> date:
    """The latest such day on or before a day.

    >>> latest_weekday(3, by=date(2013, 11, 4))
    datetime.date(2013, 10, 31)
    """
    return by - timedelta(days=(by.weekday() - weekday) % 7)


def latest_day(month: int, day: int, by: date) -> date | None:
    """The latest such day of a year on or before a day."""
    days = (real_day(year, month, day) for year in range(by.year, by.year - _LEAP - 1, -1))
    return next((each for each in days if each is not None and each <= by), None)


def latest_month(month: int, by: date) -> int:
    """The year of the latest such month that has begun by a day."""
    return by.year if month <= by.month else by.year - 1


def back(day: date, count: int, unit: str) -> date:
    """The day so many units before; the last of a month where the month is too short.

    >>> back(date(2013, 3, 31), 1, "month"), back(date(2012, 2, 29), 1, "year")
    (datetime.date(2013, 2, 28), datetime.date(2011, 2, 28))
    """
    if unit in ("day", "week", "fortnight"):
        return day - timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    months = day.year * 12 + day.month - 1 - count * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def around(day: date, unit: str) -> When:
    """The day, the week, the month or the year that a day lies in."""
    match unit:
        case "day":
            return the_day(day)
        case "week":
            return the_week(day)
        case "month":
            return the_month(day.year, day.month)
        case _:
            return the_year(day.year)


def precision_of(unit: str) -> Precision:
    """How finely a unit dates: "three decades ago" names no single year."""
    fine: dict[str, Precision] = {"day": "day", "week": "week", "fortnight": "week", "month": "month", "year": "year"}
    return fine.get(unit, "open")


def days(period: When) -> tuple[date, date]:
    """The first and the last day of a closed interval."""
    if period.earliest is None or period.latest is None:
        raise ValueError(f"an open interval has no parts: {period.text or period.precision}")
    return period.earliest, period.latest


def third(period: When, which: int) -> When:
    """The first, middle or last third of a year (four months) or a month (days 1-10, 11-20, 21 to the end)."""
    begins, ends = days(period)
    if period.precision == "year":
        return months_of(begins.year, 4 * which + 1, 4 * which + 4)
    first = begins.replace(day=10 * which + 1)
    return span(first, ends if which == 2 else first + timedelta(days=9))


def fraction(period: When, which: int, parts: int) -> When:
    """A half or a quarter of a year, a half of a month."""
    begins, ends = days(period)
    if period.precision == "year":
        length = 12 // parts
        return months_of(begins.year, length * (which - 1) + 1, length * which)
    middle = begins.replace(day=15)
    return span(begins, middle) if which == 1 else span(middle + timedelta(days=1), ends)


def edge(period: When, count: int, unit: str, *, last: bool) -> When | None:
    """The first or last so many days, weeks or months of a period; None where it has no so many."""
    begins, ends = days(period)
    precision = precision_of(unit) if count == 1 else "span"
    if unit == "month":
        if period.precision != "year" or not 1 <= count <= 12:
            return None
        first, final = days(months_of(begins.year, 13 - count, 12) if last else months_of(begins.year, 1, count))
        return span(first, final, precision)
    length = timedelta(days=count * (7 if unit == "week" else 1) - 1)
    if unit not in ("day", "week") or not timedelta(0) <= length <= ends - begins:
        return None
    return span(ends - length, ends, precision) if last else span(begins, begins + length, precision)


def nth_week(period: When, which: int) -> When:
    """Days 1-7, 8-14, 15-21, 22-28 of a month."""
    first = days(period)[0] + timedelta(days=7 * (which - 1))
    return span(first, first + timedelta(days=6), "week")
