"""Parts of dates: months, days, years and weekdays as a sentence writes them, before anything says when that was."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from atodds.model.text import Tokens
from atodds.vocab.calendar import listed, real_day, words
from atodds.vocab.people import nouns

DASHES = frozenset(("-", "–", "—", "--"))


class Part(NamedTuple):
    """A date as far as the words give it. `adrift`: its year hangs on a day of publication that nobody gives."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    adrift: bool = False


def word(tokens: Tokens, place: int) -> str:
    """The lower-case word at a place; empty outside the sentence."""
    lower = tokens.lower
    return lower[place] if 0 <= place < len(lower) else ""


def is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and "1900" <= text < "2100"


def is_noun(tokens: Tokens, place: int) -> bool:
    """Can this be a noun or its adjective: any word of letters that is no function word?"""
    text = word(tokens, place)
    return text[:1].isalpha() and text not in words().functions


def is_many(tokens: Tokens, place: int) -> bool:
    """Is this a plural noun, so that a number before it counts?"""
    text = word(tokens, place)
    if not is_noun(tokens, place):
        return False
    people = nouns().at(tokens.lower, place)
    return (
        (people is not None and people[1].plural) or text in listed("counted") or (text[-1] == "s" and text[-2:] not in ("ss", "us", "is"))
    )


def counts_people(tokens: Tokens, place: int) -> bool:
    """Is this a plural noun for people, or another word that makes a count of a year?"""
    people = nouns().at(tokens.lower, place) if word(tokens, place) else None
    return (people is not None and people[1].plural) or word(tokens, place) in listed("counted")


