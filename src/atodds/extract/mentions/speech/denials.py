"""Denials inside what is said: "no evidence that", "it is not true that", "reports that ... were false", "called the claim a lie"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from atodds.extract.mentions.speech.clauses import second_verb
from atodds.extract.mentions.speech.reading import Reading
from atodds.model.claim import Stance
from atodds.model.text import Span

_NEAR = 4  # tokens: "no | independent and credible | evidence", "did not | find | any evidence"
_OBJECT = 8  # tokens: "(dismissed) as propaganda the repeated | claim"
_HARM = 6  # tokens: "no sign of | any further deaths"
_VERDICT = 5  # tokens: "were | a complete and utter | lie"
_BEFORE_CLAIMS = ("determiners", "judging", "false", "participles", "joining")


class Denial(NamedTuple):
    """Words that unsay a clause, and the clause."""

    cue: Span
    content: Span
    stance: Stance
    whole: Span  # with the verdict behind it: "reports that 12 died were false"


def denials(read: Reading) -> Iterator[Denial]:
    """Every clause that its own sentence unsays."""
    if read.lex.unsaying.isdisjoint(read.lower):
        return
    for place, word in enumerate(read.lower[:-2]):
        if word in read.lex.sets["unproven"]:
            yield from _unproven(read, place)
        elif word in read.lex.sets["denied_nouns"] and place + 2 < read.size:
            yield from _claim_unsaid(read, place)
        if read.lower[place + 1] == "that" and (read.within(place, "true") or read.within(place, "false")):
            yield from _untrue(read, place)


def _unproven(read: Reading, noun: int) -> Iterator[Denial]:
    """ "No evidence that 12 died", "did not find any sign of 12 deaths"."""
    low, high = read.bounds(noun)
    near = range(max(low, noun - _NEAR), noun)
    lacking = next((place for place in near if read.within(place, "lacking")), None)
    if lacking is None and any(read.within(place, "lacking_any") for place in near):
        lacking = next((place for place in range(max(low, noun - 2 * _NEAR), noun) if read.within(place, "negations")), None)
    start = noun + 2
    if lacking is None or start >= high:
        return
    if read.lower[noun + 1] != "that" and not (read.lower[noun + 1] == "of" and _harm(read, start, high)):
        return
    yield from _denial(read, Span(lacking, noun + 1), start, _break(read, start, high), "doubts")


def _untrue(read: Reading, word: int) -> Iterator[Denial]:
    """ "It is not true that 12 died", "it was a lie that"."""
    low, high = read.bounds(word)
    near = range(max(low, word - _NEAR - 1), word)
    subject = next((place for place in near if read.lower[place] == "it"), None)
    if subject is None or not any(read.within(place, "be") for place in range(subject, word)):
        return
    negated = any(read.within(place, "negations") for place in range(subject, word))
    if negated == read.within(word, "true") and not read.within(word, "moral"):
        yield from _denial(read, Span(subject, word + 1), word + 2, _break(read, word + 2, high), "denies")


def _claim_unsaid(read: Reading, noun: int) -> Iterator[Denial]:
    """ "Reports that 12 died were false", "the rumours of 12 deaths have been denied"; a claim that is someone's is that one's voice."""
    low, high = read.bounds(noun)
    if read.lower[noun + 1] not in ("that", "of") or read.within(noun - 1, "possessives") or (noun > low and read.possessive(noun - 1)):
        return
    start = noun + 2
    end = second_verb(read, start, noun, high, allowed=1 if read.lower[noun + 1] == "that" else 0)
    verdict = end
    while verdict < high and (read.within(verdict, "auxiliaries") or read.adverb(verdict)):
        verdict += 1
    if verdict == end or verdict >= high:
        return
    false = verdict if _is_denied(read, verdict) else _false(read, verdict, high)
    if false is not None:
        for denial in _denial(read, Span(noun, noun + 1), start, end, "denies"):
            yield denial._replace(whole=Span(noun, false + 1))


def _false(read: Reading, place: int, high: int) -> int | None:
    """Where the word stands that calls a claim false: "were | a complete lie"; nothing but its own modifiers may come before it."""
    for each in range(place, min(high, place + _VERDICT)):
        if read.within(each, "false"):
            return each
        if not (read.within(each, "judging") or read.adverb(each)):
            return None
    return None


def _is_denied(read: Reading, place: int) -> bool:
    """ "Were denied" by nobody named."""
    verb = read.lex.verbs.at(read.lower, place)
    return verb is not None and verb[1].stance == "denies" and read.lower[verb[0] : verb[0] + 1] != ["by"]


def _denial(read: Reading, cue: Span, start: int, end: int, stance: Stance) -> Iterator[Denial]:
    content = read.trim(start, end)
    if content is not None:
        yield Denial(cue, content, stance, cue.cover(content))


def _break(read: Reading, start: int, high: int) -> int:
    """Where a clause that opens at `start` is set off by the next: ", but", ";"."""
    for place in range(start + 1, high):
        if read.words[place] == ";" or (read.within(place, "coordinators") and read.words[place - 1] == ","):
            return place
    return high


def _harm(read: Reading, start: int, high: int) -> bool:
    for place in range(start, min(high, start + _HARM)):
        if not read.words[place][0].isalnum():
            return False
        if read.words[place][0].isdigit() or read.within(place, "numbers") or read.within(place, "counted_nouns"):
            return True
    return False


def rejected_claim(read: Reading, place: int, high: int, *, outright: bool) -> Span | None:
    """What a claim says that is rejected as such: "dismissed as propaganda the claim that ...", "called the report of 12 dead a lie".

    `outright`: the verb itself rejects; else a word must call the claim false, before its noun or behind what it says.
    """
    for noun in range(place, min(high - 2, place + _OBJECT)):
        theirs = read.within(noun, "tallies") or read.within(noun, "versions")  # "disputed the prosecution's version that"
        named = theirs or (read.within(noun, "denied_nouns") and not any(read.possessive(each) for each in range(place, noun)))
        if named and read.lower[noun + 1] in ("that", "of"):
            if read.lower[noun + 1] == "of" and not _harm(read, noun + 2, high):
                return None
            judged = any(read.within(each, "false") for each in range(place, noun)) or _judged_behind(read, noun + 2, high)
            # the verdict is the speaker's, so it stays inside what is said
            return Span(place, high) if judged else Span(noun + 2, high) if outright else None
        if not (outright and read.possessive(noun)) and not _leads(read, noun):
            return None
    return None


def _leads(read: Reading, place: int) -> bool:
    """Can the word stand between the verb and the claim: "as", "the", "utterly false"?"""
    return read.noun_like(place) or read.adverb(place) or any(read.within(place, name) for name in _BEFORE_CLAIMS)


def _judged_behind(read: Reading, start: int, high: int) -> bool:
    """Does a verdict follow a claim? "(the report of 12 dead) a lie", "as sheer propaganda"."""
    return any(
        read.within(place, "false") and (place + 1 >= high or not read.words[place + 1][0].isalnum() or read.within(place + 1, "joining"))
        for place in range(start + 1, high)
    )
