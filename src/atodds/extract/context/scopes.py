"""Scopes: when, where, by whom and by what means a figure is about, and whether it is one event, some, or all of a period.

A mention counts for a figure only where it can: inside the same attributed words, in the same clause before any other, and never
as the date or the place of the speaking.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple, TypeVar

from atodds.extract.act import Act, eventful
from atodds.extract.context.beginnings import since_it_began
from atodds.extract.context.chains import around, holds
from atodds.extract.context.clauses import clause_of, gap, own_clause
from atodds.extract.context.extents import extent_of
from atodds.extract.context.others import attacks_made, dates_another, places_another
from atodds.extract.context.sets import thousands_until_now
from atodds.extract.mentions.place_wholes import as_told
from atodds.extract.page import Page, Reading
from atodds.model.claim import Scope
from atodds.model.figure import HARM, Measure
from atodds.model.mention import Agent, Means, Mention, Time, Where
from atodds.model.text import Sentence, Span
from atodds.model.when import When
from atodds.vocab import load, words_of

M = TypeVar("M", bound=Mention)

_APART = frozenset(("--", "—", "–", "[", "]", "(", ")", ":", ";"))
_ROW = frozenset((",", "and", "then", "but", "or", ";"))
_BEHIND = 3  # tokens from a deed to the means behind it: "killed in Russian air strikes"
_SAME_ACT = 5  # tokens between two means of one act: "by missiles fired from an unmanned American drone"
_NAMED_SO = 5  # tokens from "in" to its attack: "in the dawn assault"
_ASIDE = 16  # tokens between two commas: ", who took office on Friday,"
_LONGEST_NAME = 12  # words; the contract of docs/claim.md
SEIZED: frozenset[Measure] = frozenset(("detained", "abducted", "missing"))  # a weapon near an arrest is the arrested man's
NO_PERIOD = When(precision="open")
OPEN_TO_DOUBT = "date of claim or of event"


class Found(NamedTuple):
    """The scope of one figure, the mentions that gave it, and why a person should look."""

    scope: Scope
    time: Time | None = None
    place: Where | None = None
    agent: Agent | None = None
    means: Means | None = None
    review: str | None = None


def scope(page: Page, index: int, act: Act) -> Found:
    """What the words of its own sentence say of the scope of a figure or an event."""
    reading = page.readings[index]
    marks, tokens = reading.marks, act.tokens
    inside = _sayable(reading, tokens)
    times = [time for time in marks.times if _can_date(reading.sentence, time, act) and not (act.measure and _is_to_come(reading, time))]
    time = nearest(reading, act, [each for each in times if inside(each)]) or _for_a_period(reading, times)
    places = [each for each in marks.places if each.role == "in" and inside(each)]
    other = [each for each in places if places_another(reading.sentence, each, act) or _in_another_aside(reading.sentence, each, act)]
    fine = [each for each in places if each not in other]
    place = as_told(_in_its_own_words(reading, act, fine) or nearest(reading, act, fine) or _of_what_speaks(reading, act))
    agent = _agent(reading, act)
    means = _means(reading, act) if eventful(act) and act.measure not in SEIZED else None
    time = since_it_began(reading, act, time)
    doubtful = time is None and eventful(act) and (not all(map(inside, times)) or _dates_either(reading, tokens))
    review = OPEN_TO_DOUBT if doubtful else None
    extent = extent_of(reading, act, time)
    return Found(
        Scope(
            time=NO_PERIOD if time is None else _with_source(time.when),
            place=place.place if place is not None else None,
            agent=reading.sentence.words(agent.at) if agent is not None else None,
            means=means.means if means is not None else None,
            extent=extent, aggregate=extent == "total",
        ), time, place, agent, means, review,
    )  # fmt: skip


def _in_its_own_words(reading: Reading, act: Act, places: Sequence[Where]) -> Where | None:
    """ "Bombed a market in Hit, | shot a judge in | Tikrit": of two verbs in a row, each has the place behind it."""
    lower = reading.sentence.tokens.lower
    if not places or not act.at.start or lower[act.at.start - 1] not in _ROW:
        return None
    behind = next((each for each in places if each.at.start >= act.tokens.end), None)
    return behind if behind is not None and _ROW.isdisjoint(lower[act.tokens.end : behind.at.start]) else None


def _of_what_speaks(reading: Reading, act: Act) -> Where | None:
    """ "The inquiry “No Warning”: Air Strikes in Yemen documented two": what speaks is about attacks in a place, as are its figures.

    It must be the one place named there, behind a noun of attack: where the two attacks were that "police in Yemen" documented is not said.
    """
    lower = reading.sentence.tokens.lower
    for speech in around(reading, act.tokens):
        asked = Span(speech.at.start, speech.content[0].start)
        before = [each for each in reading.marks.places if each.role == "in" and asked.holds(each.at)]
        if before:
            start = before[0].at.start
            titled = start > 1 and lower[start - 1] == "in" and lower[start - 2] in attacks_made()
            return before[0] if len(before) == 1 and titled and eventful(act) else None
    return None


def _can_date(sentence: Sentence, time: Time, act: Act) -> bool:
    """Can a time be that of an act: no day of saying, no comparison, none of another act?"""
    return (
        (not time.speech or _dates_accusing(sentence, time, act))
        and not _says_nothing(time.when)
        and not _leads_up_to(sentence, time, act)
        and not _in_another_aside(sentence, time, act)
        and not dates_another(sentence, time, act)
    )


def _dates_accusing(sentence: Sentence, time: Time, act: Act) -> bool:
    """ "On Tuesday the envoy accused the army of shelling": the accusation is of the day of saying. No date of a dateline is."""
    lower = sentence.tokens.lower
    between = lower[min(time.at.end, act.at.end) : max(time.at.start, act.at.start)]
    return act.measure is None and lower[act.at.start] in words_of("times", "react") and _APART.isdisjoint(between)


def _is_to_come(reading: Reading, time: Time) -> bool:
    """ "will resign next week to protest the killing of nine": nobody is counted dead on a day to come."""
    published = reading.document.published
    return published is not None and time.when.earliest is not None and time.when.earliest > published


def _in_another_aside(sentence: Sentence, mention: Mention, act: Act) -> bool:
    aside = aside_of(sentence, mention)
    return aside is not None and not aside.meets(act.at) and not (act.deed is not None and aside.meets(act.deed.at))


def aside_of(sentence: Sentence, time: Mention) -> Span | None:
    """ "The judge, who took office on Friday, was wounded": what stands between the commas dates nothing outside them."""
    if not sentence.once(_openings_of_asides):
        return None
    lower, relatives = sentence.tokens.lower, words_of("grammar", "relatives")
    back = range(time.at.start - 1, max(-1, time.at.start - 1 - _ASIDE), -1)
    start = next((place for place in back if lower[place] == "," or lower[place] in relatives), 0)
    if lower[start] not in relatives or lower[start - 1 : start] != [","]:
        return None
    end = next((place for place in range(time.at.end, min(len(lower), time.at.end + _ASIDE)) if lower[place] == ","), len(lower))
    return Span(start, end) if end < len(lower) else None


def _openings_of_asides(sentence: Sentence) -> Sequence[int]:
    """Where ", who" and its like stand; most sentences have none."""
    relatives, lower = words_of("grammar", "relatives"), sentence.tokens.lower
    if relatives.isdisjoint(lower):
        return []
    return [place for place in range(1, len(lower)) if lower[place] in relatives and lower[place - 1] == ","]


def _says_nothing(when: When) -> bool:
    """ "the deadliest strike since 2008": a comparison, no time of the strike."""
    return when.precision == "open" and not when.unresolved


def _leads_up_to(sentence: Sentence, time: Time, act: Act) -> bool:
    """ "It came a day after 14 were killed": the day is the other event's."""
    return sentence.tokens.lower[time.at.end - 1] in load("times")["leading"] and time.at.end <= act.tokens.start


