"""Stamps: times as machines, logs and signals write them - "101530ZOCT11", "2011-10-10T15:30Z"; recognisers as in `dates`."""

from __future__ import annotations

import re
from datetime import date

from atodds.model.text import Tokens
from atodds.vocab.calendar import real_day, span, the_day, the_month, words
from atodds.vocab.dates import Found
from atodds.vocab.parts import is_many, is_year, word

_MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_GROUP = re.compile(rf"([0-3][0-9])[0-2][0-9][0-5][0-9](?:[a-z]|lcl|utc)?(?:{_MONTH}([0-9]{{2}}|[0-9]{{4}})?)?")
_SHORT = re.compile(rf"([0-3]?[0-9]){_MONTH}([0-9]{{2}}|[0-9]{{4}})")
_CLOCK = re.compile(r"[0-3]?[0-9]t[0-9]{1,6}z?")
_PIVOT = 50  # "90" is 1990, "11" is 2011


def time_group(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """A date-time group, "101530ZOCT11", "101530Z OCT 11", or a day in one word, "10OCT11"."""
    text = word(tokens, place)
    if not text[:1].isdigit() or len(text) < 6:
        return None
    whole = _GROUP.fullmatch(text) or _SHORT.fullmatch(text)
    if whole is None:
        return None
    day, month, year, end = whole[1], whole[2], whole[3], place + 1
    if month is None and text[-1].isalpha():
        month, end = word(tokens, end), end + 1
    number = words().short_months.get((month or "").rstrip(".")) or words().months.get(month or "")
    if number is None:
        return None
    if year is None:
        year, end = word(tokens, end), end + 1
    if not year.isdecimal() or len(year) not in (2, 4):
        return None
    found = real_day(_century(year), number, int(day))
    return (end, the_day(found)) if found else None


def _century(year: str) -> int:
    return int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= _PIVOT else 2000)


def time_stamp(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """ "2011-10-10T15:30:00Z": the day that it states."""
    figures = [word(tokens, place + step) for step in (0, 2)]
    last = word(tokens, place + 4)
    if word(tokens, place + 1) != "-" or word(tokens, place + 3) != "-" or not is_year(figures[0]) or _CLOCK.fullmatch(last) is None:
        return None
    day = last[: last.index("t")]
    if not figures[1].isdecimal():
        return None
    found = real_day(int(figures[0]), int(figures[1]), int(day))
    if found is None:
        return None
    end = place + 5
    while word(tokens, end) == ":" and word(tokens, end + 1)[:2].isdecimal():
        end += 2
    return end, the_day(found)


def month_in_figures(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """ "in 10/2012", "2012/13": a month of a year, two years."""
    first, second = word(tokens, place), word(tokens, place + 2)
    if (
        word(tokens, place + 1) != "/"
        or word(tokens, place - 1) not in ("in", "since", "from", "until", "winter", "season")
        or word(tokens, place + 3) == "/"
    ):
        return None
    if not (first.isdecimal() and second.isdecimal()) or is_many(tokens, place + 3):
        return None
    if is_year(second) and len(first) <= 2 and 1 <= int(first) <= 12:
        return place + 3, the_month(int(second), int(first))
    if is_year(first) and len(second) in (2, 4):
        until = int(second) if len(second) == 4 else int(first[:2] + second)
        return (place + 3, span(date(int(first), 1, 1), date(until, 12, 31))) if until == int(first) + 1 else None
    return None
