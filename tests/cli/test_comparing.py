"""Who says how many, from a ledger and from reports that are read now and kept nowhere."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from xml.etree import ElementTree

import msgspec
import pytest

from tests.cli.conftest import Atodds
from tests.views.invented import courier, gazette

REJECTED, AT_LEAST, WHOLE, PART = gazette().made
QUESTION = "civilians killed by drones in Pakistan"


@pytest.mark.usefixtures("ledger")
def test_words_are_answered_from_the_ledger(atodds: Atodds) -> None:
    shown = atodds("compare", QUESTION)
    assert shown.exit_code == 0
    assert "How many civilians were killed by drone strikes in Pakistan?" in shown.stdout
    assert "[1]  The ministry: 12" in shown.stdout
    assert "Hill Watch (a group of lawyers): at least 90" in " ".join(re.sub("[·├─►]", "", shown.stdout).split())
    assert f"claim {AT_LEAST.id[:10]}" in shown.stdout
    assert "ledger head " in shown.stdout
    assert "\x1b" not in shown.stdout
    assert max(map(len, shown.stdout.splitlines())) <= 80


@pytest.mark.usefixtures("ledger")
def test_what_was_not_understood_is_said(atodds: Atodds) -> None:
    assert "Not understood: “allegedly innocent”" in atodds("compare", f"allegedly innocent {QUESTION}").stdout


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize("id", [AT_LEAST.id, AT_LEAST.id[:10]])
def test_an_id_is_answered_by_what_its_scope_meets(atodds: Atodds, id: str) -> None:
    assert "The ministry: 12" in atodds("compare", id).stdout


@pytest.mark.usefixtures("ledger")
def test_a_rejected_claim_is_no_lane(atodds: Atodds) -> None:
    atodds("reject", AT_LEAST.id, "--reason", "a slip")
    assert "Hill Watch" not in atodds("compare", QUESTION).stdout


@pytest.mark.usefixtures("ledger")
def test_the_picture_is_written_beside_the_text(atodds: Atodds, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1383609600")
    shown = atodds("compare", QUESTION, "--svg", "drones.svg", "--width", "400")
    assert shown.exit_code == 0
    picture = (tmp_path / "drones.svg").read_text(encoding="utf-8")
    assert ElementTree.fromstring(picture).attrib["width"] == "400"
    assert "2013-11-05" in shown.stdout
    assert "2013-11-05" in picture
    assert REJECTED.id[:10] in picture


@pytest.mark.usefixtures("ledger")
def test_csv_and_json_have_every_lane(atodds: Atodds) -> None:
    rows = list(csv.DictReader(io.StringIO(atodds("compare", QUESTION, "--format", "csv").stdout)))
    lines = [msgspec.json.decode(line) for line in atodds("compare", QUESTION, "--format", "jsonl").stdout.splitlines()]
    assert [each["type"] for each in lines] == ["comparison", *["lane"] * len(rows), "odds"]  # at least 90 against 12
    assert [each["claim"] for each in lines if each["type"] == "lane"] == [row["claim"] for row in rows]
    assert [row["at_odds"] for row in rows if row["comparable"] == "yes"] == ["A", "A"]
    assert [row["speaker"] for row in rows if row["comparable"] == "yes"][:2] == ["The ministry", "Hill Watch (a group of lawyers)"]


# What is asked -> what the error says, and what to do.
MISTAKES = [
    (["xyzzy"], "nothing of 'xyzzy' was understood"),
    (["12345678"], "12345678 is the beginning of no claim"),
    ([QUESTION, "--svg", "a.svg", "--width", "100"], "--width 100 is too narrow"),
    # words without quotation marks are taken for files
    (["civilians", "killed"], "a question of several words stands in quotation marks"),
]


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize(("words", "message"), MISTAKES)
def test_mistakes_are_one_line_with_what_to_do(atodds: Atodds, words: list[str], message: str) -> None:
    failed = atodds("compare", *words)
    assert failed.exit_code == 2
    assert message in failed.stderr
    assert failed.stderr.count("\n") == 1


@pytest.mark.usefixtures("ledger")
def test_no_answer_is_said(atodds: Atodds) -> None:
    shown = atodds("compare", "soldiers abducted in Chad in 1998")
    assert shown.exit_code == 0
    assert "no claim answers this" in shown.stderr


@pytest.mark.usefixtures("ledger")
def test_what_cannot_all_be_true_is_told_with_its_sentence(atodds: Atodds) -> None:
    shown = " ".join(atodds("compare", QUESTION).stdout.split())
    assert "1 at odds (A)" in shown
    assert "A 1 and 2 are at odds, if something is granted: at least 90 civilians" in shown


def test_an_act_is_answered_by_the_figures_of_its_incident(atodds: Atodds, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A drone strike killed 12 people in Miranshah on 3 May 2012, officials said.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("A drone strike killed nine people in Miranshah on 3 May 2012, Hill Watch said.", encoding="utf-8")
    found = [msgspec.json.decode(line) for line in atodds("extract", "a.txt", "b.txt").stdout.splitlines()]
    act = next(each["id"] for each in found if each["kind"] == "event")
    shown = atodds("compare", act, "a.txt", "b.txt").stdout
    assert "officials: 12" in shown
    assert "Hill Watch: 9" in shown


def test_reports_are_read_without_a_ledger(atodds: Atodds, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ministry said that 12 people were killed in Kabul on 3 May 2012.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Hill Watch said that at least 30 people were killed in Kabul on 3 May 2012.", encoding="utf-8")
    shown = atodds("compare", "people killed in Kabul 2012", "a.txt", "b.txt")
    assert shown.exit_code == 0
    assert "The ministry: 12" in shown.stdout
    assert "Hill Watch: at least 30" in shown.stdout
    assert "2 reports, no ledger" in shown.stdout
    assert not (tmp_path / "invented.sqlite").exists()


def test_an_id_asks_among_the_reports_that_are_named(atodds: Atodds, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ministry said that 12 people were killed in Kabul on 3 May 2012.", encoding="utf-8")
    found = [msgspec.json.decode(line) for line in atodds("extract", "a.txt").stdout.splitlines()]
    figure = next(each["id"] for each in found if each["kind"] == "figure")
    assert "The ministry: 12" in atodds("compare", figure[:12], "a.txt").stdout
    assert "is the beginning of no claim" in atodds("compare", courier().made[0].id, "a.txt").stderr
