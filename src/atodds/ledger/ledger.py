"""The ledger: opened, read from and written to. Each document, each decision is one transaction, done once on disk."""

from __future__ import annotations

import getpass
import os
import secrets
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, inspect, select, update
from sqlalchemy.exc import DatabaseError

from atodds.errors import BadInput, LedgerError, NoSuchRecord, WrongLedger
from atodds.ledger import derive, log, schema
from atodds.ledger.decisions import Act, Decision, standing, weigh
from atodds.ledger.derive import Reading, decisions_on, judgements_on, judgements_with, problem_id
from atodds.ledger.engine import connect, from_outside, guard
from atodds.ledger.fields import decode
from atodds.ledger.filter import Filter
from atodds.ledger.judgements import HeldPair, Verdict, object_of, ordered, weigh_pair
from atodds.ledger.log import Head, storable
from atodds.ledger.reader import Counts, Deed, Held, LedgerReader, Place
from atodds.ledger.verify import Fault
from atodds.model.claim import Claim
from atodds.model.ids import canonical, digest, text_digest
from atodds.model.record import Record
from atodds.model.text import Document, Problem

__all__ = [
    "Counts", "Decision", "Deed", "Fault", "Filter", "Head", "Held", "HeldPair", "Ledger", "LedgerReader", "Place", "Recorded",
    "open_ledger", "open_reader",
]  # fmt: skip

_LONGEST_NAME = 200  # characters of an actor's name


class Recorded(Record, frozen=True, kw_only=True):
    """What recording a document changed. `entry` is None where the ledger held all of it already."""

    document: str
    entry: int | None
    new: int  # claims never found in this document before
    unchanged: int
    closed: int = 0  # claims that the reading before found and this one does not
    adrift: tuple[str, ...] = ()  # those of them on which a decision stands: someone should look

    def __bool__(self) -> bool:
        """Did the ledger grow?"""
        return self.entry is not None


def open_ledger(place: str | os.PathLike[str], *, create: bool = False, actor: str | None = None) -> Ledger:
    """A ledger to read and write, at a path or a database URL.

    Raises WrongLedger for what is no ledger or a newer program's, NoSuchFile where there is none and `create` is not given.
    """
    name = _actor(actor)
    engine = _open(place, create=create, writing=True)
    ledger = Ledger(engine, actor=name)
    if create:
        ledger.begin()
    ledger.upgrade()
    return ledger


def open_reader(place: str | os.PathLike[str]) -> LedgerReader:
    """A ledger to read from. Raises as `open_ledger` does, and WrongLedger for one whose tables an older program made."""
    return LedgerReader(_open(place, create=False, writing=False))


