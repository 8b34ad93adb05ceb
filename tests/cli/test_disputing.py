"""What cannot all be true, on the command line: from reports alone, from a ledger, and after a person has decided."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tests.cli.conftest import Atodds, written

REPORTS = {
    "ministry": (
        "The Karwan Bulletin", "4 November 2013",
        "Pakistan’s Ministry of Defence told the Senate that no civilian has been killed in the drone war since January 2012.",
    ),
    "inquiry": (
        "Harbour Wire", "5 November 2013",
        "Amnesty International documented two US drone strikes in Pakistan in 2012 that killed 19 civilians. In one strike 18 labourers "
        "were killed while in the other a grandmother was killed.",
    ),
    "harbour": (
        "Harbour Wire", "9 March 2011",
        "A car bomb killed 14 people in Peshawar, Pakistan, on Monday. The army said militants were behind the bombing.",
    ),
    "courier": (
        "The Tarnmoor Courier", "9 March 2011",
        "A car bomb killed 17 people in Peshawar, Pakistan, on Monday. Survivors blamed the police for the bombing.",
    ),
}  # fmt: skip


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return written(tmp_path / "reports", REPORTS)


def records(text: str) -> list[dict[str, object]]:
    return [msgspec.json.decode(line) for line in text.split("\n") if line]


def test_a_total_of_none_is_refuted_by_an_inquiry_with_both_quotes(atodds: Atodds, reports: Path) -> None:
    shown = atodds("disputes", str(reports))
    assert shown.exit_code == 0
    said = " ".join(shown.stdout.split())
    assert "contradiction: 19 civilians killed by drone strikes in Pakistan, 2012 (Amnesty International) lie inside Pakistan" in said
    assert "for which Pakistan’s Ministry of Defence claims 0" in said
    assert 'quote "no civilian has been killed in the drone war since January 2012"' in said


def test_rivals_on_one_incident_stand_under_one_question(atodds: Atodds, reports: Path) -> None:
    said = " ".join(atodds("disputes", str(reports), "--topic", "Peshawar").stdout.split())
    assert "17 people killed (The Tarnmoor Courier) are more than 14 (Harbour Wire)" in said
    assert "held responsible are militants, by The army, and police, by Survivors" in said
    assert "Amnesty" not in said


def test_json_lines_hold_the_claims_that_disputes_and_agreements_name(atodds: Atodds, reports: Path) -> None:
    found = records(atodds("disputes", str(reports), "--format", "jsonl").stdout)
    claims = {each["id"] for each in found if each["type"] == "claim"}
    named = [each for each in found if each["type"] in ("dispute", "agreement")]
    assert named
    assert all(set(each["claims"]) <= claims for each in named)  # type: ignore[call-overload]
    assert [each["reason"] for each in named if each["type"] == "agreement"] == [
        "18 + 1 = 19: the parts agree with the whole (Amnesty International)"
    ]


def test_the_proof_of_one_step_by_step(atodds: Atodds, reports: Path) -> None:
    found = records(atodds("disputes", str(reports), "--format", "jsonl", "--dimension", "count", "--topic", "drone").stdout)
    dispute = next(each for each in found if each["type"] == "dispute")
    shown = atodds("disputes", str(reports), "--explain", str(dispute["id"])[:12])
    assert shown.exit_code == 0
    assert "2.1      2012 lies in 2012/2013-11-04" in shown.stdout
    assert "1.5      a count made on 2013-11-04 ends there" in shown.stdout


@pytest.mark.parametrize("asked", ["0000000000", "x", ""])
def test_what_is_no_dispute_is_one_line_with_a_hint(atodds: Atodds, reports: Path, asked: str) -> None:
    shown = atodds("disputes", str(reports), "--explain", asked)
    assert shown.exit_code == 2
    assert "lists them" in shown.stderr


def test_a_rejected_claim_disputes_nothing_and_a_person_can_keep_incidents_apart(atodds: Atodds, reports: Path, tmp_path: Path) -> None:
    book = str(tmp_path / "war.sqlite")
    atodds("read", str(reports), "--ledger", book)
    before = records(atodds("disputes", "--ledger", book, "--format", "jsonl").stdout)
    refuted = next(each for each in before if each["type"] == "dispute" and "Amnesty" in str(each["reason"]))
    rivals = next(each for each in before if each["type"] == "dispute" and "17 people" in str(each["reason"]))
    zero = next(str(each["claims"][-1]) for each in (records_of_bound(refuted),))  # type: ignore[index]
    atodds("reject", zero, "--reason", "not what the ministry said", "--ledger", book, "--actor", "Ana")
    one, other = rivals["claims"]  # type: ignore[misc]
    atodds("different", str(one), str(other), "--reason", "two markets", "--ledger", book, "--actor", "Ana")
    after = atodds("disputes", "--ledger", book).stdout
    assert "Amnesty" not in after
    assert "17 people killed" not in after


def test_an_export_holds_what_cannot_all_be_true_and_only_what_is_recorded_where_that_is_asked(
    atodds: Atodds, reports: Path, tmp_path: Path
) -> None:
    book = str(tmp_path / "war.sqlite")
    atodds("read", str(reports), "--ledger", book)
    exported = atodds("export", "--ledger", book).stdout.split("\n")
    recorded = atodds("export", "--ledger", book, "--recorded").stdout.split("\n")
    assert exported[: len(recorded) - 1] == recorded[:-1]
    assert {each["type"] for each in records("\n".join(recorded))} == {"document", "claim"}
    behind = records("\n".join(exported[len(recorded) - 1 :]))
    assert {"incident", "dispute", "agreement"} <= {each["type"] for each in behind}
    shown = records(atodds("disputes", "--ledger", book, "--format", "jsonl").stdout)
    assert [each for each in behind if each["type"] in ("dispute", "agreement")] == shown


def records_of_bound(dispute: dict[str, object]) -> dict[str, object]:
    """The step that names the upper bound."""
    return next(each for each in dispute["steps"] if each["move"] == "high")  # type: ignore[attr-defined, no-any-return]


def test_nothing_at_odds_says_so(atodds: Atodds, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Three people were killed in Kabul on 3 March 2011.\n", encoding="utf-8")
    shown = atodds("disputes", str(tmp_path / "one.txt"))
    assert shown.exit_code == 0
    assert not shown.stdout
    assert "nothing" in shown.stderr
