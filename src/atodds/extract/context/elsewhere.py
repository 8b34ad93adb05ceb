"""What a sentence leaves to its neighbours: the whole, the time and the place that a figure takes from the words around it.

Each value taken from elsewhere says so (`from`: "whole", "previous", "speaker"). Nothing is taken across a change of speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from atodds.extract.context.case import Case
from atodds.extract.context.chains import same_voice
from atodds.extract.context.scopes import HARM
from atodds.extract.page import Page, Reading
from atodds.model.claim import Scope
from atodds.model.when import From, When
from atodds.model.where import Place
from atodds.vocab import load

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YEARLESS = re.compile(r"\d|^[a-z]+\.?$")  # "6 July", "July": a day or month; "Thursday" is counted from publication
_BACK = 2  # sentences: a story goes on for two sentences without naming its day again


def complete(page: Page, cases: Sequence[Case]) -> None:
    """Fill in what figures take from their whole, their sentence and the sentences before, in the order of the text."""
    for place, case in enumerate(cases):
        if case.draft.back:
            case.whole = _told_before(case, cases[:place])
        if case.whole is not None:
            case.said = case.said if case.said.links or not case.draft.back else case.whole.said
            case.scope = merged(case.scope, case.whole.scope, "whole")
        else:
            earlier = cases[:place]
            if not _part_of_a_set(page, case, earlier):
                _goes_on(page, case, earlier)
        _own_territory(page, case)
        _year_of_the_story(page, case, cases[:place])
    _one_story(cases)


def _year_of_the_story(page: Page, case: Case, earlier: Sequence[Case]) -> None:
    """A day without a year after a sentence about another year: "two attacks in 2012 ... On 6 July 18 were killed".

    The day was read as the last such day before publication. If the sentences before tell of another year only, the story is set
    in that year; "that year" is read the same way. Where they tell of several, the time stays as it was read.
    """
    mention, when = case.found.time, case.scope.time
    if mention is None or when is None or when.from_ != "words":
        return
    text = (when.text or "").lower()
    anaphoric = when.unresolved and text in load("counted")["anaphora"]
    yearless = when.precision in ("day", "month") and _YEARLESS.search(text) and not _YEAR.search(text)
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


def _set_in(case: Case, when: When, year: int) -> None:
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


def _told_before(case: Case, earlier: Sequence[Case]) -> Case | None:
    """The figure of the dead that "four of the dead" is taken of: the last of its measure, in this sentence or the two before."""
    index = case.reading.sentence.index
    for other in reversed(earlier):
        if other.reading.sentence.index < index - _BACK or not _same_block(case, other):
            return None
        if other.whole is None and not other.draft.back and other.draft.measure == case.draft.measure:
            top = other.draft.group.high
            return other if top is None or (case.draft.group.low or 0) <= top else None
    return None


def _one_story(cases: Sequence[Case]) -> None:
    """A report that tells of one event only: its further tolls are of that event, though they name its day and place no more.

    The report tells of one event if all incidents that have a time or place in their own words have the same. A sentence that points
    elsewhere ("separately", "in an earlier attack") takes nothing.
    """
    incidents = [case for case in cases if case.draft.measure in HARM and case.scope.extent in ("incident", "incidents")]
    times = {
        (case.scope.time.earliest, case.scope.time.latest)
        for case in incidents
        if case.scope.time is not None and not _open(case.scope.time)
    }
    places = {case.scope.place.text for case in incidents if case.scope.place is not None and case.scope.place.precision != "country"}
    others = any(case.scope.extent == "total" or (case.scope.time is not None and case.scope.time.unresolved) for case in cases)
    if len(times) != 1 or len(places) != 1 or others:
        return
    told = next(case for case in incidents if case.scope.time is not None and not _open(case.scope.time))
    put = next(case for case in incidents if case.scope.place is not None and case.scope.place.precision != "country")
    for case in incidents:
        index = case.reading.sentence.index
        if case.review is None and not _points_elsewhere(case.reading):
            story = Scope(
                time=told.scope.time if told.reading.sentence.index <= index else None,
                place=put.scope.place if put.reading.sentence.index <= index else None,
                aggregate=False,
            )
            case.scope = merged(case.scope, story, "document")


def _points_elsewhere(reading: Reading) -> bool:
    text = " " + " ".join(reading.sentence.tokens.lower) + " "
    return any(f" {phrase} " in text for phrase in load("counted")["elsewhere"])


def merged(scope: Scope, other: Scope, source: From) -> Scope:
    """The first scope, its empty sides filled from the other and marked with where they come from."""
    time, place = scope.time, scope.place
    if (time is None or _open(time)) and other.time is not None and not _open(other.time):
        time = msgspec.structs.replace(other.time, from_=source)
    if place is None and other.place is not None:
        place = msgspec.structs.replace(other.place, from_=source)
    agent, agent_from = (
        (scope.agent, scope.agent_from) if scope.agent is not None else (other.agent, source if other.agent is not None else None)
    )
    means, means_from = (
        (scope.means, scope.means_from) if scope.means is not None else (other.means, source if other.means is not None else None)
    )
    return Scope(time=time, place=place, agent=agent, agent_from=agent_from, means=means, means_from=means_from,
                 extent=scope.extent, aggregate=scope.aggregate)  # fmt: skip


def _open(when: When) -> bool:
    return when.earliest is None and when.latest is None and not when.unresolved


def _part_of_a_set(page: Page, case: Case, earlier: Sequence[Case]) -> bool:
    """ "In one attack 18 were killed while in the other ...": figures of a set of attacks counted just before."""
    index = case.reading.sentence.index
    if not _one_of(case.reading):
        return False
    previous = [each for each in earlier if index - _BACK <= each.reading.sentence.index < index and _same_block(case, each)]
    sets = [each for each in previous if each.draft.measure == "attacks"]
    if not sets or case.said.links:
        return False
    counted = sets[-1]
    case.said = counted.said
    case.scope = msgspec.structs.replace(merged(case.scope, counted.scope, "previous"), extent="incident", aggregate=False)
    wholes = [
        each for each in previous if each.draft.measure == case.draft.measure and each.scope.extent == "incidents" and each.whole is None
    ]
    siblings = [each for each in earlier if each.whole is not None and wholes and each.whole is wholes[-1]]
    if wholes and _fits(case, wholes[-1], siblings):
        case.whole = wholes[-1]
        case.scope = merged(case.scope, wholes[-1].scope, "whole")
    return True


def _one_of(reading: Reading) -> bool:
    text = " " + " ".join(reading.sentence.tokens.lower) + " "
    return any(f" {phrase} " in text for phrase in load("counted")["one_of_them"])


def _same_block(case: Case, other: Case) -> bool:
    return case.reading.sentence.block == other.reading.sentence.block


def _fits(case: Case, whole: Case, siblings: Iterable[Case]) -> bool:
    """Can the figure be part of the whole beside its siblings: not too many, and of the same kind of victim?"""
    group, top = case.draft.group, whole.draft.group.high
    lows = [each.draft.group.low or 0 for each in siblings] + [group.low or 0]
    kind = whole.draft.group.category
    same = kind in (None, "unknown", group.category, *group.kinds) or group.category in ("child", "woman", "man")
    return same and (top is None or sum(lows) <= top)


def _goes_on(page: Page, case: Case, earlier: Sequence[Case]) -> None:
    """A figure without a day or a place of its own goes on with the event told just before, in the same voice."""
    if case.draft.measure not in HARM or case.scope.extent == "total":
        _same_sentence(case, earlier)
        return
    _same_sentence(case, earlier)
    index = case.reading.sentence.index
    told_already = (
        case.scope.place is not None and case.scope.means is not None and case.scope.time is not None and not _open(case.scope.time)
    )
    for back in range(index - 1, max(-1, index - 1 - _BACK), -1) if not told_already else ():
        if page.sentences[back].block != case.reading.sentence.block:
            return
        told = _event_told(page, back)
        if told is not None and _same_teller(page, case, back, earlier):
            case.scope = merged(case.scope, told, "previous")
            return


def _same_sentence(case: Case, earlier: Sequence[Case]) -> None:
    """ "59 attacks in 2012 and 2013 in which 319 were killed, but no civilian deaths occurred": the scope of the figure before it."""
    before = [
        each
        for each in earlier
        if each.reading is case.reading and each.draft.measure in (*HARM, "attacks") and same_voice(each.said, case.said)
    ]
    if not before or case.draft.measure not in HARM:
        return
    last = before[-1]
    case.scope = merged(case.scope, last.scope, "previous")
    if (
        last.scope.extent == "total"
        and case.scope.time is not None
        and last.scope.time is not None
        and case.scope.time.earliest == last.scope.time.earliest
    ):
        case.scope = msgspec.structs.replace(case.scope, extent="total", aggregate=True)


def _event_told(page: Page, index: int) -> Scope | None:
    """When and where a sentence puts the act of violence that it tells of; None where it tells of none, or gives neither."""
    if not page.readings[index].violent:
        return None
    marks = page.readings[index].told
    times = [each for each in marks.times if not each.speech]
    places = [each for each in marks.places if each.role == "in"]
    if not (marks.means or marks.deeds) or not (times or places) or len(times) > 1:
        return None
    return Scope(
        time=times[0].when if times else None, place=places[-1].place if places else None,
        means=marks.means[0].means if marks.means else None, aggregate=False,
    )  # fmt: skip


def _same_teller(page: Page, case: Case, index: int, earlier: Sequence[Case]) -> bool:
    """Both in the report's own voice, or both said by one speaker."""
    others = [each for each in earlier if each.reading.sentence.index == index]
    if others:
        return same_voice(others[-1].said, case.said)
    return not case.said.links and not any(not speech.citation for speech in page.readings[index].marks.speeches)


