"""The reading half of the ledger: documents, claims with what was decided on them, their history. Views take this."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from types import TracebackType
from typing import Any, NamedTuple, Self

import msgspec
from sqlalchemy import Column, Connection, Engine, Row, Table, func, select, tuple_
from sqlalchemy.exc import DatabaseError

from atodds.errors import LedgerError, NoSuchRecord
from atodds.ledger import log, schema
from atodds.ledger.decisions import Decision, rejection, version
from atodds.ledger.derive import Reading, decisions_on, every_judgement, judgements_on, judgements_with
from atodds.ledger.engine import from_outside
from atodds.ledger.fields import decode
from atodds.ledger.filter import Filter, conditions
from atodds.ledger.judgements import HeldPair, judged, object_of, ordered
from atodds.ledger.log import Head
from atodds.ledger.verify import Fault, verify
from atodds.model.claim import Claim
from atodds.model.incident import Pair
from atodds.model.record import Record
from atodds.model.text import Document, Problem

PAGE = 500  # claims in memory at a time
DOCUMENTS = 50  # documents with their texts in memory at a time
_LAST = "\U0010ffff"  # sorts after every character of an id


class Place(NamedTuple):
    """Where a claim stands in the order of the ledger. The next page begins after it."""

    document: str
    start: int
    id: str


class Held(Record, frozen=True, kw_only=True):
    """A claim as the ledger holds it: as it is to be read now, as it was extracted, and what people decided."""

    claim: Claim  # with its standing corrections
    found: Claim  # as extracted: never changes
    text_sha256: str  # the text that its spans point into
    current: bool  # found by the newest reading of the document
    decisions: tuple[Decision, ...] = ()  # all of them, in order, those taken back too

    @property
    def rejected(self) -> Decision | None:
        """The decision by which it stands rejected: who, when, why."""
        return rejection(self.decisions)

    @property
    def version(self) -> str:
        """What a decision made after seeing this must carry."""
        return version(self.decisions)

    @property
    def place(self) -> Place:
        return Place(self.found.document, self.found.start, self.found.id)


class Deed(Record, frozen=True, kw_only=True):
    """One line of a history: who did what to a document or a claim, when."""

    seq: int
    time: str  # UTC, ISO 8601
    actor: str
    act: str
    object: str
    note: str


class Counts(Record, frozen=True, kw_only=True):
    """How much the ledger holds. `claims` are the current ones, those rejected among them."""

    entries: int
    documents: int
    claims: int
    closed: int  # claims that a newer reading no longer finds
    rejected: int
    problems: int
    decisions: int


class LedgerReader:
    """A ledger to read from. Every page is a short transaction of its own, so that a slow reader never holds up a writer."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give the file or the connections back."""
        self._engine.dispose()

    def documents(self) -> Iterator[Document]:
        """Every document with its text, by id."""
        table = schema.documents
        asked, after = select(table.c.id, table.c.path, table.c.body).order_by(table.c.id).limit(DOCUMENTS), ""
        while True:
            with self._reading() as connection:
                rows = connection.execute(asked.where(table.c.id > after)).all()
                page = [_document(connection, row.path, row.body) for row in rows]
            yield from page
            if not rows:
                return
            after = rows[-1].id

    def document(self, id: str) -> Document:
        """The document of an id, or of the beginning of one. Raises NoSuchRecord where there is none or more than one."""
        with self._reading() as connection:
            found = _one(connection, schema.documents, schema.documents.c.id, id, "document")
            return _document(connection, found.path, found.body)

    def text(self, id: str) -> str:
        """The text that all spans of a document's claims point into."""
        return self.document(id).text

    def stored(self, sha256: str) -> bytes:
        """Bytes that were kept: an original, or the UTF-8 of a text, also one that a document no longer has."""
        with self._reading() as connection:
            return _stored(connection, sha256)

    def claims(self, asked: Filter | None = None, *, after: Place | None = None, limit: int | None = None) -> Iterator[Held]:
        """The claims asked for, in the order of document, start and id; with `after`, those that follow that place."""
        left = limit
        while left is None or left > 0:
            page = self._page(asked or Filter(), after, PAGE if left is None else min(left, PAGE))
            if not page:
                return
            yield from page
            after = page[-1].place
            left = None if left is None else left - len(page)

    def claim(self, id: str) -> Held:
        """The claim of an id, or of the beginning of one. Raises NoSuchRecord where there is none or more than one.

        Where several documents have the same text, it is that of the first of them in which the claim is current.
        """
        with self._reading() as connection:
            table = schema.claims
            found = _one(connection, table, table.c.id, id, "claim", table.c.current.desc(), table.c.document)
            return _held([found], decisions_on(connection, [found.id]))[0]

    def pair(self, one: str, other: str) -> HeldPair:
        """Two claims, by id or the beginning of one, with what people judged of them. Raises NoSuchRecord, BadInput for one claim twice."""
        first, second = ordered(self.claim(one).found.id, self.claim(other).found.id)
        with self._reading() as connection:
            return HeldPair(one=first, other=second, decisions=judgements_on(connection, first, second))

    def judgements(self) -> tuple[Pair, ...]:
        """What people judged of pairs of claims and did not take back, the latest of each pair, by id."""
        with self._reading() as connection:
            every = every_judgement(connection)
        pairs = groupby(every, key=lambda each: (each.claim, each.other))
        return tuple(each for _, decisions in pairs if (each := judged(tuple(decisions))) is not None)

    def judged(self, id: str | None = None) -> tuple[Decision, ...]:
        """All decisions on pairs with this claim, or on all pairs, what was taken back too, pair by pair in order."""
        with self._reading() as connection:
            return every_judgement(connection) if id is None else judgements_with(connection, [id])

    def history(self, id: str) -> Iterator[Deed]:
        """All that was done to a claim or a document, from its first reading on. Raises NoSuchRecord."""
        try:
            held = self.claim(id)
        except NoSuchRecord:
            yield from self._deeds(self.document(id).id, None)
            return
        pairs = {object_of(each.claim, each.other) for each in self.judged(held.found.id) if each.other is not None}
        decided = (deed for each in (held.found.id, *sorted(pairs)) for deed in self._deeds(each, None))
        found = [*self._deeds(held.found.document, held.found.id), *decided]
        yield from sorted(found, key=lambda each: each.seq)

    def problems(self) -> tuple[Problem, ...]:
        """What could not be read, or not wholly, and was not read since."""
        table = schema.problems
        with self._reading() as connection:
            rows = connection.execute(select(table).order_by(table.c.document, table.c.stage, table.c.id)).all()
        return tuple(Problem(document=row.document, stage=row.stage, message=row.message) for row in rows)

    def counts(self) -> Counts:
        table = schema.claims.c
        with self._reading() as connection:
            size = {each.name: connection.scalar(select(func.count()).select_from(each)) or 0 for each in _COUNTED}
            closed = connection.scalar(select(func.count()).where(table.current.is_(False)))
            rejected = connection.scalar(select(func.count()).where(table.current.is_(True), table.rejected.is_not(None)))
        size["decisions"] += size.pop("judgements")
        size["claims"] -= closed or 0
        return Counts(closed=closed or 0, rejected=rejected or 0, **size)

    def head(self) -> Head:
        """The end of the log. Written down elsewhere, it shows later whether a tail was cut off."""
        with self._reading() as connection:
            return log.head(connection)

    def verify(self) -> Iterator[Fault]:
        """Everything that is not as it was recorded; nothing for a sound ledger."""
        with self._reading() as connection:
            yield from verify(connection)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                yield connection
        except DatabaseError as error:
            if not from_outside(error):
                raise
            raise LedgerError(f"the ledger cannot be read ({error.orig})", "`atodds verify` says more") from error

    def _page(self, asked: Filter, after: Place | None, size: int) -> list[Held]:
        table = schema.claims
        order = (table.c.document, table.c.start, table.c.id)
        wanted = select(table).where(*conditions(asked)).order_by(*order).limit(size)
        if after is not None:
            wanted = wanted.where(tuple_(*order) > tuple_(*after))
        with self._reading() as connection:
            rows = connection.execute(wanted).all()
            return _held(rows, decisions_on(connection, (row.id for row in rows)))

    def _deeds(self, object: str, claim: str | None) -> Iterator[Deed]:
        """The history of one object; for a document, with `claim`, only the readings that found that claim or lost it."""
        had = False
        with self._reading() as connection:
            every = [each for page in log.pages(connection, object) for each in page]
        for entry, _, stored in every:
            note, has = _note(entry.act, stored, claim)
            if claim is None or has or had:
                yield Deed(seq=entry.seq, time=entry.time, actor=entry.actor, act=entry.act, object=object, note=note)
            had = has


