"""A table in the ledger: on SQLite and PostgreSQL, as sound as any report."""

from __future__ import annotations

from pathlib import Path

from tests.exchange.coded import GED, table

from atodds.ledger.filter import Filter
from atodds.ledger.ledger import Ledger
from atodds.pipeline import record_all, tables
from atodds.read.documents import Overrides


def test_a_table_is_recorded_and_found_again(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "ged.csv"
    path.write_bytes(table(GED))
    overrides = Overrides(outlet="UCDP")
    done = record_all(ledger, tables([str(path)], overrides))
    assert (done.read, done.problems) == (1, [])
    assert record_all(ledger, tables([str(path)], overrides)).unchanged == 1
    assert list(ledger.verify()) == []
    (civilians,) = [held.claim for held in ledger.claims(Filter(category="civilian")) if held.claim.figure.low == 7]  # type: ignore[union-attr]
    whole = ledger.claim(civilians.part_of or "").claim
    assert whole.figure is not None
    assert (whole.figure.low, whole.figure.high, whole.quote) == (7, 7, civilians.quote)
