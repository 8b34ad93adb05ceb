"""One document: what is known of it, its claims, and what no claim holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from atodds.model.claim import Claim
from atodds.model.text import Document
from atodds.views.chain import outlet
from atodds.views.lines import WIDTH, describe, labelled
from atodds.views.names import short
from atodds.views.sheet import besides, numbered
from atodds.views.unread import Unread
from atodds.vocab.shown import folded

if TYPE_CHECKING:
    from atodds.ledger.ledger import Held, LedgerReader

_STEP = 4


def report(document: Document, claims: Iterable[Claim]) -> str:
    """The document's head, then its claims in the order of its text; statements are only counted."""
    lines, every = _head(document), list(claims)
    listed = [claim for claim in every if claim.kind != "statement"]
    for number, claim in enumerate(listed, start=1):
        lines += ["", *numbered(number, [*describe(claim, document, width=WIDTH - _STEP), f"         claim {short(claim.id)}"])]
    lines += besides(every, ("statement",))
    return "\n".join(lines) + "\n"


def unread_lines(document: Document, left: Sequence[Unread]) -> str:
    """Casualty words and numbers that no claim holds, under the sentences they stand in."""
    numbers = sum(each.kind == "number" for each in left)
    lines = [*_head(document), "", f"In no claim: numbers {numbers}, casualty words {len(left) - numbers}"]
    for sentence in dict.fromkeys(each.sentence for each in left):
        here = [each for each in left if each.sentence == sentence]
        lines += [
            "",
            *labelled([("", sentence)]),
            *(f"    {each.kind:<6}  {each.start}-{each.end}  {each.words}" for each in here),
        ]
    return "\n".join(lines) + "\n"


def _head(document: Document) -> list[str]:
    rows = [
        ("outlet", document.outlet), ("title", document.title),
        ("date", document.published.isoformat() if document.published else "not known"),
        ("language", document.language), ("type", document.media_type), ("file", document.path), ("url", document.url), ("id", document.id),
    ]  # fmt: skip
    return [outlet(document), *labelled([(label, folded(words)) for label, words in rows if words])]


def as_of(reader: LedgerReader, held: Held) -> Document:
    """The document with the text that the claim's spans point into, which a newer reading may have replaced."""
    document = reader.document(held.found.document)
    if document.sha256 == held.text_sha256:
        return document
    text = reader.stored(held.text_sha256).decode("utf-8", "surrogatepass")
    return replace(document, text=text, sha256=held.text_sha256)
