"""Texts to measure on: the project's own reports and golden cases, or files that the caller names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from atodds.model.ids import text_digest
from atodds.model.text import Document
from atodds.read.documents import Found, read

_GAP = re.compile(r"\n[^\S\n]*\n|\r\n\r\n")
ROOT = Path(__file__).resolve().parent.parent.parent


def own() -> list[Document]:
    """The sample reports and the reports of the golden cases."""
    reports = [str(path) for path in sorted((ROOT / "examples").rglob("[0-9][0-9][0-9][0-9]-*")) if path.parent.name != "src"]
    cases = sorted((ROOT / "tests" / "cases").rglob("*.case"))
    return [*documents(reports), *(plain(str(path.name), report(path.read_text(encoding="utf-8"))) for path in cases)]


def documents(paths: Sequence[str]) -> list[Document]:
    """The English documents of files, as `atodds extract` would read them."""
    found = [each.document for each in read(paths) if isinstance(each, Found)]
    return [document for document in found if document.language in (None, "en")]


def report(case: str) -> str:
    r"""The report of a golden case: what stands between its header and what is expected of it.

    >>> report("About: two\n\nTwo men died.\n\nOne lived.\n=== claims\n[1] 2 killed")
    'Two men died.\n\nOne lived.'
    """
    return case.partition("\n\n")[2].partition("\n=== ")[0]


def plain(name: str, text: str) -> Document:
    return Document(id=name, text=text, sha256=text_digest(text), language="en")


def repeated(found: Sequence[Document], words: int) -> list[Document]:
    """The same documents again and again, until they hold at least so many words."""
    once = sum(count(document) for document in found)
    return list(found) * max(1, -(-words // once))


def count(document: Document) -> int:
    """Words as white space divides them: the same count for every program that reads the text."""
    return len(document.text.split())


def paragraphs(found: Sequence[Document]) -> Iterator[str]:
    """Paragraphs of running text, without headings and page furniture that stand alone."""
    for document in found:
        for paragraph in _GAP.split(document.text):
            if len(paragraph.split()) >= 15:  # a shorter one is rarely a sentence
                yield paragraph
