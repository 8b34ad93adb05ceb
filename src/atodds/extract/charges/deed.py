"""The act that somebody is charged with, or that is denied: its words in one sentence, and what is known of it."""

from __future__ import annotations

from typing import NamedTuple

from atodds.model.claim import Stance
from atodds.model.mention import Deed
from atodds.model.text import Span


class Told(NamedTuple):
    """An act as one sentence tells of it: an `Act` to the rooms of context. Spans are of the sentence's tokens."""

    at: Span  # the words of the act
    tokens: Span  # all words that carry the claim
    type: str  # as PLOVER has it
    stance: Stance
    rule: str
    mode: str | None = None
    agent: Span | None = None
    recipient: Span | None = None
    accused: Span | None = None
    hedge: Span | None = None  # the word that makes a blame less than sure
    deed: Deed | None = None
    measure: None = None
    coordinated: bool = False