def _means(reading: Reading, act: Act) -> Means | None:
    """The most telling means of the clause: "missiles fired by a drone" are a drone's."""
    if not reading.marks.means:
        return None
    clause = clause_of(reading.sentence, act.at)
    rank = _ranks()
    # "killed two suicide bombers": who was killed is no means of the killing
    others = [each for each in reading.marks.means if act.measure not in HARM or not act.at.meets(each.at)]
    others = [each for each in others if not _in_another_aside(reading.sentence, each, act)]
    if others and attack_of_its_own(reading, act):
        others = _not_of_others(reading, act, others)
    own = [each for each in others if clause.meets(each.at)]
    governed = [each for each in own if _governs(reading, act, each)]
    if governed:
        narrower = load("means")["narrower"].get(governed[0].means, ())  # "killed in raids", by the warplanes named elsewhere
        beside = [each for each in own if gap(each.at, governed[0].at) <= _SAME_ACT or each.means in narrower]
        return min(beside, key=lambda each: rank[each.means])
    if act.measure != "displaced" and thousands_until_now(reading, act):
        others = own = [each for each in own if _own_stretch(reading.sentence.tokens.lower, act).meets(each.at)]
    if own:
        return min(own, key=lambda each: (rank[each.means], gap(each.at, act.tokens)))
    return nearest(reading, act, others, anywhere=True)


