"""Stories: what a report tells of as a whole - the year it is set in, and the one event that its further tolls are of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

import msgspec

from atodds.extract.act import Act
from atodds.extract.context.case import Case
from atodds.extract.context.merging import is_open, merged
from atodds.extract.context.tenses import has_been, is_named
from atodds.extract.context.whereabouts import brings_in, is_somewhere, looks_back
from atodds.extract.page import Page, Reading
from atodds.model.claim import Scope
from atodds.model.figure import HARM
from atodds.model.when import When
from atodds.vocab import load
from atodds.vocab.calendar import words
from atodds.vocab.lexicon import Phrases

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_RECENT = 31  # days before the report in which a day without a year is its own
_BACK = 2  # sentences before that set the year


def one_story(cases: Sequence[Case[Act]]) -> None:
    """A report that tells of one event only: its further tolls are of that event, though they name its day and place no more.

    The report tells of one event if all incidents that have a time or place in their own words have the same. A sentence that points
    elsewhere ("separately", "in an earlier attack") takes nothing.
    """
    incidents = [case for case in cases if case.act.measure in HARM and case.scope.extent in ("incident", "incidents")]
    times = {
        (case.scope.time.earliest, case.scope.time.latest)
        for case in incidents
        if case.scope.time is not None and not is_open(case.scope.time)
    }
    places = {case.scope.place.text for case in incidents if case.scope.place is not None and case.scope.place.precision != "country"}
    others = any(case.scope.extent == "total" or (case.scope.time is not None and case.scope.time.unresolved) for case in cases)
    unread = any(case.scope.place is None and is_somewhere(case.reading) for case in incidents)  # "in the capital": a second place
    if len(times) != 1 or len(places) != 1 or others or unread:
        return
    told = next(case for case in incidents if case.scope.time is not None and not is_open(case.scope.time))
    put = next(case for case in incidents if case.scope.place is not None and case.scope.place.precision != "country")
    for case in incidents:
        index = case.reading.sentence.index
        if case.review is None and not points_elsewhere(case.reading) and not is_named(case.reading, case.act):
            now = not has_been(case.reading, case.act)
            story = Scope(
                time=told.scope.time if told.index <= index and now else None,
                place=put.scope.place if put.index <= index and now and not _goes_elsewhere(case.reading) else None,
                aggregate=False,
            )
            case.scope = merged(case.scope, story, "document")


def _goes_elsewhere(reading: Reading) -> bool:
    """Does the sentence look back, bring in a doer of its own, or say where in words that are not read?"""
    return looks_back(reading) or is_somewhere(reading) or brings_in(reading)


def points_elsewhere(reading: Reading) -> bool:
    """ "Separately", "in an earlier attack": of another event than the one told before."""
    return reading.once(_points_elsewhere)


def _points_elsewhere(reading: Reading) -> bool:
    return _elsewhere().holds(reading.sentence.tokens.lower)


@cache
def _elsewhere() -> Phrases[bool]:
    return Phrases(dict.fromkeys(load("counted")["elsewhere"], True))


def year_of_the_story(page: Page, case: Case[Act]) -> None:
    """A day without a year after a sentence about another year: "two attacks in 2012 ... On 6 July 18 were killed".

    The day was read as the last such day before publication. If the sentences before tell of another year only, the story is set
    in that year; "that year" is read the same way. Where they tell of several, the time stays as it was read.
    """
    mention, when = case.found.time, case.scope.time
    if mention is None or when is None or when.from_ != "words":
        return
    text = (when.text or "").lower()
    anaphoric = when.unresolved and text in load("counted")["anaphora"]
    yearless = when.precision in ("day", "month") and _names_month(text) and not _YEAR.search(text) and not _is_recent(case, when)
    if not anaphoric and not yearless:
        return
    years = _years(case.reading, mention.at.start) or _years_before(page, case.reading.sentence.index)
    if len(years) != 1:
        return
    year = years.pop()
    if anaphoric:
        if "year" in text:
            case.scope = msgspec.structs.replace(
                case.scope,
                time=When(earliest=date(year, 1, 1), latest=date(year, 12, 31), precision="year", text=when.text, from_="previous"),
            )
    else:
        _set_in(case, when, year)


def _names_month(text: str) -> bool:
    """ "6 July", "in July": "Thursday" and "yesterday" are counted from the report, whatever year it speaks of."""
    known = words()
    return any(each in known.months or each.rstrip(".") in known.short_months for each in text.split())


def _is_recent(case: Case[Act], when: When) -> bool:
    published = case.reading.document.published
    return published is not None and when.latest is not None and (published - when.latest).days <= _RECENT


def _set_in(case: Case[Act], when: When, year: int) -> None:
    if when.earliest is None or when.latest is None or when.earliest.year == year:
        return
    try:
        moved = msgspec.structs.replace(
            when, earliest=when.earliest.replace(year=year), latest=when.latest.replace(year=year), from_="previous"
        )
    except ValueError:  # 29 February of a year that has none
        return
    case.scope = msgspec.structs.replace(case.scope, time=moved)


def _years_before(page: Page, index: int) -> set[int]:
    """The years that the two sentences before speak of as the time of what happened."""
    years: set[int] = set()
    for reading in page.readings[max(0, index - _BACK) : index]:
        if reading.sentence.block != page.sentences[index].block:
            continue
        years |= _years(reading, len(reading.sentence.tokens.words))
    return years


def _years(reading: Reading, stop: int) -> set[int]:
    """The years that a sentence speaks of before one of its tokens."""
    return {
        mention.when.earliest.year
        for mention in reading.told.times
        if not mention.speech and mention.at.end <= stop and mention.when.earliest is not None and _YEAR.search(mention.when.text or "")
    }
