"""How each field of a claim was read: its value, the words that carry it, and where a value without words comes from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from atodds.model.claim import Claim
from atodds.model.text import TABLE, Document, Span
from atodds.model.when import When
from atodds.model.where import Place
from atodds.views.names import short
from atodds.vocab.periods_shown import period
from atodds.vocab.places_shown import place_words
from atodds.vocab.shown import folded


class Field(NamedTuple):
    """One field: its name as `docs/claim.md` and the export write it, its value, its words, its origin."""

    name: str
    value: str
    words: str = ""
    origin: str = ""


def fields(claim: Claim, document: Document) -> list[Field]:
    """Every field that says something, in the order of the record."""
    return [
        *_voices(claim, document), *_plain(claim, document), *_of_part("figure", claim.figure, claim, document),
        *_of_scope(claim, document), *_of_part("event", claim.event, claim, document), *_stretches(claim, document),
    ]  # fmt: skip


def _voices(claim: Claim, document: Document) -> Iterator[Field]:
    for place, link in enumerate(claim.attribution):
        name = f"attribution.{place}"
        yield Field(f"{name}.speaker", folded(link.speaker), _between(link.start, link.end, document))
        if link.cue:
            yield Field(f"{name}.cue", folded(link.cue), _between(link.cue_start, link.cue_end, document))
        if link.actor:
            yield Field(f"{name}.actor", link.actor)
        if link.role:
            yield Field(f"{name}.role", folded(link.role))
        if link.date:
            yield Field(f"{name}.date", link.date.isoformat())


_IDS = ("part_of", "within")  # as they are shown elsewhere, to be looked up by


def _plain(claim: Claim, document: Document) -> Iterator[Field]:
    for name in ("stance", "author", "hedge", "part_of", "within"):
        value = getattr(claim, name)
        if value is not None:
            yield Field(name, f"claim {short(value)}" if name in _IDS else folded(value), _words(name, claim, document))


def _of_part(part: str, record: msgspec.Struct | None, claim: Claim, document: Document) -> Iterator[Field]:
    """Fields of the figure or the event; bounds and modality are carried by the words of the number."""
    if record is None:
        return
    for key, value in msgspec.structs.asdict(record).items():
        if value is None or value == () or key == "text":
            continue
        own = _words(f"{part}.{key}", claim, document)
        number = _words(f"{part}.text", claim, document) if key in ("low", "high", "modality") else ""
        yield Field(f"{part}.{key}", _value(value), own or number)


def _of_scope(claim: Claim, document: Document) -> Iterator[Field]:
    scope = claim.scope
    if scope is None:
        return
    if scope.time is not None:
        yield Field("scope.time", period(scope.time), _words("scope.time", claim, document), scope.time.from_ or "")
        yield from _of_time(scope.time)
    if scope.place is not None:
        yield Field("scope.place", place_words(scope.place), _words("scope.place", claim, document), scope.place.from_ or "")
        yield from _of_place(scope.place, claim, document)
    if scope.agent is not None:
        yield Field("scope.agent", folded(scope.agent), _words("scope.agent", claim, document), scope.agent_from or "")
    if scope.means is not None:
        yield Field("scope.means", scope.means, _words("scope.means", claim, document), scope.means_from or "")
    if scope.extent is not None:
        yield Field("scope.extent", scope.extent, _words("scope.extent", claim, document))


_KNOWN = ("name", "country", "admin1", "admin2", "precision", "geoname", "lat", "lon", "grid")  # of a place, in the order of a reader


def _of_time(time: When) -> Iterator[Field]:
    """The ends of the period, under the names by which they are corrected."""
    for key in ("earliest", "latest", "precision"):
        value = getattr(time, key)
        if value is not None:
            yield Field(f"scope.time.{key}", str(value))


def _of_place(place: Place, claim: Claim, document: Document) -> Iterator[Field]:
    """What a list says of the place, and which list; a coordinate of the report's own needs none, nor does a table's own cell."""
    otherwise = "map" if document.media_type == TABLE else "list"
    origin = "report" if place.grid is not None else "geonames" if place.geoname is not None else otherwise
    for key in _KNOWN:
        value, name = getattr(place, key), f"scope.place.{key}"
        if value is not None:
            own = folded(value) if key == "grid" else _words(name, claim, document)
            yield Field(name, str(value), own, "" if own else origin)


def _stretches(claim: Claim, document: Document) -> Iterator[Field]:
    """The stretches of a statement that its speaker interrupts."""
    for name in sorted(claim.spans):
        if name.startswith("statement."):
            start, end = claim.spans[name]
            yield Field(name, f"{start}-{end}", _words(name, claim, document))


def _words(name: str, claim: Claim, document: Document) -> str:
    """The words of the document that carry a field, on one line."""
    span = claim.spans.get(name)
    return folded(Span(*span).of(document.text)) if span is not None else ""


def _between(start: int | None, end: int | None, document: Document) -> str:
    return folded(document.text[start:end]) if start is not None and end is not None else ""


def _value(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
