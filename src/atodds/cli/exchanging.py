"""Commands that carry the ledger to other programs."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from atodds.cli.options import LEDGER, Actor, ColumnMap, LedgerPath, Published, Title, column_map, day
from atodds.cli.terminal import progress, warn
from atodds.errors import UsageError
from atodds.views.names import short


def export(
    ledger: LedgerPath = LEDGER,
    format: Annotated[Literal["jsonl", "csv"], typer.Option(help="jsonl holds everything, csv is for a spreadsheet.")] = "jsonl",
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Standard output otherwise.")] = None,
    recorded: Annotated[bool, typer.Option("--recorded", help="Of jsonl only what was read and decided.")] = False,
) -> None:
    """Export the ledger.

    jsonl: a line a document, a claim as it was found, a decision; then what follows from them, found anew each time: incidents and pairs,
    revisions, disputes, agreements. csv: a row a claim as corrected, rejected ones left out; text that a spreadsheet would run as a
    formula begins with an apostrophe.

    Example:
      atodds export --format csv --output claims.csv

    """
    from atodds.exchange import csv, files, jsonl
    from atodds.ledger.ledger import open_reader
    from atodds.pipeline import kept

    with open_reader(ledger) as reader, files.writing(output, sys.stdout.buffer) as out:
        if format == "jsonl":
            jsonl.write(jsonl.ledger_lines(reader), out)
            jsonl.write(() if recorded else jsonl.reading_lines(kept(reader).compared()), out)
        else:
            csv.write_ledger(reader, out)
            warn(f"csv leaves out: {csv.LEAVES_OUT}")


def import_(
    paths: Annotated[list[str], typer.Argument(metavar="TABLE...", help="CSV files, globs, or - for standard input.")],
    recorder: Annotated[str, typer.Option("--as", metavar="NAME", help="The recorder whose table it is: its figures are theirs.")],
    map: ColumnMap = None,
    ledger: LedgerPath = LEDGER,
    published: Published = None,
    title: Title = None,
    actor: Actor = None,
) -> None:
    """Import the table of a recorder: each row as claims.

    A row's figures are claims of the recorder, tied to their cells. Tables of UCDP GED and ACLED are known by their columns; for any
    other a map says which column holds what. An empty cell says nothing, a zero is a claim. A row or cell that cannot be read is named,
    and the others are read all the same. Reports are read by `atodds read`.

    Example:
      atodds import --as "Uppsala Conflict Data Program" ged.csv
      atodds import --as "Hill Watch" strikes.csv --map strikes.toml --ledger war.sqlite

    Exit: 0 all read, 1 finished with problems, 2 wrong use.

    """
    from itertools import chain, islice

    from atodds.ledger.ledger import open_ledger
    from atodds.pipeline import record_all, tables
    from atodds.read.documents import Overrides

    if not recorder.strip():
        raise UsageError("--as is empty", "name the recorder whose table it is")
    overrides = Overrides(published=day(published, "--published"), outlet=recorder.strip(), title=title)
    found = tables(paths, overrides, column_map(map))
    first = list(islice(found, 1))  # a map that does not fit is said before a ledger is made
    with open_ledger(ledger, create=True, actor=actor) as book, progress("importing") as watch:
        summary = record_all(book, chain(first, found), watch)
    typer.echo(f"{summary.read} read, {summary.unchanged} unchanged, {len(summary.problems)} problems")
    typer.echo(f"{summary.claims} claims found")
    if summary.adrift:
        typer.echo(f"decided on and no longer found, look at them: {', '.join(short(each) for each in summary.adrift)}")
    for problem in summary.problems:
        warn(problem.message)
    raise typer.Exit(1 if summary.problems else 0)


COMMANDS = (export, import_)
