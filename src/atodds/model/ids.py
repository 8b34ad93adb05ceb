"""Identity by content: the same claim in the same text has the same id, on every machine and run."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import msgspec

from atodds.model.claim import Claim, Scope
from atodds.model.source import Link
from atodds.model.where import Place

_ENCODER = msgspec.json.Encoder(order="sorted")


def digest(data: bytes) -> str:
    """SHA-256, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def text_digest(text: str) -> str:
    """SHA-256 of a text's UTF-8; lone surrogates, which JSON can carry, are kept apart."""
    return digest(text.encode("utf-8", "surrogatepass"))


def canonical(record: Any) -> bytes:
    """One byte string for one content: keys sorted, nothing that is at its default."""
    return _ENCODER.encode(record)


def claim_id(claim: Claim, text_sha256: str) -> str:
    """Over the text's digest, kind, place in the text and content; without rule, ids, review and versions.

    What a list says of the words counts for nothing: a newer gazetteer or lexicon leaves every decision where it was.
    """
    content = (
        text_sha256, claim.kind, claim.start, claim.end, tuple(map(_as_written, claim.attribution)), claim.stance, claim.author,
        claim.hedge, claim.figure, claim.event, _in_words(claim.scope),
    )  # fmt: skip
    try:
        return digest(canonical(content))
    except UnicodeEncodeError:  # half a character in its words: escaped, so that the claim can be shown; no ledger keeps it
        return digest(json.dumps(msgspec.to_builtins(content), sort_keys=True).encode("ascii"))


def _as_written(link: Link) -> Link:
    """A voice without the key under which the lexicon knows it."""
    return link if link.actor is None else msgspec.structs.replace(link, actor=None)


def _in_words(scope: Scope | None) -> Scope | None:
    """A scope whose place is its words alone, without what the gazetteer has of them."""
    if scope is None or scope.place is None:
        return scope
    return msgspec.structs.replace(scope, place=Place(text=scope.place.text, from_=scope.place.from_))
