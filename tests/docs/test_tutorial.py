"""The tutorial is run, command by command, in an empty folder with the examples, and must show what is printed.

A claim's id follows from what is read, so a change of the rules may change ids and nothing else of the page:
`pytest tests/docs/test_tutorial.py --accept` writes the new ones into it.
"""

from __future__ import annotations

import re
import shlex
import shutil
from difflib import unified_diff
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from atodds.cli.main import app
from tests.docs.pages import DOCS, ROOT, Step, blocks, page, renewed, shows, steps

PAGE = DOCS / "tutorial.md"
STEPS = [step for block in blocks(page(PAGE.name)) if block.info == "console" for step in steps(block)]
# What a first half hour needs to have seen.
TAUGHT = (
    "read", "sheet", "disputes", "incidents", "compare", "claims", "show", "extract", "reject",
    "correct", "undo", "export", "verify", "rules", "documents",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("ATODDS_LEDGER", "ATODDS_ACTOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_the_page_shows_what_is_printed(folder: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    new: dict[str, str] = {}
    for step in STEPS:
        printed = run(step._replace(command=put(step.command, new)), monkeypatch)
        if shows(put(step.shown, new), printed):
            continue
        found = renewed(step.shown, printed)
        if not request.config.getoption("--accept") or not found:
            lines = unified_diff(step.shown.splitlines(), printed.splitlines(), "the page shows", "printed", lineterm="", n=99)
            pytest.fail("\n".join([f"docs/{PAGE.name}, line {step.line}: {step.command}", *lines]), pytrace=False)
        new |= found
    if new:
        PAGE.write_text(put(PAGE.read_text(encoding="utf-8"), new), encoding="utf-8")


def run(step: Step, monkeypatch: pytest.MonkeyPatch) -> str:
    """What a command of the page prints: `atodds ...`, its output sent to a file by `>`, or `export NAME=VALUE`."""
    words = shlex.split(step.command)
    if words[0] == "export":
        monkeypatch.setenv(*words[1].split("=", 1))
        return ""
    assert words[0] == "atodds", f"line {step.line}: the tutorial runs nothing but atodds"
    into = words[words.index(">") + 1] if ">" in words else None
    if into is not None:
        del words[words.index(">") :]
    done = CliRunner().invoke(app, words[1:], prog_name="atodds")
    assert done.exit_code == 0, f"line {step.line}: {step.command} ended with {done.exit_code}: {done.output} {done.exception!r}"
    if into is None:
        return done.output
    Path(into).write_bytes(done.stdout_bytes)
    return done.stderr


def put(text: str, new: dict[str, str]) -> str:
    """The text with its ids renewed."""
    return re.sub("|".join(new), lambda match: new[match[0]], text) if new else text


def test_the_page_teaches_every_command_of_the_first_half_hour() -> None:
    commands = {shlex.split(step.command)[1] for step in STEPS if step.command.startswith("atodds ")}
    assert commands >= set(TAUGHT)
    assert commands <= set(get_command(app).commands)  # type: ignore[attr-defined]


def test_a_page_that_is_wrong_is_found_out(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    printed = run(Step("atodds rules", "", 1), monkeypatch)
    assert shows("...\nactive\n...\n", printed)
    assert not shows("...\nno such rule\n...\n", printed)
