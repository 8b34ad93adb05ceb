"""Claims gained and lost: a change of one field is one change, whatever ids and rules are called."""

from __future__ import annotations

import doctest
import subprocess
from pathlib import Path
from typing import Any

import pytest

from quality import compare

TEXT = "Khan said 67 civilians were killed and 5 soldiers were hurt."


def claim(quote: str, low: int, number: str, *, speaker: str | None = "Khan", id: str = "a") -> dict[str, Any]:
    start, at = TEXT.index(quote), TEXT.index(number)
    return {
        "type": "claim", "id": id, "document": "r1", "kind": "figure", "quote": quote, "start": start, "end": start + len(quote),
        "spans": {"figure.text": [at, at + len(number)]}, "figure": {"measure": "killed", "low": low, "high": low, "text": number},
        "attribution": [{"speaker": speaker}] if speaker else [], "stance": "asserts", "author": "neutral", "rule": "passive",
    }  # fmt: skip


KILLED = claim("67 civilians were killed", 67, "67")
HURT = claim("5 soldiers were hurt", 5, "5", id="b")


def test_the_same_claims_in_another_order_with_other_ids_and_rules_are_no_difference() -> None:
    renamed = [{**HURT, "id": "x", "rule": "active"}, {**KILLED, "id": "y", "part_of": "z", "review": "look"}]
    assert compare.compare([KILLED, HURT], renamed) == ([], [], [])


def test_a_claim_is_lost_and_one_is_gained() -> None:
    lost, gained, changed = compare.compare([KILLED], [HURT])
    assert (lost, gained, changed) == ([KILLED], [HURT], [])


def test_one_field_is_one_change() -> None:
    unattributed = claim("67 civilians were killed", 67, "67", speaker=None)
    difference = compare.compare([KILLED, HURT], [unattributed, HURT])
    assert (difference.lost, difference.gained) == ([], [])
    assert [list(each.fields()) for each in difference.changed] == [[("attribution", "Khan", "")]]


def test_a_longer_number_is_the_same_figure_read_otherwise() -> None:
    longer = claim("said 67 civilians were killed", 67, "said 67")
    (change,) = compare.compare([KILLED], [longer]).changed
    assert [field for field, _, _ in change.fields()] == ["figure.text", "quote"]


def test_a_field_that_came_or_went_is_shown() -> None:
    placed = {**KILLED, "scope": {"place": {"text": "Swat"}, "aggregate": False}}
    (change,) = compare.compare([KILLED], [placed]).changed
    assert list(change.fields()) == [("scope.aggregate", None, False), ("scope.place.text", None, "Swat")]


def test_the_nearest_reading_is_the_one_that_changed() -> None:
    """Two claims on one number: each is paired with the one that shares more of its words."""
    short, long = claim("67 civilians", 67, "67"), KILLED
    changed_long = claim("67 civilians were killed", 68, "67")
    difference = compare.compare([short, long], [changed_long])
    assert difference.lost == [short]
    assert [each.old for each in difference.changed] == [long]


def test_other_documents_do_not_meet() -> None:
    elsewhere = {**KILLED, "document": "r2"}
    assert compare.compare([KILLED], [elsewhere]) == ([KILLED], [elsewhere], [])


def test_a_claim_printed_twice_is_lost_when_it_is_printed_once() -> None:
    assert compare.compare([KILLED, KILLED], [KILLED]) == ([KILLED], [], [])


def test_what_a_person_reads() -> None:
    unsure = claim("67 civilians were killed", 60, "67")
    shown = "\n".join(compare.lines(compare.compare([KILLED, HURT], [unsure])))
    assert shown == (
        "1 lost, 0 gained, 1 changed\n\n"
        "lost  r1  killed 5..5  Khan\n"
        "      “5 soldiers were hurt”\n\n"
        "changed  r1\n"
        "      “67 civilians were killed”\n"
        "      figure.high: 67 -> 60\n"
        "      figure.low: 67 -> 60"
    )


def test_only_the_first_of_each_kind_are_shown() -> None:
    shown = list(compare.lines(compare.compare([KILLED, HURT], []), limit=1))
    assert shown[0] == "2 lost, 0 gained, 0 changed"
    assert sum("lost  " in line for line in shown) == 1


PROGRAM = """
import json
def main():
    print(json.dumps({claim!r}))
"""


def commit(repository: Path, claim: dict[str, Any]) -> None:
    """A program that finds one claim, as a revision."""
    room = repository / "src" / "atodds" / "cli"
    room.mkdir(parents=True, exist_ok=True)
    for package in (room, room.parent):
        (package / "__init__.py").touch()
    (room / "main.py").write_text(PROGRAM.format(claim=claim))
    author = ["-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "commit.gpgsign=false", "-c", "core.hooksPath="]
    for command in (["add", "."], ["commit", "--quiet", "--message", "Find a claim"]):
        subprocess.run(["git", "-C", str(repository), *author, *command], check=True)


def test_two_revisions_are_run(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    commit(tmp_path, KILLED)
    commit(tmp_path, HURT)
    found = []
    for revision in ("HEAD~1", "HEAD", compare.HERE):
        with compare.sources(tmp_path, revision) as source:
            found.append(compare.extracted(source, ["report.txt"]))
    assert found == [[KILLED], [HURT], [HURT]]
    trees = subprocess.run(["git", "-C", str(tmp_path), "worktree", "list"], check=True, capture_output=True, text=True)
    assert len(trees.stdout.splitlines()) == 1


@pytest.mark.parametrize("body", ["raise SystemExit(2)", "raise ValueError('broken')"])
def test_a_program_that_fails_is_said_so(tmp_path: Path, body: str) -> None:
    (tmp_path / "atodds" / "cli").mkdir(parents=True)
    (tmp_path / "atodds" / "__init__.py").touch()
    (tmp_path / "atodds" / "cli" / "main.py").write_text(f"def main():\n    {body}")
    with pytest.raises(SystemExit, match="failed"):
        compare.extracted(tmp_path, ["report.txt"])


def test_the_examples_in_the_docstrings() -> None:
    assert doctest.testmod(compare).failed == 0
