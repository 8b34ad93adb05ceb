"""The documents of a ledger in columns, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from atodds.model.text import Document, Problem
from atodds.views.columns import columns, fitting
from atodds.views.names import short
from atodds.vocab.shown import folded

_HEADS = ("id", "published", "outlet", "title", "file", "language")
_WIDEST = (10, 10, 18, 22, 20, 8)


def listing(documents: Iterable[Document], problems: Iterable[Problem]) -> Iterator[str]:
    """A header and a row for each document, then a line for each problem."""
    rows = [_HEADS, *map(_row, documents)]
    widths = fitting(rows, _WIDEST)
    for row in rows:
        yield from columns(row, widths)
    for problem in problems:
        yield f"problem at stage {problem.stage}: {folded(problem.message)}"


def _row(document: Document) -> tuple[str, ...]:
    day = document.published.isoformat() if document.published is not None else "no date"
    rest = (document.outlet, document.title, PurePath(document.path or "").name, document.language)
    return short(document.id), day, *(folded(each or "") for each in rest)
