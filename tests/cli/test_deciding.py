"""Decisions of a person: beside the claim, with a name and a reason, and to be taken back."""

from __future__ import annotations

import msgspec
import pytest

from atodds.ledger.ledger import open_ledger
from tests.cli.conftest import Atodds
from tests.views.charged import herald
from tests.views.invented import gazette

REJECTED, AT_LEAST, WHOLE, PART = gazette().made

pytestmark = pytest.mark.usefixtures("ledger")


def test_a_rejected_claim_leaves_the_table_and_the_sheet_but_not_silently(atodds: Atodds) -> None:
    done = atodds("reject", WHOLE.id[:8], "--reason", "a bus number")
    assert done.exit_code == 0
    assert done.stdout.startswith(f"claim {WHOLE.id[:10]}: reject, by ana on ")
    assert WHOLE.quote not in atodds("claims").stdout
    assert WHOLE.quote in atodds("claims", "--rejected").stdout
    sheet = atodds("sheet").stdout
    assert WHOLE.quote not in sheet
    assert "Left out: 1 claim that a person rejected" in sheet
    shown = atodds("show", WHOLE.id[:8]).stdout
    assert "a bus number" in shown
    assert "This claim stands rejected." in shown


def test_a_correction_is_shown_and_said(atodds: Atodds) -> None:
    done = atodds("correct", WHOLE.id[:8], "--field", "figure.category", "--value", "civilian", "--reason", "villagers")
    assert done.exit_code == 0
    sheet = atodds("sheet").stdout
    assert "31 civilians killed" in sheet
    assert 'decided  correct figure.category to "civilian", by ana on ' in sheet


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [("figure.low", "30", "30 to 31"), ("figure.low", "null", "31 or fewer"), ("scope.time.latest", "2012-05-04", "2012-05-03/2012-05-04")],
)
def test_values_are_numbers_nothing_or_words(atodds: Atodds, field: str, value: str, words: str) -> None:
    assert atodds("correct", WHOLE.id[:8], "--field", field, "--value", value, "--reason", "as printed").exit_code == 0
    assert words in atodds("show", WHOLE.id[:8]).stdout.splitlines()[0]


def test_undo_takes_the_latest_decision_back(atodds: Atodds) -> None:
    before = atodds("sheet").stdout
    atodds("reject", PART.id[:8], "--reason", "twice")
    assert atodds("undo", PART.id[:8], "--reason", "no, once").exit_code == 0
    assert atodds("sheet").stdout == before
    assert "twice" in atodds("show", PART.id[:8]).stdout


ONE, OTHER = sorted((WHOLE.id, AT_LEAST.id))


def test_two_claims_are_judged_shown_and_taken_back(atodds: Atodds) -> None:
    done = atodds("same", OTHER[:8], ONE[:8], "--reason", "one raid")
    assert done.exit_code == 0
    assert done.stdout.startswith(f"claims {ONE[:10]} and {OTHER[:10]}: same, by ana on ")
    atodds("different", ONE[:8], PART.id[:8], "--reason", "another village")
    for one, other in ((ONE, OTHER), (OTHER, ONE)):
        shown = atodds("show", one[:8]).stdout
        assert f"with {other[:10]}: same, by ana on " in shown
        assert "one raid" in shown
        assert "same: " in atodds("show", one[:8], "--history").stdout
    undone = atodds("undo", ONE[:8], "--reason", "the same village")
    assert undone.stdout.startswith(f"claims {min(ONE, PART.id)[:10]} and {max(ONE, PART.id)[:10]}: undo ")
    assert atodds("same", ONE[:8], OTHER[:8], "--reason", "again").exit_code == 2
    assert atodds("unsure", ONE[:8], OTHER[:8], "--reason", "no village is named").exit_code == 0
    lines = [msgspec.json.decode(line) for line in atodds("export").stdout.splitlines()]
    assert sorted(line["act"] for line in lines if line["type"] == "decision") == ["different", "same", "undo", "unsure"]
    assert atodds("verify").exit_code == 0


def test_undo_takes_back_the_decision_named_whether_on_a_claim_or_a_pair(atodds: Atodds) -> None:
    atodds("same", ONE[:8], OTHER[:8], "--reason", "one raid")
    atodds("reject", ONE[:8], "--reason", "a bus number")
    lines = [msgspec.json.decode(line) for line in atodds("export").stdout.splitlines()]
    made = {line["act"]: line["id"] for line in lines if line["type"] == "decision"}
    assert atodds("undo", ONE[:8], "--decision", made["same"][:12], "--reason", "two raids").exit_code == 0
    assert "This claim stands rejected." in atodds("show", ONE[:8]).stdout
    assert atodds("undo", ONE[:8], "--reason", "no number").stdout.startswith(f"claim {ONE[:10]}: undo ")
    assert atodds("undo", OTHER[:8], "--reason", "nothing stands").exit_code == 2


@pytest.mark.parametrize(
    "words",
    [
        ["same", PART.id[:8], PART.id[:8], "--reason", "why"],
        ["same", PART.id[:8], WHOLE.id[:8], "--reason", " "],
        ["different", PART.id[:8], "zz", "--reason", "why"],
        ["undo", PART.id[:8], "--decision", "zz", "--reason", "why"],
        ["reject", PART.id[:8], "--reason", "  "],
        ["reject", "zz", "--reason", "why"],
        ["undo", PART.id[:8], "--reason", "nothing was decided"],
        ["correct", PART.id[:8], "--field", "quote", "--value", "x", "--reason", "why"],
        ["correct", PART.id[:8], "--field", "figure.low", "--value", "many", "--reason", "why"],
    ],
)
def test_what_cannot_be_decided_is_one_line(atodds: Atodds, words: list[str]) -> None:
    failed = atodds(*words)
    assert failed.exit_code == 2
    assert failed.stderr.startswith("atodds: ")
    assert failed.stderr.count("\n") == 1


def test_a_sound_ledger_and_a_broken_one(atodds: Atodds) -> None:
    sound = atodds("verify")
    assert sound.exit_code == 0
    assert sound.stdout.startswith("sound: 3 entries, 2 documents, 5 claims\nhead: 3 ")
    assert atodds("rebuild").stdout == "rebuilt from 3 entries\n"
    assert atodds("verify").stdout == sound.stdout


def test_an_act_a_charge_and_a_statement_are_decided_on_like_a_figure(atodds: Atodds) -> None:
    """Whatever is claimed can be corrected, rejected and taken back, and is found by its corrected value."""
    maker = herald()
    with open_ledger("invented.sqlite", create=True, actor="Ana") as book:
        book.record(maker.document, None, maker.made)
    said, act, blamed, *_ = maker.made
    for claim, field, value in (
        (act, "event.agent", "Shore League"),
        (blamed, "event.accused", "army"),
        (said, "attribution.0.speaker", "Mayor Orr"),
    ):
        assert atodds("correct", claim.id, "--field", field, "--value", value, "--reason", "as the next page says").exit_code == 0
    for claim, words in (
        (act, ("--kind", "event", "--agent", "shore")), (blamed, ("--accused", "army")),
        (said, ("--kind", "statement", "--speaker", "orr")),
    ):  # fmt: skip
        assert claim.id[:10] in atodds("claims", *words).stdout
        assert atodds("reject", claim.id, "--reason", "a caption").exit_code == 0
        assert claim.id[:10] not in atodds("claims", *words).stdout
        assert atodds("undo", claim.id, "--reason", "no caption").exit_code == 0
        assert claim.id[:10] in atodds("claims", *words).stdout
    assert atodds("verify").exit_code == 0