_COUNTED = (schema.entries, schema.documents, schema.claims, schema.problems, schema.decisions, schema.judgements)


def _note(act: str, stored: bytes | None, claim: str | None) -> tuple[str, bool]:
    """An entry in words, and whether it is a reading that found the claim."""
    if stored is None:
        return "erased", False
    body = zlib.decompress(stored)
    if act == "read":
        reading = msgspec.json.decode(body, type=Reading)
        has = any(each.id == claim for each in reading.claims)
        if claim is not None:
            return ("found" if has else "no longer found"), has
        return f"{len(reading.claims)} claims", has
    if act == "problem":
        problem = msgspec.json.decode(body, type=Problem)
        return f"{problem.stage}: {problem.message}", False
    return str(msgspec.json.decode(body, type=Decision)), False


def _held(rows: Sequence[Row[Any]], decided: dict[str, tuple[Decision, ...]]) -> list[Held]:
    return [
        Held(
            claim=decode(row.body if row.corrected is None else row.corrected), found=decode(row.body), current=row.current,
            text_sha256=row.text_sha256, decisions=decided.get(row.id, ()),
        )
        for row in rows
    ]  # fmt: skip


def _one(connection: Connection, table: Table, key: Column[Any], prefix: str, what: str, *order: Any) -> Row[Any]:
    """The row of an id, or of the only id that begins so."""
    begins = (key >= prefix, key <= prefix + _LAST)
    ids = connection.execute(select(key).distinct().where(*begins).order_by(key).limit(4)).scalars().all() if prefix else []
    if not ids:
        raise NoSuchRecord(f"no {what} {prefix or '(empty)'}", f"`atodds {what}s` lists them")
    if len(ids) > 1 and ids[0] != prefix:
        shown = ", ".join(each[:16] for each in ids[:3]) + (" ..." if len(ids) > 3 else "")
        raise NoSuchRecord(f"{prefix} is the beginning of several {what}s ({shown})", "give more of the id")
    return connection.execute(select(table).where(key == ids[0]).order_by(*order).limit(1)).one()


def _document(connection: Connection, path: str | None, body: str) -> Document:
    document = msgspec.json.decode(body, type=Document)
    text = _stored(connection, document.sha256).decode("utf-8", "surrogatepass")
    return msgspec.structs.replace(document, text=text, path=path)


def _stored(connection: Connection, sha256: str) -> bytes:
    body = connection.scalar(select(schema.objects.c.body).where(schema.objects.c.sha256 == sha256))
    if body is None:
        raise NoSuchRecord(f"nothing is kept under SHA-256 {sha256}", "the original of JSONL text is not kept apart")
    return zlib.decompress(body)
