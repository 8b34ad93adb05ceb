"""Ranges and lists of dates: "between 2007 and 2011", "Oct. 31-Nov. 1", "Thursday and Friday"; recognisers as in `dates`."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from atodds.model.text import Tokens
from atodds.model.when import When
from atodds.vocab.calendar import latest_day, latest_month, latest_weekday, span, unresolved
from atodds.vocab.dates import Found, anchored, is_one_weekday, meaning
from atodds.vocab.parts import (
    DASHES,
    Part,
    counts_people,
    day_at,
    is_many,
    is_noun,
    is_round_count,
    is_year,
    part_at,
    with_year,
    word,
)
from atodds.vocab.years import is_dated

_JOINS = {"between": frozenset(("and",)) | DASHES, "from": frozenset(("to", "until", "till", "through")) | DASHES}
_LOOSE = frozenset(("to", "through", "into")) | DASHES  # without a preposition: "May 3 to 7"


def date_range(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """ "between 2007 and 2011", "from 3 to 7 May 2011", "Oct. 31-Nov. 1", "January to March 2012", "Friday to Sunday"."""
    links = _JOINS.get(word(tokens, place))
    start = place if links is None else place + 1
    first = _end_of_range(tokens, start, published, framed=links is not None)
    if first is None or word(tokens, first[0]) not in (links or _LOOSE):
        return None
    second = _end_of_range(tokens, first[0] + 1, published, framed=True)
    if second is None or (links is None and not _same_kind(first[1], second[1])):
        return None
    end, until = second
    if until.month is None and until.day is not None and word(tokens, end - 1) not in DASHES and is_many(tokens, end):
        return None  # "between May 3 and 7 people"
    if until.day is not None and until.month is None and until.year is None:
        end, until = with_year(tokens, end, until, published)
    when = _between(first[1], until, anchored(tokens, place, published), published)
    return (end, when) if when else None


def _end_of_range(tokens: Tokens, place: int, published: date | None, *, framed: bool) -> tuple[int, Part] | None:
    """A date, a bare day ("3" of "3 to 7 May") or, between "from" and "to", a bare year."""
    found = part_at(tokens, place, published)
    if found is not None:
        return found
    text = word(tokens, place)
    if (
        is_year(text)
        and (framed or is_dated(tokens, place))
        and not is_round_count(tokens, place)
        and not (framed and counts_people(tokens, place + 1))
    ):
        return place + 1, Part(year=int(text))
    day = day_at(tokens, place + (text == "the"))
    return (day[0], Part(day=day[1])) if day else None


def _same_kind(first: Part, second: Part) -> bool:
    """Without "from", only like goes with like: "May 3 to 7", "January to March", not "May to 7"."""
    if first.year is not None and first.month is None:
        return second.year is not None and second.month is None
    if (first.weekday is None) != (second.weekday is None):
        return False
    return (first.day is None) == (second.day is None)


def _between(first: Part, second: Part, anchor: date | None, published: date | None) -> When | None:
    """From the beginning of one date to the end of another, each lending the other what it leaves out."""
    if first.month is None and second.month is None:
        if first.day is not None or second.day is not None:
            return None  # "between 3 and 7": no date
        if first.weekday is None or second.weekday is None:
            whole = first.year is not None and second.year is not None and first.year < second.year
            return span(date(first.year or 1, 1, 1), date(second.year or 1, 12, 31)) if whole else None
        return _weekdays(first.weekday, second.weekday, anchor)
    if (first.day is None) != (second.day is None) and first.month is not None and second.month is not None and second.day is None:
        return None  # "from May 3 to July"
    if first.month is None:
        first = first._replace(month=second.month) if first.day is not None and second.day is not None else first
    if second.month is None and second.day is not None and first.day is not None:
        second = second._replace(month=first.month)
    if first.month is None or second.month is None:
        return None
    return _in_years(first, second, anchor)


def _weekdays(first: int, second: int, anchor: date | None) -> When:
    """ "Thursday and Friday": the latest such Friday, and the Thursday before it."""
    if anchor is None:
        return unresolved("span")
    last = latest_weekday(second, anchor)
    return span(latest_weekday(first, last), last)


def _in_years(first: Part, second: Part, anchor: date | None) -> When | None:
    """Two dates with months; a missing year follows from the other's, or from the day of publication."""
    later = (first.month or 0, first.day or 0) <= (second.month or 0, second.day or 32)
    if first.adrift or second.adrift:
        return unresolved("span")
    if second.year is None and first.year is not None:
        second = second._replace(year=first.year if later else first.year + 1)
    if second.year is None:
        if anchor is None:
            return unresolved("span")
        day = latest_day(second.month or 1, second.day, anchor) if second.day else None
        second = second._replace(year=latest_month(second.month or 1, anchor) if day is None else day.year)
    if first.year is None:
        first = first._replace(year=second.year if later else (second.year or 1) - 1)
    begins, ends = meaning(first._replace(weekday=None), None), meaning(second._replace(weekday=None), None)
    if begins is None or ends is None or begins.earliest is None or ends.latest is None or begins.earliest > ends.latest:
        return None
    return span(begins.earliest, ends.latest)


