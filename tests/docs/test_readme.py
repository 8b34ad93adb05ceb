"""The README's first screen shows what its first command prints, and every page and sample that it names is there.

A claim's id follows from what is read: `pytest tests/docs/test_readme.py --accept` writes new ids into the page.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from atodds.cli.main import app
from tests.docs.pages import ROOT, blocks, renewed, shows

README = ROOT / "README.md"


def test_the_first_screen_is_what_the_demo_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    text = README.read_text(encoding="utf-8")
    shown = next(block.body for block in blocks(text) if block.info == "text")
    run = CliRunner()
    printed = "".join(
        run.invoke(app, arguments).output
        for arguments in (["read", "--ledger", "demo.sqlite", "examples/reports"], ["disputes", "--ledger", "demo.sqlite"])
    )
    if not shows(shown, printed):
        new = renewed(shown, printed)
        assert request.config.getoption("--accept"), "the README shows something else than the demo prints; --accept renews the ids"
        assert new, "more than ids has changed: edit the README by hand"
        for old, renewed_id in new.items():
            text = text.replace(old, renewed_id)
        README.write_text(text, encoding="utf-8")


def test_the_demo_runs_what_the_readme_says() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    demo = makefile[makefile.index("\ndemo:") :].split("\n\n")[0]
    assert "read --ledger demo.sqlite examples/reports" in demo
    assert "disputes --ledger demo.sqlite" in demo


def test_every_page_it_links_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
