"""Commands that read reports: into the ledger, or straight through to standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from atodds.cli.options import LEDGER, Actor, Actors, ColumnMap, LedgerPath, Outlet, Paths, Published, Title, column_map, day, use_actors
from atodds.cli.terminal import progress, warn
from atodds.errors import UsageError
from atodds.views.names import short

if TYPE_CHECKING:
    from atodds.pipeline import Summary
    from atodds.read.documents import Overrides

_NAMED = 10  # documents named in one line of the summary; the rest are counted


def read(
    paths: Paths,
    ledger: LedgerPath = LEDGER,
    published: Published = None,
    outlet: Outlet = None,
    title: Title = None,
    actor: Actor = None,
    actors: Actors = None,
) -> None:
    """Read reports into the ledger.

    Text, HTML, PDF, DOCX and JSON lines; folders are read whole. Reading a report twice adds nothing. Without a day of
    publication relative dates ("Thursday") stay open: they are never guessed.

    Example:
      atodds read reports/ --ledger karachi.sqlite
      atodds read statement.txt --outlet "Ministry of Health" --published 2013-11-04

    Exit: 0 all read, 1 finished with problems, 2 wrong use.

    """
    from atodds.language.pipeline import load
    from atodds.ledger.ledger import open_ledger
    from atodds.pipeline import must_exist, read_into

    overrides = _overrides(published, outlet, title)
    use_actors(actors)
    must_exist(paths)
    with open_ledger(ledger, create=True, actor=actor) as book, progress("reading") as watch:
        summary = read_into(book, paths, overrides, load(), watch)
    for line in _summary(summary):
        typer.echo(line)
    for problem in summary.problems:
        warn(problem.message)
    raise typer.Exit(1 if summary.problems else 0)


def extract(
    paths: Paths,
    format: Annotated[Literal["jsonl"], typer.Option(help="How claims are written.")] = "jsonl",
    published: Published = None,
    outlet: Outlet = None,
    title: Title = None,
    actors: Actors = None,
    recorder: Annotated[str | None, typer.Option("--as", metavar="NAME", help="Read tables, as `atodds import`, of this recorder.")] = None,
    map: ColumnMap = None,
) -> None:
    """Print the claims of reports, or of tables, without a ledger.

    One JSON object a line, written as each document is read. Problems go to standard error, one line each.

    Example:
      atodds extract report.txt | jq .figure
      atodds extract strikes.csv --as "Hill Watch" --map strikes.toml

    """
    from atodds.exchange.jsonl import claim_line, write
    from atodds.language.pipeline import load
    from atodds.model.text import Problem
    from atodds.pipeline import extract as readings
    from atodds.pipeline import tables

    use_actors(actors)
    overrides = _overrides(published, recorder or outlet, title)
    if map is not None and recorder is None:
        raise UsageError("--map is for tables", "name with --as whose table it is")
    found = readings(paths, overrides, load()) if recorder is None else tables(paths, overrides, column_map(map))

    def lines() -> Iterator[bytes]:
        for each in found:
            for problem in [each] if isinstance(each, Problem) else each.problems:
                warn(problem.message)
            if not isinstance(each, Problem):
                yield b"".join(claim_line(claim) for claim in each.claims)

    write(lines(), sys.stdout.buffer)


def text(
    paths: Paths,
    published: Published = None,
    outlet: Outlet = None,
    title: Title = None,
) -> None:
    """Print the text that claims point into.

    One JSON object a document.

    Example:
      atodds text report.pdf | jq -r .text

    """
    from atodds.exchange.jsonl import document_line, write
    from atodds.model.text import Problem
    from atodds.read.documents import read as documents

    def lines() -> Iterator[bytes]:
        for each in documents(paths, _overrides(published, outlet, title)):
            if isinstance(each, Problem):
                warn(each.message)
            else:
                yield document_line(each.document)

    write(lines(), sys.stdout.buffer)


COMMANDS = (read, extract, text)


def _overrides(published: str | None, outlet: str | None, title: str | None) -> Overrides:
    from atodds.read.documents import Overrides

    return Overrides(published=day(published, "--published"), outlet=outlet, title=title)


def _summary(summary: Summary) -> Iterator[str]:
    yield f"{summary.read} read, {summary.unchanged} unchanged, {len(summary.problems)} with problems"
    found = f"{summary.claims} claims and {summary.statements} statements found"
    yield f"{found}; {summary.unread} numbers no rule understood (atodds show DOCUMENT --unread)"
    if summary.undated:
        yield f"no publication date: relative dates stay open in {_documents(summary.undated)}"
    if summary.foreign:
        yield f"not in English: kept, no claims read in {_documents(summary.foreign)}"
    if summary.adrift:
        yield f"decided on and no longer found, look at them: {', '.join(short(each) for each in summary.adrift)}"


def _documents(names: Sequence[str]) -> str:
    listed = ", ".join(names[:_NAMED]) + (", ..." if len(names) > _NAMED else "")
    return f"{len(names)} document{'' if len(names) == 1 else 's'} ({listed})"
