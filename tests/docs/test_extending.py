"""The page for those who add words, rules and cases: its changes are made in a copy of the program, its commands run there."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from difflib import unified_diff
from pathlib import Path

import pytest
from typer.main import get_command

from atodds.cli.main import app
from tests.docs.pages import ROOT, Block, Step, blocks, page, shows, steps

PAGE = page("extending.md")
BLOCKS = list(blocks(PAGE))
PROGRAM = ("src", "pyproject.toml", "tests/__init__.py", "tests/conftest.py", "tests/test_cases.py")
# The commands as the page writes them: with the interpreter of this run and the program of the copy.
SHELL = f"""
python() {{ '{sys.executable}' "$@"; }}
atodds() {{ python -c 'from atodds.cli.main import main; main()' "$@"; }}
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in PROGRAM:
        place = tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, place, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, place)
    return tmp_path


def test_the_changes_of_the_page_do_what_it_says(copy: Path) -> None:
    for block in BLOCKS:
        kind, _, path = block.info.partition(" ")
        if kind == "diff":
            change(copy / path, block)
        elif kind == "text" and path:
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            (copy / path).write_text(block.body, encoding="utf-8")
        elif kind == "console":
            for step in steps(block):
                follow(step, copy)


def change(path: Path, block: Block) -> None:
    """Make the change of a diff without line numbers: the lines that stay or go must stand in the file, once."""
    lines = block.body.splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if line[0] in " -")
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"line {block.line}: {path.name} holds {text.count(old)} times\n{old}"
    path.write_text(text.replace(old, "".join(line[1:] for line in lines if line[0] in " +")), encoding="utf-8")


def follow(step: Step, folder: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "80"}
    done = subprocess.run(["bash", "-c", SHELL + step.command], cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, f"line {step.line}: {step.command}\n{done.stdout}{done.stderr}"
    if not shows(step.shown, done.stdout):
        lines = unified_diff(step.shown.splitlines(), done.stdout.splitlines(), "the page shows", "printed", lineterm="", n=99)
        pytest.fail("\n".join([f"docs/extending.md, line {step.line}: {step.command}", *lines]), pytrace=False)


def test_the_code_of_the_page_runs() -> None:
    source = "".join(block.body for block in BLOCKS if block.info == "python")
    ran = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    complaints: list[str] = []
    result = ran.run(doctest.DocTestParser().get_doctest(source, {}, "extending.md", None, 0), out=complaints.append)
    assert result.attempted > 0
    assert result.failed == 0, "".join(complaints)


def test_every_path_of_the_page_exists() -> None:
    made = {block.info.partition(" ")[2] for block in BLOCKS}
    named = {name for name in re.findall(r"`([\w./-]+)`", PAGE) if "/" in name or name.endswith((".yml", ".py", ".toml"))}
    assert len(named) > 40
    folders = (ROOT, ROOT / "src" / "atodds" / "vocab")
    assert [name for name in sorted(named - made) if not any((folder / name).exists() for folder in folders)] == []


def test_every_command_of_the_page_exists() -> None:
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(re.findall(r"\bmake ([a-z-]+)[\n`]", PAGE)) <= set(targets)
    assert set(re.findall(r"\| atodds (\w+)", PAGE)) <= set(get_command(app).commands)  # type: ignore[attr-defined]
    scripts = re.findall(r"python (?:-m pytest )?([\w/]+\.py)", PAGE)
    assert scripts
    assert [name for name in scripts if not (ROOT / name).exists()] == []


def test_every_word_list_is_on_the_page_or_of_no_use_to_a_recorder() -> None:
    """A list that is none of these needs a line in the table."""
    inner = {"abbreviations", "clauses", "grammar", "joins", "masthead", "openers", "pronouns", "shown", "tongues"}
    lists = {path.stem for path in (ROOT / "src" / "atodds" / "vocab").glob("*.yml")}
    assert lists - set(re.findall(r"`(\w+)\.yml`", PAGE)) == inner
