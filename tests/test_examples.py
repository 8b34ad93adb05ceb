"""The sample reports: every figure has its public source, every file says what it is, the PDFs are what their sources make."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pypdfium2
import pytest
from lxml import html

EXAMPLES = Path(__file__).parent.parent / "examples"
REPORTS = sorted(path for path in (EXAMPLES / "reports").iterdir() if re.match(r"\d{4}-", path.name))
PDF_SOURCES = sorted((EXAMPLES / "src").glob("*.txt"))
MARKER = re.compile(r"Sample report written for AtOdds; the (?:outlet|organisation)[\w ,]* (?:is|are) invented\.")

# PDFium gives a word that is broken at the end of a line back on one line, with this in place of the hyphen.
HYPHEN_AT_LINE_END = "\ufffe"

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Oct|Nov)\b\.?"
# What is a number and no figure: days, years, the hour of a page, a paragraph's number, a page's number, a briefing's.
NO_FIGURE = re.compile(
    rf"{MONTH}\s\d{{1,2}}(?!\d)|\b\d{{1,2}}\s{MONTH}|\b(?:19|20)\d\d\b(?!,\d)|\b\d{{1,2}}:\d\d AM"
    r"|(?m:^\d\. )|\b\d/\d\b|Briefing note 7|/notes/7|\S+\.example/\S+"
)
# "one" and "two" are as often words of the calendar ("two weeks ago"): they are left to the rows.
NUMBER = re.compile(r"\d[\d,]*|\b(?:three|four|five|six|seven|eight|nine|ten|twelve|eighteen|dozens?|hundreds|thousands)\b", re.IGNORECASE)


def words_of(path: Path) -> str:
    """What a reader sees of a report, white space made even."""
    if path.suffix == ".pdf":
        return squeeze("\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)))
    if path.suffix == ".html":
        body = html.fromstring(path.read_bytes()).find("body")
        assert body is not None
        return squeeze(" ".join(body.itertext()))
    return squeeze(path.read_text(encoding="utf-8"))


def squeeze(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def one_line(text: str) -> str:
    return " ".join(text.split())


def listed_rows() -> dict[str, list[tuple[str, str]]]:
    """For each file the rows of its table in SOURCES.md: the words, and the source as written."""
    sections = re.split(r"^## ", (EXAMPLES / "SOURCES.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {
        section.partition("\n")[0]: re.findall(r"^\| `([^`]+)` \| (.+) \|$", section, flags=re.MULTILINE)
        for section in sections
        if not section.startswith("The sources")
    }


def listed_sources() -> list[str]:
    """The keys of the list of sources."""
    return re.findall(r"^- \*\*([\w-]+)\*\*: ", (EXAMPLES / "SOURCES.md").read_text(encoding="utf-8"), flags=re.MULTILINE)


def keys_of(source: str) -> list[str]:
    return [key.split(" ")[0] for key in re.sub(r"\([^)]*\)", "", source).split(", ")]


ROWS = listed_rows()


@pytest.fixture(scope="module")
def make_pdf() -> ModuleType:
    """The script, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("make_pdf", EXAMPLES / "make_pdf.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where dataclasses look up the annotations
    spec.loader.exec_module(module)
    return module


def test_the_reports_are_the_ones_listed() -> None:
    assert [path.name for path in REPORTS] == sorted(ROWS)
    assert 8 <= len(REPORTS) <= 12
    assert {path.suffix for path in REPORTS} == {".html", ".pdf", ".txt"}


@pytest.mark.parametrize(("name", "words"), [(name, words) for name, rows in ROWS.items() for words, _ in rows])
def test_listed_words_stand_in_the_report(name: str, words: str) -> None:
    assert words in one_line(words_of(EXAMPLES / "reports" / name))


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_no_number_without_a_source(path: Path) -> None:
    rest = NO_FIGURE.sub(" ", words_of(path))
    text = one_line(rest)
    for words, _ in sorted(ROWS[path.name], key=lambda row: -len(row[0])):
        text = text.replace(one_line(NO_FIGURE.sub(" ", words)), " ")
    assert NUMBER.findall(text) == []


def test_every_row_names_a_listed_source_and_every_source_is_used() -> None:
    named = {key for rows in ROWS.values() for _, source in rows for key in keys_of(source)}
    assert sorted(named) == listed_sources()


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_every_report_says_that_it_is_a_sample(path: Path) -> None:
    last_line = one_line(words_of(path).splitlines()[-1])
    assert MARKER.fullmatch(last_line)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_reports_are_short(path: Path) -> None:
    assert 120 <= len(words_of(path).split()) <= 340  # with the page's furniture
    assert path.stat().st_size < 30_000


@pytest.mark.parametrize("source", PDF_SOURCES, ids=lambda path: path.stem)
def test_pdf_prints_its_source(source: Path, make_pdf: ModuleType) -> None:
    document = pypdfium2.PdfDocument(EXAMPLES / "reports" / source.with_suffix(".pdf").name)
    printed = ["\n".join(page.get_textpage().get_text_range().splitlines()) for page in document]
    sheets = make_pdf.page_text(make_pdf.read_source(source))
    assert printed == ["\n".join(line for line in lines if line).replace("-\n", HYPHEN_AT_LINE_END) for lines in sheets]


@pytest.mark.parametrize("source", PDF_SOURCES, ids=lambda path: path.stem)
def test_pdf_holds_all_lines_and_never_changes(source: Path, make_pdf: ModuleType) -> None:
    read = make_pdf.read_source(source)
    assert [line for page in make_pdf.pages(read) for line in page] == list(read.body)
    assert make_pdf.render(read) == make_pdf.render(read)


def test_pdfs_are_those_of_the_sources() -> None:
    assert [path.stem for path in REPORTS if path.suffix == ".pdf"] == [path.stem for path in PDF_SOURCES]
