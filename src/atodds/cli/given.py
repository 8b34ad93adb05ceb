"""What a command that compares claims works on: the reports named on the command line, or a ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from atodds.cli.terminal import warn

if TYPE_CHECKING:
    from atodds.pipeline import Material

Several = Annotated[
    list[str] | None, typer.Argument(metavar="[PATH]...", help="Files, folders, globs, or -: these alone, without a ledger.")
]


def given(paths: list[str] | None, ledger: str) -> Material:
    """The claims of the reports, or of the ledger where no report is named; what could not be read is told on standard error."""
    from atodds.pipeline import extract, kept, material, must_exist

    if not paths:
        from atodds.ledger.ledger import open_reader

        with open_reader(ledger) as reader:
            return kept(reader)
    from atodds.language.pipeline import load
    from atodds.read.documents import Overrides

    must_exist(paths)
    found = material(extract(paths, Overrides(), load()))
    for problem in found.problems:
        warn(problem.message)
    return found
