"""Verifying: is every entry, payload, text, quote and derived row as it was recorded? What is broken, and where?"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Row, Table, func, select, tuple_

from atodds.errors import AtOddsError
from atodds.ledger import schema
from atodds.ledger.derive import replay
from atodds.ledger.engine import scratch
from atodds.ledger.fields import decode
from atodds.ledger.log import NONE_BEFORE, Entry, chain, pages, payload_digest
from atodds.model.record import Record

PAGE = 500  # rows in memory at a time


class Fault(Record, frozen=True, kw_only=True):
    """One thing that is not as it was recorded. `seq` is the entry where it shows, for the log; `object` what it is about."""

    what: Literal["gap", "entry", "payload", "object", "span", "derived"]
    object: str
    message: str
    seq: int | None = None

    def __str__(self) -> str:
        return self.message if self.seq is None else f"entry {self.seq}: {self.message}"


def verify(connection: Connection) -> Iterator[Fault]:
    """Everything that is not as it was recorded; nothing if sound. A cut tail shows only against a head kept elsewhere."""
    sound = True
    for fault in _log(connection):
        sound = False
        yield fault
    yield from _objects(connection)
    yield from _spans(connection)
    if sound:
        yield from _derived(connection)
    else:
        yield Fault(what="derived", object="log", message="the derived tables were not compared, because the log is not sound")


def _log(connection: Connection) -> Iterator[Fault]:
    expected, previous, bodies = 1, NONE_BEFORE, 0
    for page in pages(connection):
        for entry, salt, stored in page:
            yield from _entry(entry, expected, previous)
            if salt is None or stored is None:
                yield _fault(entry, "payload", "its payload is missing, and no erasure is recorded")
            elif payload_digest(salt, entry.object, stored) != entry.payload_digest:
                yield _fault(entry, "payload", "its payload or object was changed: the digest does not match")
            expected, previous, bodies = entry.seq + 1, entry.digest, bodies + 1
    if expected == 1:
        yield Fault(what="gap", seq=1, object="log", message="the log is empty")
    # The salt and the body of a payload that no entry names were put there by another hand.
    if (connection.scalar(select(func.count()).select_from(schema.payloads)) or 0) > bodies:
        yield Fault(what="payload", object="log", message="there are payloads that no entry names")


def _entry(entry: Entry, expected: int, previous: str) -> Iterator[Fault]:
    if entry.seq != expected:
        missing = f"entry {expected} is" if entry.seq == expected + 1 else f"entries {expected} to {entry.seq - 1} are"
        yield Fault(what="gap", seq=expected, object=entry.object, message=f"{missing} missing")
    elif entry.previous != previous:
        yield _fault(entry, "entry", "it does not follow from the entry before")
    if chain(entry.previous, entry.seq, entry.time, entry.actor, entry.act, entry.payload_digest) != entry.digest:
        yield _fault(entry, "entry", "it was changed: the digest does not match")


def _fault(entry: Entry, what: Literal["entry", "payload"], message: str) -> Fault:
    return Fault(what=what, seq=entry.seq, object=entry.object, message=message)


def _objects(connection: Connection) -> Iterator[Fault]:
    table = schema.objects
    for kept in _rows(connection, table, 20):  # each may be a book
        try:
            whole = hashlib.sha256(zlib.decompress(kept.body)).hexdigest() == kept.sha256
        except zlib.error:
            whole = False
        if not whole:
            yield Fault(what="object", object=kept.sha256, message=f"the bytes kept as {kept.sha256} were changed")
    for column in (schema.documents.c.sha256, schema.documents.c.bytes_sha256):
        lost = select(schema.documents.c.id, column.label("sha256")).where(column.is_not(None), column.not_in(select(table.c.sha256)))
        for row in connection.execute(lost.order_by(schema.documents.c.id)):
            yield Fault(what="object", object=row.id, message=f"the bytes {row.sha256} of document {row.id} are missing")


def _spans(connection: Connection) -> Iterator[Fault]:
    table, sha256, text = schema.claims, "", ""
    for row in _rows(connection, table, PAGE):
        if row.text_sha256 != sha256:
            sha256, text = row.text_sha256, _text(connection, row.text_sha256)
        try:
            claim = decode(row.body)
        except msgspec.DecodeError as error:
            yield Fault(what="derived", object=row.id, message=f"claim {row.id} cannot be read ({error})")
            continue
        if text[claim.start : claim.end] != claim.quote:
            yield Fault(what="span", object=row.id, message=f"the quote of claim {row.id} is not what its text says there")


def _text(connection: Connection, sha256: str) -> str:
    body = connection.scalar(select(schema.objects.c.body).where(schema.objects.c.sha256 == sha256))
    try:
        return "" if body is None else zlib.decompress(body).decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError):
        return ""  # already reported as a changed object


def _derived(connection: Connection) -> Iterator[Fault]:
    """The derived tables against those that a replay of the log makes, in a private database that is gone afterwards."""
    engine = scratch()
    try:
        with engine.connect() as again:
            schema.metadata.create_all(again)
            try:
                replay(connection, again)
            except (AtOddsError, msgspec.DecodeError) as error:
                yield Fault(what="derived", object="log", message=f"the log cannot be replayed ({error})")
                return
            for table in schema.DERIVED:
                yield from _compare(table, _rows(connection, table, PAGE), _rows(again, table, PAGE))
    finally:
        engine.dispose()


def _compare(table: Table, held: Iterator[Row[Any]], made: Iterator[Row[Any]]) -> Iterator[Fault]:
    """Two tables in the order of their keys, side by side."""
    one, other = next(held, None), next(made, None)
    while one is not None or other is not None:
        key, wanted = _key(table, one), _key(table, other)
        if key == wanted:
            if tuple(one or ()) != tuple(other or ()):
                yield _differs(table, key, "differs from what the log makes of it")
            one, other = next(held, None), next(made, None)
        elif wanted is None or (key is not None and key < wanted):
            yield _differs(table, key, "follows from nothing in the log")
            one = next(held, None)
        else:
            yield _differs(table, wanted, "is missing, though the log makes it")
            other = next(made, None)


def _key(table: Table, row: Row[Any] | None) -> tuple[Any, ...] | None:
    return None if row is None else tuple(getattr(row, column.name) for column in table.primary_key)


def _differs(table: Table, key: tuple[Any, ...] | None, how: str) -> Fault:
    name = " ".join(str(each) for each in key or ())
    return Fault(what="derived", object=name, message=f"{table.name} {name} {how}; `atodds rebuild` makes it again")


def _rows(connection: Connection, table: Table, size: int) -> Iterator[Row[Any]]:
    """All rows of a table in the order of its key, some at a time."""
    order = list(table.primary_key)
    asked = select(table).order_by(*order).limit(size)
    rows = connection.execute(asked).all()
    while rows:
        yield from rows
        last = tuple(getattr(rows[-1], column.name) for column in order)
        rows = connection.execute(asked.where(tuple_(*order) > tuple_(*last))).all()
