"""Cells: a table in CSV as records of cells, each with its place in the text, so that every figure leads back to its cell.

Python's own reader gives the words of a cell and forgets where they stood. This one reads the same dialect: a cell in quotation marks
may hold the delimiter, line ends and, doubled, the mark itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from atodds.model.text import Span

DELIMITERS = (",", ";", "\t", "|")
LONGEST = 100_000  # characters of a quoted cell: a mark that is never closed must not swallow the table
_TRIED = 20  # records that tell the delimiter
_MARK = '"'


class Cell(NamedTuple):
    """The words of a cell, doubled marks made single, and where they stand: without the quotation marks and outer blanks."""

    text: str
    at: Span


class Record(NamedTuple):
    """A row as it stands. `number` counts as a spreadsheet does: the header is row 1. `closed`: no quotation mark is left open."""

    number: int
    at: Span
    cells: tuple[Cell, ...]
    closed: bool = True


def records(text: str, delimiter: str) -> Iterator[Record]:
    r"""Every row that is not blank.

    >>> [[cell.text for cell in record.cells] for record in records('town,dead\nKesta,"1,200\nor more"\n', ",")]
    [['town', 'dead'], ['Kesta', '1,200\nor more']]
    """
    start, number = 0, 0
    while start < len(text):
        number += 1
        cells, end, closed = _record(text, start, delimiter)
        if any(cell.text for cell in cells) or not closed:
            yield Record(number, Span(start, end), tuple(cells), closed)
        start = end + 1


def delimiter_of(text: str) -> str:
    """The delimiter under which the first rows have the most cells, all rows as many; a comma where nothing tells.

    Where a comma would do as well as another, it is the comma of decimals: "1;2,5".
    """
    return max(DELIMITERS, key=lambda each: _fit(list(islice(records(text, each), _TRIED)), each))


def _fit(found: Sequence[Record], delimiter: str) -> tuple[bool, int, bool]:
    width = len(found[0].cells) if found else 0
    even = width > 1 and all(len(record.cells) == width for record in found)
    return even, width, even and delimiter != ","


def _record(text: str, start: int, delimiter: str) -> tuple[list[Cell], int, bool]:
    """The cells from `start` on, the end of the row, and whether its marks are closed; an open one makes a row of its line alone."""
    cells, at = list[Cell](), start
    while True:
        found = _quoted(text, at, delimiter)
        if found is None:
            return cells, _line_end(text, start), False
        cell, at = found
        cells.append(cell)
        if at >= len(text) or text[at] == "\n":
            return cells, at, True
        at += len(delimiter)


def _quoted(text: str, start: int, delimiter: str) -> tuple[Cell, int] | None:
    """A cell and where it ends; None where its quotation mark is never closed."""
    opening = start
    while opening < len(text) and text[opening] in " \t" and text[opening] != delimiter:
        opening += 1
    if not text.startswith(_MARK, opening):
        end = _end(text, start, delimiter)
        return Cell(*_trimmed(text, start, end)), end
    closing = _closing(text, opening + 1)
    if closing is None:
        return None
    end = _end(text, closing + 1, delimiter)
    if text[closing + 1 : end].strip():
        return Cell(*_trimmed(text, opening, end)), end  # `"a" b`: no quoted cell; its words as they stand
    words, at = _trimmed(text, opening + 1, closing)
    return Cell(words.replace(_MARK * 2, _MARK), at), end


def _closing(text: str, start: int) -> int | None:
    """The mark that ends a quoted cell: the first that is not doubled."""
    at = start
    while (at := text.find(_MARK, at, start + LONGEST)) != -1:
        if not text.startswith(_MARK, at + 1):
            return at
        at += 2
    return None


def _end(text: str, start: int, delimiter: str) -> int:
    found = _stop(delimiter).search(text, start)
    return found.start() if found is not None else len(text)


@cache
def _stop(delimiter: str) -> re.Pattern[str]:
    return re.compile(f"[\n{re.escape(delimiter)}]")


def _line_end(text: str, start: int) -> int:
    found = text.find("\n", start)
    return found if found != -1 else len(text)


def _trimmed(text: str, start: int, end: int) -> tuple[str, Span]:
    """The words between two places without the blanks around them, and where they stand."""
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    words = words.strip()
    return words, Span(first, first + len(words)) if words else Span(start, start)
