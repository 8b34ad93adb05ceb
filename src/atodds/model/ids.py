"""Identity by content: the same claim in the same text has the same id, on every machine and run."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import msgspec

from atodds.model.claim import Claim

_ENCODER = msgspec.json.Encoder(order="sorted")


def digest(data: bytes) -> str:
    """SHA-256, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def text_digest(text: str) -> str:
    """SHA-256 of a text's UTF-8; lone surrogates, which JSON can carry, are kept apart."""
    return digest(text.encode("utf-8", "surrogatepass"))


def canonical(record: Any) -> bytes:
    """One byte string for one content: keys sorted, nothing that is at its default. Half a character (a lone surrogate) has none."""
    return _ENCODER.encode(record)


def claim_id(claim: Claim, text_sha256: str) -> str:
    """Over the text's digest, kind, place in the text and content; without rule, ids, review and versions."""
    content = (
        text_sha256, claim.kind, claim.start, claim.end, claim.attribution, claim.stance, claim.author,
        claim.hedge, claim.figure, claim.event, claim.scope,
    )  # fmt: skip
    try:
        return digest(canonical(content))
    except UnicodeEncodeError:  # half a character in its words: escaped, so that the claim can be shown; no ledger keeps it
        return digest(json.dumps(msgspec.to_builtins(content), sort_keys=True).encode("ascii"))
