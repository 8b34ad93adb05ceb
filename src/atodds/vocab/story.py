"""Times told from the story's own clock: "the next day", "a week earlier", "that night"; recognisers as in `dates`.

They are definite times that one sentence does not anchor: they stay unresolved, and are never counted from the day of publication.
Where the sentences before tell of a day, `told_from` counts from that one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from atodds.model.text import Tokens
from atodds.model.when import When
from atodds.vocab.calendar import around, back, listed, mapped, precision_of, the_day, unresolved, words
from atodds.vocab.counted import one_unit, units_at
from atodds.vocab.dates import Found
from atodds.vocab.parts import is_noun, weekday_at, word


def earlier(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """ "a week earlier", "two days later", "the day before": told from the story, never from the publication."""
    start = place + 1 if word(tokens, place) == "the" else place
    found = one_unit(tokens, start) or _part_of_day(tokens, start) if start > place else units_at(tokens, place)
    if found is None or word(tokens, found[0]) not in listed("story_after_count") or word(tokens, place - 1) in listed("durations"):
        return None
    return found[0] + 1, unresolved("open" if found[1] is None else precision_of(found[2]))


def _part_of_day(tokens: Tokens, place: int) -> tuple[int, int | None, str] | None:
    """ "the evening before"."""
    return (place + 1, 1, "day") if word(tokens, place) in ("morning", "evening", "afternoon") else None


def story_day(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """ "the next day", "the same week", "that night"; "next week" without "the" is counted from the publication."""
    start = place + (word(tokens, place) in ("the", "that"))
    pointed = word(tokens, start) in listed("story_pointers")
    unit = word(tokens, start + pointed)
    if unit not in listed("story_units") or (start == place and not (pointed and unit in ("day", "night", "morning"))):
        return None
    if start > place and not pointed and (word(tokens, place) == "the" or is_noun(tokens, start + 1)):
        return None  # "the day", "said that day labourers were hit"
    return start + pointed + 1, unresolved(precision_of(words().units.get(unit, "day")))


def told_from(text: str, told: date, published: date | None) -> When | None:
    """The days that such words mean where the story last told of a day; None for other words, or a day after the publication.

    >>> told_from("the next day", date(1990, 1, 4), None).earliest, told_from("A week earlier", date(1990, 1, 12), None).earliest
    (datetime.date(1990, 1, 5), datetime.date(1990, 1, 1))
    """
    lower = text.lower().split()
    if not lower:
        return None
    when = _weekday_from(lower, told) or _shifted(lower, told)
    if when is None or when.latest is None or (published is not None and when.latest > published):
        return None
    return when


def _shifted(lower: Sequence[str], told: date) -> When | None:
    """So many days, weeks or months before or after the day, by a pointer or a word behind the count."""
    words_ = [each for each in lower if each not in ("the", "that", "on")]
    unit = next((each for each in words_ if each in listed("story_units") or each in words().units), None)
    if unit is None or unit == "weekend":
        return None
    named = words().units.get(unit, "day")
    if words_[0] in mapped("pointer_shifts"):
        return _around(told, -mapped("pointer_shifts")[words_[0]], named)
    if words_[-1] in mapped("count_shifts"):
        count = _count(words_[0])
        return _around(told, -mapped("count_shifts")[words_[-1]] * count, named) if count is not None else None
    return _around(told, 0, named) if words_[0] == unit and lower[0] == "that" else None


def _count(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    return 1 if text in listed("story_units") else words().counts.get(text)


def _around(told: date, count: int, unit: str) -> When | None:
    return None if unit == "decade" else around(back(told, count, unit), "week" if unit == "fortnight" else unit)


def _weekday_from(lower: Sequence[str], told: date) -> When | None:
    """ "the following Monday", "the previous Friday": the first one after the day, the last one before it."""
    number = words().weekdays.get(lower[min(1, len(lower) - 1)] if lower[0] != "the" else lower[min(2, len(lower) - 1)])
    pointer = next((each for each in lower if each in listed("story_pointers")), None)
    if number is None or pointer is None:
        return None
    step = mapped("pointer_shifts")[pointer]
    if step == 0:
        return the_day(told) if told.weekday() == number else None
    away = (number - told.weekday() - 1) % 7 + 1 if step > 0 else -((told.weekday() - number - 1) % 7 + 1)
    return the_day(told + timedelta(days=away))


def following_weekday(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """ "the following Monday", "the previous Friday"."""
    if word(tokens, place) not in listed("story_pointers") or word(tokens, place - 1) not in listed("determiners"):
        return None
    told = weekday_at(tokens, place + 1)
    return (told[0], unresolved("day")) if told else None
