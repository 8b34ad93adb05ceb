"""Sources -> documents: ids, what wins over what, and problems that do not stop the run."""

from __future__ import annotations

import io
import json
import sys
import tracemalloc
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from atodds.model.ids import digest, text_digest
from atodds.model.text import Document, Problem
from atodds.read import documents as module
from atodds.read.documents import NOTHING, Found, Overrides, original, read
from atodds.read.paths import source

REPORT = (
    "Shells fall on the port\n\nPublished May 2, 2013\n\n"
    "Nine dockers were killed on Friday, a doctor of the hospital said.\n\n© The Daily Example\n"
)


def read_all(*paths: Path | str, overrides: Overrides = NOTHING) -> tuple[list[Document], list[Problem]]:
    found = list(read([str(path) for path in paths], overrides))
    return [each.document for each in found if isinstance(each, Found)], [each for each in found if isinstance(each, Problem)]


def write(path: Path, data: bytes | str) -> Path:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def jsonl(path: Path, *lines: Any) -> Path:
    return write(path, "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines))


def test_a_text_file(tmp_path: Path) -> None:
    path = write(tmp_path / "port.txt", REPORT.replace("\n", "\r\n"))
    (found,) = read([str(path)])
    assert isinstance(found, Found)
    assert found.original == path.read_bytes()
    assert found.document == Document(
        id=digest(path.read_bytes()),
        text=REPORT,
        sha256=text_digest(REPORT),
        bytes_sha256=digest(path.read_bytes()),
        path=str(path),
        title="Shells fall on the port",
        outlet="The Daily Example",
        published=date(2013, 5, 2),
        language="en",
    )


def test_the_same_bytes_have_the_same_id(tmp_path: Path) -> None:
    (first, second), _ = read_all(write(tmp_path / "a.txt", REPORT), write(tmp_path / "b.txt", REPORT))
    assert first.id == second.id


def test_the_caller_knows_better(tmp_path: Path) -> None:
    overrides = Overrides(published=date(2013, 5, 9), outlet="Wire", title="Port")
    line = {"text": REPORT, "published": "2013-05-03", "outlet": "Post", "title": "Harbour"}
    (of_file, of_line), _ = read_all(write(tmp_path / "a.txt", REPORT), jsonl(tmp_path / "b.jsonl", line), overrides=overrides)
    for document in (of_file, of_line):
        assert (document.published, document.outlet, document.title) == (date(2013, 5, 9), "Wire", "Port")


def test_a_line_of_jsonl_states_its_fields_and_its_text_is_untouched(tmp_path: Path) -> None:
    text = "  Nine\r\npeople died\u00a0in the raid. "
    line = {
        "id": "r17",
        "text": text,
        "published": "2013-05-03T10:00:00Z",
        "language": "en-GB",
        "url": "https://example.org/1",
        "else": 1,
    }
    (document,), problems = read_all(jsonl(tmp_path / "a.jsonl", line))
    assert not problems
    assert (document.id, document.text, document.published) == ("r17", text, date(2013, 5, 3))
    assert (document.language, document.url, document.bytes_sha256) == ("en", "https://example.org/1", None)


def test_the_masthead_fills_what_a_line_leaves_open(tmp_path: Path) -> None:
    (document,), _ = read_all(jsonl(tmp_path / "a.jsonl", {"text": REPORT, "outlet": "Post"}))
    assert (document.published, document.outlet, document.id) == (date(2013, 5, 2), "Post", text_digest(REPORT))


def test_html_in_a_line(tmp_path: Path) -> None:
    html = "<html lang=en><title>Port</title><p>Nine people died in the raid, the army said on Monday.</p></html>"
    (found,) = read([str(jsonl(tmp_path / "a.jsonl", {"html": html}))])
    assert isinstance(found, Found)
    assert found.document.text == "Nine people died in the raid, the army said on Monday."
    assert (found.document.title, found.original) == ("Port", html.encode())


BROKEN: list[Any] = [
    ("{broken", "not JSON"),
    ([1], "Expected `object`"),
    ({"text": 5}, "Expected `str"),
    ({"id": "x"}, "neither `text` nor `html`"),
    ({"text": "Nine died.", "published": "soon"}, "`published` is 'soon'"),
    ({"text": " \n"}, "it holds no text"),
    ("[" * 100_000, "beyond all measure"),
    ("9" * 10_000, "beyond all measure"),
    ('{"text": "Nine \\ud800 died."}', "half a character"),
]


@pytest.mark.parametrize(("line", "words"), BROKEN)
def test_a_broken_line_is_told_and_the_next_is_read(line: Any, words: str, tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", {"text": "One died."}, line, "", {"text": "Two died."})
    documents, problems = read_all(path)
    assert [document.text for document in documents] == ["One died.", "Two died."]
    assert [problem.document for problem in problems] == [f"{path}, line 2"]
    assert words in problems[0].message
    assert problems[0].message.startswith(f"{path}, line 2: ")


def test_a_line_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", b'{"text": "M\xe9rida"}\n{"text": "Two died."}\n')
    documents, problems = read_all(path)
    assert [document.text for document in documents] == ["Two died."]
    assert "byte 12 is not UTF-8" in problems[0].message


def test_a_line_beyond_the_cap_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 100)
    documents, problems = read_all(jsonl(tmp_path / "a.jsonl", {"text": "x" * 5000}, {"text": "Two died."}))
    assert [document.text for document in documents] == ["Two died."]
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("name", "data", "stage", "words"),
    [
        ("empty.txt", b"", "parse", "the file is empty"),
        ("blank.txt", b" \n\n ", "parse", "it holds no text"),
        ("junk.txt", bytes(range(32)) * 20, "decode", "no text"),
        ("port.pdf", b"%PDF-1.4 junk", "parse", "damaged"),
        ("port.docx", b"PK\x03\x04junk", "parse", "no DOCX"),
        ("big.html", b"<script>var a = 1;</script>" * 8000, "parse", "gave no text"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_problem(name: str, data: bytes, stage: str, words: str, tmp_path: Path) -> None:
    path = write(tmp_path / name, data)
    documents, problems = read_all(path, write(tmp_path / "good.txt", REPORT))
    assert len(documents) == 1
    assert [(problem.document, problem.stage) for problem in problems] == [(str(path), stage)]
    assert problems[0].message.startswith(f"{path}: ")
    assert words in problems[0].message


def test_a_file_beyond_the_cap_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 10)
    _, problems = read_all(write(tmp_path / "a.txt", REPORT))
    assert "larger than" in problems[0].message


def test_a_file_that_goes_away_is_a_problem(tmp_path: Path) -> None:
    (problem,) = module.documents(source(str(tmp_path / "gone.txt")))
    assert isinstance(problem, Problem)
    assert (problem.stage, "cannot be opened" in problem.message) == ("open", True)


def test_pages_without_text_are_told_beside_the_document(tmp_path: Path) -> None:
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(72, 700, "Nine dockers were killed on Friday, a doctor said.")
    canvas.showPage()
    canvas.rect(50, 50, 300, 300, fill=1)
    canvas.save()
    path = write(tmp_path / "port.pdf", file.getvalue())
    (document,), (problem,) = read_all(path)
    assert document.media_type == "application/pdf"
    assert problem.message == f"{path}: no text on page 2; run OCR first to have all of it read"


def test_a_wrong_suffix_does_not_matter(tmp_path: Path) -> None:
    html = "<!DOCTYPE html><html><body><p>Nine people died in the raid, the army said on Monday.</p></body></html>"
    (document,), problems = read_all(write(tmp_path / "a.pdf", html))
    assert not problems
    assert document.media_type == "text/html"


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b"Nine people died.\r\n", ["Nine people died.\n"]),
        (b'{"text": "Nine died."}\n{"text": "Ten died."}\n', ["Nine died.", "Ten died."]),
        (b"<html><p>Nine people died in the raid, he said.</p></html>", ["Nine people died in the raid, he said."]),
    ],
)
def test_standard_input(data: bytes, texts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    documents, problems = read_all("-")
    assert not problems
    assert [document.text for document in documents] == texts
    assert documents[0].path is None


@pytest.mark.parametrize(
    ("text", "stated", "language"),
    [
        ("Nine people were killed in the raid on the town.", None, "en"),
        ("Nine people were killed in the raid on the town.", "fr", "fr"),
        ("قتل تسعة اشخاص في الغارة على المدينة", "en", "ar"),
    ],
)
def test_languages(text: str, stated: str | None, language: str, tmp_path: Path) -> None:
    (document,), _ = read_all(jsonl(tmp_path / "a.jsonl", {"text": text, "language": stated}))
    assert document.language == language


def test_the_bytes_of_a_source(tmp_path: Path) -> None:
    assert original(source(str(write(tmp_path / "a.txt", "Nine died.")))) == b"Nine died."


def test_memory_stays_flat_over_many_lines(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    with path.open("w") as file:
        for number in range(3000):
            file.write(json.dumps({"id": number, "text": f"On day {number} nine people were killed in the raid. " * 20}) + "\n")
    tracemalloc.start()
    count = sum(isinstance(each, Found) for each in read([str(path)]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 3000
    assert peak < 2_000_000  # the file itself has three million bytes
