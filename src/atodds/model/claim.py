"""Claims: who says what, through whom, in which words, about when, where and whom.

The record is the one format that everything outside the program sees. A claim never changes: a person's correction is a
decision beside it in the ledger.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from atodds.model.figure import Figure
from atodds.model.record import Record
from atodds.model.source import Link
from atodds.model.text import Span
from atodds.model.when import From, When
from atodds.model.where import Place

Kind = Literal["figure", "event", "responsibility", "statement"]
Stance = Literal["asserts", "denies", "concedes", "doubts", "blames", "claims"]
Author = Literal["neutral", "endorses", "rejects"]
Extent = Literal["incident", "incidents", "total"]
Status = Literal["denied", "threatened", "planned", "conditional", "generic", "historical"]


class Scope(Record, frozen=True, kw_only=True):
    """Where, when, by whom and by what means the claim is about. `agent` and `means` are words and a vocabulary key."""

    time: When | None = None
    place: Place | None = None
    agent: str | None = None
    agent_from: From | None = None
    means: str | None = None  # drone airstrike bomb suicide_bomb shelling shooting raid ...
    means_from: From | None = None
    extent: Extent | None = None
    aggregate: bool  # true exactly where `extent` is "total"


class Event(Record, frozen=True, kw_only=True):
    """Who did what to whom, by PLOVER type and mode. An unknown agent is None: never the speaker, never the place."""

    type: str
    mode: str | None = None
    agent: str | None = None
    recipient: str | None = None
    accused: str | None = None
    status: Status | None = None


class Extract(Record, frozen=True, kw_only=True):
    """A stretch of the document around a claim."""

    start: int
    end: int


class Claim(Record, frozen=True, kw_only=True, tag_field="type", tag="claim"):
    """One claim, as `extract` prints it. `quote == text[start:end]` in the document's text, always."""

    id: str
    document: str
    kind: Kind
    quote: str
    start: int
    end: int
    spans: dict[str, Span] = msgspec.field(default_factory=dict)
    sentence: Extract | None = None
    attribution: tuple[Link, ...]  # innermost first; empty: the report's own voice
    stance: Stance  # what the innermost speaker does with it
    author: Author  # what the report does with it
    hedge: str | None = None
    figure: Figure | None = None
    event: Event | None = None
    scope: Scope | None = None
    part_of: str | None = None
    within: str | None = None
    rule: str  # as `atodds rules` documents it
    review: str | None = None
