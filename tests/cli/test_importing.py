"""Importing a recorder's table: into the ledger, or straight through."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Atodds
from tests.exchange.coded import GED, table

HILLS = "day,village,killed_min,killed_max\n2011-03-04,Kesta,4,7\n2011-03-09,Port Ansel,12,\n"
MAP = '[time]\nstart = "day"\n[place]\nname = "village"\n[[figures]]\nlow = "killed_min"\nhigh = "killed_max"\n'


@pytest.fixture
def hills(tmp_path: Path) -> Path:
    (tmp_path / "hills.csv").write_text(HILLS, encoding="utf-8")
    (tmp_path / "hills.toml").write_text(MAP, encoding="utf-8")
    return tmp_path / "hills.csv"


def test_a_table_becomes_claims_of_its_recorder_once(atodds: Atodds, hills: Path) -> None:
    words = ("import", "--as", "Hill Watch", "hills.csv", "--map", "hills.toml")
    done = atodds(*words)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "1 read, 0 unchanged, 0 problems\n2 claims found\n", "")
    before = atodds("export").stdout
    assert atodds(*words).stdout.startswith("0 read, 1 unchanged, 0 problems\n")
    assert atodds("export").stdout == before
    shown = atodds("show", "hills.csv").stdout
    assert "outlet   Hill Watch\n" in shown
    assert "4 to 7 people killed · Kesta · 2011-03-04 · one incident\n    said by  report's own voice: Hill Watch\n" in shown
    assert '    quote    "2011-03-04,Kesta,4,7"\n' in shown
    assert atodds("verify").exit_code == 0


def test_a_claim_of_a_table_is_shown_in_its_row_with_the_cells_of_its_place(atodds: Atodds, hills: Path) -> None:
    hills.write_text("day,village,killed_min,killed_max,land\n2011-03-04,Kesta,4,7,Mali\n2011-03-09,Kesta,1,1,Mali\n", encoding="utf-8")
    hills.with_name("hills.toml").write_text(MAP.replace('"village"\n', '"village"\ncountry = "land"\n'), encoding="utf-8")
    atodds("import", "--as", "Hill Watch", "hills.csv", "--map", "hills.toml")
    (id,) = [line["id"] for line in map(json.loads, atodds("export").stdout.splitlines()) if line.get("start") == 39]
    shown = atodds("show", id).stdout
    assert "\nIn its row\n  [[2011-03-04,Kesta,4,7,Mali]]\n" in shown
    assert "  scope.place.country   MLI" in shown
    assert "“Mali”" in shown
    assert "\n  table_range: Two columns of a table hold the least" in shown
    hills.with_name("hills.toml").write_text(MAP.replace('"village"\n', '"village"\ncountry = { value = "MLI" }\n'), encoding="utf-8")
    atodds("import", "--as", "Hill Watch", "hills.csv", "--map", "hills.toml")
    assert "(the map of the table)" in atodds("show", id).stdout


def test_a_cell_that_cannot_be_read_is_one_line_and_the_run_goes_on(atodds: Atodds, hills: Path) -> None:
    hills.write_text(HILLS + "2011-03-10,Kesta,9,3\n2011-03-11,Kesta,1,1\n", encoding="utf-8")
    done = atodds("import", "--as", "Hill Watch", "hills.csv", "--map", "hills.toml")
    assert done.exit_code == 1
    assert done.stdout == "1 read, 0 unchanged, 1 problems\n3 claims found\n"
    assert done.stderr == "hills.csv, row 4, column killed_min: 9 at least and 3 at most cannot both be meant\n"
    assert "row 4, column killed_min" in " ".join(atodds("documents").stdout.split())


def test_a_known_data_set_needs_no_map(atodds: Atodds, tmp_path: Path) -> None:
    (tmp_path / "ged.csv").write_bytes(table(GED))
    assert atodds("import", "--as", "UCDP", "ged.csv").exit_code == 0
    assert "“Ridge Army” killed" in atodds("show", "ged.csv").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["hills.csv"], "Missing option '--as'"),
        (["--as", " ", "hills.csv"], "--as is empty"),
        (["--as", "X", "nowhere.csv"], "there is no file or folder nowhere.csv"),
        (["--as", "X", "hills.csv"], "hills.csv: not a table that is known by its columns; say with --map"),
        (["--as", "X", "hills.csv", "--map", "none.toml"], "the map none.toml cannot be read"),
        (["--as", "X", "hills.csv", "--map", "hills.csv"], "hills.csv: not TOML"),
        (["--as", "X", "report.txt", "--map", "hills.toml"], "report.txt is no table; import takes CSV; `atodds read` reads reports"),
    ],
)
def test_a_wrong_use_says_what_to_do_and_makes_no_ledger(atodds: Atodds, hills: Path, words: list[str], said: str) -> None:
    hills.with_name("report.txt").write_text("Ten died.", encoding="utf-8")
    done = atodds("import", *words)
    assert done.exit_code == 2
    assert done.stderr.startswith(f"atodds: {said}")
    assert len(done.stderr.splitlines()) == 1
    assert not Path("invented.sqlite").exists()


def test_bytes_that_are_no_table_are_a_problem_of_that_file(atodds: Atodds, hills: Path) -> None:
    hills.with_name("book.csv").write_bytes(b"PK\x03\x04 a workbook")
    done = atodds("import", "--as", "X", "book.csv", "hills.csv", "--map", "hills.toml")
    assert done.exit_code == 1
    assert done.stdout.startswith("1 read, 0 unchanged, 1 problems\n")
    assert done.stderr == "book.csv: a workbook, not CSV; save its sheet as CSV (UTF-8)\n"


def test_extract_prints_the_same_claims_without_a_ledger(atodds: Atodds, hills: Path) -> None:
    printed = atodds("extract", "hills.csv", "--as", "Hill Watch", "--map", "hills.toml")
    assert printed.exit_code == 0
    assert not Path("invented.sqlite").exists()
    atodds("import", "--as", "Hill Watch", "hills.csv", "--map", "hills.toml")
    held = [line for line in map(json.loads, atodds("export").stdout.splitlines()) if line["type"] == "claim"]
    assert sorted(map(json.loads, printed.stdout.splitlines()), key=lambda each: each["start"]) == held
    assert atodds("extract", "hills.csv", "--map", "hills.toml").exit_code == 2


def test_the_numbers_of_a_table_are_not_read_as_a_report(atodds: Atodds, hills: Path) -> None:
    """The id of a village and the year of a row are no unread casualties."""
    atodds("import", "--as", "Hill Watch", "hills.csv", "--map", "hills.toml")
    assert "2011" not in atodds("show", "hills.csv", "--unread").stdout


def test_the_rules_of_tables_are_listed(atodds: Atodds) -> None:
    assert "\ntable_range\n" in atodds("rules").stdout
