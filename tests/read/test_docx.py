"""DOCX: paragraphs, items and tables."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from atodds.errors import UnreadableDocument
from atodds.read.docx import read_docx


def report(title: str = "") -> bytes:
    document = docx.Document()
    document.core_properties.title = title
    document.add_heading("Shells fall on the port", 1)
    document.add_paragraph("Nine dockers were killed on Friday.")
    document.add_paragraph("Four were buried in the town.", style="List Bullet")
    document.add_paragraph("Five were taken home.", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(table._cells, ("Killed", "Hurt", "9", "14"), strict=True):
        cell.text = words
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name.replace("__", "/"), data)
    return file.getvalue()


def test_text_and_title() -> None:
    derived = read_docx(report(title="Port report"))
    assert derived.title == "Port report"
    assert derived.text.split("\n\n") == [
        "Shells fall on the port",
        "Nine dockers were killed on Friday.",
        "• Four were buried in the town.\n• Five were taken home.",
        "Killed | Hurt\n9 | 14",
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04junk", "no DOCX"),
        (zipped(a=b"x"), "a ZIP file and no DOCX"),
        (zipped(**{"word__document.xml": b"<w>"}), "damaged"),
        (zipped(**{"word__document.xml": b" " * 60_000_000}), "unpacks to more"),
    ],
)
def test_damaged_and_hostile_files(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableDocument, match=words):
        read_docx(data)
