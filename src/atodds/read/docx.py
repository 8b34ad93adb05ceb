"""DOCX -> text: paragraphs parted by an empty line, list items with a bullet, the cells of a table on one line."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

import docx
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError

from atodds.errors import UnreadableDocument
from atodds.read.derived import Derived
from atodds.read.pdf import real_title

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MOST_UNPACKED = 200_000_000  # bytes of all parts, ten thousand times a bomb's own size
_MOST_TEXT_PART = 50_000_000  # bytes of the part that holds the text
_TEXT_PART = "word/document.xml"
# What python-docx raises on a file with parts missing, cut or mixed up: whatever it stumbles on, at any call.
_BROKEN_FILE = (
    PackageNotFoundError,
    PythonDocxError,
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    EOFError,
    RuntimeError,
)
_BROKEN_PARTS = (LxmlError, KeyError, ValueError, AttributeError, TypeError, IndexError, OverflowError)
_FAULTS = (*_BROKEN_FILE, *_BROKEN_PARTS)


def read_docx(data: bytes) -> Derived:
    """The text and title of a DOCX. Raises UnreadableDocument."""
    _check_size(data)
    try:
        document = docx.Document(io.BytesIO(data))
        text = "\n\n".join(_blocks(document))
        title = real_title(document.core_properties.title)
    except _FAULTS as fault:
        raise UnreadableDocument(f"the DOCX is damaged ({type(fault).__name__})", "open it in a word processor and save it again") from None
    return Derived(text=text, media_type=MEDIA_TYPE, title=title)


def _check_size(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            sizes = {part.filename: part.file_size for part in packed.infolist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError, OverflowError) as fault:
        raise UnreadableDocument(f"this is no DOCX: {fault}", "open it in a word processor and save it again") from None
    if _TEXT_PART not in sizes:
        raise UnreadableDocument("this is a ZIP file and no DOCX", "unpack it and read the files in it")
    if sum(sizes.values()) > _MOST_UNPACKED or sizes[_TEXT_PART] > _MOST_TEXT_PART:
        raise UnreadableDocument("the DOCX unpacks to more than is read", "split it, or save it without its pictures")


def _blocks(document: Any) -> Iterator[str]:
    items: list[str] = []
    for block in document.iter_inner_content():
        words = _table(block) if isinstance(block, Table) else block.text.strip()
        if isinstance(block, Paragraph) and words and _is_item(block):
            items.append(f"• {words}")
            continue
        if items:
            yield "\n".join(items)
            items = []
        if words:
            yield words
    if items:
        yield "\n".join(items)


def _is_item(paragraph: Paragraph) -> bool:
    properties = paragraph._p.pPr
    style = paragraph.style.name if paragraph.style is not None else None
    return (properties is not None and properties.numPr is not None) or (style or "").startswith("List")


def _table(table: Table) -> str:
    """A row a line; a cell merged over several columns stands once."""
    lines = []
    for row in table.rows:
        cells = dict.fromkeys(cell._tc for cell in row.cells)
        words = {cell._tc: " ".join(cell.text.split()) for cell in row.cells}
        lines.append(" | ".join(words[cell] for cell in cells if words[cell]))
    return "\n".join(line for line in lines if line)
