"""Options that several commands share, in the same words everywhere."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from atodds.errors import NoSuchFile, UsageError

if TYPE_CHECKING:
    from atodds.exchange.tables.columns import TableMap

LEDGER = "atodds.sqlite"

LedgerPath = Annotated[
    str,
    typer.Option("--ledger", metavar="FILE", envvar="ATODDS_LEDGER", help="The ledger: a SQLite file or a database URL."),
]
Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, globs, or - for standard input.")]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="The day of publication, instead of the one found (2013-11-04).")]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who printed it, instead of the name found.")]
Title = Annotated[str | None, typer.Option(metavar="WORDS", help="The title, instead of the one found.")]
Actor = Annotated[
    str | None, typer.Option("--actor", metavar="NAME", envvar="ATODDS_ACTOR", help="Who does this; your login name otherwise.")
]
Actors = Annotated[
    str | None,
    typer.Option("--actors", metavar="FILE", envvar="ATODDS_ACTORS", help="Armed groups and other bodies of your own."),
]
ColumnMap = Annotated[
    str | None,
    typer.Option("--map", metavar="FILE", help="Which column of a table says what (TOML); UCDP GED and ACLED need none."),
]
AsJson = Annotated[bool, typer.Option("--json", help="JSON lines, the same as --format json.")]


def use_actors(path: str | None) -> None:
    """Read a list of one's own beside the shipped one, in this process and those it starts. Raises UsageError for one that is none."""
    if path is not None:
        from atodds.vocab.bodies import OWN_LIST, bodies

        os.environ[OWN_LIST] = path
        bodies()


def column_map(path: str | None) -> TableMap | None:
    """The map of a table. Raises NoSuchFile where there is none, BadInput where it is none."""
    if path is None:
        return None
    from atodds.exchange.tables.columns import table_map

    try:
        data = Path(path).read_bytes()
    except OSError as fault:
        raise NoSuchFile(f"the map {path} cannot be read ({fault.strerror})", "name a TOML file; docs/tables.md has one to copy") from None
    return table_map(data, path)


def day(text: str | None, option: str) -> date | None:
    """A day as an option gives it. Raises UsageError for anything but an ISO date."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{option} {text!r} is not a day", "write it as 2013-11-04") from None


def interval(text: str | None, option: str) -> tuple[date, date] | None:
    """A day, a month or a year as its first and last day: 2013-11-04, 2013-11, 2013."""
    if text is None:
        return None
    for form, months in (("%Y-%m-%d", 0), ("%Y-%m", 1), ("%Y", 12)):
        try:
            first = datetime.strptime(text, form).date()
        except ValueError:
            continue
        return first, _last(first, months)
    raise UsageError(f"{option} {text!r} is not a day, month or year", "write it as 2013-11-04, 2013-11 or 2013")


def _last(first: date, months: int) -> date:
    """The last day of a span of whole months that begins on `first`; with none, `first` itself."""
    if months == 0:
        return first
    month = first.month - 1 + months
    return date(first.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
