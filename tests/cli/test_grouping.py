"""Claims of several reports against each other: incidents, why they hold together, what each report is mainly about."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from atodds.cli.given import only
from atodds.errors import UsageError
from tests.cli.conftest import Atodds
from tests.views.invented import gazette

WHOLE, PART = gazette().made[2:]

REPORTS = {
    "wire.txt": "A car bomb killed 14 people at a market in Peshawar, Pakistan, on Monday. Thirty others were wounded.",
    "daily.txt": "At least 17 people were killed on Monday when a bomb exploded in a market in Peshawar, Pakistan.",
}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(f"The Lantern\n\n8 March 2011\n\n{text}\n", encoding="utf-8")
    return folder


def lines(text: str) -> list[dict[str, object]]:
    return [msgspec.json.decode(line) for line in text.splitlines()]


@pytest.mark.usefixtures("ledger")
def test_a_line_an_incident_and_no_total_in_any(atodds: Atodds) -> None:
    shown = atodds("incidents")
    assert shown.exit_code == 0
    assert shown.stdout.splitlines()[0].split() == ["id", "when", "where", "means", "claims", "reports", "figures"]
    assert "31 killed" in shown.stdout
    assert "12 civilians killed" not in shown.stdout  # a total since 2009
    assert max(map(len, shown.stdout.splitlines())) <= 100


@pytest.mark.usefixtures("ledger")
def test_explain_shows_members_and_why(atodds: Atodds) -> None:
    shown = atodds("incidents", "--explain", PART.id[:12])
    assert shown.exit_code == 0
    assert f"\n{WHOLE.id[:10]}  31 people killed" in shown.stdout
    assert "a part and its whole" in shown.stdout


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize("asked", ["0000000000", ""])
def test_what_is_no_incident_is_one_line_with_a_hint(atodds: Atodds, asked: str) -> None:
    shown = atodds("incidents", "--explain", asked)
    assert shown.exit_code == 2
    assert "lists them" in shown.stderr


@pytest.mark.usefixtures("ledger")
def test_json_lines_are_records(atodds: Atodds) -> None:
    found = lines(atodds("incidents", "--format", "jsonl").stdout)
    assert {each["type"] for each in found} == {"incident"}
    assert sorted([WHOLE.id, PART.id]) in [each["claims"] for each in found]


def test_paths_need_no_ledger(atodds: Atodds, reports: Path) -> None:
    found = lines(atodds("incidents", "--format", "jsonl", str(reports)).stdout)
    assert [len(each["documents"]) for each in found if each["type"] == "incident"] == [2]  # type: ignore[arg-type]
    assert not list(reports.parent.glob("*.sqlite"))


def test_assignment_names_the_incident_of_each_document(atodds: Atodds, reports: Path) -> None:
    found = lines(atodds("incidents", "--assignment", str(reports)).stdout)
    assert len(found) == 2
    assert len({each["incident"] for each in found}) == 1
    assert all(set(each) == {"document", "incident"} for each in found)


def test_the_beginning_of_several_ids_asks_for_more_of_it() -> None:
    with pytest.raises(UsageError, match="3f is the beginning of more than one incident"):
        only(["3fa9", "3fb0"], "3f", "incident", "")
    assert only(["3fa9"], "3fa", "incident", "") == "3fa9"
