"""Responsibility: who is held to be behind a deed, by whom, or who claims, owns up to or denies it himself."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from atodds.extract.charges.antecedents import people_asked
from atodds.extract.charges.deed import Told
from atodds.extract.charges.held import Held
from atodds.extract.charges.line import Line, words
from atodds.extract.charges.patterns import held_in, patterns
from atodds.extract.context import elsewhere
from atodds.extract.context.case import Case
from atodds.extract.context.chains import Chain, around, chain
from atodds.extract.context.others import attacks_made
from atodds.extract.context.scopes import Found, scope
from atodds.extract.context.who import actor_of
from atodds.extract.kinds.charged import claim_of
from atodds.extract.page import Page, Reading
from atodds.model.claim import Claim, Stance
from atodds.model.source import Link
from atodds.model.text import Span
from atodds.vocab.doers import doers
from atodds.vocab.events import event_list

_UNSAID = "who blames is not said"
_CUE = 2  # tokens of "claimed responsibility"
_POINTING = 3  # tokens of "the deadly car | bombing"
_TOLD_BEFORE = 2  # sentences in which the deed was told of which somebody is suspected


def responsibility(page: Page) -> list[Claim]:
    """Every charge of a document with its chain, and the place and time of the deed."""
    cases = [case for index in range(len(page.sentences)) for case in _cases(page, index)]
    elsewhere.go_on(page, [case for case in cases if _one_deed(case)])
    return [claim_of(page, case) for case in cases]


def _one_deed(case: Case[Told]) -> bool:
    """ "The bombing", whose day and place were told before; "numerous attacks" have days of their own."""
    lower = case.reading.sentence.tokens.lower
    if case.act.type == "ACCUSE":
        return True  # "police suspect the Front": of what was told before
    if case.act.type == "ASSAULT" and case.act.rule == "admitted_own":
        return False  # "admitted that its soldiers had shot two": a deed told here
    return not words("pointing").isdisjoint(lower[max(0, case.act.at.start - _POINTING) : case.act.at.start])


def _cases(page: Page, index: int) -> Iterator[Case[Told]]:
    reading = page.readings[index]
    if patterns().keys().isdisjoint(reading.words) or reading.asks:
        return
    line, found = held_in(reading.sentence, page.document.text)
    for held in found:
        if held.act is None and not _deed_told(page, index):
            continue
        accused = line.name(held.accused) if not held.pronoun else _party_speaking(reading, line.name(held.accused))
        said = _said(page, index, line, held, accused) if accused is not None else None
        if accused is None or said is None:
            continue
        told = _told(line, held, accused, said.stance)
        place = _armed(scope(page, index, told), reading, told)
        review = place.review or (_UNSAID if held.unsaid and not said.links else None)
        yield Case(told, reading, said, place, msgspec.structs.replace(place.scope, agent=None), review=review)


def _armed(found: Found, reading: Reading, told: Told) -> Found:
    """Without the weapon of another clause: "blamed the army for the attack and fired missiles"."""
    if found.means is None:
        return found
    lower, at = reading.sentence.tokens.lower, found.means.at
    before = at.start < told.tokens.end  # "a shell killed nine and X accused Y of that massacre"
    if before or lower[at.end - 1] in attacks_made() or event_list("parting").isdisjoint(lower[told.tokens.end : at.start]):
        return found  # "the bombing" is the deed itself
    return found._replace(means=None, scope=msgspec.structs.replace(found.scope, means=None))


def _deed_told(page: Page, index: int) -> bool:
    """Was a deed of violence told of here, or just before?"""
    return any(reading.violent for reading in page.readings[max(0, index - _TOLD_BEFORE) : index + 1])


def _party_speaking(reading: Reading, pronoun: Span) -> Span | None:
    """The party that speaks of itself: "the Taliban" of "a Taliban spokesman said they were behind it"."""
    speaker = next((speech.speaker for speech in around(reading, pronoun) if speech.speaker is not None), None)
    if speaker is None:
        return None
    tokens = reading.sentence.tokens
    crew = doers(tokens.words[speaker.start : speaker.end], tokens.lower[speaker.start : speaker.end])
    first = crew[0] if crew and crew[0].kind in ("force", "state") else None
    return None if first is None else Span(speaker.start + first.at.start, speaker.start + first.at.end)


def _told(line: Line, held: Held, accused: Span, stance: Stance) -> Told:
    cue = line.span(held.cue)
    at = line.span(held.act.at) if held.act is not None else cue
    tokens = cue.cover(accused).cover(at)
    deed = "ASSAULT" if held.act is not None or held.rule == "admitted_own" else "ACCUSE"
    mode = held.act.mode if held.act is not None else None
    return Told(at, tokens, deed, stance, held.rule, mode, accused=accused, hedge=_hedge(line, held))


def _hedge(line: Line, held: Held) -> Span | None:
    """The word that makes a blame less than sure: "suspect", "is believed to be behind", "bears the hallmarks of"."""
    whole = held.cue.cover(held.accused)
    start = whole.start if held.accused.start != whole.start else held.accused.end
    hedge = next((each for each in range(start, max(held.cue.end, held.accused.start)) if line.within(each, "hedging")), None)
    return None if hedge is None or held.own else line.span(Span(hedge, hedge + 1))


def _said(page: Page, index: int, line: Line, held: Held, accused: Span) -> Chain | None:
    """Who holds so, and how; None where nobody can be named who does."""
    reading = page.readings[index]
    cue = line.span(held.cue)
    if held.own:
        return _own(page, index, line, held)
    said = chain(page, index, accused)
    if held.active and not any(speech.cue is not None and speech.cue.meets(cue) for speech in around(reading, accused)):
        if held.by is None and not said.links:
            return None  # "blaming the army": by whom?
        said = said if held.by is None else _first(reading, said, line.name(held.by), cue)
    if held.rule == "denied_part":
        return said._replace(stance="denies")
    if said.links:
        said = said._replace(links=(people_asked(reading.sentence, said.links[0]), *said.links[1:]))
    return said._replace(stance=_stance(held.stance, said.stance))


def _stance(held: Stance, said: Stance) -> Stance:
    """A blame that somebody denies is a denial, one that he admits a concession; "denies that it was not him" blames."""
    if said in ("denies", "doubts"):
        return "blames" if held == "denies" else said
    return "concedes" if said == "concedes" and held == "blames" else held


def _own(page: Page, index: int, line: Line, held: Held) -> Chain | None:
    """The chain of one who speaks of his own part: he is its first link. "Said it was behind the raid": who says so."""
    reading = page.readings[index]
    accused = line.name(held.accused)
    said = chain(page, index, accused)
    said = said._replace(links=()) if held.alone else said
    first = said if held.pronoun else _first(reading, said, accused, line.span(held.cue))
    return first._replace(stance="denies" if held.pronoun and said.stance == "denies" and held.stance == "claims" else held.stance)


def _first(reading: Reading, said: Chain, speaker: Span, cue: Span) -> Chain:
    """The chain with one more link inside."""
    sentence = reading.sentence
    if cue.end - cue.start > _CUE:
        cue = Span(cue.start, cue.start + 1)  # "held" of "held the army responsible for"
    name, at, by = sentence.words(speaker), sentence.span(speaker), sentence.span(cue)
    who = actor_of(name, reading.document.text)
    link = Link(speaker=name, start=at.start, end=at.end, actor=who, cue=sentence.words(cue), cue_start=by.start, cue_end=by.end)
    return said._replace(links=(link, *(each for each in said.links if each.speaker != name)))
