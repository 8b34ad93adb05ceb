"""Commands that carry the ledger to other programs."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from atodds.cli.options import LEDGER, LedgerPath
from atodds.cli.terminal import warn


def export(
    ledger: LedgerPath = LEDGER,
    format: Annotated[Literal["jsonl", "csv"], typer.Option(help="jsonl holds everything, csv is for a spreadsheet.")] = "jsonl",
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Standard output otherwise.")] = None,
) -> None:
    """Export the ledger.

    jsonl: a line a document, a claim as it was found, a decision. csv: a row a claim as corrected, rejected ones left out;
    text that a spreadsheet would run as a formula begins with an apostrophe.

    Example:
      atodds export --format csv --output claims.csv

    """
    from atodds.exchange import csv, files, jsonl
    from atodds.ledger.ledger import open_reader

    with open_reader(ledger) as reader, files.writing(output, sys.stdout.buffer) as out:
        if format == "jsonl":
            jsonl.write(jsonl.ledger_lines(reader), out)
        else:
            csv.write_ledger(reader, out)
            warn(f"csv leaves out: {csv.LEAVES_OUT}")


COMMANDS = (export,)
