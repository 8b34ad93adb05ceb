"""A table file as a document and its claims: the one way in for coded data sets, with a ledger or without."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from atodds.errors import BadInput, UnreadableDocument
from atodds.exchange.tables.cells import Cell, Record, delimiter_of, records
from atodds.exchange.tables.columns import TableMap, recognised
from atodds.exchange.tables.row import Row
from atodds.exchange.tables.rows import claims_of_row
from atodds.model.claim import Claim
from atodds.model.ids import digest, text_digest
from atodds.model.record import Record as Frozen
from atodds.model.text import TABLE, Document, Problem
from atodds.read.documents import MOST_BYTES, Overrides
from atodds.read.text import plain_text

MOST_PROBLEMS = 100  # named of one table; a wrong map would fail in every row
_WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # XLSX and ODS; XLS
_NOTHING = frozenset(("", "-", "–", "—", "?", "n/a", "na", "nan", "null", "unknown"))  # not "none", which may be a zero


class Imported(Frozen, frozen=True, kw_only=True):
    """A table as it was read: the document whose text is the table, its bytes, the claims of its rows, and what could not be read."""

    document: Document
    original: bytes
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()


def imported(data: bytes, name: str, overrides: Overrides, table: TableMap | None = None) -> Imported:
    """The claims of a table's rows, in the voice of the recorder that `overrides.outlet` names.

    Without a map the table must be one that is recognised by its columns. Raises UnreadableDocument for bytes that hold no table, BadInput
    where no map fits it; a row or a cell that cannot be read is a problem, and the others are read all the same.
    """
    document = _document(data, name, overrides)
    delimiter = table.rows.delimiter if table is not None and table.rows.delimiter is not None else delimiter_of(document.text)
    found = records(document.text, delimiter)
    header = next(found, None)
    if header is None or not header.closed or len(header.cells) < 2:
        raise UnreadableDocument("no header with at least two columns", "is it CSV? give the map rows.delimiter")
    table, columns = _fitting(table, [cell.text for cell in header.cells], name)
    faults = _Faults(document, name)
    claims = tuple(
        claim
        for record in found
        if (row := _row(record, columns, table, document, delimiter, faults)) is not None
        for claim in claims_of_row(row, table, document)
    )
    return Imported(document=document, original=data, claims=claims, problems=tuple(faults.named()))


def _document(data: bytes, name: str, overrides: Overrides) -> Document:
    if len(data) > MOST_BYTES:
        raise UnreadableDocument(f"larger than the {MOST_BYTES // 1_000_000} MB that are read of one table", "split it, by year or country")
    if data.startswith(_WORKBOOK):
        raise UnreadableDocument("a workbook, not CSV", "save its sheet as CSV (UTF-8)")
    text = plain_text(data)
    if not text.strip():
        raise UnreadableDocument("the table is empty", "is it the right file?")
    identity = digest(data)
    return Document(
        id=identity, text=text, sha256=text_digest(text), bytes_sha256=identity, media_type=TABLE, path=name,
        title=overrides.title, outlet=overrides.outlet, published=overrides.published,
    )  # fmt: skip


def _fitting(table: TableMap | None, header: Sequence[str], name: str) -> tuple[TableMap, list[str]]:
    """The map to read by, and the columns under the names it gives them. Raises BadInput where there is none, or a column is missing."""
    found = table if table is not None else recognised(header)
    if found is None:
        raise BadInput(f"{name}: not a table that is known by its columns", "say with --map which column holds what (docs/tables.md)")
    named = {column.casefold(): column for column in found.columns}
    columns = [column if column in found.columns else named.get(column.casefold(), column) for column in header]
    for column in found.columns:
        times = columns.count(column)
        if times != 1:
            what = f"has no column {column!r}" if times == 0 else f"has {times} columns {column!r}"
            raise BadInput(f"{name}: it {what}, which the map names", f"its columns are {', '.join(filter(None, header))}")
    return found, columns


def _row(record: Record, columns: Sequence[str], table: TableMap, document: Document, delimiter: str, faults: _Faults) -> Row | None:
    """A row with its cells by column; None, and a fault, where it has more or fewer of them than the header."""
    if not record.closed:
        faults.add(record.number, "", "a quotation mark is opened and not closed; double it, or close it")
        return None
    if len(record.cells) != len(columns):
        faults.add(record.number, "", f"{len(record.cells)} cells under {len(columns)} columns; quote the cells that hold the delimiter")
        return None
    return Row(
        record.number, record.at, _filled(columns, record.cells, table), document.text, delimiter,
        lambda column, what: faults.add(record.number, column, what),
    )  # fmt: skip


def _filled(columns: Sequence[str], cells: Sequence[Cell], table: TableMap) -> Mapping[str, Cell]:
    """The cells that say something, by column."""
    nothing = _NOTHING | {word.casefold() for word in table.rows.empty}
    return {column: cell for column, cell in zip(columns, cells, strict=True) if cell.text.casefold() not in nothing}


class _Faults:
    """What could not be read, in the order of the rows; counted beyond what anybody would read."""

    def __init__(self, document: Document, name: str) -> None:
        self._document, self._name = document, name
        self._found: dict[str, None] = {}

    def add(self, row: int, column: str, what: str) -> None:
        where = f"row {row}, column {column}" if column else f"row {row}"
        self._found[f"{self._name}, {where}: {what}"] = None

    def named(self) -> Iterator[Problem]:
        found = list(self._found)
        more = len(found) - MOST_PROBLEMS
        if more > 0:
            found = [*found[:MOST_PROBLEMS], f"{self._name}: {more} more cells or rows could not be read; does the map fit the table?"]
        for message in found:
            yield Problem(document=self._document.id, stage="parse", message=message)
