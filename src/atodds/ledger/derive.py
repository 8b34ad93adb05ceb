"""Derived tables: what each act of the log does to them. Recording and replaying run the same lines and cannot differ."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from typing import Any, get_args

import msgspec
from sqlalchemy import ColumnElement, Connection, delete, or_, select, true, update

from atodds.errors import WrongLedger
from atodds.ledger import schema
from atodds.ledger.decisions import Decision, effective, rejection, standing
from atodds.ledger.fields import decode
from atodds.ledger.filter import fold
from atodds.ledger.log import pages, storable
from atodds.model.claim import Claim
from atodds.model.ids import canonical, digest
from atodds.model.incident import Judgement
from atodds.model.record import Record
from atodds.model.text import Document, Problem

_DECIDING = ("reject", "correct", "undo", *get_args(Judgement))
CHUNK = 400  # ids in one question; engines bound how many values a statement may carry


class Reading(Record, frozen=True, kw_only=True):
    """The payload of `read`: a document without its text, which is kept by its digest, and all that was found in it."""

    document: Document
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def version(self) -> str:
        """The digest of what was read. The path is left out: the same bytes in another folder are nothing new."""
        return digest(canonical(msgspec.structs.replace(self, document=_anywhere(self.document))))


def _anywhere(document: Document) -> Document:
    return msgspec.structs.replace(document, path=None)


def rebuild(connection: Connection) -> None:
    """Throw the derived tables away and make them again from the log, some entries at a time."""
    for table in reversed(schema.DERIVED):
        connection.execute(delete(table))
    replay(connection, connection)


def replay(log: Connection, derived: Connection) -> None:
    """Do again, in order, all that the log of one database records, to the derived tables of another."""
    for page in pages(log):
        for entry, _, stored in page:
            if stored is not None:  # an erased payload does nothing any more
                apply(derived, entry.act, zlib.decompress(stored))


def apply(connection: Connection, act: str, body: bytes) -> None:
    """Do to the derived tables what one entry records."""
    if act == "read":
        _read(connection, msgspec.json.decode(body, type=Reading))
    elif act == "problem":
        put_problems(connection, [msgspec.json.decode(body, type=Problem)])
    elif act in _DECIDING:
        decision = msgspec.json.decode(body, type=Decision)
        (_decide if decision.other is None else _judge)(connection, decision)
    elif act != "begin":
        raise WrongLedger(f"the log holds an act that this program does not know: {act}", "use a newer program")


def decisions_on(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[Decision, ...]]:
    """All decisions on each of some claims, in the order they were made; claims without any are left out."""
    wanted, found = sorted(set(ids)), dict[str, list[Decision]]()
    table = schema.decisions
    for start in range(0, len(wanted), CHUNK):
        some = table.c.claim.in_(wanted[start : start + CHUNK])
        asked = select(table.c.claim, table.c.body).where(some).order_by(table.c.claim, table.c.position)
        for row in connection.execute(asked):
            found.setdefault(row.claim, []).append(msgspec.json.decode(row.body, type=Decision))
    return {claim: tuple(each) for claim, each in found.items()}


def judgements_on(connection: Connection, one: str, other: str) -> tuple[Decision, ...]:
    """All decisions on a pair of claims whose ids are in order, in the order they were made."""
    table = schema.judgements
    return tuple(_judgements(connection, (table.c.one == one) & (table.c.other == other)))


def judgements_with(connection: Connection, ids: Iterable[str]) -> tuple[Decision, ...]:
    """All decisions on pairs with one of some claims, pair by pair in the order they were made."""
    wanted, table, found = sorted(set(ids)), schema.judgements, dict[str, Decision]()
    for start in range(0, len(wanted), CHUNK):
        some = wanted[start : start + CHUNK]
        found |= {each.id: each for each in _judgements(connection, or_(table.c.one.in_(some), table.c.other.in_(some)))}
    return tuple(found.values())


def every_judgement(connection: Connection) -> tuple[Decision, ...]:
    """All decisions on pairs of claims, pair by pair in the order they were made."""
    return tuple(_judgements(connection, true()))


def _judgements(connection: Connection, asked: ColumnElement[bool]) -> Iterable[Decision]:
    table = schema.judgements
    rows = connection.execute(select(table.c.body).where(asked).order_by(table.c.one, table.c.other, table.c.position))
    return (msgspec.json.decode(row.body, type=Decision) for row in rows)


def problem_id(problem: Problem) -> str:
    return digest(canonical(problem))


def put_problems(connection: Connection, found: Sequence[Problem]) -> None:
    """Keep each problem once, however often it is met."""
    table = schema.problems
    rows = {problem_id(each): each for each in found}
    for key in connection.execute(select(table.c.id).where(table.c.id.in_(list(rows)))).scalars().all():
        del rows[key]
    if rows:
        connection.execute(table.insert(), [{"id": key} | _row(each) for key, each in rows.items()])


def _row(record: Record) -> dict[str, Any]:
    values = msgspec.structs.asdict(record)
    return {name: storable(value) if isinstance(value, str) else value for name, value in values.items()}


def _read(connection: Connection, reading: Reading) -> None:
    """A newer reading takes the place of the older: what it no longer finds is closed, not deleted."""
    document, table = reading.document, schema.claims
    if not _put_document(connection, document, reading.version):
        connection.execute(update(table).where(table.c.document == document.id).values(current=False))
        _drop(connection, document.id, [each.id for each in reading.claims])
    # A document that was read after all has no problems but those of this reading.
    named = [name for name in (document.id, document.path) if name is not None]
    connection.execute(delete(schema.problems).where(schema.problems.c.document.in_(named)))
    if reading.problems:
        put_problems(connection, reading.problems)
    if reading.claims:
        _put_claims(connection, document.sha256, reading.claims)


def _put_document(connection: Connection, document: Document, version: str) -> bool:
    """Keep the document as read last. Is it new?"""
    table, row = schema.documents, _row(document)
    del row["text"]
    row |= {"version": version, "body": canonical(_anywhere(document)).decode()}
    if connection.execute(select(table.c.id).where(table.c.id == document.id)).first() is None:
        connection.execute(table.insert(), row)
        return True
    connection.execute(update(table).where(table.c.id == document.id), row)
    return False


def _drop(connection: Connection, document: str, ids: Sequence[str]) -> None:
    for start in range(0, len(ids), CHUNK):
        some = ids[start : start + CHUNK]
        for table, column in ((schema.links, schema.links.c.claim), (schema.claims, schema.claims.c.id)):
            connection.execute(delete(table).where(table.c.document == document, column.in_(some)))


def _put_claims(connection: Connection, text_sha256: str, found: Sequence[Claim]) -> None:
    decided = decisions_on(connection, (each.id for each in found))
    rows: list[dict[str, Any]] = []
    voices: list[dict[str, Any]] = []
    for claim in found:
        fixed = {"document": claim.document, "id": claim.id, "text_sha256": text_sha256, "current": True, "rule": claim.rule}
        changing, links = _columns(claim, decided.get(claim.id, ()))
        rows.append(fixed | {"start": claim.start, "body": canonical(claim).decode()} | changing)
        voices += links
    connection.execute(schema.claims.insert(), rows)
    if voices:
        connection.execute(schema.links.insert(), voices)


def _decide(connection: Connection, decision: Decision) -> None:
    before = decisions_on(connection, [decision.claim]).get(decision.claim, ())
    table, every = schema.decisions, (*before, decision)
    row = {name: getattr(decision, name) for name in ("id", "claim", "act", "actor", "time")}
    row |= {"position": len(before), "standing": decision.act != "undo", "body": canonical(decision).decode()}
    connection.execute(table.insert(), row)
    if decision.undoes is not None:
        connection.execute(update(table).where(table.c.id == decision.undoes).values(standing=False))
    _refresh(connection, decision.claim, every)


def _judge(connection: Connection, decision: Decision) -> None:
    assert decision.other is not None
    table, before = schema.judgements, judgements_on(connection, decision.claim, decision.other)
    row = {name: getattr(decision, name) for name in ("id", "other", "act", "actor", "time")} | {"one": decision.claim}
    row |= {"position": len(before), "standing": decision.act != "undo", "body": canonical(decision).decode()}
    connection.execute(table.insert(), row)
    if decision.undoes is not None:
        connection.execute(update(table).where(table.c.id == decision.undoes).values(standing=False))


def _refresh(connection: Connection, id: str, decided: Sequence[Decision]) -> None:
    """Show what was decided in every document that holds the claim."""
    table, links = schema.claims, schema.links
    for row in connection.execute(select(table.c.document, table.c.body).where(table.c.id == id)).all():
        changing, voices = _columns(decode(row.body), decided)
        connection.execute(update(table).where(table.c.document == row.document, table.c.id == id), changing)
        connection.execute(delete(links).where(links.c.document == row.document, links.c.claim == id))
        if voices:
            connection.execute(links.insert(), voices)


def _columns(found: Claim, decided: Sequence[Decision]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What decisions can change: the columns to filter on, and the links of the chain."""
    claim, rejected = effective(found, decided), rejection(decided)
    corrected = any(each.act == "correct" for each in standing(decided))
    changing = {
        "rejected": None if rejected is None else rejected.id,
        "corrected": canonical(claim).decode() if corrected else None,
        "kind": claim.kind, "stance": claim.stance, "author": claim.author,
        "speaker": fold(claim.attribution[0].speaker) if claim.attribution else None,
    }  # fmt: skip
    links = [
        {"document": found.document, "claim": found.id, "position": place, "speaker": fold(each.speaker), "date": each.date}
        for place, each in enumerate(claim.attribution)
    ]
    return changing | _figure(claim) | _scope(claim) | _event(claim), links


