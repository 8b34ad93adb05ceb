"""Dates: days, months, weekdays and seasons, and the days that they mean.

Every recogniser is a function `(tokens, place, published) -> (end, When) | None`: what begins at token `place`, and the token
behind it. A day or month without a year is the latest on or before the day of publication, as the news has it; without that
day, or behind "will" or "scheduled", it stays unresolved.
"""

from __future__ import annotations

from datetime import date, timedelta

from atodds.model.text import Tokens
from atodds.model.when import When
from atodds.vocab.calendar import (
    latest_day,
    latest_month,
    latest_weekday,
    listed,
    mapped,
    months_of,
    real_day,
    the_day,
    the_month,
    the_year,
    unresolved,
    words,
)
from atodds.vocab.parts import (
    Part,
    day_at,
    is_noun,
    is_round_count,
    is_year,
    month_at,
    part_at,
    weekday_at,
    word,
    year_at,
)  # fmt: skip

Found = tuple[int, When]

_CLAUSE = 12  # tokens to the left in which "will" still makes a weekday one to come
_BREAKS = frozenset(',;:.()“”"') | {"that", "who", "which", "when", "where", "but", "after", "because", "while"}


def is_ahead(tokens: Tokens, place: int) -> bool:
    """Does the clause before speak of days to come: "the talks scheduled for Monday"?"""
    for left in range(place - 1, max(-1, place - _CLAUSE), -1):
        if tokens.lower[left] in listed("ahead"):
            return True
        if tokens.lower[left] in _BREAKS:
            return False
    return False


def meaning(part: Part, published: date | None) -> When | None:
    """The days of a date read against the day of publication; None where the calendar has no such day."""
    if part.month is None:
        if part.weekday is None:
            return None if part.year is None else the_year(part.year)
        return unresolved("day") if published is None else the_day(latest_weekday(part.weekday, published))
    anchor = None if part.adrift else published
    if part.day is None:
        if part.year is None:
            return unresolved("month") if anchor is None else the_month(latest_month(part.month, anchor), part.month)
        return the_month(part.year, part.month)
    if part.year is not None:
        day = real_day(part.year, part.month, part.day)
        return the_day(day) if day else None
    if real_day(2000, part.month, part.day) is None:
        return None
    if anchor is None:
        return unresolved("day")
    day = latest_day(part.month, part.day, anchor)
    # "Thursday, Oct. 18" in a year in which the 18th was a Friday: one of the two is wrong
    if day is None or (part.weekday is not None and day.weekday() != part.weekday):
        return unresolved("day")
    return the_day(day)


def anchored(tokens: Tokens, place: int, published: date | None) -> date | None:
    return None if published is None or is_ahead(tokens, place) else published


