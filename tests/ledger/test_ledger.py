"""The ledger keeps documents and claims once, says what is new, and refuses what is not what it says it is."""

from __future__ import annotations

import os
import sqlite3
from datetime import date
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select
from tests.ledger.contents import change, derived
from tests.ledger.reports import Report, claim, report

from atodds.errors import BadInput, NoSuchFile, NoSuchRecord, WrongLedger
from atodds.ledger import schema
from atodds.ledger.ledger import Filter, Ledger, open_ledger, open_reader
from atodds.model.claim import Event, Kind, Scope
from atodds.model.figure import Figure
from atodds.model.ids import text_digest
from atodds.model.text import Document, Problem


def ids(found: object) -> list[str]:
    return [each.claim.id for each in found]  # type: ignore[attr-defined]


def test_a_document_comes_back_as_it_was_read(ledger: Ledger) -> None:
    one = report(1)
    done = one.into(ledger)
    assert (done.entry, done.new, done.unchanged, done.closed) == (2, 2, 0, 0)
    assert done
    assert ledger.document(one.document.id[:8]) == one.document
    assert list(ledger.documents()) == [one.document]
    assert ledger.text(one.document.id) == one.document.text
    assert ledger.stored(one.document.bytes_sha256 or "") == one.original
    assert [each.claim for each in ledger.claims()] == list(one.claims)


def test_reading_twice_adds_nothing_from_any_folder(ledger: Ledger) -> None:
    report(1).into(ledger)
    before = ledger.head()
    again = report(1, path="elsewhere/copy.txt").into(ledger)
    assert (again.entry, again.new, again.unchanged) == (None, 0, 2)
    assert not again
    assert ledger.head() == before


def test_two_documents_with_one_text_each_keep_the_claim(ledger: Ledger) -> None:
    one = report(1)
    wire = Document(id="wire-17", text=one.document.text, sha256=one.document.sha256, outlet="Hill Wire")
    one.into(ledger)
    ledger.record(wire, None, [msgspec.structs.replace(each, document="wire-17") for each in one.claims])
    assert ledger.counts().claims == 4
    seen = ledger.claim(one.claims[0].id).version
    ledger.decide(one.claims[0].id, "reject", reason="a count of last year", seen=seen)
    assert ledger.counts().rejected == 2  # one judgement on one text


def test_newer_rules_close_what_they_no_longer_find_and_open_it_again(ledger: Ledger) -> None:
    both, newer = report(1), report(1).without(0)
    both.into(ledger)
    done = newer.into(ledger)
    assert (done.new, done.unchanged, done.closed, done.adrift) == (0, 1, 1, ())
    assert ids(ledger.claims()) == [both.claims[1].id]
    assert ids(ledger.claims(Filter(current=False))) == [both.claims[0].id]
    assert ledger.claim(both.claims[0].id).current is False
    assert both.into(ledger).unchanged == 2
    assert ids(ledger.claims()) == [each.id for each in both.claims]


def test_a_closed_claim_keeps_the_text_that_it_stood_in(ledger: Ledger) -> None:
    old, text = report(1), "The valley was quiet."
    old.into(ledger)
    ledger.record(msgspec.structs.replace(old.document, text=text, sha256=text_digest(text)), old.original, [])
    held = ledger.claim(old.claims[1].id)
    assert ledger.stored(held.text_sha256).decode()[held.found.start : held.found.end] == held.found.quote
    assert list(ledger.verify()) == []


def test_another_date_of_publication_is_a_new_reading(ledger: Ledger) -> None:
    report(1).into(ledger)
    assert report(1, published=date(2013, 5, 4)).into(ledger)
    assert ledger.document(report(1).document.id).published == date(2013, 5, 4)


def test_a_history_says_who_read_and_decided_what(ledger: Ledger) -> None:
    both = report(1)
    both.into(ledger)
    both.without(0).into(ledger)
    held = ledger.claim(both.claims[0].id)
    ledger.decide(held.found.id, "reject", reason="found by an old rule", seen=held.version)
    claim_history = [(each.act, each.actor, each.note.split(",")[0]) for each in ledger.history(held.found.id[:10])]
    assert claim_history == [("read", "Ana", "found"), ("read", "Ana", "no longer found"), ("reject", "Ana", "reject")]
    assert [each.note for each in ledger.history(both.document.id)] == ["2 claims", "1 claims"]
    with pytest.raises(NoSuchRecord):
        list(ledger.history("0000"))