class Ledger(LedgerReader):
    """A ledger to read and write. What a method returned is on disk."""

    def __init__(self, engine: Engine, *, actor: str, clock: Callable[[], str] = log.now) -> None:
        super().__init__(engine)
        self._actor = actor
        self._clock = clock

    def begin(self) -> None:
        """Make the tables and the first entry, where there are none."""
        with self._writing() as connection:
            if inspect(connection).has_table(schema.about.name):
                return
            schema.metadata.create_all(connection)
            guard(connection)
            connection.execute(schema.about.insert(), _ABOUT)
            self._append(connection, "begin", f"ledger:{secrets.token_hex(16)}", canonical(_ABOUT))

    def upgrade(self) -> None:
        """Make the derived tables anew where an older program made them; the log stays as it is."""
        if _version(self._engine) == schema.VERSION:
            return
        with self._writing() as connection:
            if _about(connection)["version"] == str(schema.VERSION):
                return  # another process was quicker
            schema.metadata.drop_all(connection, tables=schema.DERIVED)
            schema.metadata.create_all(connection, tables=schema.DERIVED)
            derive.rebuild(connection)
            connection.execute(update(schema.about).where(schema.about.c.key == "version").values(value=str(schema.VERSION)))

    def record(self, document: Document, original: bytes | None, claims: Sequence[Claim], problems: Sequence[Problem] = ()) -> Recorded:
        """Keep a document, its original bytes and what was found in it; nothing at all where it is known and unchanged.

        The newest reading stands: claims that it no longer finds are closed. Raises BadInput where a quote is not in the text.
        """
        _check(document, original, claims)
        reading = _reading(document, claims, problems)
        with _encodable(document.id):
            version, body = reading.version, canonical(reading)
        ids = {each.id for each in reading.claims}
        with self._writing() as connection:
            table = schema.documents
            if connection.scalar(select(table.c.version).where(table.c.id == document.id)) == version:
                return Recorded(document=document.id, entry=None, new=0, unchanged=len(ids))
            _keep(connection, document, original)
            known = _known(connection, document.id)
            entry = self._act(connection, "read", document.id, body)
            lost = sorted(id for id, current in known.items() if current and id not in ids)
            decided, judged = decisions_on(connection, lost), standing(judgements_with(connection, lost))
        paired = {id for each in judged for id in (each.claim, each.other)}
        adrift = tuple(id for id in lost if id in paired or standing(decided.get(id, ())))
        unchanged = len(ids & known.keys())
        return Recorded(document=document.id, entry=entry, new=len(ids) - unchanged, unchanged=unchanged, closed=len(lost), adrift=adrift)

    def problem(self, problem: Problem) -> bool:
        """Keep what could not be read. Was it new? A later reading of the document takes it off the list."""
        clean = Problem(document=storable(problem.document), stage=problem.stage, message=storable(problem.message))
        with self._writing() as connection:
            table = schema.problems
            if connection.scalar(select(table.c.id).where(table.c.id == problem_id(clean))) is not None:
                return False
            self._act(connection, "problem", clean.document, canonical(clean))
        return True

    def decide(
        self, claim: str, act: Act, *, reason: str, seen: str,
        field: str | None = None, value: Any = None, undoes: str | None = None,
    ) -> Decision:  # fmt: skip
        """Reject a claim, correct one field of it, or take a decision back (the latest, or the one named).

        `seen` is `Held.version`. Raises StaleDecision, with what the other person did, where something was decided since;
        BadInput for a value that cannot stand in that field; NoSuchRecord for a claim that was never found.
        """
        draft = Decision(
            id="", claim=claim, act=act, reason=storable(reason).strip(), actor=self._actor, time=self._clock(), seen=seen,
            field=field, value=value, undoes=undoes,
        )  # fmt: skip
        with self._writing() as connection, _encodable(claim):
            body = connection.scalar(select(schema.claims.c.body).where(schema.claims.c.id == claim).limit(1))
            if body is None:
                raise NoSuchRecord(f"no claim {claim}", "a decision names the whole id of a claim")
            decision = weigh(decode(body), decisions_on(connection, [claim]).get(claim, ()), draft)
            self._act(connection, act, claim, canonical(decision), time=decision.time)
        return decision

    def judge(self, one: str, other: str, judgement: Verdict, reason: str, seen: str, *, undoes: str | None = None) -> Decision:
        """Say whether two claims are about one event, or take back what was said (the latest, or the one named).

        `seen` is `HeldPair.version`. Raises as `decide` does, and BadInput for one claim twice or for what is judged so already.
        """
        first, second = ordered(one, other)
        draft = Decision(
            id="", claim=first, other=second, act=judgement, reason=storable(reason).strip(), actor=self._actor, time=self._clock(),
            seen=seen, undoes=undoes,
        )  # fmt: skip
        with self._writing() as connection, _encodable(first):
            table = schema.claims
            for each in (first, second):
                if connection.scalar(select(table.c.id).where(table.c.id == each).limit(1)) is None:
                    raise NoSuchRecord(f"no claim {each}", "a judgement names the whole ids of two claims")
            decision = weigh_pair(judgements_on(connection, first, second), draft)
            self._act(connection, judgement, object_of(first, second), canonical(decision), time=decision.time)
        return decision

    def rebuild(self) -> None:
        """Make the derived tables again from the log; they are the same afterwards, or they were wrong."""
        with self._writing() as connection:
            derive.rebuild(connection)

    def _act(self, connection: Connection, act: str, object: str, body: bytes, time: str | None = None) -> int:
        """An entry, and what it does to the derived tables, in the transaction at hand."""
        seq = self._append(connection, act, object, body, time)
        derive.apply(connection, act, body)
        return seq

    def _append(self, connection: Connection, act: str, object: str, body: bytes, time: str | None = None) -> int:
        when = self._clock() if time is None else time
        return log.append(connection, time=when, actor=self._actor, act=act, object=object, body=body).seq

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction, the only one that writes: whole on disk when left in peace, gone otherwise."""
        try:
            with self._engine.execution_options(writing=True).begin() as connection:
                yield connection
        except DatabaseError as error:
            if not from_outside(error):
                raise
            raise LedgerError(f"the ledger cannot be written ({error.orig})", "nothing was changed") from error


_ABOUT = [{"key": "format", "value": "atodds ledger"}, {"key": "version", "value": str(schema.VERSION)}]


def _open(place: str | os.PathLike[str], *, create: bool, writing: bool) -> Engine:
    engine = connect(place, create=create)
    try:
        _check_ledger(engine, create=create, writing=writing)
    except DatabaseError as error:
        engine.dispose()
        raise WrongLedger(f"this ledger cannot be opened ({error.orig})", "is it a ledger, and is the server running?") from error
    except WrongLedger:
        engine.dispose()
        raise
    return engine


def _check_ledger(engine: Engine, *, create: bool, writing: bool) -> None:
    shown = engine.url.render_as_string(hide_password=True) if engine.url.host else engine.url.database
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        if not tables and create:
            return
        if not {"about", "entries"} <= set(tables):
            raise WrongLedger(f"{shown} is not a ledger", "give the path of a ledger, or of a file that does not exist yet")
        held = _about(connection)
    version = held.get("version", "")
    if held.get("format") != _ABOUT[0]["value"] or not version.isdecimal():
        raise WrongLedger(f"{shown} is not a ledger", "give the path of a ledger")
    if int(version) > schema.VERSION:
        raise WrongLedger(f"{shown} was written by a newer program (ledger version {version})", "upgrade atodds")
    if int(version) < schema.VERSION and not writing:
        hint = "run `atodds rebuild` once: what was recorded and decided stays as it is"
        raise WrongLedger(f"{shown} was last written by an older program (ledger version {version})", hint)


def _about(connection: Connection) -> dict[str, str]:
    return {row.key: row.value for row in connection.execute(select(schema.about))}


def _version(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(_about(connection)["version"])


def _actor(given: str | None) -> str:
    """Who acts: as given, else as the environment says, else by the login name."""
    name = given if given is not None else os.environ.get("ATODDS_ACTOR")
    if name is None:
        try:
            name = getpass.getuser()
        except (KeyError, OSError):
            raise BadInput("nobody is logged in by name", "say who acts with --actor or ATODDS_ACTOR") from None
    if not name.strip() or len(name) > _LONGEST_NAME or not name.isprintable():
        raise BadInput("an actor needs a name that can be printed", f"at most {_LONGEST_NAME} characters, as --actor 'Ana Ruiz'")
    return name.strip()


def _reading(document: Document, claims: Sequence[Claim], problems: Sequence[Problem]) -> Reading:
    """One form for one content: claims in the order of the text, each once."""
    each_once = {claim.id: claim for claim in reversed(claims)}
    path = None if document.path is None else storable(document.path)
    return Reading(
        document=msgspec.structs.replace(document, text="", path=path),
        claims=tuple(sorted(each_once.values(), key=lambda claim: (claim.start, claim.id))),
        problems=tuple(sorted(set(problems), key=lambda each: (each.stage, each.message, each.document))),
    )


def _check(document: Document, original: bytes | None, claims: Sequence[Claim]) -> None:
    """What no ledger should hold: a text, an original or a quote that is not what it says it is."""
    if not document.id or storable(document.id) != document.id:
        raise BadInput(f"document {document.id!r} has an id that cannot be kept", "an id is text without NUL or half characters")
    if text_digest(document.text) != document.sha256:
        raise BadInput(f"document {document.id}: its SHA-256 is not that of its text", "read it again")
    if (None if original is None else digest(original)) != document.bytes_sha256:
        raise BadInput(f"document {document.id}: its original bytes are missing, or not those of its SHA-256", "read it again")
    for claim in claims:
        if claim.document != document.id:
            raise BadInput(f"claim {claim.id} is of document {claim.document}, not {document.id}", "record each with its own claims")
        if document.text[claim.start : claim.end] != claim.quote:
            raise BadInput(f"the quote of claim {claim.id} is not what {document.id} says there", "read the document again")


@contextmanager
def _encodable(name: str) -> Iterator[None]:
    try:
        yield
    except UnicodeEncodeError:
        raise BadInput(f"{name} holds half a character (a lone surrogate)", "save it as UTF-8 again") from None


def _keep(connection: Connection, document: Document, original: bytes | None) -> None:
    """Keep text and original once each, however many documents share them; of a plain text file both are often the same bytes."""
    table = schema.objects
    kept = {document.sha256: document.text.encode("utf-8", "surrogatepass")}
    if original is not None and document.bytes_sha256 is not None:
        kept[document.bytes_sha256] = original
    for key in connection.execute(select(table.c.sha256).where(table.c.sha256.in_(list(kept)))).scalars().all():
        del kept[key]
    rows = [{"sha256": key, "size": len(each), "body": zlib.compress(each)} for key, each in kept.items()]
    if rows:
        connection.execute(table.insert(), rows)


def _known(connection: Connection, document: str) -> dict[str, bool]:
    """The claims ever found in a document, and whether the reading before this one found them."""
    table = schema.claims
    rows = connection.execute(select(table.c.id, table.c.current).where(table.c.document == document))
    return {row.id: row.current for row in rows}
