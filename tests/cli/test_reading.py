"""Reading reports: into the ledger, or straight through; what could not be read or understood is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import atodds.pipeline as pipeline
from atodds.language.pipeline import load
from atodds.model.claim import Claim
from atodds.model.text import Document, Problem
from atodds.read.documents import Overrides
from tests.cli.conftest import Atodds

REPORT = "RIVER POST\n\nSeven villagers were killed in the valley on Thursday, the governor said.\n\nThe road is 40 km long.\n"
GERMAN = (
    "Die Regierung hat am Donnerstag erklärt, dass bei dem Angriff auf das Dorf sieben Menschen ums Leben gekommen sind"
    " und viele verletzt wurden.\n"
)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "river.txt").write_text(REPORT, encoding="utf-8")
    (folder / "again.txt").write_text(REPORT.replace("Seven", "Eight"), encoding="utf-8")
    return folder


def test_reading_twice_adds_nothing(atodds: Atodds, reports: Path) -> None:
    first = atodds("read", str(reports))
    assert first.exit_code == 0
    assert first.stdout.startswith("2 read, 0 unchanged, 0 with problems\n4 claims and 2 statements found; 2 numbers no rule understood")
    before = atodds("export").stdout
    assert atodds("read", str(reports)).stdout.startswith("0 read, 2 unchanged, 0 with problems\n")
    assert atodds("export").stdout == before


def test_documents_without_a_date_are_named_and_a_date_given_is_kept(atodds: Atodds, reports: Path) -> None:
    undated = atodds("read", str(reports)).stdout
    assert f"relative dates stay open in 2 documents ({reports}/again.txt, {reports}/river.txt)" in undated
    dated = atodds("read", str(reports / "river.txt"), "--published", "2012-05-04", "--outlet", "River Post", "--title", "Valley")
    assert "relative dates" not in dated.stdout
    shown = atodds("show", "river.txt").stdout
    assert "outlet   River Post\ntitle    Valley\ndate     2012-05-04\n" in shown
    assert "7 civilians killed" in shown
    assert "2012-05-03" in shown


def test_a_problem_is_one_line_and_the_run_goes_on(atodds: Atodds, reports: Path) -> None:
    (reports / "empty.txt").write_bytes(b"")
    (reports / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    done = atodds("read", str(reports))
    assert done.exit_code == 1
    assert done.stdout.startswith("2 read, 0 unchanged, 2 with problems\n")
    lines = done.stderr.splitlines()
    assert [line.split(":")[0] for line in lines] == [f"{reports}/broken.pdf", f"{reports}/empty.txt"]
    listed = atodds("documents").stdout
    assert listed.count("problem at stage parse: ") == 2


def test_a_wrong_path_or_day_is_the_callers_mistake(atodds: Atodds, reports: Path) -> None:
    assert atodds("read", "nowhere").exit_code == 2
    assert atodds("read", str(reports), "--published", "May").stderr == "atodds: --published 'May' is not a day; write it as 2013-11-04\n"
    assert not Path("invented.sqlite").exists()


def test_another_language_is_kept_and_marked_but_not_read(atodds: Atodds, tmp_path: Path) -> None:
    (tmp_path / "dorf.txt").write_text(GERMAN, encoding="utf-8")
    done = atodds("read", "dorf.txt")
    assert "not in English: kept, no claims read in 1 document (dorf.txt)" in done.stdout
    assert "0 claims and 0 statements found" in done.stdout
    assert "language de" in atodds("show", "dorf.txt").stdout


def test_extract_prints_claims_and_nothing_else(atodds: Atodds, reports: Path) -> None:
    (reports / "empty.txt").write_bytes(b"")
    done = atodds("extract", "--format", "jsonl", str(reports))
    assert done.exit_code == 0
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert {line["type"] for line in found} == {"claim"}
    assert sorted(line["figure"]["low"] for line in found if line["kind"] == "figure") == [7, 8]
    assert done.stderr.count("\n") == 1
    assert not Path("invented.sqlite").exists()


def test_extract_takes_documents_from_standard_input_with_their_ids(atodds: Atodds) -> None:
    lines = [json.dumps({"id": f"r{number}", "text": REPORT, "published": "2012-05-04"}) for number in (1, 2)]
    done = atodds("extract", "-", stdin="\n".join(lines))
    found = [line for line in map(json.loads, done.stdout.splitlines()) if line["kind"] == "figure"]
    assert [line["document"] for line in found] == ["r1", "r2"]
    assert {REPORT[line["start"] : line["end"]] == line["quote"] for line in found} == {True}
    assert found[0]["id"] == found[1]["id"], "the same words in the same text are the same claim"


def test_text_is_what_spans_point_into(atodds: Atodds, reports: Path) -> None:
    texts = {line["id"]: line["text"] for line in map(json.loads, atodds("text", str(reports)).stdout.splitlines())}
    for line in map(json.loads, atodds("extract", str(reports)).stdout.splitlines()):
        assert texts[line["document"]][line["start"] : line["end"]] == line["quote"]


def test_unread_words_are_shown(atodds: Atodds, reports: Path) -> None:
    atodds("read", str(reports))
    shown = atodds("show", "river.txt", "--unread").stdout
    assert "In no claim: numbers 1, casualty words 0" in shown
    assert "The road is 40 km long." in shown


def failing(document: Document, sentences: object) -> list[Claim]:
    if "Eight" in document.text:
        raise ZeroDivisionError("a fault of ours")
    return []


def test_a_document_on_which_a_rule_fails_is_a_problem_and_kept(atodds: Atodds, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "claims", failing)
    done = atodds("read", str(reports))
    assert done.exit_code == 1
    assert done.stdout.startswith("2 read, 0 unchanged, 1 with problems\n")
    assert "again.txt: no claims could be extracted (ZeroDivisionError: a fault of ours)\n" in done.stderr
    monkeypatch.undo()


def test_control_c_is_not_a_problem_of_a_document(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(document: Document, sentences: object) -> list[Claim]:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "claims", interrupted)
    with pytest.raises(KeyboardInterrupt):
        list(pipeline.extract([str(reports)], Overrides(), load()))


def test_a_document_that_the_ledger_cannot_hold_is_a_problem_of_that_document(atodds: Atodds) -> None:
    lines = [json.dumps({"id": identity, "text": REPORT}) for identity in ("bad\u0000id", "good")]
    done = atodds("read", "-", stdin="\n".join(lines))
    assert done.exit_code == 1
    assert done.stdout.startswith("1 read, 0 unchanged, 1 with problems\n")


def test_documents_come_one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten thousand documents must not stand in memory, and a pipe must see the first before the last is read."""
    opened: list[int] = []

    def found(paths: object, overrides: object) -> object:
        for number in range(3):
            opened.append(number)
            yield Problem(document=str(number), stage="open", message="no")

    monkeypatch.setattr(pipeline, "read", found)
    assert next(pipeline.extract([], Overrides(), load())) == Problem(document="0", stage="open", message="no")
    assert opened == [0]