def test_ids_may_be_shortened_as_long_as_they_name_one(ledger: Ledger) -> None:
    for name in ("r1", "r17"):
        ledger.record(Document(id=name, text="Quiet.", sha256=text_digest("Quiet.")), None, [])
    assert ledger.document("r17").id == "r17"
    assert ledger.document("r1").id == "r1"  # a whole id before the beginnings of others
    with pytest.raises(NoSuchRecord, match="several documents"):
        ledger.document("r")
    for wrong in ("r2", "", "R1", "%"):
        with pytest.raises(NoSuchRecord, match="no document"):
            ledger.document(wrong)


def test_a_problem_is_kept_once_and_leaves_the_list_when_its_document_is_read(ledger: Ledger) -> None:
    problem = Problem(document="reports/1.txt", stage="decode", message="reports/1.txt: no text")
    assert ledger.problem(problem)
    assert not ledger.problem(problem)
    assert ledger.problems() == (problem,)
    report(2).into(ledger)
    assert ledger.problems() == (problem,)
    report(1).into(ledger)
    assert ledger.problems() == ()
    assert list(ledger.verify()) == []


def test_problems_of_a_reading_come_and_go_with_it(ledger: Ledger) -> None:
    one, partly = report(1), Problem(document="reports/1.txt", stage="parse", message="page 3 holds no text")
    ledger.record(one.document, one.original, one.claims, [partly])
    assert ledger.problems() == (partly,)
    assert not ledger.record(one.document, one.original, one.claims, [partly])
    one.into(ledger)
    assert ledger.problems() == ()


def test_counts(ledger: Ledger) -> None:
    report(1).into(ledger)
    report(2, (4, 5, 6)).into(ledger)
    report(2, (4, 5, 6)).without(1).into(ledger)
    found = ledger.counts()
    assert (found.entries, found.documents, found.claims, found.closed, found.problems, found.decisions) == (4, 2, 4, 1, 0, 0)


def test_names_that_no_engine_can_store_are_shown_as_such(ledger: Ledger) -> None:
    odd = os.fsdecode(b"caf\xe9.txt")
    ledger.problem(Problem(document=odd, stage="open", message=f"{odd}: cannot be read\0"))
    assert ledger.problems()[0].document == "caf\ufffd.txt"
    report(1, path=odd, title="one\0two").into(ledger)
    assert ledger.document(report(1).document.id).title == "one\0two"
    assert list(ledger.verify()) == []


# What must not be in a ledger: each row changes one thing of a good report.
WRONG = [
    ("sha256", {"sha256": "0" * 64}, "SHA-256 is not that of its text"),
    ("bytes", {"bytes_sha256": "0" * 64}, "original bytes"),
    ("id", {"id": "a\0b"}, "cannot be kept"),
    ("another document", {"id": "r9"}, "is of document"),
    ("half a character", {"title": "\ud83d"}, "half a character"),
]