def date_list(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """Dates that follow on each other: "2012 and 2013", "Thursday and Friday", "18 and 19 October", "May and June 2012".

    Others ("in 2008 and 2012") are no one interval: they are read one by one.
    """
    members, end = _members(tokens, place, published)
    if len(members) < 2:
        return None
    anchor = anchored(tokens, place, published)
    day, month, year = members[0].day, members[0].month or members[-1].month, members[-1].year
    if day is not None and any(member.month is None for member in members):
        # "18 and 19 October", "Oct. 18 and 19": one month for all
        members = [member._replace(month=member.month or month, year=member.year or year) for member in members]
        if len({member.month for member in members}) > 1:
            return None
        days = [member.day or 0 for member in members]
        when = (
            _between(members[0], members[-1], anchor, published)
            if days == list(range(days[0], days[0] + len(days)))
            else unresolved("span")
        )
        return (end, when) if when else None
    if not all(_same_kind(members[0], member) for member in members):
        return None
    return _adjoining(members, end, anchor, published)


def _adjoining(members: list[Part], end: int, anchor: date | None, published: date | None) -> Found | None:
    """The interval of a list of years, months, days or weekdays in which each follows on the one before."""
    first, last = members[0], members[-1]
    if first.weekday is not None and first.month is None:
        if any(following.weekday != ((each.weekday or 0) + 1) % 7 for each, following in pairwise(members)):
            return None
        return end, _weekdays(first.weekday, last.weekday or 0, anchor)
    when = _between(first, last, anchor, published)
    if when is None or when.earliest is None or when.latest is None:
        return (end, when) if when else None
    if first.month is None:
        together = when.latest.year - when.earliest.year + 1
    elif first.day is None:
        together = (when.latest.year - when.earliest.year) * 12 + when.latest.month - when.earliest.month + 1
    else:
        together = (when.latest - when.earliest).days + 1
    return (end, when) if together == len(members) else None


def _is_other_number(tokens: Tokens, end: int) -> bool:
    """Is the second number of "Oct. 18 and 12 people" or "Oct. 18 and 4/5/2012" no day of October?"""
    return is_noun(tokens, end) or word(tokens, end) in ("/", *DASHES)


def _members(tokens: Tokens, place: int, published: date | None) -> tuple[list[Part], int]:
    """The dates of a list, and where it ends: at least one "and" in it."""
    members: list[Part] = []
    end, here, joined = place, place, False
    while True:
        found = _end_of_range(tokens, here, published, framed=bool(members))
        if found is None or (members and found[1].month is None and found[1].day is not None and _is_other_number(tokens, found[0])):
            break
        if found[1].weekday is not None and found[1].month is None and not is_one_weekday(tokens, here, found[0]):
            break
        members.append(found[1])
        end = here = found[0]
        if joined or word(tokens, here) not in (",", "and", "&"):
            break
        joined = word(tokens, here) != ","
        here += 1
    if not joined or len(members) < 2:
        return [], place
    last = members[-1]
    if last.month is None and last.day is not None:
        end, last = with_year(tokens, end, last, published)
        members[-1] = last
    return members, end
