"""CSV for a spreadsheet: one claim a row, figures as numbers, no cell that a spreadsheet would run as a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from io import TextIOWrapper
from typing import TYPE_CHECKING, BinaryIO, TextIO

from msgspec.structs import replace

from atodds.model.claim import Claim, Event, Scope
from atodds.model.figure import Figure
from atodds.model.text import Document
from atodds.model.when import When
from atodds.model.where import Place

if TYPE_CHECKING:
    from atodds.ledger.ledger import LedgerReader

Cell = str | int | float | None

LEAVES_OUT = "spans, all but the names of outer voices, documents' texts and decisions; jsonl keeps them"

# A cell that begins with one of these is run as a formula, or hides one (full-width forms are folded by some spreadsheets).
_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")


COLUMNS = (
    "id", "kind", "measure", "low", "high", "modality", "unit", "category", "as_claimed", "kinds", "names", "figure_text",
    "event_type", "event_mode", "event_agent", "event_recipient", "accused", "status",
    "speaker", "speaker_actor", "role", "cue", "said_on", "chain", "stance", "author", "hedge",
    "earliest", "latest", "time_precision", "time_text", "time_unresolved", "time_from",
    "place", "place_name", "country", "admin1", "admin2", "geoname", "lat", "lon", "grid", "place_precision", "place_from",
    "agent", "means", "extent", "part_of", "within",
    "quote", "document", "start", "end", "outlet", "published", "title", "url", "rule", "review",
)  # fmt: skip


def safe(cell: Cell) -> Cell:
    """The same cell, a leading apostrophe before text that a spreadsheet would run.

    >>> safe("=HYPERLINK(0)"), safe(-5), safe("twelve")
    ("'=HYPERLINK(0)", -5, 'twelve')
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_RUNS) else cell


def write(claims: Iterable[Claim], documents: Mapping[str, Document], out: TextIO) -> int:
    """A header and a row for each claim; how many claims there were."""
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    number = 0
    for number, claim in enumerate(claims, start=1):  # noqa: B007 - the last number is the answer
        writer.writerow({name: safe(cell) for name, cell in columns(claim, documents[claim.document]).items()})
    return number


def write_ledger(reader: LedgerReader, out: BinaryIO) -> int:
    """Every claim of a ledger as people corrected it, those they rejected left out; UTF-8."""
    documents = {each.id: replace(each, text="") for each in reader.documents()}
    text = TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    try:
        return write((held.claim for held in reader.claims()), documents, text)
    finally:
        text.detach()


def columns(claim: Claim, document: Document) -> dict[str, Cell]:
    """One claim as named cells; an empty cell is what the report does not say."""
    return {
        "id": claim.id, "kind": claim.kind, **_figure(claim.figure), **_event(claim.event), **_who(claim), **_scope(claim.scope),
        "part_of": claim.part_of, "within": claim.within,
        "quote": claim.quote, "document": claim.document, "start": claim.start, "end": claim.end,
        "outlet": document.outlet, "published": str(document.published or "") or None, "title": document.title, "url": document.url,
        "rule": claim.rule, "review": claim.review,
    }  # fmt: skip


def _figure(figure: Figure | None) -> dict[str, Cell]:
    names = ("measure", "low", "high", "modality", "unit", "category", "as_claimed")
    return {
        **{name: getattr(figure, name, None) for name in names},
        "kinds": "; ".join(figure.kinds) if figure is not None else None,
        "names": "; ".join(figure.names) if figure is not None else None,
        "figure_text": figure.text if figure is not None else None,
    }


def _event(event: Event | None) -> dict[str, Cell]:
    """What was done, by whom, to whom, and who is accused of it."""
    return {
        "event_type": event.type if event is not None else None,
        "event_mode": event.mode if event is not None else None,
        "event_agent": event.agent if event is not None else None,
        "event_recipient": event.recipient if event is not None else None,
        "accused": event.accused if event is not None else None,
        "status": event.status if event is not None else None,
    }


def _who(claim: Claim) -> dict[str, Cell]:
    """The innermost speaker, and the whole chain from the inside out."""
    link = claim.attribution[0] if claim.attribution else None
    return {
        "speaker": link.speaker if link is not None else None,
        "speaker_actor": link.actor if link is not None else None,
        "role": link.role if link is not None else None,
        "cue": link.cue if link is not None else None,
        "said_on": link.date.isoformat() if link is not None and link.date is not None else None,
        "chain": " < ".join(link.speaker for link in claim.attribution),
        "stance": claim.stance, "author": claim.author, "hedge": claim.hedge,
    }  # fmt: skip


def _scope(scope: Scope | None) -> dict[str, Cell]:
    found = {name: getattr(scope, name, None) for name in ("agent", "means", "extent")}
    return {**_time(scope.time if scope is not None else None), **_place(scope.place if scope is not None else None), **found}


def _time(time: When | None) -> dict[str, Cell]:
    return {
        "earliest": time.earliest.isoformat() if time is not None and time.earliest is not None else None,
        "latest": time.latest.isoformat() if time is not None and time.latest is not None else None,
        "time_precision": time.precision if time is not None else None,
        "time_text": time.text if time is not None else None,
        "time_unresolved": "yes" if time is not None and time.unresolved else None,
        "time_from": time.from_ if time is not None else None,
    }


def _place(place: Place | None) -> dict[str, Cell]:
    """The place as written, and what a list says of it; `geoname` tells which list."""
    known = ("country", "admin1", "admin2", "geoname", "lat", "lon", "grid")
    return {
        "place": place.text if place is not None else None,
        "place_name": place.name if place is not None else None,
        **{name: getattr(place, name, None) for name in known},
        "place_precision": place.precision if place is not None else None,
        "place_from": place.from_ if place is not None else None,
    }
