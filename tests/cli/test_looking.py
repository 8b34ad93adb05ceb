"""Looking into a ledger: claims, one claim, one document, the sheet."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import msgspec
import pytest

from atodds.extract.rules import ALL_RULES
from tests.cli.conftest import Atodds
from tests.views.invented import GAZETTE, courier, gazette

SHEET = Path(__file__).parents[1] / "views" / "sheet.txt"
REJECTED, AT_LEAST, WHOLE, PART = gazette().made

pytestmark = pytest.mark.usefixtures("ledger")


def lines(text: str) -> list[dict[str, object]]:
    return [msgspec.json.decode(line) for line in text.splitlines()]


def test_the_table_shows_every_claim_at_a_hundred_columns(atodds: Atodds) -> None:
    shown = atodds("claims")
    assert shown.exit_code == 0
    assert max(map(len, shown.stdout.splitlines())) <= 100
    assert "\x1b" not in shown.stdout
    for claim in (*gazette().made, *courier().made):
        assert f"\n{claim.id[:10]}  " in shown.stdout
    assert shown.stdout.splitlines()[0].split() == ["id", "claim", "what", "who", "when", "where"]


@pytest.mark.parametrize(
    ("asked", "quotes"),
    [
        (["--category", "civilian"], [REJECTED.quote, AT_LEAST.quote]),
        (["--category", "child", "--measure", "killed"], [PART.quote]),
        (["--measure", "wounded"], []),
        (["--speaker", "hill watch"], [AT_LEAST.quote]),
        # someone further out in the chain
        (["--voice", "frontier"], [courier().made[0].quote]),
        (["--place", "pak", "--author", "rejects"], [REJECTED.quote]),
        (["--from", "2012-05", "--to", "2012-05"], [REJECTED.quote, WHOLE.quote, PART.quote]),
        (["--means", "raid", "--document", "gazette.txt"], [WHOLE.quote, PART.quote]),
        (["--rejected"], []),
    ],
)
def test_filters(atodds: Atodds, asked: list[str], quotes: list[str]) -> None:
    assert [line["quote"] for line in lines(atodds("claims", "--json", *asked).stdout)] == quotes


def test_json_and_format_json_are_the_same(atodds: Atodds) -> None:
    assert atodds("claims", "--json").stdout == atodds("claims", "--format", "json").stdout != ""


def test_csv_has_a_row_a_claim(atodds: Atodds) -> None:
    rows = list(csv.DictReader(io.StringIO(atodds("claims", "--format", "csv").stdout)))
    assert sorted(row["id"] for row in rows) == sorted(claim.id for claim in (*gazette().made, *courier().made))


def test_the_sheet(atodds: Atodds) -> None:
    assert atodds("sheet").stdout == SHEET.read_text(encoding="utf-8")


def test_the_sheet_of_one_document_and_of_a_topic(atodds: Atodds) -> None:
    assert "courier.html" not in atodds("sheet", "gazette.txt").stdout
    topic = atodds("sheet", "--topic", "pakistan civilians").stdout
    assert [line for line in topic.splitlines() if line.endswith("?")] == [
        "How many civilians were killed by drone strikes in Pakistan, 2009-2013?"
    ]
    assert topic.startswith("1 report · 2 claims · 1 question\n")


def test_a_claim_is_shown_in_its_paragraph_with_how_it_was_read(atodds: Atodds) -> None:
    shown = atodds("show", REJECTED.id[:8]).stdout
    assert "[[only 12 civilians had been killed by drones in" in shown
    assert "Pakistan since 2009]]. That count is absurd." in shown
    assert "  scope.time             2009/2013-11-04  “since 2009”\n" in shown
    assert f"claim     {REJECTED.id}\n" in shown


def test_a_document_is_shown_with_its_claims(atodds: Atodds) -> None:
    shown = atodds("show", "gazette.txt").stdout
    assert "date     2013-11-04\n" in shown
    assert [line[:4] for line in shown.splitlines() if line.startswith("[")] == ["[1] ", "[2] ", "[3] ", "[4] "]


def test_a_document_as_json_is_its_text(atodds: Atodds) -> None:
    assert [line["text"] for line in lines(atodds("show", "gazette.txt", "--json").stdout)] == [GAZETTE]


def test_history_names_who_and_what(atodds: Atodds) -> None:
    atodds("reject", PART.id[:8], "--reason", "a school class")
    first, second = atodds("show", PART.id[:8], "--history").stdout.splitlines()
    assert first.endswith("Z  ana  read: found")
    assert "Z  ana  reject: reject, by ana on " in second
    assert second.endswith("UTC: a school class")


def test_documents_are_listed(atodds: Atodds) -> None:
    shown = atodds("documents").stdout.splitlines()
    assert shown[0].split() == ["id", "published", "outlet", "title", "file", "language"]
    assert len(shown) == 3


def test_every_rule_is_listed_with_its_sentence_and_example(atodds: Atodds) -> None:
    shown = atodds("rules").stdout
    for rule in ALL_RULES:
        assert f'{rule.name}\n    {rule.doc}\n    "{rule.example}"\n' in shown


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["show", "zz"], "atodds: no claim and no document zz; `atodds documents` lists them"),
        (["claims", "--from", "May"], "atodds: --from 'May' is not a day, month or year; write it as 2013-11-04, 2013-11 or 2013"),
        (["claims", "--ledger", "none.sqlite"], "atodds: none.sqlite: no ledger here; `atodds read` makes one"),
        (["bogus"], "atodds: No such command 'bogus'; see `atodds --help`"),
        (["show"], "atodds: Missing argument 'ID'; see `atodds show --help`"),
    ],
)
def test_a_mistake_is_one_line_on_standard_error(atodds: Atodds, words: list[str], line: str) -> None:
    failed = atodds(*words)
    assert (failed.exit_code, failed.stdout, failed.stderr) == (2, "", line + "\n")


def test_a_report_cannot_steer_the_terminal(atodds: Atodds) -> None:
    from atodds.vocab.shown import folded

    assert folded("ten\x1b[2J \u202edead\x07") == "ten\ufffd[2J \ufffddead\ufffd"


def test_a_list_of_nothing_says_so(atodds: Atodds) -> None:
    done = atodds("claims", "--kind", "event", "--agent", "nobody")
    assert done.exit_code == 0
    assert done.stdout.split() == ["id", "act", "by", "upon", "who", "when", "where"]
    assert done.stderr.startswith("no claim is all of that")
