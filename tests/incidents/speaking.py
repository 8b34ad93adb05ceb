"""Reports of ours with their claims, made by hand: only who says what, in which words, on which day."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from atodds.model.claim import Claim, Scope
from atodds.model.figure import exactly
from atodds.model.ids import claim_id, text_digest
from atodds.model.source import Link
from atodds.model.text import Document

DAY = date(2013, 11, 4)


def report(text: str, id: str | None = None, published: date | None = DAY, **fields: Any) -> Document:
    return Document(id=id or text_digest(text), text=text, sha256=text_digest(text), published=published, **fields)


def link(document: Document, speaker: str, **fields: Any) -> Link:
    """A voice, at the first place where the report has its words."""
    start = document.text.find(speaker)
    return Link(speaker=speaker, start=start if start >= 0 else None, end=start + len(speaker) if start >= 0 else None, **fields)


def said(document: Document, quote: str, *chain: str | Link, **fields: Any) -> Claim:
    """A claim with these words, said by the voices given, the innermost first."""
    start = document.text.index(quote)
    links = tuple(each if isinstance(each, Link) else link(document, each) for each in chain)
    content: dict[str, Any] = {
        "kind": "figure", "stance": "asserts", "author": "neutral", "rule": "figure", "figure": exactly(12),
        "scope": Scope(aggregate=False),
    }  # fmt: skip
    claim = Claim(id="", document=document.id, quote=quote, start=start, end=start + len(quote), attribution=links, **(content | fields))
    return msgspec.structs.replace(claim, id=claim_id(claim, document.sha256))