def _own_stretch(lower: Sequence[str], act: Act) -> Span:
    """ "Thousands have been killed, | and towns were shelled": from comma to comma, for tolls that no one attack had."""
    start = next((place + 1 for place in range(act.tokens.start - 1, -1, -1) if lower[place] in _ROW), 0)
    return Span(start, next((place for place in range(act.tokens.end, len(lower)) if lower[place] in _ROW), len(lower)))


@cache
def _ranks() -> Mapping[str, int]:
    """How telling each means is, the most telling first."""
    return {means: rank for rank, means in enumerate(load("means")["means"])}


def _governs(reading: Reading, act: Act, means: Means) -> bool:
    """ "killed in clashes after the bombings": the clashes stand right behind the deed, and are what killed."""
    lower = reading.sentence.tokens.lower
    between = lower[act.tokens.end : means.at.start]
    return (
        act.tokens.end <= means.at.start <= act.tokens.end + _BEHIND
        and between[:1] != []
        and between[0] in words_of("attacks", "inside_attack")
    )


def attack_of_its_own(reading: Reading, act: Act) -> bool:
    """ "19 were killed in a suicide attack and 16 died in the assault": does an attack stand behind this count, before the next?"""
    if len(reading.drafts) < 2 or act.deed is None:
        return False
    starts = [each.group.at.start for each in reading.drafts if each.deed is not None and each.deed != act.deed]
    end = min((start for start in starts if start >= act.tokens.end), default=len(reading.sentence.tokens.lower))
    tail = reading.sentence.tokens.lower[act.tokens.end : end]
    inside = words_of("attacks", "inside_attack")
    return any(word in inside and not attacks_made().isdisjoint(tail[place + 1 : place + _NAMED_SO]) for place, word in enumerate(tail))


def _not_of_others(reading: Reading, act: Act, means: list[Means]) -> list[Means]:
    """The means that stand behind no other count before this one."""
    tails = [
        Span(each.tokens.end, act.tokens.start)
        for each in reading.drafts
        if each.deed is not None and each.deed != act.deed and each.tokens.end <= act.tokens.start
    ]
    return [each for each in means if not any(tail.holds(each.at) for tail in tails)]


def _dates_either(reading: Reading, tokens: Span) -> bool:
    """ "said in her briefing last month at least 60 had died": with no "that" between, the month can date the dying as well."""
    spoken = [time for time in reading.marks.times if time.speech]
    if not spoken:
        return False
    starts = {part.start for speech in around(reading, tokens) for part in speech.content}
    return any(time.at.end in starts for time in spoken)


def _for_a_period(reading: Reading, times: Sequence[Time]) -> Time | None:
    """ "For 2012 the bureau lists 50 strikes": a period that opens the sentence behind "for" is what the figures are about."""
    lower = reading.sentence.tokens.lower
    if lower[0] != "for":
        return None
    return next((each for each in times if each.at.start == 1 and each.when.precision in ("month", "year", "span")), None)