def full_date(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """A day with its month: "Oct. 18, 2007", "18 October", "Thursday, Oct. 18", "2012-05-03", "25 MAR 89"."""
    found = part_at(tokens, place, published)
    if found is None or found[1].day is None:
        return None
    end, part = found
    if word(tokens, end) in listed("named_after_a_day"):
        return None  # "9 October Avenue", "the 19 April Movement"
    anchor = anchored(tokens, place, published)
    if part.year is None and (
        ([part.month, part.day] in mapped("event_days") and _names_event(tokens, place, end)) or _is_due(tokens, end)
    ):
        anchor = None
    when = meaning(part, anchor)
    return (end, when) if when else None


def day_of_month(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """ "on the 5th": the latest such day; "on the 5th of last month". Not "on the 5th floor"."""
    if word(tokens, place) != "the" or word(tokens, place - 1) != "on" or word(tokens, place + 1)[-2:] not in ("st", "nd", "rd", "th"):
        return None
    found = day_at(tokens, place + 1)
    if found is None or is_noun(tokens, found[0]):
        return None
    end, anchor = found[0], anchored(tokens, place, published)
    if word(tokens, end) == "of":
        pointer = word(tokens, end + 1)
        if pointer not in ("this", "last", "the") or word(tokens, end + 2) != "month":
            return None
        end += 3
        anchor = anchor.replace(day=1) - timedelta(days=1) if anchor is not None and pointer == "last" else anchor
    return end, unresolved("day") if anchor is None else _latest_in_month(found[1], anchor)


def _latest_in_month(number: int, by: date) -> When:
    """The latest day of that number on or before a day; open where neither its month nor the one before has it."""
    last = by.replace(day=1) - timedelta(days=1)
    days = (real_day(year, month, number) for year, month in ((by.year, by.month), (last.year, last.month)))
    found = next((each for each in days if each is not None and each <= by), None)
    return the_day(found) if found is not None else unresolved("day")


def _is_due(tokens: Tokens, end: int) -> bool:
    """ "the 11 March elections": they may lie ahead or behind, and in which year nobody says."""
    behind = tokens.lower[end : end + 3]
    for text in behind:
        if text in listed("scheduled"):
            return True
        if not text.isalpha() or text in words().functions:
            return text in ("will", "shall")
    return False


def _names_event(tokens: Tokens, place: int, end: int) -> bool:
    """ "since Sept. 11", "the Sept. 11 attacks": the day of one event, in a year that the words leave out."""
    return word(tokens, place - 1) in listed("event_day_before") or word(tokens, end) in listed("event_day_after")


def month(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """A month: "May 2012", "in October", "the July offensive". Never "may have been" or "march on the capital"."""
    found = part_at(tokens, place, published)
    if found is None or found[1].month is None or found[1].day is not None:
        return None
    end, part = found
    if word(tokens, end) in listed("named_after_a_day") and day_at(tokens, place - 1):
        return None
    if part.year is None and not part.adrift and not _stands_alone(tokens, place):
        return None
    when = meaning(part, anchored(tokens, place, published))
    return (end, when) if when else None


def _stands_alone(tokens: Tokens, place: int) -> bool:
    """Is a month's name without a day or year surely the month?"""
    text, before = word(tokens, place), word(tokens, place - 1)
    if text.rstrip(".") in words().short_months:
        # "in Oct."; "Jan" is a name, and "Vina del Mar." a town
        return before in listed("proves_month") and (text[-1] == "." or word(tokens, place + 1) == ".")
    if text not in listed("doubtful_months"):
        return True
    if before in listed("proves_month"):
        return before != "of" or word(tokens, place - 2) != "'s"
    named = before in listed("determiners") and is_noun(tokens, place + 1)
    return named and not tokens.words[place].isupper()  # "the May bombing"; "THE MARCH ON" proves nothing


def weekday(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """A weekday: "Thursday", "Monday night", "early on Friday". Not "Good Friday", "every Sunday", "the Sunday Times"."""
    start = place
    if word(tokens, place) in ("early", "late", "earlier"):
        start = place + 2 if word(tokens, place + 1) == "on" else place + 1
    found = weekday_at(tokens, start)
    if found is None or not is_one_weekday(tokens, start, found[0]):
        return None
    end, number = found
    anchor = anchored(tokens, place, published)
    for tail in (("last", "week"), ("of", "last", "week")):
        if tuple(tokens.lower[end : end + len(tail)]) == tail:
            return _weekday_last_week(end + len(tail), number, published)
    return end, meaning(Part(weekday=number), anchor) or unresolved("day")


def is_one_weekday(tokens: Tokens, start: int, end: int) -> bool:
    before, behind = word(tokens, start - 1), word(tokens, end)
    if before == "on" and word(tokens, start - 2) == "mail":
        return False
    return before not in listed("not_weekday_after") and behind not in listed("not_weekday_before")


def _weekday_last_week(end: int, number: int, published: date | None) -> Found:
    """ "on Friday last week": of the week before that of the publication."""
    if published is None:
        return end, unresolved("day")
    return end, the_day(published - timedelta(days=published.weekday() + 7 - number))


def pointed(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """ "last Friday", "last July" (before the day or month of publication); "next Monday" stays open."""
    text = word(tokens, place)
    if text not in ("last", "this", "next") or word(tokens, place - 1) in listed("determiners"):
        return None
    start = place + 2 if text == "this" and word(tokens, place + 1) in ("past", "last") else place + 1
    day, named = weekday_at(tokens, start), month_at(tokens, start)
    if day is not None:
        if published is None or (text != "last" and start == place + 1):
            return day[0], unresolved("day")
        return day[0], the_day(latest_weekday(day[1], published - timedelta(days=1)))
    if named is None or day_at(tokens, named[0]) or year_at(tokens, named[0], published):
        return None
    if text == "this" and word(tokens, start) in listed("doubtful_months") and tokens.words[start].isupper():
        return None  # "THIS MAY HAVE BEEN"
    if published is None or (text != "last" and start == place + 1):
        return named[0], unresolved("month")
    before = published.replace(day=1) - timedelta(days=1)
    return named[0], the_month(latest_month(named[1], before), named[1])


def named_day(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """ "9/11": the name of an event, a day that the words do not date."""
    if word(tokens, place + 1) != "/" or word(tokens, place + 3) == "/":
        return None
    figures = [word(tokens, place), word(tokens, place + 2)]
    if all(figure.isdecimal() for figure in figures) and [int(figure) for figure in figures] in mapped("written_event_days"):
        return place + 3, unresolved("day")
    return None


def season(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """ "the summer of 2010": June to August, as in the north. A winter lies in two years, "last summer" in one of two: open."""
    start = place + (word(tokens, place) in listed("season_pointers"))
    text, pointer = word(tokens, start), word(tokens, start - 1) if start > place else ""
    if text not in mapped("seasons") or word(tokens, place - 1) in listed("not_season_after"):
        return None
    here = start + 2 if word(tokens, start + 1) in ("of", ",") else start + 1
    if is_year(word(tokens, here)) and not is_round_count(tokens, here):
        months, year = mapped("seasons")[text], int(word(tokens, here))
        return here + 1, unresolved("span") if months is None else months_of(year, *months)
    named = pointer in ("this", "last", "next") or (pointer == "the" and text not in ("spring", "fall"))
    if not named or word(tokens, start + 1) == "of" or is_noun(tokens, start + 1):
        return None
    return start + 1, unresolved("span")
