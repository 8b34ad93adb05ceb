"""Minds: a state of mind that an adjective tells, "is sure that", "are worried about", "was aware of what"."""

from __future__ import annotations

from collections.abc import Iterator

from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.said import Said
from atodds.extract.mentions.speech.subjects import clause_subject, speaker_before
from atodds.extract.mentions.speech.unmarked import clause_at
from atodds.model.claim import Stance
from atodds.model.text import Span

_GROUP = 5  # words between a subject and its adjective: "has not been entirely"


def minds(read: Reading) -> Iterator[Said]:
    """Everyone of whom an adjective says what they think or feel of something."""
    for place in read.places("minded"):
        low, high = read.bounds(place)
        start, negated = _group(read, place, low)
        if start == place or place + 1 >= high:
            continue
        begun = _begins(read, place + 1, high)
        if begun is None:
            continue
        after, form = begun
        speaker = speaker_before(read, start, low) or clause_subject(read, start, low)
        if speaker is None or not speaker.sure or read.within(speaker.speaker.start, "impersonal"):
            continue
        stance: Stance = "doubts" if negated or read.within(place, "unsure") else "asserts"
        yield Said(speaker, Span(place, place + 1), stance, form, speaker.at.start, after, None, after, high, None, speaker.role)


def _group(read: Reading, place: int, low: int) -> tuple[int, bool]:
    """Where "is not entirely" before the adjective begins, with whether it is negated; `place` where no "be" stands there."""
    start, negated, be = place, False, False
    while start > low and place - start < _GROUP:
        before = start - 1
        if read.within(before, "negations"):
            negated = True
        elif read.within(before, "auxiliaries") or read.within(before, "clitics"):
            be = be or read.within(before, "be") or read.within(before, "clitics")
        elif not (read.adverb(before) or read.within(before, "degrees")):
            break
        start = before
    return (start, negated) if be else (place, False)


def _begins(read: Reading, place: int, high: int) -> tuple[int, str] | None:
    """Where what is thought begins: "that ...", "whether ...", a clause, or a thing behind "about" and "of"."""
    word = read.lower[place]
    if word == "that" and place + 1 < high:
        return place + 1, "thought"
    if read.within(place, "questions"):
        return place, "thought"
    if read.within(place, "mind_links") and place + 1 < high:
        return place + 1, "thought" if read.within(place + 1, "questions") else "opinion"
    if clause_at(read, place, high) and not read.within(place, "prepositions"):
        return place, "thought"
    return None
