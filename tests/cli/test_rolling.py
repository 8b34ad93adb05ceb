"""Policies on the command line: from reports alone, from a ledger, and after a person has decided."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from atodds.policy.policies import POLICIES
from tests.cli.conftest import Atodds, written

REPORTS = {
    "harbour": ("Harbour Wire", "9 March 2011", "A car bomb killed 14 people in Peshawar, Pakistan, on Monday."),
    "courier": ("The Tarnmoor Courier", "9 March 2011", "A car bomb killed at least 17 people in Peshawar, Pakistan, on Monday."),
    "ministry": ("The Karwan Bulletin", "4 November 2013", "The ministry said that 67 civilians were killed in Pakistan in 2011."),
}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return written(tmp_path / "reports", REPORTS)


def folded(text: str) -> str:
    return " ".join(text.split())


def rows(text: str) -> list[dict[str, object]]:
    return [line for line in map(json.loads, text.splitlines()) if line["type"] == "row"]


def test_without_a_name_the_policies_are_listed(atodds: Atodds) -> None:
    shown = atodds("policy").stdout
    for each in POLICIES:
        assert f"{each.title}, after {each.after}" in folded(shown)
        assert each.short in folded(shown)


@pytest.mark.parametrize("name", [each.name for each in POLICIES])
def test_the_methodology_in_short_with_its_version_comes_first(atodds: Atodds, reports: Path, name: str) -> None:
    shown = atodds("policy", name, str(reports))
    assert shown.exit_code == 0
    policy = next(each for each in POLICIES if each.name == name)
    said = folded(shown.stdout)
    assert said.startswith(f"{policy.title}, after {policy.after} {policy.short} From ")
    assert "read just now: nobody has looked at them." in said
    assert policy.methodology not in shown.stdout


def test_two_reports_of_one_bomb_are_one_row(atodds: Atodds, reports: Path) -> None:
    said = folded(atodds("policy", "acled", str(reports)).stdout)
    assert "fatalities 14 · event_type Explosions/Remote violence · sub_event_type Remote explosive/landmine/IED" in said
    assert "Reports differ: 14 (Harbour Wire) to 17 or more (The Tarnmoor Courier)" in said
    assert "source Harbour Wire; The Tarnmoor Courier" in said


def test_a_total_loses_what_is_known_already(atodds: Atodds, reports: Path) -> None:
    made = rows(atodds("policy", "ibc", str(reports), "--format", "jsonl").stdout)
    incident, total = made
    assert [incident["values"][name] for name in ("deaths_min", "deaths_max", "provisional")] == [14, 17, "no"]  # type: ignore[index]
    assert [total["values"][name] for name in ("deaths_min", "deaths_max")] == [50, 53]  # type: ignore[index]
    (line,) = total["overlaps"]  # type: ignore[misc]
    assert (line["how"], line["incident"]) == ("inside", incident["incident"])  # type: ignore[index]


def test_an_explanation_shows_the_words(atodds: Atodds, reports: Path) -> None:
    shown = atodds("policy", "range", "--explain", str(reports)).stdout
    policy = next(each for each in POLICIES if each.name == "range")
    assert policy.methodology in shown
    assert 'quote "car bomb killed at least 17 people in Peshawar, Pakistan, on Monday"' in folded(shown)


def test_csv_is_a_table_with_the_methodology_beside_it(atodds: Atodds, reports: Path) -> None:
    done = atodds("policy", "ucdp", str(reports), "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(done.stdout))
    assert (row["policy"], row["best"], row["low"], row["high"]) == ("ucdp 1", "14", "14", "17")
    assert "Best is the lowest number" in done.stderr


def test_a_ledger_is_rolled_up_as_people_decided(atodds: Atodds, reports: Path) -> None:
    atodds("read", str(reports), "--ledger", "own.sqlite")
    (row,) = rows(atodds("policy", "ucdp", "--ledger", "own.sqlite", "--format", "jsonl").stdout)
    lines = map(json.loads, atodds("claims", "--ledger", "own.sqlite", "--json").stdout.splitlines())
    by_number = {line["figure"]["low"]: line["id"] for line in lines if line["kind"] == "figure"}
    assert row["values"]["best"] == 14  # type: ignore[index]
    atodds("correct", by_number[17], "--field", "figure.low", "--value", "19", "--reason", "the print says 19", "--ledger", "own.sqlite")
    seen = atodds("policy", "ucdp", "--reviewed", "--ledger", "own.sqlite")
    assert "only those that a person has decided on (--reviewed)" in folded(seen.stdout)
    assert "best 19 · low 19 · high 19" in folded(seen.stdout)
    atodds("reject", by_number[14], "--reason", "another bomb", "--ledger", "own.sqlite")
    rest = folded(atodds("policy", "ucdp", "--ledger", "own.sqlite").stdout)
    assert "best 19 · low 19 · high 19" in rest
    assert "A person has decided on 1; the others are used as they were read" in rest


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["policy", "gdelt"], "atodds: no policy 'gdelt'; use one of range, ucdp, acled, ibc, airwars"),
        (
            ["policy", "ucdp", "--reviewed", "reports"],
            "atodds: --reviewed with paths: nobody has decided on a claim that is read just now; leave one of them out",
        ),
    ],
)
def test_a_mistake_is_one_line(atodds: Atodds, words: list[str], line: str) -> None:
    failed = atodds(*words)
    assert (failed.exit_code, failed.stdout, failed.stderr) == (2, "", line + "\n")
