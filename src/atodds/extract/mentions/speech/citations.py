"""Citations: "(AP, Oct. 29)" or "[Dawn, 3 May 2009]" closing a sentence credits its words to an outlet."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from atodds.extract.mentions.speech.reading import Reading
from atodds.model.text import Span

_LONGEST = 12  # tokens between the brackets
_CLOSES = {"(": ")", "[": "]"}
_ENDS = frozenset(".!?\"'”’»")


class Citation(NamedTuple):
    """The outlet credited, the whole of its brackets, and the day it printed the words where that can be told."""

    outlet: Span
    at: Span
    day: date | None


def citation(read: Reading, published: date | None) -> Citation | None:
    """The citation that closes the sentence, or None: "(TTP)" and "(including 18 children)" are none."""
    last = read.size - 1
    while last > 0 and read.words[last] in _ENDS:
        last -= 1
    closing = read.words[last]
    opening = next((each for each in range(last - 1, max(-1, last - _LONGEST - 2), -1) if _CLOSES.get(read.words[each]) == closing), None)
    if opening is None or opening == 0 or last - opening < 2:
        return None
    comma = next((each for each in range(opening + 1, last) if read.words[each] in ",;"), last)
    outlet = Span(opening + 1, comma)
    known = read.lex.cited.at(read.lower, outlet.start)
    if known is None and read.lower[outlet.start] == "the":
        known = read.lex.cited.at(read.lower, outlet.start + 1)
    dated, day = _day(read, Span(comma + 1, last), published)
    named = read.capital(outlet.start) and dated and not any(word[0].isdigit() for word in read.words[outlet.start : outlet.end])
    if not (known is not None and known[0] == comma and (comma == last or dated)) and not (named and comma < last):
        return None
    return Citation(outlet, Span(opening, last + 1), day)


def _day(read: Reading, at: Span, published: date | None) -> tuple[bool, date | None]:
    """Is it a date, and which day: without its year the latest not after publication."""
    month = day = year = None
    for place in range(*at):
        word = read.words[place].rstrip(".,")
        number = int(word) if word.isdigit() and len(word) <= 4 else None
        if number is not None and number > 31:
            year = number
        elif number is not None:
            day = number
        elif read.lower[place] in read.lex.months:
            month = read.lex.months[read.lower[place]]
        elif word not in ("", ","):
            return False, None
    if month is None or day is None:
        return month is not None or year is not None, None
    if year is not None:
        return True, _date(year, month, day)
    if published is None:
        return True, None
    this = _date(published.year, month, day)
    return True, this if this is not None and this <= published else _date(published.year - 1, month, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
