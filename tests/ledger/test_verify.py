"""Verify names what was changed past the program, and where; rebuild makes the derived tables again, byte for byte."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from tests.ledger.contents import change, derived
from tests.ledger.reports import report

from atodds.ledger.ledger import Ledger, open_ledger, open_reader
from atodds.model.text import Problem

GUARDS = ("entries_keep", "entries_stay", "payloads_keep", "payloads_stay")


def fill(ledger: Ledger) -> None:
    """Seven entries: the beginning, three readings, a problem, two decisions."""
    for number in range(3):
        report(number).into(ledger)
    ledger.problem(Problem(document="lost.pdf", stage="open", message="lost.pdf: cannot be opened"))
    first = report(1).claims[0].id
    rejected = ledger.decide(first, "reject", reason="of another year", seen=ledger.claim(first).version)
    ledger.decide(first, "undo", reason="it is not", seen=ledger.claim(first).version, undoes=rejected.id)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite ledger of seven entries, to be copied and damaged."""
    path = tmp_path_factory.mktemp("filled") / "ledger.sqlite"
    with open_ledger(path, create=True, actor="Ana") as ledger:
        fill(ledger)
        assert list(ledger.verify()) == []
    return path


@pytest.fixture
def copy(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(filled, tmp_path / "copy.sqlite"))


def intrude(path: Path, statement: str, values: tuple[Any, ...] = ()) -> None:
    """Change the file with raw SQL, guards dropped and keys unwatched."""
    with sqlite3.connect(path) as connection:
        for guard in GUARDS:
            connection.execute(f"DROP TRIGGER IF EXISTS {guard}")
        connection.execute(statement, values)
    connection.close()


def faults(path: Path) -> list[tuple[str, int | None]]:
    with open_reader(path) as reader:
        return [(each.what, each.seq) for each in reader.verify()]


def flip(value: Any, bit: int) -> Any:
    """The value with one bit changed."""
    if isinstance(value, int):
        return value ^ (1 << bit % 8)
    data = bytearray(value.encode() if isinstance(value, str) else value)
    at = bit % (7 if isinstance(value, str) else 8)  # a letter stays a letter of ASCII
    data[bit % len(data)] ^= 1 << at
    return data.decode() if isinstance(value, str) else bytes(data)


COLUMNS = ["seq", "time", "actor", "act", "object", "payload_digest", "previous", "digest"]


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("seq", [1, 3, 7])
def test_one_bit_of_an_entry(copy: Path, column: str, seq: int) -> None:
    for bit in (0, 13, 30):
        before = copy.read_bytes()
        value = sqlite3.connect(copy).execute(f"SELECT {column} FROM entries WHERE seq = ?", (seq,)).fetchone()[0]
        if (changed := flip(value, bit)) == "\0":
            continue
        try:
            intrude(copy, f"UPDATE entries SET {column} = ? WHERE seq = ?", (changed, seq))
        except sqlite3.IntegrityError:
            continue  # the bit makes it another entry's number
        assert seq in {each for _, each in faults(copy)}, (column, seq, bit)
        copy.write_bytes(before)


@pytest.mark.parametrize("column", ["digest", "salt", "body"])
@pytest.mark.parametrize("seq", [1, 3, 7])
def test_one_bit_of_a_payload(copy: Path, column: str, seq: int) -> None:
    wanted = f"SELECT {column}, digest FROM payloads WHERE digest = (SELECT payload_digest FROM entries WHERE seq = {seq})"
    for bit in (0, 13, 30, 41):
        before = copy.read_bytes()
        value, key = sqlite3.connect(copy).execute(wanted).fetchone()
        intrude(copy, f"UPDATE payloads SET {column} = ? WHERE digest = ?", (flip(value, bit), key))
        assert ("payload", seq) in faults(copy), (column, seq, bit)
        copy.write_bytes(before)


def test_every_bit_of_one_payload(copy: Path) -> None:
    """Also those that the compression ignores."""
    wanted = "SELECT p.body, p.digest FROM payloads p JOIN entries e ON p.digest = e.payload_digest WHERE e.seq = 5"
    body, key = sqlite3.connect(copy).execute(wanted).fetchone()
    for bit in range(0, 8 * len(body), 7):
        data = bytearray(body)
        data[bit // 8] ^= 1 << bit % 8
        intrude(copy, "UPDATE payloads SET body = ? WHERE digest = ?", (bytes(data), key))
        assert ("payload", 5) in faults(copy), bit


# Damage to the file: what is done, and the fault that must be named.
DAMAGE = [
    ("an entry deleted", "DELETE FROM entries WHERE seq = 4", ("gap", 4)),
    ("the first entry deleted", "DELETE FROM entries WHERE seq = 1", ("gap", 1)),
    ("all entries deleted", "DELETE FROM entries", ("gap", 1)),
    ("two entries exchanged", "UPDATE entries SET seq = CASE seq WHEN 3 THEN -4 ELSE -3 END WHERE seq IN (3, 4)", ("gap", 3)),
    ("a payload deleted", "DELETE FROM payloads WHERE rowid = 5", ("payload", 5)),
    ("a payload emptied without an erasure", "UPDATE payloads SET body = NULL, salt = NULL WHERE rowid = 2", ("payload", 2)),
    ("a payload put in", "INSERT INTO payloads VALUES ('f', x'00', x'00')", ("payload", None)),
    ("an original changed", "UPDATE objects SET body = x'00' WHERE rowid = 1", ("object", None)),
    ("an original deleted", "DELETE FROM objects WHERE rowid = 1", ("object", None)),
    ("a claim moved", "UPDATE claims SET body = replace(body, '\"start\":0', '\"start\":1')", ("span", None)),
    ("a claim made unreadable", "UPDATE claims SET body = 'none'", ("derived", None)),
    ("a figure changed in the table", "UPDATE claims SET low = low + 1", ("derived", None)),
    ("a claim deleted from the table", "DELETE FROM claims WHERE start = 0", ("derived", None)),
    ("a problem put in", "INSERT INTO problems VALUES ('0', 'x', 'open', 'x')", ("derived", None)),
    ("a rejection put back", "UPDATE decisions SET standing = 1", ("derived", None)),
]


@pytest.mark.parametrize(("statement", "wanted"), [row[1:] for row in DAMAGE], ids=[row[0] for row in DAMAGE])
def test_damage_is_named(copy: Path, statement: str, wanted: tuple[str, int | None]) -> None:
    intrude(copy, statement)
    assert wanted in faults(copy)


def test_a_fault_says_what_and_where(copy: Path) -> None:
    intrude(copy, "UPDATE entries SET actor = 'Eve' WHERE seq = 3")
    with open_reader(copy) as reader:
        assert [str(each) for each in reader.verify()] == [
            "entry 3: it was changed: the digest does not match",
            "the derived tables were not compared, because the log is not sound",
        ]


def test_the_derived_tables_can_be_lost_and_made_again(ledger: Ledger, place: str) -> None:
    fill(ledger)
    before, head = derived(place), ledger.head()
    change(place, "DELETE FROM links", "DELETE FROM claims", "DELETE FROM decisions", "UPDATE documents SET title = 'x'")
    assert {each.what for each in ledger.verify()} == {"derived"}
    ledger.rebuild()
    assert derived(place) == before
    assert ledger.head() == head
    assert list(ledger.verify()) == []


def test_a_rebuild_that_fails_changes_nothing(ledger: Ledger, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(ledger)
    before = derived(place)

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("atodds.ledger.derive._decide", fail)
    with pytest.raises(KeyboardInterrupt):
        ledger.rebuild()
    assert derived(place) == before
