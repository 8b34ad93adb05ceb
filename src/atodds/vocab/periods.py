"""Periods: years, months and weeks, their parts, and those named from the day of publication; recognisers as in `dates`."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from atodds.model.text import Tokens
from atodds.model.when import When
from atodds.vocab.calendar import (
    around,
    back,
    edge,
    fraction,
    listed,
    mapped,
    nth_week,
    precision_of,
    span,
    the_day,
    the_week,
    the_year,
    third,
    unresolved,
    words,
)  # fmt: skip
from atodds.vocab.dates import Found, anchored, full_date, meaning
from atodds.vocab.lexicon import Phrases
from atodds.vocab.parts import Part, day_at, is_many, is_round_count, is_year, month_at, word, year_at

_SATURDAY = 5

_NARROWED = ("early", "late", "earlier")  # before "Monday", "yesterday", "last week": the interval stays as it is


@cache
def _near_days() -> Phrases[int]:
    return Phrases(mapped("near"))


def near_day(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """ "yesterday", "today", "last night", "this morning", "late yesterday". Never the newspaper "USA Today"."""
    start = place + 1 if word(tokens, place) in _NARROWED else place
    found = _near_days().at(tokens.lower, start) if word(tokens, start) else None
    if found is None or _is_title(tokens, start):
        return None
    end, days = found
    return end, unresolved("day") if published is None else the_day(published + timedelta(days=days))


def _is_title(tokens: Tokens, place: int) -> bool:
    """ "USA Today", "CBS This Morning": a capital inside a sentence, behind another."""
    before = tokens.words[place - 1] if place else ""
    return (tokens.words[place].istitle() and before[:1].isupper()) or before.lower() in listed("titles_before_today")


def unit_at(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """A whole year, month or week: "2012", "May 2012", "last month", "this year", "the year"."""
    text, following = word(tokens, place), word(tokens, place + 1)
    if is_year(text):
        return None if is_round_count(tokens, place) else (place + 1, the_year(int(text)))
    if text in ("last", "this", "next", "the") and following in ("year", "month", "week"):
        if text == "the" and following == "week":
            return None
        return place + 2, unresolved(precision_of(following)) if published is None else _shifted(published, following, text)
    named = month_at(tokens, place)
    if named is None or (day_at(tokens, named[0]) and not is_many(tokens, named[0] + 1)):
        return None
    year = year_at(tokens, named[0], published)
    part = Part(month=named[1]) if year is None else Part(month=named[1], year=year[1], adrift=year[1] is None)
    when = meaning(part, anchored(tokens, place, published))
    return (year[0] if year else named[0], when) if when else None


def _shifted(published: date, unit: str, pointer: str) -> When:
    """The year, month or week before that of the publication, the same or the one after."""
    shift = {"last": -1, "next": 1}.get(pointer, 0)
    if unit == "week":
        return the_week(published + timedelta(days=7 * shift))
    return around(back(published.replace(day=1), -shift, unit), unit)


def calendar_unit(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """ "last month", "next year", "this week" (up to the publication), "earlier this month", "the week before last"."""
    if word(tokens, place) == "the" and tuple(tokens.lower[place + 2 : place + 4]) == ("before", "last"):
        return _before_last(place, word(tokens, place + 1), published)
    start = place + 1 if word(tokens, place) in (*_NARROWED, "later") else place
    pointer, unit = word(tokens, start), word(tokens, start + 1)
    if pointer == "the" and unit == "weekend" and word(tokens, place - 1) in listed("weekend_leads"):
        # said on a Sunday, it may be the one that has not ended
        return start + 2, _weekend(published) if published is None or published.weekday() < _SATURDAY else unresolved("span")
    if pointer not in ("last", "this", "next") or (
        start == place and word(tokens, place - 1) in listed("determiners") and pointer != "this"
    ):
        return None
    if unit == "weekend":
        return start + 2, _weekend(published) if pointer == "last" else unresolved("span")
    found = unit_at(tokens, start, published) if unit in ("year", "month", "week") else None
    if found is None or published is None:
        return found
    if word(tokens, place) == "later":
        return found[0], unresolved(found[1].precision)
    return found[0], _until_now(found[1], published) if pointer == "this" else found[1]


def _until_now(when: When, published: date) -> When:
    """No later than the day of publication: "this year" ends there."""
    if when.earliest is None or when.latest is None or not when.earliest <= published < when.latest:
        return when
    return span(when.earliest, published, when.precision)


def _before_last(place: int, unit: str, published: date | None) -> Found | None:
    if unit not in ("week", "month", "year"):
        return None
    if published is None:
        return place + 4, unresolved(precision_of(unit))
    return place + 4, around(back(published.replace(day=1) if unit != "week" else published, 2, unit), unit)


def _weekend(published: date | None) -> When:
    """The Saturday and Sunday before the week of the publication."""
    if published is None:
        return unresolved("span")
    monday = published - timedelta(days=published.weekday())
    return span(monday - timedelta(days=2), monday - timedelta(days=1))


def part_of_period(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """ "early 2012", "mid-May", "late last year", "the end of 2012", "the last week in October", "the second half of 2012"."""
    start = place + (word(tokens, place) == "the")
    text = word(tokens, start)
    if text in mapped("thirds"):
        return _third_of(tokens, start, published)
    if text in mapped("ends") and word(tokens, start + 1) == "of":
        return _end_of(tokens, start, published)
    if text in mapped("ordinals"):
        return _ordinal_of(tokens, start, published)
    if text == "week" and word(tokens, start + 1) == "of":
        found = full_date(tokens, start + 2, published)
        return (found[0], the_week(found[1].earliest) if found[1].earliest else unresolved("week")) if found else None
    return None


def _third_of(tokens: Tokens, start: int, published: date | None) -> Found | None:
    """ "early 2012" is January to April, "late May" the 21st to the 31st; "late last week" stays the week."""
    here = start + 2 if word(tokens, start + 1) in ("-", "of", "in") else start + 1
    found = unit_at(tokens, here, published)
    if found is None or found[1].precision == "week" or word(tokens, here) == "the":
        return None
    if found[1].earliest is None:
        return found[0], unresolved("span")
    when = third(found[1], mapped("thirds")[word(tokens, start)])
    return found[0], _until_now(when, published) if published and word(tokens, here) == "this" else when


def _end_of(tokens: Tokens, start: int, published: date | None) -> Found | None:
    """ "the end of 2012" is its last month, "the beginning of May" its first seven days."""
    found = unit_at(tokens, start + 2, published)
    if found is None or found[1].precision == "week":
        return None
    if found[1].earliest is None:
        return found[0], unresolved("span")
    last = mapped("ends")[word(tokens, start)] == "last"
    when = edge(found[1], 1, "month", last=last) if found[1].precision == "year" else edge(found[1], 7, "day", last=last)
    return (found[0], span(when.earliest, when.latest)) if when and when.earliest and when.latest else None


def _ordinal_of(tokens: Tokens, start: int, published: date | None) -> Found | None:
    """ "the first six months of 2012", "the third week of May", "the first quarter of 2012"."""
    which, here = mapped("ordinals")[word(tokens, start)], start + 1
    count = words().counts.get(
        word(tokens, here), int(word(tokens, here)) if word(tokens, here).isdecimal() and len(word(tokens, here)) < 3 else 0
    )
    here += count > 0
    unit, link = word(tokens, here), word(tokens, here + 1)
    if link not in ("of", "in") or (unit not in words().units and unit not in ("half", "quarter")):
        return None
    found = unit_at(tokens, here + 2, published)
    if found is None or found[1].precision == "week":
        return None
    if found[1].earliest is None:
        return found[0], unresolved("week" if unit == "week" else "span")
    if count == 0 and unit.endswith("s"):
        return (found[0], third(found[1], 0 if which == 1 else 2)) if which in (1, -1) else None  # "the last days of June"
    when = _piece(found[1], which, max(count, 1), words().units.get(unit, unit), counted=count > 0)
    return (found[0], when) if when else None


def _piece(period: When, which: int, count: int, unit: str, *, counted: bool) -> When | None:
    if unit in ("half", "quarter"):
        parts = 2 if unit == "half" else 4
        if counted or not 1 <= which <= parts or (period.precision == "month" and unit == "quarter"):
            return None
        return fraction(period, which, parts)
    if which in (1, -1):
        return edge(period, count, unit, last=which == -1)
    return nth_week(period, which) if unit == "week" and period.precision == "month" and not counted else None
