"""One voice of a sentence, before the ends of its words are settled against the other voices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.voices import Voice
from atodds.model.claim import Stance
from atodds.model.text import Span


class Said(NamedTuple):
    """One voice with its cue, and where its words stand, before their ends are settled against the other voices."""

    voice: Voice
    cue: Span
    stance: Stance
    form: str
    left: int  # the first word of speaker and cue
    stop: int  # behind the last of them
    before: Span | None = None  # what is said before the cue
    after: int | None = None  # where what is said after it begins
    high: int = 0  # no words of it stand here or beyond
    heard: Voice | None = None
    role: Span | None = None
    depth: int = 0
    leads: bool = False  # up to words that stand in another sentence: "The mayor continued:"


def last_voice(read: Reading, place: int, low: int, earlier: Sequence[Said]) -> Voice | None:
    """Who spoke last in the same sentence or quotation, but for one deeper inside what is said."""
    for said in reversed(earlier):
        if said.cue.start >= low and read.same(said.cue.start, place) and said.form != "by" and said.voice.named:
            return said.voice
    return None
