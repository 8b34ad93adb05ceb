"""CSV for a spreadsheet: typed, and nothing in it runs."""

from __future__ import annotations

import csv
import io
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.exchange.csv import COLUMNS, columns, safe, write
from tests.views.charged import herald
from tests.views.invented import courier, gazette

GAZETTE, COURIER = gazette(), courier()
RUNS = "=+-@\t\r\n\0＝＋－＠"


def rows(claims: list[Any]) -> list[dict[str, str]]:
    out = io.StringIO()
    write(claims, {maker.document.id: maker.document for maker in (GAZETTE, COURIER)}, out)
    return list(csv.DictReader(io.StringIO(out.getvalue())))


def test_columns_are_those_of_the_header_in_its_order() -> None:
    assert sorted(columns(GAZETTE.made[0], GAZETTE.document)) == sorted(COLUMNS)
    assert list(rows(GAZETTE.made)[0]) == list(COLUMNS)


def test_an_empty_ledger_still_has_a_header() -> None:
    out = io.StringIO()
    assert write([], {}, out) == 0
    assert out.getvalue() == ",".join(COLUMNS) + "\n"


def test_a_row() -> None:
    row = rows(COURIER.made)[0]
    named = {name: row[name] for name in ("low", "high", "modality", "chain", "hedge", "time_unresolved", "country", "extent", "published")}
    assert named == {
        "low": "24", "high": "", "modality": "vague", "chain": "Villagers < the Frontier Wire", "hedge": "reportedly",
        "time_unresolved": "yes", "country": "PAK", "extent": "incident", "published": "",
    }  # fmt: skip
    assert rows(GAZETTE.made)[0]["quote"] == GAZETTE.made[0].quote


def test_a_row_of_every_kind() -> None:
    """An event by whom and to whom, a charge by whom it accuses, a statement by its voice; each with what a list says of the place."""
    maker = herald()
    cells = [columns(claim, maker.document) for claim in maker.made]
    _, act, blamed, _, _, quoted = ({name: value for name, value in each.items() if value is not None} for each in cells)
    assert {name: act[name] for name in ("event_type", "event_mode", "event_agent", "event_recipient")} == {
        "event_type": "ASSAULT", "event_mode": "destroy", "event_agent": "Gunmen", "event_recipient": "ferry",
    }  # fmt: skip
    assert (act["within"], act["cue"]) == (maker.made[0].id, "said")
    assert [act[name] for name in ("place", "place_name", "admin1", "geoname", "lat", "place_precision")] == [
        "Port Ansel", "Port Ansel", "Balochistan", 17, 25.5, "town",
    ]  # fmt: skip
    assert (blamed["accused"], blamed["stance"]) == ("the Ridge Army", "blames")
    assert (quoted["speaker"], quoted["speaker_actor"]) == ("she", "mayor")


@pytest.mark.parametrize("mark", list(RUNS))
def test_no_cell_of_a_hostile_report_runs(mark: str) -> None:
    hostile = msgspec.structs.replace(GAZETTE.made[0], quote=f"{mark}HYPERLINK(0)", hedge=f"{mark}1")
    out = io.StringIO()
    write([hostile], {GAZETTE.document.id: msgspec.structs.replace(GAZETTE.document, title=f"{mark}cmd")}, out)
    assert f"'{mark}HYPERLINK(0)" in out.getvalue()
    assert f"'{mark}1" in out.getvalue()
    assert f"'{mark}cmd" in out.getvalue()


@given(st.text())
def test_no_text_begins_with_what_a_spreadsheet_runs(text: str) -> None:
    cell = safe(text)
    assert isinstance(cell, str)
    assert cell[:1] not in tuple(RUNS)
    assert cell in (text, f"'{text}")


@given(st.one_of(st.integers(), st.floats(allow_nan=False), st.none()))
def test_numbers_stay_numbers(number: float | None) -> None:
    assert safe(number) is number
