"""What a command that compares claims is given: reports or a ledger to work on, and the beginning of an id to look for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from atodds.cli.terminal import warn
from atodds.errors import NoSuchRecord, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atodds.pipeline import Material

T = TypeVar("T")
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


def only(found: Iterable[T], asked: str, what: str, hint: str) -> T:
    """The one record that an id, or the beginning of one, asks for. Raises NoSuchRecord for none, UsageError for several."""
    every = list(found)
    if not asked or not every:
        raise NoSuchRecord(f"{asked or '(empty)'} is the beginning of no {what}", hint)
    if len(every) > 1:
        raise UsageError(f"{asked} is the beginning of more than one {what}", "give more of the id")
    return every[0]
