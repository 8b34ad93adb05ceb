"""What the caller named: files, folders, globs, standard input."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from atodds.errors import NoSuchFile
from atodds.model.text import Problem
from atodds.read.paths import Source, sniffed, sources


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.html", "deep/c.pdf", "deep/d.JSONL", "deep/e.xlsx", ".hidden/f.txt", ".g.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Nine died.")
    return tmp_path


def names(paths: list[str], root: Path) -> list[str]:
    return [os.path.relpath(each.name, root) for each in sources(paths) if isinstance(each, Source)]


def test_a_folder_is_read_in_order_and_what_is_left_out_is_told(reports: Path) -> None:
    assert names([str(reports)], reports) == ["a.html", "b.txt", "deep/c.pdf", "deep/d.JSONL"]
    problems = [each for each in sources([str(reports)]) if isinstance(each, Problem)]
    assert [each.document for each in problems] == [str(reports / "deep/e.xlsx")]
    assert "left out, its name ends in none of .txt" in problems[0].message


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (problem,) = sources([str(tmp_path)])
    assert isinstance(problem, Problem)
    assert "not a file that can be read" in problem.message


def test_globs_and_files(reports: Path) -> None:
    assert names([str(reports / "*.txt"), str(reports / "deep" / "c.pdf")], reports) == ["b.txt", "deep/c.pdf"]
    assert names([str(reports / "**" / "*.pdf")], reports) == ["deep/c.pdf"]


def test_a_file_that_is_named_itself_needs_no_suffix(reports: Path) -> None:
    assert names([str(reports / "deep" / "e.xlsx")], reports) == ["deep/e.xlsx"]


def test_a_name_with_the_marks_of_a_glob(tmp_path: Path) -> None:
    (tmp_path / "raid [1].txt").write_text("Nine died.")
    assert names([str(tmp_path / "raid [1].txt")], tmp_path) == ["raid [1].txt"]


@pytest.mark.parametrize("path", ["no-such-file.txt", "no-such-*.txt"])
def test_a_path_that_names_nothing(path: str, reports: Path) -> None:
    with pytest.raises(NoSuchFile, match=r"no-such-.*; check the name"):
        next(iter(sources([str(reports / "b.txt"), path])))


def test_standard_input_is_a_source() -> None:
    assert list(sources(["-"])) == [Source(name="stdin", path=None, format=None)]


@pytest.mark.parametrize(
    ("head", "suffix", "found"),
    [
        (b"%PDF-1.4", "text", "pdf"),
        (b"junk\n%PDF-1.4", "pdf", "pdf"),
        (b"\xef\xbb\xbf<!DOCTYPE HTML>", "text", "html"),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', None, "html"),
        (b"PK\x03\x04..", None, "docx"),
        (b'{"text": "Nine died."}', None, "jsonl"),
        (b'{"text": "Nine died."}', "text", "text"),
        (b"<html> in a line of JSON", "jsonl", "jsonl"),
        (b"Nine died.", None, "text"),
        (b"", None, "text"),
    ],
)
def test_the_format_that_the_bytes_show(head: bytes, suffix: str | None, found: str) -> None:
    assert sniffed(head, suffix) == found  # type: ignore[arg-type]
