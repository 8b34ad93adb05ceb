"""Counted times: "two days ago", "the past month", "the week to Oct. 20", "overnight"; recognisers as in `dates`."""

from __future__ import annotations

from datetime import date, timedelta

from atodds.model.text import Tokens
from atodds.model.when import When
from atodds.vocab.calendar import around, back, latest_weekday, listed, precision_of, span, the_day, unresolved, words
from atodds.vocab.dates import Found, full_date
from atodds.vocab.parts import weekday_at, word
from atodds.vocab.periods import near_day, unit_at

Units = tuple[int, int | None, str]  # the end, the count (None: vague), the unit

_MOST = 200  # units or years back: "300 years ago" is no news
_YEARS_OF = {"decade": 10}
_HALF_A_DAY = 12  # hours; fewer than a day reach back into the day before


def units_at(tokens: Tokens, place: int) -> Units | None:
    """ "two days", "a week", "10 years", "a few months", "days": the end, the count (None: vague) and the unit."""
    text, here = word(tokens, place), place
    count: int | None = None
    if text.isdecimal() and len(text) <= 3:
        count, here = int(text), place + 1
    elif text in words().counts:
        count, here = words().counts[text], place + 1
    if word(tokens, here) in listed("vague_numbers"):
        count, here = None, here + 1
        here += word(tokens, here) == "of"
    elif count is None and (not text.endswith("s") or _is_counted(tokens, place)):
        return None
    unit = words().units.get(word(tokens, here))
    if unit is None or (count is not None and count * _YEARS_OF.get(unit, 1) > _MOST):
        return None
    return here + 1, count, unit


def _is_counted(tokens: Tokens, place: int) -> bool:
    before = word(tokens, place - 1)
    return before in words().counts or before[:1].isdigit()


def ago(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """ "two days ago" is a day, "three weeks ago" the week around it, "a year ago today" the day itself; "days ago" stays open."""
    found = units_at(tokens, place)
    if found is None or word(tokens, found[0]) != "ago":
        return None
    end, count, unit = found[0] + 1, found[1], found[2]
    if count is None or unit == "decade":
        return end, unresolved("open")
    exact = _to_the_day(tokens, end, published)
    if exact is not None:
        end, day = exact
        return end, the_day(back(day, count, unit)) if day is not None else unresolved("day")
    loose = word(tokens, place - 1) in listed("about") - listed("just")
    if published is None or loose:
        return end, unresolved(precision_of(unit))
    return end, around(back(published, count, unit), "week" if unit == "fortnight" else unit)


def _to_the_day(tokens: Tokens, place: int, published: date | None) -> tuple[int, date | None] | None:
    """ "today", "yesterday" or a weekday behind "a week ago": from which day it is counted."""
    near = near_day(tokens, place, published) if word(tokens, place) in ("today", "yesterday") else None
    if near is not None:
        return near[0], near[1].earliest
    day = weekday_at(tokens, place)
    if day is None:
        return None
    return day[0], None if published is None else latest_weekday(day[1], published)


def hours_ago(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """ "minutes ago" is the day of publication; "two hours ago" and "overnight" that day or the one before."""
    text, here = word(tokens, place), place
    if text in listed("overnight"):
        return (place + 1, _day_or_eve(published)) if _is_free(tokens, place) else None
    if text in words().counts or text in listed("vague_numbers") or (text.isdecimal() and len(text) <= 2):
        here += 1 + (word(tokens, place + 1) in listed("vague_numbers"))
    unit = word(tokens, here)
    if word(tokens, here + 1) != "ago" or unit not in listed("hours") | listed("minutes"):
        return None
    if unit in listed("minutes"):
        return here + 2, unresolved("day") if published is None else the_day(published)
    if text.isdecimal() and int(text) > _HALF_A_DAY:
        return here + 2, unresolved("day")
    return here + 2, _day_or_eve(published)


def _is_free(tokens: Tokens, place: int) -> bool:
    """ "overnight" beside a day of its own ("overnight Friday", "overnight on 3 May", "Thursday overnight") adds nothing to it."""
    behind = place + 1 + (word(tokens, place + 1) in ("on", "into", "from", "to", "between", "of", "the"))
    beside = (word(tokens, behind), word(tokens, place - 1))
    named = any(text in words().weekdays or text.rstrip(".") in words().short_months or text in words().months for text in beside)
    return not named and full_date(tokens, behind, None) is None


def _day_or_eve(published: date | None) -> When:
    return unresolved("span") if published is None else span(published - timedelta(days=1), published)


def past_period(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """ "the past month", "the last three weeks", "past 24 hours": up to the publication; "recent days" stays open."""
    framed = word(tokens, place) in ("the", "this", "these")
    start = place + framed
    pointer = word(tokens, start)
    if pointer == "recent" and word(tokens, start + 1) in words().units:
        return start + 2, unresolved("open")
    if pointer not in ("past", "last", "previous", "preceding"):
        return None
    counted = word(tokens, start + 1) not in words().units
    found = _hours_at(tokens, start + 1) or units_at(tokens, start + 1) or one_unit(tokens, start + 1)
    if found is None or not (framed or counted or pointer == "past") or (pointer != "past" and word(tokens, found[0]) == "of"):
        return None
    end, count, unit = found
    if count is None:
        return end, unresolved("open")
    if pointer == "last" and not counted and unit == "day":
        return None  # "the last day"
    precision = precision_of(unit) if count == 1 and unit != "day" else "span"
    if published is None or pointer in ("previous", "preceding"):
        return end, unresolved(precision)
    return end, span(back(published, count, unit), published, "span" if precision == "open" else precision)


def one_unit(tokens: Tokens, place: int) -> Units | None:
    unit = words().units.get(word(tokens, place))
    return (place + 1, None if word(tokens, place).endswith("s") else 1, unit) if unit else None


def _hours_at(tokens: Tokens, place: int) -> Units | None:
    """ "24 hours", "few hours", as the days that they reach back into."""
    text = word(tokens, place)
    if word(tokens, place + 1) not in listed("hours"):
        return None
    if text.isdecimal() and len(text) <= 3:
        return place + 2, -(-int(text) // 24), "day"
    return (place + 2, 1, "day") if text in ("few", "several") else None


def period_to(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """ "the week to Oct. 20", "the 12 months ending in October", "the two weeks to 3 May": back from the end that is named."""
    start = place + (word(tokens, place) == "the")
    found = units_at(tokens, start) or (one_unit(tokens, start) if start > place else None)
    if found is None or found[1] is None or word(tokens, found[0]) not in listed("ending"):
        return None
    here = found[0] + 1 + (word(tokens, found[0] + 1) in ("in", "on"))
    until = full_date(tokens, here, published) or unit_at(tokens, here, published)
    if until is None or (until[1].precision != "day" and found[2] not in ("month", "year")):
        return None
    if until[1].latest is None:
        return until[0], unresolved("span")
    first = back(until[1].latest, found[1], found[2]) + timedelta(days=1)
    if until[1].precision == "month":
        first = (back(until[1].latest.replace(day=1), found[1], found[2]).replace(day=28) + timedelta(days=4)).replace(day=1)
    return until[0], span(first, until[1].latest)
