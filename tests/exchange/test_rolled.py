"""Rows of a policy as JSON lines and as CSV."""

from __future__ import annotations

import csv
import io
import json

from atodds.exchange import rolled
from atodds.policy.ibc import IBC
from atodds.policy.range import RANGE
from tests.policy.accounts_of import DAY, Told, on


def told() -> Told:
    found = Told()
    found.at_least(12, "=SANA")
    found.exactly(5, "SOHR", of="civilian")
    found.exactly(40, "SOHR", stance="denies")
    found.total(67, 67, on(DAY.replace(month=1, day=1), DAY), "the ministry")
    return found


def test_json_lines_begin_with_the_methodology_and_lose_nothing() -> None:
    made = told().rolled(IBC)
    head, *rest = [json.loads(line) for line in rolled.lines(IBC, made, basis="From 4 claims.")]
    assert (head["type"], head["name"], head["version"], head["basis"]) == ("policy", "ibc", "1", "From 4 claims.")
    assert head["methodology"] == IBC.methodology
    assert [line["type"] for line in rest] == ["row"] * len(made.rows) + ["left_out"] * len(made.left_out)
    assert [line["used"] for line in rest if line["type"] == "row"] == [list(row.used) for row in made.rows]
    assert {name for line in rest if line["type"] == "row" for name in line["values"]} <= set(head["columns"])


def test_a_row_of_csv_names_its_policy_and_its_claims() -> None:
    out = io.StringIO()
    rolled.write(RANGE, told().rolled(RANGE), out)
    first, second = csv.DictReader(io.StringIO(out.getvalue()))
    assert (first["policy"], first["measure"], first["kind"], first["low"], first["high"]) == ("range 1", "killed", "people", "12", "")
    assert (first["used"], first["suppressed"]) == ("c00", "c02: denied: a denial gives no number of its own")
    assert (second["kind"], second["low"], second["high"]) == ("civilians", "5", "5")


def test_no_cell_is_a_formula() -> None:
    out = io.StringIO()
    rolled.write(IBC, told().rolled(IBC), out)
    assert not any(cell.startswith("=") for row in csv.reader(io.StringIO(out.getvalue())) for cell in row)
