"""The page of the claim record: every field with its type, and every reading in its tables, is what the program does."""

from __future__ import annotations

import re
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
import pytest

from atodds.language.pipeline import load as pipeline
from atodds.ledger.decisions import Decision
from atodds.model.claim import Claim, Event, Extract, Scope
from atodds.model.dispute import Agreement, Dispute, Step
from atodds.model.figure import Category, Figure
from atodds.model.ids import text_digest
from atodds.model.incident import Incident, Pair
from atodds.model.origin import Revision
from atodds.model.source import Link
from atodds.model.text import Document
from atodds.model.when import When
from atodds.model.where import Place
from atodds.pipeline import claims_of
from atodds.vocab import load
from tests.docs.pages import page

PAGE = page("claim.md")
RECORDS: dict[str, type[msgspec.Struct]] = {
    "claim": Claim, "sentence": Extract, "link": Link, "figure": Figure, "scope": Scope, "time": When, "place": Place, "event": Event,
    "document": Document, "decision": Decision, "incident": Incident, "pair": Pair, "revision": Revision, "dispute": Dispute,
    "step": Step, "agreement": Agreement,
}  # fmt: skip
NAMES = {record: name for name, record in RECORDS.items()}
PLAIN = {str: "text", int: "whole number", float: "number", bool: "true or false", date: "day", Any: "any"}
# Lines of an export; the tag is no field of the record.
TAGGED = ("claim", "document", "decision", "incident", "pair", "revision", "dispute", "agreement")

Row = list[str]


def tables(section: str) -> list[list[Row]]:
    """The tables under a heading, up to the next, each without its head."""
    body = re.search(rf"^#+ {re.escape(section)}\n(.*?)(?=^#|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert body is not None, f"no section {section}"
    found = re.findall(r"(?:^\|.*\|\n)+", body[1], re.MULTILINE)
    return [[[cell.strip() for cell in line.strip("|\n").split("|")] for line in table.splitlines()[2:]] for table in found]


def plain(cell: str) -> str | None:
    return None if cell == "null" else cell.strip("`")


def described(annotation: Any) -> str:
    """A type as the page writes it: what a field holds when it holds something."""
    origin, parts = get_origin(annotation), [each for each in get_args(annotation) if each is not NoneType]
    if origin in (Union, UnionType):
        return described(float if set(parts) == {int, float} else parts[0])
    if annotation == Category:
        return " ".join(f"`{value}`" for value in parts)
    if origin is Literal:
        return " ".join(f"`{value}`" for value in parts)
    if origin is dict:
        return "object of spans"
    if origin is tuple:
        return "list of categories" if parts[0] == Category else f"list of {described(parts[0])}"
    if annotation in NAMES:
        return f"[{NAMES[annotation]}](#{NAMES[annotation]})"
    return PLAIN[annotation]


@pytest.mark.parametrize("name", RECORDS)
def test_every_field_is_documented_with_its_type(name: str) -> None:
    record, rows = RECORDS[name], tables(f"`{name}`")[0]
    hints = get_type_hints(record)
    wanted = {field.encode_name: described(hints[field.name]) for field in msgspec.structs.fields(record)}
    if name in TAGGED:
        wanted = {"type": "text", **wanted}
    assert {plain(row[0]): row[1] for row in rows} == wanted
    assert [plain(row[0]) for row in rows] == list(wanted), "in the order of the record"


@pytest.mark.parametrize("name", RECORDS)
def test_what_a_missing_field_means_is_said_where_it_can_be_missing(name: str) -> None:
    may = {field.encode_name: not field.required for field in msgspec.structs.fields(RECORDS[name])}
    for field, _, absent, meaning in tables(f"`{name}`")[0]:
        assert meaning, field
        assert bool(absent) is may.get(str(plain(field)), False), field


def first(sentence: str, published: date | None = None) -> Claim:
    document = Document(id="x", text=sentence, sha256=text_digest(sentence), language="en", published=published)
    found = claims_of(document, pipeline())
    return next((each for each in found if each.kind == "figure"), found[0])


@pytest.mark.parametrize("row", tables("How words become bounds")[0], ids=lambda row: row[0])
def test_words_become_these_bounds(row: Row) -> None:
    figure = first(row[0]).figure
    assert figure is not None
    assert [None if each is None else str(each) for each in (figure.low, figure.high)] == [plain(row[1]), plain(row[2])]
    assert figure.modality == plain(row[3])


def test_every_modality_has_a_sentence() -> None:
    assert {plain(row[3]) for row in tables("How words become bounds")[0]} == set(get_args(get_type_hints(Figure)["modality"]))


def test_the_vague_words_are_those_of_the_vocabulary() -> None:
    assert {row[0]: int(row[1]) for row in tables("How words become bounds")[1]} == load("numbers")["vague"]


@pytest.mark.parametrize("row", tables("`time`")[1], ids=lambda row: f"{row[0]} {row[1]}")
def test_words_become_these_days(row: Row) -> None:
    scope = first(row[0], None if row[1] == "-" else date.fromisoformat(row[1])).scope
    assert scope is not None
    assert scope.time is not None
    days = [None if each is None else each.isoformat() for each in (scope.time.earliest, scope.time.latest)]
    assert days == [plain(row[2]), plain(row[3])]
    assert (scope.time.precision, str(scope.time.unresolved).lower()) == (plain(row[4]), row[5])


@pytest.mark.parametrize("row", tables("Stance and author")[0], ids=lambda row: row[0])
def test_sentences_have_these_stances(row: Row) -> None:
    assert first(row[0]).stance == plain(row[1])


def test_every_stance_has_a_sentence() -> None:
    assert {plain(row[1]) for row in tables("Stance and author")[0]} == set(get_args(get_type_hints(Claim)["stance"]))
