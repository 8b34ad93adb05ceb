"""PDFs: the layout's paragraphs as text, and files that would stop the program."""

from __future__ import annotations

import io
import zlib

import pytest
from reportlab.pdfgen.canvas import Canvas

from atodds.errors import UnreadableDocument
from atodds.read import pages
from atodds.read.clean import flow
from atodds.read.pdf import ranges, read_pdf, real_title

Line = tuple[str, float, float]  # words, points from the left, points below the line before

FIRST: list[Line] = [
    ("Shells fall on the port", 72, 0),
    ("At least nine dockers were killed on Friday when shells", 72, 40),
    ("fell on the northern port, a doctor of the port hospi-", 72, 14),
    ("tal said. He had seen all of them.", 72, 14),
    ("The navy denied it. Its spokesman, Captain Amin", 90, 14),
    ("Yusuf, told reporters that the port was no target and", 72, 14),
    ("that the number of the dead had been invented by the", 72, 14),
]
SECOND: list[Line] = [("dockers and their union.", 72, 0), ("Nobody was arrested on Saturday.", 90, 14)]


def pdf(*pages: list[Line], title: str = "untitled", draw: bool = False) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.setTitle(title)
    for page in pages:
        y = 780.0
        for number, (words, left, step) in enumerate(page):
            y -= step
            canvas.setFont("Helvetica", 20 if number == 0 and step == 0 and len(page) > 3 else 11)
            canvas.drawString(left, y, words)
        if draw and not page:
            canvas.rect(50, 50, 300, 300, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def raw_pdf(contents: bytes, filters: bytes) -> bytes:
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R>>",
        b"<</Length %d/Filter[%s]>>stream\n%s\nendstream" % (len(contents), filters, contents),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%sendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>startxref\n%d\n%%%%EOF" % (table, len(body))


def bomb() -> bytes:
    """2 GB of spaces, deflated twice into about 4 KB."""
    packed = zlib.compressobj(9)
    once = b"".join(packed.compress(b" " * (1 << 24)) for _ in range(128)) + packed.flush()
    return raw_pdf(zlib.compress(once, 9), b"/FlateDecode/FlateDecode")


def test_paragraphs_across_pages() -> None:
    read = flow(read_pdf(pdf(FIRST, SECOND)).text)
    assert [(block.kind, read.text[block.start : block.end]) for block in read.blocks] == [
        ("heading", "Shells fall on the port"),
        (
            "paragraph",
            "At least nine dockers were killed on Friday when shells fell on the northern port, a doctor of the port hospital "
            "said. He had seen all of them.",
        ),
        (
            "paragraph",
            "The navy denied it. Its spokesman, Captain Amin Yusuf, told reporters that the port was no target and that the "
            "number of the dead had been invented by the dockers and their union.",
        ),
        ("paragraph", "Nobody was arrested on Saturday."),
    ]


def test_pages_that_are_pictures_are_told() -> None:
    derived = read_pdf(pdf(FIRST, [], [], SECOND, draw=True))
    assert derived.warning == "no text on pages 2-3; run OCR first to have all of it read"
    assert "Nobody was arrested" in derived.text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pdf([], [], draw=True), "no text on pages 1-2; run OCR first"),
        (pdf([]), "the PDF has no text"),
        (b"", "damaged"),
        (b"%PDF-1.7\n" + b"junk" * 100, "damaged"),
    ],
)
def test_pdfs_without_text(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableDocument, match=words):
        read_pdf(data)


def test_a_bomb_ends_one_document_only() -> None:
    with pytest.raises(UnreadableDocument, match="could not be read within"):
        read_pdf(bomb())


def test_what_the_child_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    found = pages.read(pdf(FIRST, SECOND, [], title="Port"))
    assert found["title"] == "Port"
    assert [page["drawn"] for page in found["pages"]] == [True, True, False]
    assert pages.read(b"junk") == {"error": "damaged"}
    monkeypatch.setattr(pages, "MOST_PAGES", 2)
    assert pages.read(pdf(FIRST, SECOND, [])) == {"error": "pages", "count": 3}
    monkeypatch.setattr(pages, "MOST_CHARACTERS", len(found["pages"][0]["text"]))
    assert pages.read(pdf(FIRST, SECOND)) == {"error": "size", "count": 2}


def test_a_locked_pdf() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, encrypt="secret")
    canvas.drawString(72, 700, "Nine people died.")
    canvas.save()
    with pytest.raises(UnreadableDocument, match="locked with a password; save an unlocked copy"):
        read_pdf(file.getvalue())


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("Shells fall on the port", "Shells fall on the port"),
        ("untitled", None),
        ("Microsoft Word - port.doc", None),
        ("port-final.pdf", None),
        ("", None),
        (None, None),
        ("Document1", None),
    ],
)
def test_titles_that_a_person_gave(stated: str | None, title: str | None) -> None:
    assert real_title(stated) == title


def test_the_title_of_a_pdf() -> None:
    assert read_pdf(pdf(FIRST, title="Shells on the port")).title == "Shells on the port"


def test_ranges_of_pages() -> None:
    assert ranges([1, 3, 4, 5, 9]) == "pages 1, 3-5, 9"
