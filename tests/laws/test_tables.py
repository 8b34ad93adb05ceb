"""Tables: whatever table a program writes, its cells are read as Python's own reader reads them, and each stands where it says."""

from __future__ import annotations

import csv
import io

from hypothesis import assume, given
from hypothesis import strategies as st

from atodds.exchange.tables.cells import DELIMITERS, delimiter_of, records
from atodds.exchange.tables.columns import table_map
from atodds.exchange.tables.table import Imported, imported
from atodds.read.documents import Overrides
from atodds.read.text import plain_text

MARKS = "\"',;\t|\n =-"
WORDS = st.text(st.one_of(st.sampled_from(MARKS + "ab12é"), st.characters(exclude_categories=("Cs", "Cc"))), max_size=12)
TABLES = st.integers(1, 5).flatmap(lambda width: st.lists(st.lists(WORDS, min_size=width, max_size=width), min_size=1, max_size=6))
COUNTS = st.one_of(st.just(""), st.integers(0, 10**6).map(str))
MAP = table_map(
    b"""
    [time]
    start = "day"
    [place]
    name = "place"
    [source]
    speaker = "source"
    [[figures]]
    name = "all"
    low = "low"
    high = "high"
    [[figures]]
    part_of = "all"
    category = "civilian"
    count = "civilians"
    [event]
    type = { value = "ASSAULT" }
    """,
    "law",
)
HEADER = ["day", "place", "low", "high", "civilians", "source"]
ROWS = st.lists(
    st.tuples(st.dates().map(str), WORDS, COUNTS, COUNTS, COUNTS, WORDS).map(list),
    max_size=5,
)


def written(table: list[list[str]], delimiter: str = ",", quoting: int = csv.QUOTE_MINIMAL, lines: str = "\n") -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator=lines).writerows(table)  # type: ignore[arg-type]
    return out.getvalue()


def read_by_python(text: str, delimiter: str) -> list[list[str]]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]


@given(TABLES, st.sampled_from(DELIMITERS), st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]))
def test_cells_are_those_that_were_written(table: list[list[str]], delimiter: str, quoting: int) -> None:
    text = written(table, delimiter, quoting)
    assert [[cell.text for cell in record.cells] for record in records(text, delimiter)] == read_by_python(text, delimiter)


@given(TABLES, st.sampled_from(DELIMITERS))
def test_every_cell_stands_where_it_says(table: list[list[str]], delimiter: str) -> None:
    text = written(table, delimiter)
    for record in records(text, delimiter):
        for cell in record.cells:
            words = cell.at.of(text)
            assert cell.text in (words, words.replace('""', '"'))
            assert record.at.holds(cell.at)


@given(st.text(MARKS + "ab\r\0", max_size=60), st.sampled_from(DELIMITERS))
def test_no_text_is_too_broken_to_be_gone_through(text: str, delimiter: str) -> None:
    """Rows follow one another, and none is read twice."""
    last = -1
    for record in records(text, delimiter):
        assert last < record.at.start <= record.at.end <= len(text)
        last = record.at.end
        assert all(record.at.holds(cell.at) for cell in record.cells)
    delimiter_of(text)


@given(TABLES, st.sampled_from(DELIMITERS), st.sampled_from(["\n", "\r\n"]))
def test_line_ends_of_other_systems_change_no_row(table: list[list[str]], delimiter: str, lines: str) -> None:
    text = written(table, delimiter, csv.QUOTE_ALL, lines)
    assert [len(record.cells) for record in records(plain_text(text.encode()), delimiter)] == [
        len(row) for row in read_by_python(text, delimiter)
    ]


def of(rows: list[list[str]], delimiter: str = ",") -> Imported:
    return imported(written([HEADER, *rows], delimiter).encode(), "law.csv", Overrides(outlet="Hill Watch"), MAP)


@given(ROWS)
def test_claims_of_a_table_stand_in_its_rows(rows: list[list[str]]) -> None:
    found = of(rows)
    text = found.document.text
    ids = [claim.id for claim in found.claims]
    assert len(set(ids)) == len(ids)
    for claim in found.claims:
        assert claim.quote == text[claim.start : claim.end]
        assert claim.sentence is not None
        for name, (start, end) in claim.spans.items():
            assert claim.start <= start < end <= claim.end, name
        assert claim.part_of is None or claim.part_of in ids
        for link in claim.attribution:
            assert link.speaker == " ".join(text[link.start : link.end].replace('""', '"').split())
        if claim.figure is not None:
            assert claim.figure.text == " ".join(text[slice(*claim.spans["figure.text"])].split())


@given(ROWS)
def test_every_number_of_a_cell_is_claimed_and_no_other(rows: list[list[str]]) -> None:
    """An empty cell is no claim, a zero is one, and a row that says nothing wrong is no problem."""
    assume(all(len(row[5].split()) <= 12 for row in rows))
    found = of(rows)
    wrong = sum(bool(low and high and int(low) > int(high)) for _, _, low, high, _, _ in rows)
    assert len(found.problems) == wrong
    civilians = [claim.figure.low for claim in found.claims if claim.figure is not None and claim.figure.category == "civilian"]
    assert civilians == [int(row[4]) for row in rows if row[4]]
    bounds = [(claim.figure.low, claim.figure.high) for claim in found.claims if claim.rule == "table_range" and claim.figure is not None]
    told = [(int(low) if low else None, int(high) if high else None) for _, _, low, high, _, _ in rows if low or high]
    assert bounds == [(low, high) for low, high in told if low is None or high is None or low <= high]


@given(ROWS, st.randoms(use_true_random=False))
def test_what_a_row_says_does_not_hang_on_its_neighbours(rows: list[list[str]], chance: object) -> None:
    def said(found: Imported) -> list[tuple[object, ...]]:
        return sorted((str(claim.figure), str(claim.scope), claim.quote) for claim in found.claims)

    mixed = list(rows)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert said(of(mixed)) == said(of(rows))