def _with_source(when: When) -> When:
    return When(
        earliest=when.earliest, latest=when.latest, precision=when.precision, text=when.text, unresolved=when.unresolved, from_="words"
    )


def _sayable(reading: Reading, tokens: Span) -> Callable[[Mention], bool]:
    """Can a mention be part of what is said at `tokens`? Words of the speaker and of the speaking cannot."""
    outside = reading.once(_words_of_speaking)
    speeches = [speech for speech in around(reading, tokens) if not speech.citation] if outside else []
    content = speeches[0].content if speeches else None

    def inside(mention: Mention) -> bool:
        start, end = mention.at
        for first, last in outside:  # asked for every mention of a sentence, for every act: a plain loop is quickest
            if first < end and start < last:
                return False
        return content is None or holds(content, mention.at)

    return inside


def _words_of_speaking(reading: Reading) -> Sequence[Span]:
    """Who speaks, in which office and with which verbs: all words of a sentence that are nothing of what is said."""
    parts = [part for speech in reading.marks.speeches for part in (speech.speaker, speech.cue, speech.role)]
    return [part for part in parts if part is not None]


def nearest(reading: Reading, act: Act, mentions: Sequence[M], *, anywhere: bool = False) -> M | None:
    """The mention closest to the figure in its own clause; else the last one before it in the sentence; else, where asked, any."""
    if not mentions:
        return None
    clause = own_clause(reading, act)
    own = [each for each in mentions if clause.meets(each.at)]
    if own:
        anchor = act.at if act.coordinated else act.tokens
        return min(own, key=lambda each: (gap(each.at, anchor), -each.at.start))
    start = act.tokens.start
    earlier = [each for each in mentions if each.at.end <= start]
    if earlier:
        return earlier[-1]
    return mentions[0] if anywhere else None


def _agent(reading: Reading, act: Act) -> Agent | None:
    """Whoever did the deed of the figure; for a figure without a deed, whoever sent, gave or carried it out."""
    if not reading.marks.agents:
        return _own_deed(reading, act)
    clause = clause_of(reading.sentence, act.at)
    own = [each for each in reading.marks.agents if act.deed is not None and each.deed.meets(act.deed.at)]
    in_group = [each for each in reading.marks.agents if act.at.holds(each.deed)]
    # Who did another deed of the sentence did not therefore do this one: "shot dead two guards before being killed by police".
    near = [each for each in reading.marks.agents if act.deed is None and clause.meets(each.deed) and not act.at.meets(each.at)]
    for candidates in (own, in_group, near):
        if candidates:
            return min(candidates, key=lambda each: gap(each.deed, act.tokens))
    return _own_deed(reading, act)


def _own_deed(reading: Reading, act: Act) -> Agent | None:
    """ "the army admitted killing six", "accused the air force of killing 50": who concedes, or is accused, is named as the doer."""
    deed = act.deed
    if deed is None or deed.form != "ing":
        return None
    for speech in around(reading, act.at):
        if speech.speaker is None or speech.cue is None:
            continue
        if speech.stance == "concedes" and deed.at.start == speech.cue.end:
            return Agent(at=_bare_name(reading, speech.speaker), deed=deed.at)
        if speech.form == "accuse" and reading.sentence.tokens.lower[deed.at.start - 1] == "of":
            accused = Span(speech.content[0].start, deed.at.start - 1)
            return Agent(at=_bare_name(reading, accused), deed=deed.at) if 0 < accused.end - accused.start <= _LONGEST_NAME else None
    return None


def _bare_name(reading: Reading, name: Span) -> Span:
    """A name without its article."""
    return Span(name.start + 1, name.end) if reading.sentence.tokens.lower[name.start] in ("the", "a", "an") else name


def spans_of(sentence: Sentence, found: Found) -> Iterable[tuple[str, Span]]:
    """Where each value of a scope stands in the document."""
    for name, mention in (("time", found.time), ("place", found.place), ("agent", found.agent), ("means", found.means)):
        if mention is not None:
            yield f"scope.{name}", sentence.span(mention.at)
