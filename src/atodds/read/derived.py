"""What a format yields of a file: its text, and what it states of itself."""

from __future__ import annotations

from datetime import date

from atodds.model.record import Record


class Derived(Record, frozen=True, kw_only=True):
    """The text read from bytes, with the fields that the format itself carries."""

    text: str
    media_type: str
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    language: str | None = None
    url: str | None = None
    warning: str | None = None  # what of it could not be read
