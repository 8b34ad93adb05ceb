"""Frames: what a cue verb may take, and what that makes of the words beside it."""

from __future__ import annotations

from atodds.extract.mentions.speech.openings import Opening
from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.words import Verb
from atodds.model.text import Span


def form_of(verb: Verb, begun: Opening) -> str:
    """The name of the pattern, by what the verb does: only an opinion does not assert its content."""
    if begun.opinion:
        return "opinion"
    if "free" in verb.frames or "told" in verb.frames or (begun.marked and "that" in verb.frames):
        return "told" if "told" in verb.frames else "say"
    if "invented" in verb.frames:
        return "counted"
    for frame in ("responsible", "counted", "accuse", "told of", "that", "quoted", "clause"):
        if frame in verb.frames:
            return {"that": "say", "quoted": "say", "clause": "thought", "told of": "told", "responsible": "say"}.get(frame, frame)
    return "opinion"


def sayable(verb: Verb, read: Reading, before: Span) -> bool:
    """Can this verb follow what is said? "..., he wanted" cannot."""
    if verb.frames & {"free", "that", "told"}:
        return True
    if read.within(before.start, "prepositions") and before.end not in read.marks:
        return False  # "At the last house, the patrol noticed a wire"
    return bool(verb.frames & {"quoted", "clause"}) and (before.end in read.marks or read.has_finite(*before))


def bare_participle(read: Reading, place: int, form: str, high: int) -> bool:
    """Is nothing behind the cue that could be its object? "fighters called “martyrs” ...", "a man accused of ..."."""
    return (
        form in ("opinion", "infinitive", "accuse", "counted")
        and place < high
        and (place in read.marks or read.within(place, "prepositions"))
    )
