"""Charges: a deed laid at someone's door, "was charged with killing four", "acquitted of murder". Nobody asserts it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from atodds.extract.mentions.speech.clauses import second_verb, subject_next
from atodds.extract.mentions.speech.phrases import phrase_after
from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.said import Said
from atodds.extract.mentions.speech.subjects import speaker_before
from atodds.extract.mentions.speech.voices import Voice, nobody, voice
from atodds.model.claim import Stance
from atodds.model.text import Span

_REACH = 8  # tokens between "charged" and its "with"


class Charge(NamedTuple):
    """The words that lay the charge, by whom, how, and where the deed begins."""

    cue: Span
    by: Voice | None
    stance: Stance
    deed: int


def charges(read: Reading) -> Iterator[Said]:
    """Every charge, with who brings it where that is told: "accused by the mayor of", "police charged two men with"."""
    if read.lex.charged.isdisjoint(read.lower):
        return
    place = 0
    while place < read.size - 2:
        low, high = read.bounds(place)
        charge = _passive(read, place) or _by(read, place, high) or _active(read, place, low, high)
        if charge is not None and charge.deed < high and _deed(read, charge.deed):
            yield _said(read, charge, high)
        place = charge.cue.end if charge is not None else place + 1


def _said(read: Reading, charge: Charge, high: int) -> Said:
    cue, by = charge.cue, charge.by
    end = second_verb(read, charge.deed, cue.start, _end(read, charge.deed, high), allowed=0)
    left = min(cue.start, by.at.start) if by is not None else cue.start
    stance: Stance = "doubts" if read.within(cue.start - 1, "negations") else charge.stance
    said = Said(by or nobody(cue), cue, stance, "charge", left, charge.deed, after=charge.deed, high=end)
    return said._replace(role=by.role) if by is not None else said


def _end(read: Reading, deed: int, high: int) -> int:
    """Where the deed ends: "charged with killing four | and had fled", "... a raid | that killed nine", "..., | the army killed nine"."""
    for place in range(deed + 1, high - 1):
        if read.within(place, "relatives"):
            return place  # the nine are no part of the charge: that they died is told
        if (read.within(place, "joining") or read.words[place] == ",") and (read.finite(place + 1) or subject_next(read, place + 1, high)):
            return place
    return high


def _deed(read: Reading, place: int) -> bool:
    """Is it a deed, or a crime, that the charge is of? "charged with killing", not "charged with batons"."""
    place += read.within(place, "articles") or read.adverb(place)
    return place < read.size and (read.lower[place].endswith("ing") or read.within(place, "crimes"))


def _passive(read: Reading, place: int) -> Charge | None:
    hit = read.lex.charges.at(read.lower, place)
    return Charge(Span(place, hit[0]), None, hit[1], hit[0]) if hit is not None else None


def _by(read: Reading, place: int, high: int) -> Charge | None:
    """ "Accused by the mayor of killing four"."""
    brought = read.lex.charging.get(read.lower[place])
    if brought is None or read.lower[place + 1] != "by":
        return None
    for at in range(place + 3, min(high - 1, place + 2 * _REACH)):
        if read.lower[at] == brought[0] and _deed(read, at + 1):
            phrase = phrase_after(read, place + 2, at)
            found = voice(read, phrase) if phrase is not None and phrase.end == at else None
            return Charge(Span(place, place + 1), found if found is not None and found.sure else None, brought[1], at + 1)
    return None


def _active(read: Reading, place: int, low: int, high: int) -> Charge | None:
    """ "Police charged two men with killing four"; whom one accuses has a pattern of its own."""
    brought = read.lex.charging.get(read.lower[place])
    known = read.lex.verbs.at(read.lower, place)
    if brought is None or (known is not None and "accuse" in known[1].frames) or read.within(place - 1, "be"):
        return None
    for at in range(place + 2, min(high, place + _REACH)):
        if read.lower[at] == brought[0] and _deed(read, at + 1):
            found = speaker_before(read, place, low)
            return Charge(Span(place, place + 1), found if found is not None and found.sure else None, brought[1], at + 1)
        if not read.words[at][0].isalnum() or read.finite(at):
            break
    return None
