"""A ledger with the two invented reports, and a way to give commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner, Result

from atodds.cli.main import app
from atodds.ledger.ledger import open_ledger
from tests.views.invented import courier, gazette

Atodds = Callable[..., Result]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """The claims are made by hand: what commands print must not depend on what the rules find."""
    place = tmp_path / "invented.sqlite"
    with open_ledger(place, create=True, actor="ana") as book:
        for maker in (gazette(), courier()):
            document = msgspec.structs.replace(maker.document, bytes_sha256=maker.document.id)
            book.record(document, maker.document.text.encode(), maker.made)
    return place


@pytest.fixture
def atodds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Atodds:
    """Runs `atodds` with a ledger of its own in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ATODDS_LEDGER", str(tmp_path / "invented.sqlite"))
    monkeypatch.setenv("ATODDS_ACTOR", "ana")
    monkeypatch.setenv("COLUMNS", "80")

    def run(*words: str, stdin: str | None = None) -> Result:
        return CliRunner().invoke(app, list(words), input=stdin, prog_name="atodds")

    return run


def written(folder: Path, reports: Mapping[str, tuple[str, str, str]]) -> Path:
    """A folder with these reports as text files: outlet, day, words, by name."""
    folder.mkdir()
    for name, (outlet, day, text) in reports.items():
        (folder / f"{name}.txt").write_text(f"{outlet}\n\n{day}\n\n{text}\n", encoding="utf-8")
    return folder
