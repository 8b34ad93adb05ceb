"""Datelines: "KABUL, Afghanistan (Jan. 25, 2013)", "LIMA (PERU), 9 JAN 90 (EFE) --": where, and on which day, a report was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from atodds.vocab.days import DAY, SHORT_DAY, YEARLESS_DAY, day

_REGION = r",\s[A-Z][A-Za-z'’.]{1,20}(?:\s[A-Z][A-Za-z'’.]{1,20})?"
_LAND = r"\s\([A-Z][A-Z'’. -]{1,30}\)"  # SAN JOSE (COSTA RICA)
PLACE = rf"[A-Z][A-Z'’.-]{{1,20}}(?:\s[A-Z][A-Z'’.-]{{1,20}}){{0,3}}(?:{_REGION}|{_LAND})?"
_CAPITALISED = r"[A-Z][a-z'’-]{1,20}(?:\s[A-Z][a-z'’-]{1,20}){0,2},\s[A-Z][a-z'’-]{1,20}(?:\s[A-Z][a-z'’-]{1,20})?"
_DASH = r"\s?(?:--|—|–|-\s)"
# "KABUL, Afghanistan (Jan. 25, 2013)"; "Kabul, Afghanistan (Jan. 25) -"; "GENEVA, 4 November 2013 --", "LIMA, 9 JAN 90 (EFE) --"
DATELINE = re.compile(
    rf"{PLACE}\s\(((?i:{DAY}|{YEARLESS_DAY}))\)"
    rf"|{_CAPITALISED}\s\(((?i:{DAY}|{YEARLESS_DAY}))\){_DASH}"
    rf"|{PLACE},\s((?i:{DAY}|{SHORT_DAY}|{YEARLESS_DAY}))\s?(?:--|—|–|\(|\[|:|-\s)"
)
# "2012-04-S-052", "2009-12-CA-XXX": the number of a press release holds its year and month
RELEASE = re.compile(r"(?<![\w-])([0-9]{4})-([0-9]{2})-[A-Z]{1,4}[-–][0-9X]{1,4}\b")
_OPENING = re.compile(r"(?:^|\s\s|[\r\f\u2028\u2029])\s{0,8}(?=[A-Z])", re.MULTILINE)
_HAS_YEAR = re.compile(r"[0-9]{4}|[0-9]\s[A-Za-z]{3,9}\.?\s[0-9]{2}$")
_NEAR = 60  # days between two datelines of one file, or a dateline and its publication


def at_an_opening(form: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Where a line, or what stands behind a wide gap, begins with such words: there a dateline stands."""
    for opening in _OPENING.finditer(text):
        if found := form.match(text, opening.end()):
            yield found


def day_of(dateline: re.Match[str], release: re.Match[str] | None) -> date | None:
    """The day that a dateline gives."""
    return dated(dateline[1] or dateline[2] or dateline[3], release)


def dated(words: str, release: re.Match[str] | None) -> date | None:
    """The day; without a year where the release's number has a year and that very month."""
    if _HAS_YEAR.search(words):
        return day(words)
    if release is None:
        return None
    stated = day(f"{words}, {release[1]}")
    return stated if stated is not None and f"{stated:%m}" == release[2] else None


def near(dateline: re.Match[str], known: date | None) -> date | None:
    """The day of a dateline without a year, where a day near it is known: "LIMA, Oct. 18 (Wire) -" in a report of that month."""
    words = dateline[1] or dateline[2] or dateline[3]
    if known is None:
        return None
    days = [stated for year in (known.year, known.year - 1, known.year + 1) if (stated := day(f"{words}, {year}"))]
    return next((each for each in days if abs((each - known).days) <= _NEAR), None)
