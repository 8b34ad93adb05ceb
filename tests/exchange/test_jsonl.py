"""JSON lines hold all of a ledger, and lead back to the same records."""

from __future__ import annotations

import io
from pathlib import Path

import msgspec
import pytest

from atodds.errors import UsageError
from atodds.exchange.files import writing
from atodds.exchange.jsonl import claim_line, document_line, ledger_lines, reading_lines, write
from atodds.ledger.ledger import open_ledger
from atodds.model.claim import Claim
from atodds.model.text import Document
from atodds.pipeline import kept
from tests.views.invented import courier, gazette

GAZETTE, COURIER = gazette(), courier()
ORDER = ("type", "id", "document", "kind", "quote", "start", "end", "spans", "sentence", "attribution", "stance", "author", "hedge",
         "figure", "event", "scope", "part_of", "within", "rule", "review")  # fmt: skip


@pytest.mark.parametrize("claim", [*GAZETTE.made, *COURIER.made], ids=lambda claim: claim.quote[:12])
def test_a_claim_comes_back_as_it_was(claim: Claim) -> None:
    line = claim_line(claim)
    assert line.endswith(b"}\n")
    assert line.count(b"\n") == 1
    assert msgspec.json.decode(line, type=Claim) == claim


def test_fields_stand_in_the_order_of_the_record_and_only_where_they_say_something() -> None:
    found = list(msgspec.json.decode(claim_line(COURIER.made[0])))
    assert found == [name for name in ORDER if name in found]
    assert "review" not in found
    assert msgspec.json.decode(claim_line(GAZETTE.made[0]))["figure"]["unit"] == "people"


def test_a_document_line_names_its_type_and_holds_its_text() -> None:
    line = msgspec.json.decode(document_line(GAZETTE.document))
    assert line["type"] == "document"
    assert (line["text"], line["published"], line["outlet"]) == (GAZETTE.document.text, "2013-11-04", "Hillside Gazette")
    assert msgspec.convert(line, Document) == GAZETTE.document


def test_a_ledger_is_documents_then_claims_as_found_then_decisions(tmp_path: Path) -> None:
    claim = GAZETTE.made[0]
    with open_ledger(tmp_path / "a.sqlite", create=True, actor="ana") as book:
        book.record(GAZETTE.document, None, GAZETTE.made)
        for act, more in (("correct", {"field": "figure.low", "value": 10}), ("reject", {})):
            book.decide(claim.id, act, reason="as printed", seen=book.claim(claim.id).version, **more)  # type: ignore[arg-type]
        pair = book.pair(claim.id, GAZETTE.made[1].id)
        book.judge(pair.one, pair.other, "different", "two raids", pair.version)
        out = io.BytesIO()
        assert write(ledger_lines(book), out) == 1 + len(GAZETTE.made) + 3
    found = [msgspec.json.decode(line) for line in out.getvalue().splitlines()]
    assert [line["type"] for line in found] == ["document", *["claim"] * len(GAZETTE.made), *["decision"] * 3]
    assert found[1]["figure"]["low"] == 12
    assert (found[-1]["act"], found[-1]["claim"], found[-1]["other"]) == ("different", pair.one, pair.other)
    assert [(line["act"], line["claim"], line["actor"]) for line in found[-3:-1]] == [
        ("correct", claim.id, "ana"),
        ("reject", claim.id, "ana"),
    ]


def test_behind_them_stand_incidents_pairs_and_disputes_as_people_decided(tmp_path: Path) -> None:
    whole, part = (claim.id for claim in GAZETTE.made[2:4])
    with open_ledger(tmp_path / "a.sqlite", create=True, actor="ana") as book:
        for maker in (GAZETTE, COURIER):
            book.record(maker.document, None, maker.made)
        before = [msgspec.json.decode(line) for line in reading_lines(kept(book).compared())]
        assert any(line["type"] == "incident" and {whole, part} <= set(line["claims"]) for line in before)
        pair = book.pair(whole, part)
        made = book.judge(pair.one, pair.other, "different", "two raids", pair.version)
        found = [msgspec.json.decode(line) for line in reading_lines(kept(book).compared())]
    assert {"incident", "pair"} <= {line["type"] for line in found} <= {"incident", "pair", "revision", "dispute", "agreement"}
    assert [line["reason"] for line in found if line["type"] == "pair" and line.get("decided") == made.id] == ["two raids"]
    assert not any({whole, part} <= set(line["claims"]) for line in found if line["type"] == "incident")


def test_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_bytes(b"before\n")

    def broken() -> None:
        with writing(str(target), io.BytesIO()) as out:
            out.write(b"half")
            raise RuntimeError("the disk is gone")

    with pytest.raises(RuntimeError):
        broken()
    assert target.read_bytes() == b"before\n"
    with writing(str(target), io.BytesIO()) as out:
        out.write(b"after\n")
    assert target.read_bytes() == b"after\n"
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]
    assert target.stat().st_mode & 0o077 == 0


def test_a_file_that_cannot_be_written_is_the_callers_mistake(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"), writing(str(tmp_path / "no" / "out"), io.BytesIO()):
        pass
