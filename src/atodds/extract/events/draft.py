"""Drafts of events: an act of one sentence in the making."""

from __future__ import annotations

from dataclasses import dataclass

from atodds.model.claim import Status
from atodds.model.figure import Measure
from atodds.model.mention import Deed
from atodds.model.text import Span
from atodds.vocab.events import Word


@dataclass
class EventDraft:
    """An act with who did it and to whom, as far as its own sentence says. Spans are of tokens."""

    at: Span  # the word of action
    word: Word
    agent: Span | None = None
    recipient: Span | None = None
    status: Status | None = None
    pointing: bool = False  # "the attack": may be one that was told before
    fresh: bool = False  # "another attack": is none that was told before
    weak: bool = False  # a bare mention that names nothing beside the act
    struck: bool = False  # its recipient is whom it killed or hurt
    spoken: bool = False  # "we will not let": who speaks does it
    along: Span | None = None  # the weapon or blast that is its subject
    rule: str = ""

    @property
    def tokens(self) -> Span:
        """The word of action with who stands near it."""
        return self.at

    @property
    def deed(self) -> Deed | None:
        """Its verb; a noun's clause goes on behind the next verb: "the attack was carried out on Monday"."""
        return None if self.word.form in ("noun", "nouns") else Deed(at=self.at, measure="killed", form="past")

    @property
    def measure(self) -> Measure | None:
        return None

    @property
    def coordinated(self) -> bool:
        return False
