"""Sources: who says a thing, through whom. A chain is a tuple of links, the innermost speaker first."""

from __future__ import annotations

from datetime import date

from atodds.model.record import Record


class Link(Record, frozen=True, kw_only=True):
    """One voice of an attribution chain. `start`/`end` span the words of `speaker`, `cue_start`/`cue_end` those of `cue`."""

    speaker: str  # as written, at most 12 words: "Pakistan’s Ministry of Defence"
    start: int | None = None
    end: int | None = None
    actor: str | None = None  # a stable key, where resolved
    role: str | None = None  # as written: "UN special rapporteur"
    date: date | None = None  # when it was said or printed
    cue: str | None = None  # as written: "reported"
    cue_start: int | None = None
    cue_end: int | None = None