def _own_territory(page: Page, case: Case) -> None:
    """A state body's total with no other place is about its own territory: "the Defence Ministry of X reported 67 dead since 2008"."""
    if case.scope.extent != "total" or case.scope.place is not None or not case.said.links:
        return
    speaker = case.said.links[0].speaker.lower()
    place = _state_of(page, case.reading.sentence.index, speaker)
    if place is not None:
        case.scope = msgspec.structs.replace(case.scope, place=place)


def _state_of(page: Page, index: int, speaker: str) -> Place | None:
    """The country that a state body's name holds, here or where the body was named in full before."""
    bodies = load("grammar")["state_bodies"]
    if not any(body in speaker for body in bodies):
        return None
    for reading in reversed(page.readings[max(0, index - 5) : index + 1]):
        for speech in reading.marks.speeches:
            if speech.speaker is None or not _same_body(reading.sentence.words(speech.speaker).lower(), speaker, bodies):
                continue
            for where in reading.marks.places:
                if speech.speaker.holds(where.at) and where.place.country is not None:
                    return Place(
                        text=where.place.text, name=where.place.name, country=where.place.country, precision="country", from_="speaker"
                    )
    return None


def _same_body(first: str, second: str, bodies: Sequence[str]) -> bool:
    """ "The Ministry of Defence" is "Pakistan's Ministry of Defence" named before."""
    return (
        first == second
        or any(body in first and body in second for body in bodies if len(body.split()) > 1)
        or second.removeprefix("the ") in first
    )
