"""The gate: what is below its floor fails, what is beaten is raised, and no floor is compared on other data."""

from __future__ import annotations

import doctest
import tomllib
from pathlib import Path
from typing import Any

import pytest

from quality import gate

PINS = """
[plover]
data = "abc"

[plover.floors]
"dead" = 0.870  # the goal of the first release
size = 0.200

[plover.ceilings]
"speaker as perpetrator count" = 3

[plover.problems."id used twice"]
most = 4
because = "one sentence stands there twice"
"""


def result(values: dict[str, float | None], **problems: int) -> dict[str, Any]:
    metrics = [{"metric": name, "value": value} for name, value in values.items()]
    return {"set": "plover", "metrics": metrics, "problems": {name.replace("_", " "): count for name, count in problems.items()}}


def rows(**values: float | None) -> dict[str, gate.Row]:
    measured = {name.replace("_", " "): value for name, value in values.items()}
    return {row.metric: row for row in gate.rows(tomllib.loads(PINS), [result(measured)])}


@pytest.mark.parametrize(
    ("metric", "now", "holds"),
    [
        ("dead", 0.87, True),
        ("dead", 0.8699999999999, True),  # a floor has three digits
        ("dead", 0.869, False),
        ("dead", None, False),  # nothing was measured
        ("speaker as perpetrator count", 3, True),
        ("speaker as perpetrator count", 4, False),
        ("speaker as perpetrator count", 0, True),
    ],
)
def test_a_pin_holds_or_does_not(metric: str, now: float | None, holds: bool) -> None:
    assert rows(**{metric.replace(" ", "_"): now})[metric].holds is holds


def test_a_metric_that_is_no_longer_printed_fails() -> None:
    assert not rows(size=0.3)["dead"].holds


def test_only_the_breaches_that_are_listed_pass() -> None:
    floors = tomllib.loads(PINS)
    assert list(gate.breaches(floors, [result({}, id_used_twice=4)])) == []
    found = gate.breaches(floors, [result({}, id_used_twice=5, low_above_high=1)])
    assert list(found) == ["plover: id used twice: 5 times, 4 at most", "plover: low above high: 1 times, 0 at most"]


def test_beaten_pins_are_raised_and_no_other_line_is_touched() -> None:
    found = rows(dead=0.93333, size=0.15, speaker_as_perpetrator_count=1).values()
    expected = PINS.replace("0.870", "0.933").replace('count" = 3', 'count" = 1')
    assert gate.raised(PINS, found) == expected


def test_a_floor_is_raised_to_what_still_holds() -> None:
    raised = tomllib.loads(gate.raised(PINS, rows(dead=0.9999).values()))
    again = gate.rows(raised, [result({"dead": 0.9999, "size": 0.2, "speaker as perpetrator count": 3})])
    assert all(row.holds for row in again)


def test_the_same_metric_of_another_set_is_left_alone() -> None:
    other = '[isaf.floors]\n"dead" = 0.1'
    assert gate.raised(other, rows(dead=0.9, size=0.2).values()) == other


def test_other_data_are_an_error(tmp_path: Path) -> None:
    folder = tmp_path / "sets" / "plover"
    folder.mkdir(parents=True)
    (folder / "docs.jsonl").write_text("{}\n")
    floors = {"plover": {"data": ""}}
    assert "no data" in next(gate.strangers(floors, tmp_path, ["plover"]))
    (folder / "gold.jsonl").write_text("{}\n")
    assert "other data" in next(gate.strangers(floors, tmp_path, ["plover"]))
    floors["plover"]["data"] = gate.data_digest(gate.files(tmp_path, "plover"))
    assert list(gate.strangers(floors, tmp_path, ["plover"])) == []
    (folder / "gold.jsonl").write_text("{} \n")
    assert "other data" in next(gate.strangers(floors, tmp_path, ["plover"]))


def test_a_clone_without_the_data_is_told_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    monkeypatch.setattr("sys.argv", ["gate.py"])
    for folder in ("", str(tmp_path / "absent")):
        monkeypatch.setenv("ATODDS_GOLD", folder)
        assert gate.main() == 0
        assert capsys.readouterr().out.startswith("skipped: ")


def test_what_is_pinned_can_be_read() -> None:
    for name, pins in tomllib.loads(gate.FLOORS.read_text(encoding="utf-8")).items():
        assert len(pins["data"]) == 64, name
        assert all(0 < floor <= 1 for floor in pins["floors"].values()), name
        assert all(each["because"] for each in pins.get("problems", {}).values()), name


def test_the_examples_in_the_docstrings() -> None:
    assert doctest.testmod(gate).failed == 0
