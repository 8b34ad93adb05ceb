"""JSON lines: the record that everything outside the program sees, one object a line, UTF-8. Nothing is left out.

Fields stand in the order of the claim record; a field that says nothing is absent, which means the same as null.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec

from atodds.model.claim import Claim
from atodds.model.record import Record
from atodds.model.text import Document

if TYPE_CHECKING:
    from atodds.disputes.comparison import Comparison
    from atodds.ledger.ledger import Decision, LedgerReader
    from atodds.model.incident import Grouping

LEAVES_OUT = ""

_ENCODER = msgspec.json.Encoder()


def claim_line(claim: Claim) -> bytes:
    """A claim as one line."""
    return _ENCODER.encode(claim) + b"\n"


def record_line(record: Record | Mapping[str, str]) -> bytes:
    """Any record as one line; those of a kind that stands in an export say which in `type`."""
    return _ENCODER.encode(record) + b"\n"


def document_line(document: Document) -> bytes:
    """A document as one line, its text as it stands: what `text` prints and what can be read in again."""
    return _tagged("document", document)


def ledger_lines(reader: LedgerReader) -> Iterator[bytes]:
    """All of a ledger: documents, then claims as they were found, then what people decided on them and on pairs, each once."""
    from atodds.ledger.filter import Filter  # here, so that `extract` needs no database

    yield from map(document_line, reader.documents())
    decided: dict[str, Decision] = {}
    for held in reader.claims(Filter(rejected=None)):
        yield claim_line(held.found)
        decided |= {decision.id: decision for decision in held.decisions}
    decided |= {decision.id: decision for decision in reader.judged()}
    yield from (_tagged("decision", decision) for decision in decided.values())


def incident_lines(grouping: Grouping) -> Iterator[bytes]:
    """Incidents, then the pairs of claims that are unsure or that a person keeps apart, which say in `type` that they are pairs."""
    yield from map(record_line, grouping.incidents)
    yield from (_tagged("pair", each) for each in (*grouping.unsure, *grouping.different))


def reading_lines(compared: Comparison) -> Iterator[bytes]:
    """What the claims are to each other: incidents and pairs, then what was revised, what cannot all be true, what agrees."""
    yield from incident_lines(compared.grouping)
    yield from map(record_line, (*compared.revisions, *compared.findings.disputes, *compared.findings.agreements))


def _tagged(kind: str, record: Record) -> bytes:
    line: dict[str, Any] = {"type": kind, **msgspec.to_builtins(record)}
    return _ENCODER.encode(line) + b"\n"


def write(lines: Iterable[bytes], out: BinaryIO) -> int:
    """Write each line as soon as it is there; how many there were."""
    number = 0
    for number, line in enumerate(lines, start=1):  # noqa: B007 - the last number is the answer
        out.write(line)
        out.flush()
    return number