def month_at(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """A month's name: its end and number. "May" needs its capital, as every short name does."""
    text = word(tokens, place)
    known = words()
    if text in known.months:
        if text in listed("doubtful_months") and not tokens.words[place][0].isupper():
            return None
        return place + 1, known.months[text]
    short = known.short_months.get(text.rstrip("."))
    if short is None or not tokens.words[place][0].isupper():
        return None
    return place + 1 + (text[-1] != "." and word(tokens, place + 1) == "."), short


def day_at(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """A day of the month in figures: "18", "18th"."""
    text = word(tokens, place)
    digits = text[:-2] if text[-2:] in ("st", "nd", "rd", "th") else text
    if digits.isdecimal() and len(digits) <= 2 and 1 <= int(digits) <= 31:
        return place + 1, int(digits)
    return None


def year_at(tokens: Tokens, place: int, published: date | None) -> tuple[int, int | None] | None:
    """The year behind a month or day: ", 2007", "of 2007", "2007", "last year" (None without a day of publication)."""
    comma = word(tokens, place) == ","
    here = place + 1 if comma or word(tokens, place) == "of" else place
    if is_year(word(tokens, here)):
        # "On Oct. 18, 2007 people were killed" and "in March 2000 homes burned" may count
        counts = counts_people(tokens, here + 1) if comma else is_round_count(tokens, here)
        return None if counts else (here + 1, int(tokens.lower[here]))
    if not comma and word(tokens, here + 1) == "year" and word(tokens, here) in ("last", "this", "next"):
        shift = {"last": -1, "this": 0, "next": 1}[word(tokens, here)]
        return here + 2, None if published is None else published.year + shift
    return None


def is_round_count(tokens: Tokens, place: int) -> bool:
    """ "2000 homes", "1950 of them": a round number before a plural, any year before a word that only counts take."""
    following = word(tokens, place + 1)
    return following in listed("counted") or (tokens.lower[place].endswith(("00", "50")) and is_many(tokens, place + 1))


def weekday_at(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """A weekday's name, and where it ends with its part of the day: "Monday night"."""
    number = words().weekdays.get(word(tokens, place))
    if number is None:
        return None
    return place + 1 + (word(tokens, place + 1) in listed("dayparts")), number


def part_at(tokens: Tokens, place: int, published: date | None) -> tuple[int, Part] | None:
    """A weekday, a month or a day, with its year where one follows. "Thursday, Oct. 18, 2007" is one date."""
    named = _weekday_before_date(tokens, place)
    start, weekday = named or (place, None)
    found = _numeric(tokens, start) or _dated(tokens, start, published)
    if found is not None and (weekday is None or found[1].day is not None):
        return found[0], found[1]._replace(weekday=weekday)
    plain = weekday_at(tokens, place)
    return (plain[0], Part(weekday=plain[1])) if plain else None


def _weekday_before_date(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """ "Thursday, " or "Wed., " in front of a date."""
    text = word(tokens, place)
    number = words().weekdays.get(text, words().short_weekdays.get(text))
    if number is None:
        return None
    end = place + 1
    while word(tokens, end) in (",", "."):
        end += 1
    return end, number


def _dated(tokens: Tokens, place: int, published: date | None) -> tuple[int, Part] | None:
    """ "Oct. 18, 2007", "18 October", "the 18th of October 2007", "25 MAR 89", "May 2012"."""
    month = month_at(tokens, place)
    if month is not None:
        day = day_at(tokens, month[0])
        if day is not None and not _month_then_count(tokens, place, day[0]):
            return with_year(tokens, day[0], Part(month=month[1], day=day[1]), published)
        return with_year(tokens, month[0], Part(month=month[1]), published)
    start = place + 1 if word(tokens, place) == "the" else place
    day = day_at(tokens, start)
    if day is None:
        return None
    here = day[0] + 1 if word(tokens, day[0]) in ("of", "-", "/") else day[0]
    month = month_at(tokens, here)
    if month is None:
        return None
    if len(tokens.words[here]) == 3:
        wire = _wire_year(tokens, month[0], shouted=tokens.words[here].isupper())
        if wire is not None:
            return wire[0], Part(wire[1], month[1], day[1])
    return with_year(tokens, month[0], Part(month=month[1], day=day[1]), published)


def _month_then_count(tokens: Tokens, place: int, end: int) -> bool:
    """ "In October 18 people were killed": a day would need "on"."""
    return word(tokens, place - 1) == "in" and counts_people(tokens, end)


def _wire_year(tokens: Tokens, place: int, *, shouted: bool) -> tuple[int, int] | None:
    """The two figures of "25 MAR 89": 50 to 99 are of the last century. In small letters only where no word follows: "13 Oct 11:"."""
    here = place + 1 if word(tokens, place) == "-" else place
    text = word(tokens, here)
    if len(text) != 2 or not text.isdecimal() or is_many(tokens, here + 1) or (not shouted and word(tokens, here + 1)[:1].isalnum()):
        return None
    return here + 1, int(text) + (1900 if text >= "50" else 2000)


def with_year(tokens: Tokens, end: int, part: Part, published: date | None) -> tuple[int, Part]:
    year = year_at(tokens, end, published)
    if year is None and word(tokens, end) in DASHES and is_year(word(tokens, end + 1)) and part.day is not None:
        year = end + 2, int(tokens.lower[end + 1])  # "3-May-2012"
    if year is None:
        return end, part
    return year[0], part._replace(year=year[1], adrift=year[1] is None)


def _numeric(tokens: Tokens, place: int) -> tuple[int, Part] | None:
    """ "2012-05-03", "18.10.2007", "10/18/2007". "04/05/2012" is two days: none is read."""
    if "." in word(tokens, place) and word(tokens, place + 1) == ".":
        figures, end = [*word(tokens, place).split("."), word(tokens, place + 2)], place + 3
    elif word(tokens, place + 1) == word(tokens, place + 3) and word(tokens, place + 1) in ("-", "/", "."):
        figures, end = [word(tokens, place + step) for step in (0, 2, 4)], place + 5
    else:
        return None
    if len(figures) != 3 or not all(figure.isdecimal() for figure in figures) or word(tokens, end) in ("-", "/"):
        return None
    first, second, third = (int(figure) for figure in figures)
    if is_year(figures[0]) and len(figures[1]) == len(figures[2]) == 2:
        return (end, Part(first, second, third)) if real_day(first, second, third) else None
    if not is_year(figures[2]):
        return None
    both = {day for day in (real_day(third, second, first), real_day(third, first, second)) if day}
    if len(both) != 1:
        return None
    day = both.pop()
    return end, Part(day.year, day.month, day.day)
