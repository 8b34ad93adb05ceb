"""Days as reports write them: "Nov. 2, 2007", "2 November 2007", "2007-11-02"."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from atodds.vocab import load

_WORDS: Any = load("masthead")
_MONTHS: dict[str, int] = _WORDS["months"]
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = "(?:" + "|".join(sorted(_WORDS["weekdays"], key=len, reverse=True)) + ")"
_NUMBER = r"[0-9]{1,2}(?:st|nd|rd|th)?"

DAY = (
    rf"(?:{_WEEKDAY}\.?,?\s)?"
    "(?:"
    rf"{_MONTH}\s{_NUMBER}[,.]?\s?[0-9]{{4}}"  # Nov. 2, 2007
    rf"|{_NUMBER}\s(?:of\s)?{_MONTH},?\s[0-9]{{4}}"  # 2 November 2007
    r"|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}"  # 2007-11-02
    r"|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}"  # 02.11.2007
    r")(?![\w-])"
)
YEARLESS_DAY = rf"(?:{_MONTH}\s{_NUMBER}|{_NUMBER}\s{_MONTH})(?![\w-])"
SHORT_DAY = rf"[0-9]{{1,2}}\s{_MONTH}\s[0-9]{{2}}(?![\w-])"  # 3 JAN 90, of telegrams

_NAMED = re.compile(rf"({_MONTH})", re.IGNORECASE)
_FIGURES = re.compile(r"[0-9]+")
_PIVOT = 50  # "90" is 1990, "13" is 2013
_YEARS = range(1800, 2101)


def day(words: str) -> date | None:
    """The day that the words name, or None where they name none surely.

    >>> day("Friday, Nov. 2, 2007"), day("3 JAN 90"), day("02/11/2007")
    (datetime.date(2007, 11, 2), datetime.date(1990, 1, 3), None)
    """
    numbers = [int(figure) for figure in _FIGURES.findall(words[:60])]
    named = _NAMED.search(words)
    if named is not None and len(numbers) == 2:
        year = numbers[1] if numbers[1] > 99 else numbers[1] + (1900 if numbers[1] >= _PIVOT else 2000)
        return _date(year, _MONTHS[named[1].rstrip(".").lower()], numbers[0])
    return _of_figures(words, numbers) if named is None and len(numbers) == 3 else None


def _of_figures(words: str, numbers: list[int]) -> date | None:
    """Year first is plain; day or month first is plain only with stops, or where one of them is above twelve."""
    first, second, third = numbers
    if first > 31:
        return _date(first, second, third)
    if "." in words or first > 12 or first == second:
        return _date(third, second, first)
    return _date(third, first, second) if second > 12 else None


def _date(year: int, month: int, number: int) -> date | None:
    if year not in _YEARS:
        return None
    try:
        return date(year, month, number)
    except ValueError:  # February 30
        return None


def iso_day(words: str) -> date | None:
    """The day of an ISO date or time stamp, as stated: "2013-11-04T23:30:00+05:00" is the 4th."""
    stated = words.strip()[:10]
    try:
        return date.fromisoformat(stated) if len(stated) == 10 else None
    except ValueError:
        return None
