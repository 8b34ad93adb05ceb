"""Engines: all that SQLite and PostgreSQL need said in their own words. Nothing else in the ledger knows which one it runs on."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, DataError, IntegrityError, ProgrammingError

from atodds.errors import BadInput, NoSuchFile, WrongLedger

# Until this version several connections that write one write-ahead log could corrupt it (the "WAL-reset" fault).
SAFE_WAL = (3, 51, 3)
PATIENCE = 60  # seconds to wait for another process that is writing
_HEADER = b"SQLite format 3\0"
_LOCK = 0x61746F64647301  # PostgreSQL: the writers' queue of this program ("atodds", 1)

_SQLITE_GUARDS = (
    "CREATE TRIGGER entries_keep BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END",
    "CREATE TRIGGER entries_stay BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END",
    "CREATE TRIGGER payloads_stay BEFORE DELETE ON payloads BEGIN SELECT RAISE(ABORT, 'payloads are never deleted'); END",
    # The one lawful change is to drop salt and body.
    "CREATE TRIGGER payloads_keep BEFORE UPDATE ON payloads"
    " WHEN NEW.digest <> OLD.digest OR NEW.salt IS NOT NULL OR NEW.body IS NOT NULL"
    " BEGIN SELECT RAISE(ABORT, 'payloads are never changed'); END",
)
_POSTGRESQL_GUARDS = (
    "CREATE FUNCTION atodds_refuse() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' are never changed or deleted'; END $$",
    "CREATE TRIGGER entries_keep BEFORE UPDATE OR DELETE ON entries FOR EACH ROW EXECUTE FUNCTION atodds_refuse()",
    "CREATE TRIGGER entries_stay BEFORE TRUNCATE ON entries FOR EACH STATEMENT EXECUTE FUNCTION atodds_refuse()",
    "CREATE TRIGGER payloads_stay BEFORE DELETE ON payloads FOR EACH ROW EXECUTE FUNCTION atodds_refuse()",
    "CREATE TRIGGER payloads_cut BEFORE TRUNCATE ON payloads FOR EACH STATEMENT EXECUTE FUNCTION atodds_refuse()",
    "CREATE TRIGGER payloads_keep BEFORE UPDATE ON payloads FOR EACH ROW"
    " WHEN (NEW.digest <> OLD.digest OR NEW.salt IS NOT NULL OR NEW.body IS NOT NULL) EXECUTE FUNCTION atodds_refuse()",
)
GUARDS = {"sqlite": _SQLITE_GUARDS, "postgresql": _POSTGRESQL_GUARDS}


def guard(connection: Connection) -> None:
    """Make the engine itself refuse to change or delete the log. An owner can drop this: what was done then shows in `verify`."""
    for statement in GUARDS[connection.dialect.name]:
        connection.exec_driver_sql(statement)


def connect(place: str | os.PathLike[str], *, create: bool) -> Engine:
    """An engine for a path or a database URL. Raises NoSuchFile, WrongLedger or BadInput before anything is touched."""
    url = _url(place)
    if url.get_backend_name() == "sqlite":
        _check_file(url, create=create)
        return _sqlite(url)
    if url.get_backend_name() == "postgresql":
        return _postgresql(url)
    raise BadInput(f"no ledger can be kept in {url.get_backend_name()}", "give a SQLite file or a postgresql:// URL")


def from_outside(error: DatabaseError) -> bool:
    """Is it the disk, the server or another process that failed, and not our own statement?"""
    return not isinstance(error, (DataError, IntegrityError, ProgrammingError))


def scratch() -> Engine:
    """A private, nameless SQLite database that spills to disk where it must and is gone when closed."""
    engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(""))  # one connection, as for ":memory:"
    _begin_in_words(engine)
    return engine


def _url(place: str | os.PathLike[str]) -> URL:
    text = os.fspath(place)
    if "://" not in text:
        return URL.create("sqlite", database=text)
    try:
        return make_url(text)
    except ArgumentError:
        raise BadInput("the database URL cannot be read", "write postgresql://user@host/name") from None


def _check_file(url: URL, *, create: bool) -> None:
    """A ledger may hold what gets people killed: a new file is its owner's alone."""
    if not url.database or url.database == ":memory:":
        raise BadInput("a ledger is a file", "give a path")
    path = Path(url.database)
    if path.is_dir():
        raise WrongLedger(f"{path} is a folder, not a ledger", "give the path of a file")
    if path.exists():
        with path.open("rb") as file:
            header = file.read(len(_HEADER))
        if header not in (_HEADER, b""):
            raise WrongLedger(f"{path} is not a ledger", "give the path of a ledger, or of a file that does not exist yet")
    elif not create:
        raise NoSuchFile(f"{path}: no ledger here", "`atodds read` makes one")
    elif not path.parent.is_dir():
        raise NoSuchFile(f"{path.parent}: no such folder for a ledger", "make it first")
    else:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": PATIENCE})
    # Several connections to one file are safe either way; only the mode of the journal depends on the library.
    journal = "WAL" if sqlite3.sqlite_version_info >= SAFE_WAL else "TRUNCATE"

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _: Any) -> None:
        for pragma in (f"journal_mode={journal}", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    _begin_in_words(engine)
    return engine


def _begin_in_words(engine: Engine) -> None:
    """Begin every transaction ourselves: Python's driver would begin late, and a writer must queue before it reads."""

    @event.listens_for(engine, "connect")
    def _no_implicit_begin(connection: Any, _: Any) -> None:
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _postgresql(url: URL) -> Engine:
    try:
        engine = create_engine(url)
    except ModuleNotFoundError as missing:
        raise BadInput(f"a PostgreSQL ledger needs the package {missing.name}", f"pip install {missing.name}") from None

    @event.listens_for(engine, "begin")
    def _queue(connection: Connection) -> None:
        if connection.get_execution_options().get("writing", False):
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")

    return engine
