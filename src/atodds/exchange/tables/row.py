"""A row of a table: its cells by column, and what is made of a cell that nobody can read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from atodds.exchange.tables.cells import Cell
from atodds.exchange.tables.columns import Coded, Only, chosen
from atodds.exchange.tables.counts import Unreadable, stretch
from atodds.model.text import Span

LONGEST_NAME = 12  # words of a speaker or doer, as everywhere

T = TypeVar("T")


@dataclass
class Row:
    """A row with its cells by column, empty ones left out; what of it could not be read is told to `fault`, by column."""

    number: int
    at: Span
    cells: Mapping[str, Cell]
    text: str  # the whole table's
    delimiter: str
    fault: Callable[[str, str], None]

    @property
    def words(self) -> dict[str, str]:
        return {column: cell.text for column, cell in self.cells.items()}

    def word(self, column: str | None) -> str | None:
        cell = self.cells.get(column) if column is not None else None
        return cell.text if cell is not None else None

    def found(self, *columns: str | None) -> list[Cell]:
        """The cells of some columns that are not empty."""
        return [self.cells[column] for column in columns if column is not None and column in self.cells]

    def stretch(self, cells: Sequence[Cell]) -> Span:
        return stretch(cells, self.text, self.delimiter)

    def tried(self, column: str | None, read: Callable[[], T]) -> T | None:
        """What `read` makes of a column; nothing, and a fault, where it can make nothing of it."""
        try:
            return read()
        except Unreadable as fault:
            self.fault(column or "", str(fault))
            return None

    def chosen(self, coded: Coded | None, key: str) -> str | None:
        """What the row's word means by the map; a word that the map does not list is a fault."""
        if coded is None:
            return None
        try:
            return chosen(coded, self.words)
        except KeyError as missing:
            column = coded if isinstance(coded, str) else coded.column
            self.fault(column or "", f"{missing.args[0]!r} is not among the words of {key} in the map; add it there")
            return None

    def holds(self, only: Only) -> bool:
        """Has the row the words for which a part of the map holds?"""
        return all(self.word(column) in words for column, words in only.items())

    def cell(self, coded: Coded | None) -> Cell | None:
        """The cell that a coded value is read from."""
        column = column_of(coded)
        return self.cells.get(column) if column is not None else None

    def name(self, column: str | None) -> str | None:
        """The words of a cell that holds a name, on one line."""
        words = " ".join((self.word(column) or "").split())
        if len(words.split()) > LONGEST_NAME:
            self.fault(column or "", f"a name of more than {LONGEST_NAME} words; shorten it, or leave the column out of the map")
            return None
        return words or None


def column_of(coded: Coded | None) -> str | None:
    """The column of a coded value; None for one that the map gives for all rows."""
    return coded if coded is None or isinstance(coded, str) else coded.column
