"""The running clock: on which day a story stands where a sentence does not say it.

A report names a day once and goes on: "Gunmen shot two clerks on Monday. ... A guard was wounded." What is told in the simple past
stands on the day told last, until the report tells of another time. "The next day" and "a week earlier" are counted from that day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from atodds.extract.act import Act
from atodds.extract.context.case import Case
from atodds.extract.context.chains import chain, same_voice
from atodds.extract.context.merging import is_open
from atodds.extract.context.scopes import aside_of
from atodds.extract.context.tenses import goes_on
from atodds.extract.page import Page, Reading
from atodds.model.figure import HARM
from atodds.model.mention import Time
from atodds.model.text import Span
from atodds.model.when import When
from atodds.vocab import words_of
from atodds.vocab.calendar import listed
from atodds.vocab.parts import is_noun, word
from atodds.vocab.story import told_from

_FAR = 20  # sentences without any time over which a story stays on its day
_LONGEST = 3  # days: "Friday-Saturday", "overnight"; what is told of a longer time is not one event
_STEPS = 3  # from "the next day" to "two days later" to the day that both hang on


class Told(NamedTuple):
    """A time that the report told, and where."""

    when: When
    sentence: int
    at: Span


def told_before(page: Page, index: int, steps: int = _STEPS) -> Told | None:
    """The day on which the story stands before a sentence; None where it told of no day, or of several, since its last time."""
    for back in range(index - 1, max(-1, index - 1 - _FAR), -1):
        if page.readings[back].document is not page.readings[index].document:
            return None  # another release of the same file
        times = event_times(page.readings[back])
        if times:
            return _one_day(page, back, times, steps)
    return None


def event_times(reading: Reading) -> list[Time]:
    """Every time of a sentence that can be that of an event, comparisons ("the worst since 2008") aside."""
    return [time for time in reading.dated if not time.speech and not is_open(time.when)]


def _one_day(page: Page, index: int, times: Sequence[Time], steps: int) -> Told | None:
    """The day of a sentence that tells of something violent, if all its times hold that one day; not of "the Aug. 8 attack"."""
    reading = page.readings[index]
    if not (reading.violent or not listed("sets_the_day").isdisjoint(reading.words)):
        return None
    own = [time for time in times if not names_another_event(reading, time) and aside_of(reading.sentence, time) is None]
    days = [_resolved(page, index, time, steps) for time in own]
    narrow = min((day for day in days if day is not None and _is_short(day)), key=_length, default=None)
    if narrow is None or any(day is None or not _holds(day, narrow) for day in days):
        return None
    return Told(narrow, index, own[days.index(narrow)].at)


def names_another_event(reading: Reading, time: Time) -> bool:
    """ "the Aug. 8 suicide attack": a date in the name of an event, most often of one told before. "Monday's blast" is the news."""
    tokens = reading.sentence.tokens
    if not any(text[0].isdigit() for text in tokens.lower[time.at.start : time.at.end]):
        return False
    named = word(tokens, time.at.start - 1) in words_of("grammar", "determiners") and is_noun(tokens, time.at.end)
    return named or word(tokens, time.at.end) == "'s"


def _length(when: When) -> int:
    return (when.latest - when.earliest).days if when.latest is not None and when.earliest is not None else 0


def _holds(when: When, day: When) -> bool:
    """Does a time hold another: "overnight" yesterday?"""
    if when.earliest is None or when.latest is None or day.earliest is None or day.latest is None:
        return False
    return _is_short(when) and when.earliest <= day.earliest and day.latest <= when.latest


def _is_short(when: When) -> bool:
    return when.earliest is not None and when.latest is not None and (when.latest - when.earliest).days <= _LONGEST


def _resolved(page: Page, index: int, time: Time, steps: int) -> When | None:
    if not time.when.unresolved:
        return time.when
    return counted_from(time.when, told_before(page, index, steps - 1), page.readings[index].document.published) if steps else None


def counted_from(when: When, told: Told | None, published: date | None) -> When | None:
    """The days that "the next day" means behind the day told last."""
    if told is None or told.when.earliest is None or told.when.precision != "day" or when.text is None:
        return None
    found = told_from(when.text, told.when.earliest, published)
    return None if found is None else msgspec.structs.replace(found, text=when.text, from_="previous")


def on_the_clock(page: Page, cases: Sequence[Case[Act]]) -> None:
    """Give each harm and event of one time, that names none or counts it from the story, the day that the story stands on."""
    only: dict[str, bool] = {}
    for case in cases:
        time = case.scope.time
        if time is not None and time.unresolved:
            _count(page, case, time)
        elif (time is None or is_open(time)) and case.scope.extent != "total" and case.act.measure in (None, *HARM):
            _take(page, case, only)


def _count(page: Page, case: Case[Act], when: When) -> None:
    """ "The next day", in the voice that told of the day before."""
    told = _before_in_sentence(case) or told_before(page, case.index)
    found = counted_from(when, told, case.reading.document.published)
    if found is not None and told is not None and same_voice(chain(page, told.sentence, told.at), case.said):
        case.scope = msgspec.structs.replace(case.scope, time=found)


def _before_in_sentence(case: Case[Act]) -> Told | None:
    """ "shot two men on Monday and, the next day, a third"."""
    mention = case.found.time
    earlier = [time for time in event_times(case.reading) if mention is not None and time.at.end <= mention.at.start]
    return Told(earlier[-1].when, case.index, earlier[-1].at) if earlier and _is_short(earlier[-1].when) else None


def _take(page: Page, case: Case[Act], only: dict[str, bool]) -> None:
    """The day of the story so far, in the same voice, or in another where the report knows one day only."""
    if case.review is not None or event_times(case.reading) or not goes_on(case.reading, case.act):
        return
    told = told_before(page, case.index)
    if told is None:
        return
    if not same_voice(chain(page, told.sentence, told.at), case.said):
        if "one day" not in only:
            only["one day"] = _knows_one_day(page)
        if not only["one day"]:
            return
    case.scope = msgspec.structs.replace(case.scope, time=msgspec.structs.replace(told.when, from_="document"))


def _knows_one_day(page: Page) -> bool:
    """Does the report tell of one day of violence only, and leave none open?"""
    told = [time.when for reading in page.readings if reading.violent for time in event_times(reading)]
    return len({(when.earliest, when.latest) for when in told}) == 1 and not any(when.unresolved for when in told)
