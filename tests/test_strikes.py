"""A ministry's totals against the rows of a table of strikes: what each refutes, and with which incidents."""

from __future__ import annotations

from pathlib import Path

import pytest

from atodds.exchange.tables.columns import table_map
from atodds.language.pipeline import load
from atodds.model.dispute import Dispute
from atodds.pipeline import Material, extract, material, tables
from atodds.read.documents import Overrides

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "examples" / "tables" / "strikes-2012-2013.csv"
MAP = TABLE.with_suffix(".toml")
ANSWER = """Pakistan’s Ministry of Defence reported to the Senate on 30 October 2013 that no civilian had been killed in the drone war since
January 2012. In all, it reported, only 150 people had been killed by drones in Pakistan since January 2012.
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[Material, tuple[Dispute, ...]]:
    report = tmp_path_factory.mktemp("reports") / "answer.txt"
    report.write_text(f"Harbour Wire\n\n31 October 2013\n\n{ANSWER}", encoding="utf-8")
    rows = material(tables([str(TABLE)], Overrides(outlet="Strike Watch"), table_map(MAP.read_bytes(), MAP.name)))
    told = material(extract([str(report)], Overrides(), load()))
    both = Material(claims=rows.claims + told.claims, documents=rows.documents | told.documents)
    return both, both.compared().findings.disputes


def test_a_claim_of_no_civilian_is_refuted_by_a_row(found: tuple[Material, tuple[Dispute, ...]]) -> None:
    material, disputes = found
    zero = {each.id for each in material.claims if each.figure is not None and each.figure.high == 0}
    against = [each for each in disputes if zero & set(each.claims) and each.relation == "contradiction"]
    assert against
    lows = {id for each in against for id in each.claims} - zero
    dead = [each.figure.low for each in material.claims if each.id in lows and each.figure is not None]
    assert max(filter(None, dead)) == 18


def test_a_total_that_is_too_low_is_refuted_by_the_fewest_rows_that_exceed_it(found: tuple[Material, tuple[Dispute, ...]]) -> None:
    material, disputes = found
    total = next(each.id for each in material.claims if each.figure is not None and each.figure.high == 150)
    sums = [each for each in disputes if total in each.claims and len(each.claims) > 2]
    assert len(sums) == 1
    rows = [each for each in material.claims if each.id in sums[0].claims and each.id != total]
    lows = sorted((each.figure.low or 0 for each in rows if each.figure is not None), reverse=True)
    assert sum(lows) > 150
    assert sum(lows[1:]) <= 150  # one fewer is not enough, whichever is left out
    every = sorted(
        (each.figure.low or 0 for each in material.claims if each.figure is not None and each.figure.measure == "killed"
         and each.rule.startswith("table_") and each.part_of is None), reverse=True,
    )  # fmt: skip
    assert sum(every[: len(rows) - 1]) <= 150  # no fewer rows could
    assert "apart by day" in sums[0].reason
