"""The sheet of a ledger: which claims stand on it, what people decided on them, and how many they took off it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from atodds.ledger.decisions import standing
from atodds.ledger.ledger import Filter, LedgerReader
from atodds.model.claim import Claim
from atodds.views.names import find
from atodds.views.sheet import sheet
from atodds.views.topics import about


def kept_sheet(reader: LedgerReader, names: Sequence[str] = (), topic: str | None = None) -> str:
    """The sheet of the documents named, or of all; of the questions that hold the topic's words, or of all."""
    named = [find(reader, name) for name in names] if names else reader.documents()
    documents = {each.id: replace(each, text="") for each in named}  # the sheet quotes claims, not texts
    held = [each for each in reader.claims(Filter(rejected=None)) if each.found.document in documents]
    found = _about([each.claim for each in held if each.rejected is None], topic)
    gone = _about([each.claim for each in held if each.rejected is not None], topic)
    if topic is not None:
        documents = {key: documents[key] for key in {claim.document for claim in found}}
    decided = {each.claim.id: [str(decision) for decision in standing(each.decisions)] for each in held}
    return sheet(documents.values(), found, decided=decided, left_out=len(gone))


def _about(claims: list[Claim], topic: str | None) -> list[Claim]:
    return claims if topic is None else about(claims, topic)
