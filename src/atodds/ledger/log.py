"""The log: who did what, when, each entry bound to the one before. It only grows, and all else follows from it."""

from __future__ import annotations

import hashlib
import secrets
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import Connection, select

from atodds.ledger.schema import entries, payloads
from atodds.model.ids import canonical, digest
from atodds.model.record import Record

NONE_BEFORE = "0" * 64  # what the first entry names as the one before
SALT = 16  # bytes: enough that no guess at a text can be confirmed once the salt is dropped
PAGE = 500  # entries in memory at a time


class Entry(Record, frozen=True, kw_only=True):
    """One line of the log."""

    seq: int  # from 1, without a gap
    time: str  # UTC, ISO 8601
    actor: str
    act: str
    object: str  # the document or claim it is about
    payload_digest: str
    previous: str
    digest: str


class Head(Record, frozen=True, kw_only=True):
    """The end of the log. Kept outside the ledger, it shows later whether a tail was cut off."""

    seq: int
    digest: str


def now() -> str:
    """The time as the log writes it.

    >>> len(now()), now()[-1]
    (27, 'Z')
    """
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def storable(text: str) -> str:
    """Text that every engine can store: a NUL or half a character, as odd file names hold them, is shown as U+FFFD."""
    return "".join("\ufffd" if each == "\0" or "\ud800" <= each <= "\udfff" else each for each in text)


def chain(previous: str, seq: int, time: str, actor: str, act: str, payload_digest: str) -> str:
    """The digest of an entry. Its object is bound through the payload's digest, so that an erasure can drop it."""
    return digest(previous.encode() + canonical((seq, time, actor, act, payload_digest)))


def payload_digest(salt: bytes, object: str, stored: bytes) -> str:
    """Over the bytes as stored, so that not one bit of them can change unseen. No object holds a NUL."""
    return hashlib.sha256(b"\0".join((salt.hex().encode(), object.encode(), stored))).hexdigest()


def head(connection: Connection) -> Head:
    """The newest entry; 0 for an empty log."""
    row = connection.execute(select(entries.c.seq, entries.c.digest).order_by(entries.c.seq.desc()).limit(1)).first()
    return Head(seq=0, digest=NONE_BEFORE) if row is None else Head(seq=row.seq, digest=row.digest)


def append(connection: Connection, *, time: str, actor: str, act: str, object: str, body: bytes) -> Entry:
    """Add an entry, inside the writing transaction that holds the change it records."""
    last, salt, stored = head(connection), secrets.token_bytes(SALT), zlib.compress(body)
    payload = payload_digest(salt, object, stored)
    seq = last.seq + 1
    entry = Entry(
        seq=seq, time=time, actor=actor, act=act, object=object, payload_digest=payload, previous=last.digest,
        digest=chain(last.digest, seq, time, actor, act, payload),
    )  # fmt: skip
    connection.execute(payloads.insert(), {"digest": payload, "salt": salt, "body": stored})
    connection.execute(
        entries.insert(),
        {
            "seq": seq, "time": time, "actor": actor, "act": act, "object": object, "payload_digest": payload,
            "previous": last.digest, "digest": entry.digest,
        },
    )  # fmt: skip
    return entry


def pages(connection: Connection, object: str | None = None) -> Iterator[list[tuple[Entry, bytes | None, bytes | None]]]:
    """The log from its beginning, some entries at a time: each with the salt and the stored body of its payload.

    With `object`, only the entries about that document or claim. A payload that is not there has no salt and no body.
    """
    asked = (
        select(*entries.c, payloads.c.salt, payloads.c.body)
        .join_from(entries, payloads, entries.c.payload_digest == payloads.c.digest, isouter=True)
        .order_by(entries.c.seq)
        .limit(PAGE)
    )
    if object is not None:
        asked = asked.where(entries.c.object == object)
    rows = connection.execute(asked).all()
    while rows:
        yield [(Entry(**dict(zip(Entry.__struct_fields__, row[:8], strict=True))), row.salt, row.body) for row in rows]
        rows = connection.execute(asked.where(entries.c.seq > rows[-1].seq)).all()
