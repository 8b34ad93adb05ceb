"""Commands that look after the ledger itself."""

from __future__ import annotations

import typer

from atodds.cli.options import LEDGER, Actor, LedgerPath
from atodds.cli.terminal import warn


def verify(ledger: LedgerPath = LEDGER) -> None:
    """Check that the ledger is as it was recorded.

    Every entry, text, quote and derived table is compared.

    The last line names the end of the log: written down elsewhere, it shows later whether a tail was cut off.

    Example:
      atodds verify

    Exit: 0 sound, 1 something is not as it was recorded, 2 wrong use.

    """
    from atodds.ledger.ledger import open_reader

    with open_reader(ledger) as reader:
        faults = 0
        for fault in reader.verify():
            faults += 1
            warn(str(fault))
        counts, head = reader.counts(), reader.head()
    typer.echo(
        f"{'sound' if not faults else f'{faults} faults'}: {counts.entries} entries, {counts.documents} documents, {counts.claims} claims"
    )
    typer.echo(f"head: {head.seq} {head.digest}")
    raise typer.Exit(1 if faults else 0)


def rebuild(ledger: LedgerPath = LEDGER, actor: Actor = None) -> None:
    """Make the derived tables again from the log.

    Example:
      atodds rebuild

    """
    from atodds.ledger.ledger import open_ledger

    with open_ledger(ledger, actor=actor) as book:
        book.rebuild()
        typer.echo(f"rebuilt from {book.counts().entries} entries")


COMMANDS = (verify, rebuild)
