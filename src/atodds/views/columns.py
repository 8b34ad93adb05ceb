"""Text in columns, cells wrapped: what a terminal, a pipe and a diff show alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

_GAP = "  "


def columns(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """One row, each cell wrapped to its width under its first word; no line ends in blanks.

    >>> list(columns(("1", "more than a few words"), (3, 12)))
    ['1    more than a', '     few words']
    """
    wrapped = [wrap(cell, max(width, 1), break_on_hyphens=False) for cell, width in zip(cells, widths, strict=True)]
    for line in zip_longest(*wrapped, fillvalue=""):
        yield _GAP.join(f"{part:<{width}}" for part, width in zip(line, widths, strict=True)).rstrip()


def fitting(rows: Sequence[Sequence[str]], most: Sequence[int]) -> list[int]:
    """For each column the width that its longest cell needs, no more than `most`."""
    return [min(limit, max((len(row[place]) for row in rows), default=0)) for place, limit in enumerate(most)]


def cut(text: str, width: int) -> str:
    """The text, or as much of it as fits, with a mark that it goes on."""
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
