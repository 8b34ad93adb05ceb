"""What reaches a terminal, a pipe or a file: colour only where a person looks, plain text everywhere else."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import typer


def colours() -> bool:
    """May standard output be coloured? Only a terminal, and not where NO_COLOR is set."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def warn(line: str) -> None:
    """One line on standard error, so that a pipe stays clean."""
    from atodds.vocab.shown import folded

    typer.echo(folded(line), err=True)


class Watch(Protocol):
    def __call__(self, name: str) -> None: ...


@contextmanager
def progress(words: str) -> Iterator[Watch]:
    """Tells a person at a terminal how far the work is; silent in a pipe."""
    if not sys.stderr.isatty():
        yield lambda name: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    with Progress(
        SpinnerColumn(), TextColumn("{task.description} {task.completed}"), TimeElapsedColumn(),
        TextColumn("{task.fields[name]}", markup=False),
        console=Console(stderr=True), transient=True,
    ) as bar:  # fmt: skip
        task = bar.add_task(words, total=None, name="")
        yield lambda name: bar.update(task, advance=1, name=name)