def _figure(claim: Claim) -> dict[str, Any]:
    figure = claim.figure
    if figure is None:
        return dict.fromkeys(("measure", "low", "high", "category"))
    return {"measure": figure.measure, "low": figure.low, "high": figure.high, "category": figure.category}


def _scope(claim: Claim) -> dict[str, Any]:
    scope = claim.scope
    if scope is None:
        return dict.fromkeys(("earliest", "latest", "place", "country", "means"))
    time, place = scope.time, scope.place
    return {
        "earliest": None if time is None else time.earliest,
        "latest": None if time is None else time.latest,
        "place": None if place is None else fold(place.text if place.name is None else f"{place.text} / {place.name}"),
        "country": None if place is None else place.country,
        "means": scope.means,
    }


def _event(claim: Claim) -> dict[str, Any]:
    """The act. Who did it stands in the scope of a figure, in the event of the other kinds."""
    event, scope = claim.event, claim.scope
    doer = event.agent if event is not None else scope.agent if scope is not None else None
    if event is None:
        return {**dict.fromkeys(("type", "mode", "recipient", "accused", "status")), "agent": _folded(doer)}
    return {
        "type": event.type, "mode": event.mode, "status": event.status,
        "agent": _folded(doer), "recipient": _folded(event.recipient), "accused": _folded(event.accused),
    }  # fmt: skip


def _folded(words: str | None) -> str | None:
    return None if words is None else fold(words)
