"""The order of reading leaves no trace: any order, any partition, any repetition gives the same derived tables."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.contents import derived
from tests.ledger.reports import Report, report

from atodds.ledger import schema
from atodds.ledger.ledger import open_ledger

# The first holds not one word, and has a copy in another folder: which of the two was found is all that order may decide.
REPORTS = [report(number, tuple(range(1, 1 + number))) for number in range(5)]
COPY = report(0, (), path="copies/0.txt")


def read(folder: str, name: str, sittings: list[list[Report]]) -> tuple[dict[str, list[tuple[Any, ...]]], int]:
    """The derived tables after some sittings, each of which opens the ledger anew, and how many entries there are."""
    place = str(Path(folder) / name)
    for number, sitting in enumerate(sittings):
        with open_ledger(place, create=True, actor=f"reader {number}") as ledger:
            for each in sitting:
                each.into(ledger)
            entries = ledger.counts().entries
    path = list(schema.documents.c.keys()).index("path")
    tables = derived(place)
    tables["documents"] = [(*row[:path], *row[path + 1 :]) for row in tables["documents"]]
    return tables, entries


@settings(max_examples=15, deadline=None)
@given(order=st.permutations([*REPORTS, COPY]), cut=st.integers(0, 6), again=st.lists(st.sampled_from(REPORTS), max_size=3))
def test_any_order_any_partition_any_repetition(order: list[Report], cut: int, again: list[Report]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        plain = read(folder, "plain.sqlite", [REPORTS])
        other = read(folder, "other.sqlite", [order[:cut], order[cut:] + again, again])
        assert plain[1] == 1 + len(REPORTS)
        assert plain == other


def test_a_claim_is_listed_once_however_often_it_is_given() -> None:
    with tempfile.TemporaryDirectory() as folder:
        twice = REPORTS[3]._replace(claims=REPORTS[3].claims * 2)
        assert read(folder, "one.sqlite", [[twice]]) == read(folder, "two.sqlite", [[REPORTS[3], twice]])
