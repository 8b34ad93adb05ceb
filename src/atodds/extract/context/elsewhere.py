"""What a sentence leaves to its neighbours: the whole, the time and the place that a figure takes from the words around it.

Each value taken from elsewhere says so (`from`: "whole", "previous", "speaker"). Nothing is taken across a change of speaker.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TypeVar

import msgspec

from atodds.extract.act import Act, eventful
from atodds.extract.context.case import Case
from atodds.extract.context.chains import same_voice
from atodds.extract.context.clock import event_times, names_another_event, on_the_clock
from atodds.extract.context.heads import under_heads
from atodds.extract.context.merging import is_open, merged
from atodds.extract.context.others import reason_from
from atodds.extract.context.scopes import NO_PERIOD
from atodds.extract.context.story import one_story, points_elsewhere, year_of_the_story
from atodds.extract.context.tenses import goes_on, has_been, is_named
from atodds.extract.context.weapons import lent, lent_along, sets_nothing_new, telling
from atodds.extract.context.whereabouts import brings_in, is_somewhere, one_of, points_back, stays_there, told_places
from atodds.extract.figures.draft import Draft
from atodds.extract.page import Page, Reading
from atodds.model.claim import Scope
from atodds.model.figure import HARM
from atodds.model.where import Place
from atodds.vocab import load
from atodds.vocab.attacks import deeds_in
from atodds.vocab.geonames.cut import countries
from atodds.vocab.lexicon import Phrases

A = TypeVar("A", bound=Act)

_THOUSANDS = 2000  # people: so many are seldom killed or hurt in one event
_BACK = 2  # sentences: a story goes on for two sentences without naming its day again


def complete(page: Page, cases: Sequence[Case[Draft]]) -> None:
    """Fill in what figures take from their whole, their sentence and the sentences before, in the order of the text."""
    under_heads(page, cases)
    for case, near in _with_those_near(cases):
        if case.act.back:
            case.whole = _told_before(case, near)
        if case.whole is not None:
            case.said = case.said if case.said.links or not case.act.back else case.whole.said
            case.scope = merged(case.scope, case.whole.scope, "whole")
        else:
            if not _part_of_a_set(page, case, near):
                _goes_on(page, case, near)
        _own_territory(page, case)
        year_of_the_story(page, case)
    one_story(cases)
    for case in cases:
        stays_there(page, case)
    on_the_clock(page, cases)
    for case in cases:
        _of_no_one_day(case)


def _of_no_one_day(case: Case[Draft]) -> None:
    """ "More than 100,000 were hurt in bombings": no toll of thousands is of the day and the town that the report told last."""
    if (case.act.group.low or 0) < _THOUSANDS or case.act.measure not in ("killed", "wounded", "casualties"):
        return
    time, place, lending = case.scope.time, case.scope.place, ("previous", "document")
    if time is not None and time.from_ in lending and time.precision == "day":
        case.scope = msgspec.structs.replace(case.scope, time=NO_PERIOD)
    if place is not None and place.from_ in lending and place.precision != "country":
        case.scope = msgspec.structs.replace(case.scope, place=None)


def go_on(page: Page, cases: Sequence[Case[Act]]) -> None:
    """The same for events, in the order of the text: what they lack they take from the sentences before."""
    under_heads(page, cases)
    for case, near in _with_those_near(cases):
        _goes_on(page, case, near)
        year_of_the_story(page, case)
        stays_there(page, case)
    on_the_clock(page, cases)


def _with_those_near(cases: Sequence[Case[A]]) -> Iterator[tuple[Case[A], Sequence[Case[A]]]]:
    """Each case with those before it that stand near enough to lend it something."""
    start = 0
    for place, case in enumerate(cases):
        while cases[start].index < case.index - _BACK:
            start += 1
        yield case, cases[start:place]


def _told_before(case: Case[Draft], earlier: Sequence[Case[Draft]]) -> Case[Draft] | None:
    """The figure of the dead that "four of the dead" is taken of: the last of its measure, in this sentence or the two before."""
    index = case.index
    for other in reversed(earlier):
        if other.index < index - _BACK or not _same_block(case, other):
            return None
        if other.whole is None and not other.act.back and other.act.measure == case.act.measure:
            top = other.act.group.high
            return other if top is None or (case.act.group.low or 0) <= top else None
    return None


def _part_of_a_set(page: Page, case: Case[Draft], earlier: Sequence[Case[Draft]]) -> bool:
    """ "In one attack 18 were killed while in the other ...": figures of a set of attacks counted just before."""
    index = case.index
    if not _one_of(case.reading):
        return False
    previous = [each for each in earlier if index - _BACK <= each.index < index and _same_block(case, each)]
    sets = [each for each in previous if each.act.measure == "attacks"]
    if not sets or case.said.links:
        return False
    counted = sets[-1]
    case.said = counted.said
    case.scope = msgspec.structs.replace(merged(case.scope, counted.scope, "previous"), extent="incident", aggregate=False)
    wholes = [each for each in previous if each.act.measure == case.act.measure and each.scope.extent == "incidents" and each.whole is None]
    siblings = [each for each in earlier if each.whole is not None and wholes and each.whole is wholes[-1]]
    if wholes and _fits(case, wholes[-1], siblings):
        case.whole = wholes[-1]
        case.scope = merged(case.scope, wholes[-1].scope, "whole")
    return True


def _one_of(reading: Reading) -> bool:
    return _ones().holds(reading.sentence.tokens.lower)


@cache
def _ones() -> Phrases[bool]:
    return Phrases(dict.fromkeys(load("counted")["one_of_them"], True))


def _same_block(case: Case[Act], other: Case[Act]) -> bool:
    return case.reading.sentence.block == other.reading.sentence.block


def _fits(case: Case[Draft], whole: Case[Draft], siblings: Iterable[Case[Draft]]) -> bool:
    """Can the figure be part of the whole beside its siblings: not too many, and of the same kind of victim?"""
    group, top = case.act.group, whole.act.group.high
    lows = [each.act.group.low or 0 for each in siblings] + [group.low or 0]
    kind = whole.act.group.category
    same = kind in (None, "unknown", group.category, *group.kinds) or group.category in ("child", "woman", "man")
    return same and (top is None or sum(lows) <= top)


def _goes_on(page: Page, case: Case[Act], earlier: Sequence[Case[Act]]) -> None:
    """A figure without a day or a place of its own goes on with the event told just before, in the same voice."""
    if not _tells_of_an_event(case.act) or case.scope.extent == "total":
        _same_sentence(case, earlier)
        return
    _same_sentence(case, earlier)
    if is_named(case.reading, case.act) or (points_elsewhere(case.reading) and not points_back(case.reading)):
        return
    index = case.index
    told_already = (
        case.scope.place is not None and case.scope.means is not None and case.scope.time is not None and not is_open(case.scope.time)
    )
    for back in range(index - 1, max(-1, index - 1 - _BACK), -1) if not told_already else ():
        if page.sentences[back].block != case.reading.sentence.block:
            return
        told = _event_told(page, back)
        if told is None and event_times(page.readings[back]):
            return  # of another time, and no act of violence at all
        if told is not None and _on_another_day(case, told):
            return
        if told is not None and told.place is not None and not _same_teller(page, case, back, earlier):
            return  # another voice put another act somewhere in between
        if told is None or not _same_teller(page, case, back, earlier):
            continue
        if told.time is not None or told.place is not None:
            case.scope = merged(case.scope, lent(case, _what_goes_on(case, told)), "previous")
            return
        if back == index - 1 and sets_nothing_new(case):
            case.scope = merged(case.scope, lent(case, told), "previous")


def _on_another_day(case: Case[Act], told: Scope) -> bool:
    """Two acts of two days are two events: neither lends the other its place."""
    here, there = case.scope.time, told.time
    if here is None or there is None or here.earliest is None or there.earliest is None:
        return False
    return (here.latest or here.earliest) < there.earliest or (there.latest or there.earliest) < here.earliest


def _what_goes_on(case: Case[Act], told: Scope) -> Scope:
    """The time only where the act goes on with it: "300 have fled" is no matter of Monday, and what "will follow" is not told yet."""
    past = goes_on(case.reading, case.act) if case.act.measure is None else not has_been(case.reading, case.act)
    if told.place is not None and (is_somewhere(case.reading) or brings_in(case.reading)):
        told = msgspec.structs.replace(told, place=None)  # "raids on Tarmoula": not where the sentence before was
    since = told.time is not None and told.time.earliest != told.time.latest
    return told if past or (since and case.act.measure is not None) else msgspec.structs.replace(told, time=None)


def _tells_of_an_event(act: Act) -> bool:
    """Harm or an event; a bare count of attacks lends and takes nothing."""
    return act.measure is None or act.measure in HARM


def _same_sentence(case: Case[Act], earlier: Sequence[Case[Act]]) -> None:
    """ "59 attacks in 2012 and 2013 in which 319 were killed, but no civilian deaths occurred": the scope of the figure before it."""
    before = [each for each in earlier if each.reading is case.reading and eventful(each.act) and same_voice(each.said, case.said)]
    if not before or not _tells_of_an_event(case.act) or reason_from(case.reading.sentence.tokens.lower, case.act):
        return
    last = before[-1]
    if _on_another_day(case, last.scope):
        return
    case.scope = merged(case.scope, lent_along(case, last.scope), "previous")
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
    times = [each for each in marks.times if not each.speech and not names_another_event(page.readings[index], each)]
    places = [each for each in marks.places if each.role == "in"]
    if not (marks.means or marks.deeds) or len(times) > 1:
        return None
    if not (times or places) and not (marks.means and deeds_in(page.sentences[index].tokens.lower)):
        return None  # "drones were on show": a means, and nobody did anything with it
    return Scope(
        time=times[0].when if times else None, place=one_of(told_places(page.readings[index]) or places),
        means=telling(marks.means), aggregate=False,
    )  # fmt: skip


def _same_teller(page: Page, case: Case[Act], index: int, earlier: Sequence[Case[Act]]) -> bool:
    """Both in the report's own voice, or both said by one speaker."""
    others = [each for each in earlier if each.index == index]
    if others:
        return same_voice(others[-1].said, case.said)
    return not case.said.links and not any(not speech.citation for speech in page.readings[index].speeches)


def _own_territory(page: Page, case: Case[Act]) -> None:
    """A state body's total with no other place is about its own territory: "the Defence Ministry of X reported 67 dead since 2008"."""
    if case.scope.extent != "total" or case.scope.place is not None or not case.said.links:
        return
    speaker = case.said.links[0].speaker.lower()
    place = _state_of(page, case.index, speaker)
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
                    state = countries().get(where.place.country)
                    return Place(
                        text=where.place.text, name=where.place.name, country=where.place.country, precision="country", from_="speaker",
                        geoname=None if state is None else state.geoname,
                    )  # fmt: skip
    return None


def _same_body(first: str, second: str, bodies: Sequence[str]) -> bool:
    """ "The Ministry of Defence" is "Pakistan's Ministry of Defence" named before."""
    return (
        first == second
        or any(body in first and body in second for body in bodies if len(body.split()) > 1)
        or second.removeprefix("the ") in first
    )
