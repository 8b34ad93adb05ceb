"""Decisions of a person: beside the claim, with a name and a reason, and to be taken back."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Atodds
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


@pytest.mark.parametrize(
    "words",
    [
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