@pytest.mark.parametrize(("fields", "message"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_a_document_that_is_not_what_it_says_is_refused(ledger: Ledger, fields: dict[str, str], message: str) -> None:
    one, before = report(1), ledger.head()
    with pytest.raises(BadInput, match=message):
        ledger.record(msgspec.structs.replace(one.document, **fields), one.original, one.claims)
    assert ledger.head() == before


def test_a_quote_that_the_text_does_not_hold_is_refused(ledger: Ledger) -> None:
    one = report(1)
    false = msgspec.structs.replace(one.claims[0], quote="900 miners were killed")
    with pytest.raises(BadInput, match="is not what"):
        ledger.record(one.document, one.original, [false])


# The claims of the report below that each filter takes, by their place in it.
ASKED = [
    ("all", Filter(), [0, 1, 2, 3]),
    ("measure", Filter(measure="wounded"), [1]),
    ("category", Filter(category="civilian"), [0, 2, 3]),
    ("speaker, in any case", Filter(speaker="GOVERNOR"), [0, 1]),
    ("speaker is the innermost", Filter(speaker="valley courier"), [2]),
    ("any voice, over a line end", Filter(voice="valley courier"), [0, 1, 2]),
    ("a per cent sign is a letter", Filter(speaker="%"), []),
    ("place as written", Filter(place="ostrel"), [0, 1]),
    ("country", Filter(place="afg"), [2]),
    ("a day inside", Filter(earliest=date(2012, 5, 2), latest=date(2012, 5, 2)), [0, 1, 2]),  # "since 2008" reaches it
    ("before all but since 2008", Filter(latest=date(2012, 4, 30)), [2]),
    ("after", Filter(earliest=date(2014, 1, 1)), [2]),
    ("means", Filter(means="drone"), [2]),
    ("stance", Filter(stance="denies"), [3]),
    ("author", Filter(author="rejects"), [3]),
    ("agent", Filter(agent="army"), [2]),
    ("kind", Filter(kind="statement"), []),
    ("two at once", Filter(measure="killed", speaker="governor"), [0]),
    ("another document", Filter(document="r1"), []),
]


def mixed() -> Report:
    one = report(1, (3, 8, 20, 5))
    first = one.claims[0]
    assert first.attribution is not None
    assert first.scope is not None
    assert first.scope.time is not None
    since = msgspec.structs.replace(first.scope.time, earliest=date(2008, 1, 1), latest=None)
    wounded = Figure(measure="wounded", low=8, high=8, text="8", modality="exact", unit="people")
    places = [each.start for each in one.claims]
    afar = msgspec.structs.replace(first.scope, time=since, agent="the Army", means="drone", place=None)
    afar = msgspec.structs.replace(afar, place=msgspec.convert({"text": "Helmand", "country": "AFG"}, type(first.scope.place)))
    made = (
        first,
        claim(one.document, places[1], one.claims[1].quote, 8, figure=wounded),
        claim(one.document, places[2], one.claims[2].quote, 20, attribution=first.attribution[1:], scope=afar),
        msgspec.structs.replace(
            claim(one.document, places[3], one.claims[3].quote, 5, attribution=(), scope=Scope(aggregate=False)),
            stance="denies", author="rejects",
        ),
    )  # fmt: skip
    return one._replace(claims=made)


@pytest.mark.parametrize(("asked", "wanted"), [row[1:] for row in ASKED], ids=[row[0] for row in ASKED])
def test_a_filter_takes(ledger: Ledger, asked: Filter, wanted: list[int]) -> None:
    one = mixed()
    one.into(ledger)
    assert ids(ledger.claims(asked)) == [one.claims[place].id for place in wanted]


def test_pages_follow_each_other_without_a_gap(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("atodds.ledger.reader.PAGE", 3)
    for number in range(5):
        report(number, (1, 2, 3, 4)).into(ledger)
    whole = list(ledger.claims())
    assert len(whole) == 20
    assert [each.place for each in whole] == sorted(each.place for each in whole)
    first = list(ledger.claims(limit=7))
    assert first + list(ledger.claims(after=first[-1].place)) == whole


def test_the_engine_itself_refuses_to_change_the_log(ledger: Ledger, place: str) -> None:
    report(1).into(ledger)
    for statement in (
        "UPDATE entries SET actor = 'Eve'", "DELETE FROM entries", "DELETE FROM payloads", "UPDATE payloads SET salt = body",
    ):  # fmt: skip
        with pytest.raises(Exception, match="are never"):
            change(place, statement)
    assert list(ledger.verify()) == []


def test_who_acts(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    titles = iter("abcdef")

    def actor(given: str | None) -> str:
        with open_ledger(place, create=True, actor=given) as opened:
            report(1, title=next(titles)).into(opened)
            return list(opened.history(report(1).document.id))[-1].actor

    monkeypatch.setenv("LOGNAME", "wei")
    monkeypatch.delenv("ATODDS_ACTOR", raising=False)
    assert actor(None) == "wei"
    monkeypatch.setenv("ATODDS_ACTOR", "Bo Lund")
    assert actor(None) == "Bo Lund"
    assert actor("Ana Ruiz") == "Ana Ruiz"
    for nobody in ("", "  ", "a\nb"):
        with pytest.raises(BadInput, match="an actor needs a name"):
            actor(nobody)


def test_what_is_no_ledger_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile, match="no ledger here"):
        open_reader(tmp_path / "none.sqlite")
    assert not (tmp_path / "none.sqlite").exists()
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear colleagues, the figures follow.")
    other = tmp_path / "other.sqlite"
    sqlite3.connect(other).execute("CREATE TABLE notes (words)").connection.close()
    for wrong in (letter, other, tmp_path):
        with pytest.raises(WrongLedger, match="not a ledger"):
            open_ledger(wrong, create=True, actor="Ana")
    assert letter.read_text().startswith("Dear")
    with pytest.raises(BadInput, match="no ledger can be kept in mysql"):
        open_ledger("mysql://localhost/x", actor="Ana")


def test_a_ledger_of_a_newer_program_is_not_opened(ledger: Ledger, place: str) -> None:
    change(place, "UPDATE about SET value = '99' WHERE key = 'version'")
    with pytest.raises(WrongLedger, match="newer program"):
        open_ledger(place, actor="Ana")


def test_a_ledger_of_an_older_program_is_brought_up_to_date_by_whoever_may_write(ledger: Ledger, place: str) -> None:
    report(1).into(ledger)
    before, head = derived(place), ledger.head()
    change(place, "ALTER TABLE claims DROP COLUMN accused", "UPDATE about SET value = '1' WHERE key = 'version'")
    with pytest.raises(WrongLedger, match="atodds rebuild"):
        open_reader(place)
    with open_ledger(place, actor="Ana") as opened:
        assert opened.head() == head
        assert list(opened.verify()) == []
    assert derived(place) == before


def test_acts_are_found_by_what_they_are_and_by_whom(ledger: Ledger) -> None:
    one = report(1)
    raid = Event(type="ASSAULT", mode="raid", agent="Ostrel\nGuards", recipient="miners")
    blame = Event(type="ACCUSE", accused="the Ridge Army", status="denied")
    kinds: tuple[tuple[Kind, Event], ...] = (("event", raid), ("responsibility", blame))
    acts = [claim(one.document, 0, "3 miners were killed", 3, kind=kind, figure=None, event=event) for kind, event in kinds]
    ledger.record(one.document, one.original, [*one.claims, *acts])
    for asked, found in (
        (Filter(type="assault"), acts[:1]), (Filter(mode="raid"), acts[:1]), (Filter(agent="ostrel guards"), acts[:1]),
        (Filter(recipient="MINERS"), acts[:1]), (Filter(accused="ridge"), acts[1:]), (Filter(status="denied"), acts[1:]),
    ):  # fmt: skip
        assert ids(ledger.claims(asked)) == [each.id for each in found]


def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    open_ledger(path, create=True, actor="Ana").close()
    assert path.stat().st_mode & 0o077 == 0


def test_a_reader_beside_a_writer_sees_what_is_done(ledger: Ledger, place: str) -> None:
    with open_reader(place) as reader:
        report(1).into(ledger)
        claims = reader.claims()
        next(claims)
        report(2).into(ledger)  # a reader between two claims holds nothing up
        assert reader.counts().documents == 2


PRAGMAS = ("synchronous", "foreign_keys", "journal_mode")


def test_sqlite_is_set_to_lose_nothing(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.sqlite", create=True, actor="Ana") as ledger, ledger._engine.connect() as connection:
        settings = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in PRAGMAS}
        assert connection.scalar(select(schema.about.c.value).where(schema.about.c.key == "version")) == str(schema.VERSION)
    safe = sqlite3.sqlite_version_info >= (3, 51, 3)
    assert settings == {"synchronous": 2, "foreign_keys": 1, "journal_mode": "wal" if safe else "truncate"}
