"""The pages of a PDF, read in a process of its own: `python -m atodds.read.pages`, the file on stdin, JSON on stdout.

A hostile PDF of 4 KB makes the reader abort or run for ever; here it ends nothing but this process. Imports little, on purpose.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

MEMORY = 1_500_000_000  # bytes
SECONDS = 20  # of processor time
MOST_PAGES = 2000
MOST_CHARACTERS = 20_000_000

_BROKEN_WORD = "\ufffe"  # PDFium's mark for a hyphen at a line's end; it leaves out the line end itself
_WIDE_GAP = 1.35  # times the usual distance between lines: a new paragraph
_OTHER_SIZE = 0.12  # of the size of the letters: a heading, or the text below it
_FIRST_LINE = (0.7, 5.0)  # sizes of letters that a first line is indented


class Row(NamedTuple):
    """A line of a page, with its place in points."""

    text: str
    left: float
    bottom: float
    size: float


def limit() -> None:
    """Bound what this process may use, where the system can."""
    try:
        import resource
    except ImportError:  # Windows: the clock of the parent is the only limit
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):  # a stricter limit is set already, or the system knows none
            continue


def read(data: bytes) -> dict[str, Any]:
    """Title and pages of a PDF, or an error: `locked`, `pages`, `size`, `damaged`."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        return {"error": "locked" if "password" in str(fault).lower() else "damaged"}
    count = len(document)
    if count > MOST_PAGES:
        return {"error": "pages", "count": count}
    pages: list[dict[str, Any]] = []
    total = 0
    for number in range(count):
        page = _page(document, number)
        total += len(page["text"])
        if total > MOST_CHARACTERS:
            return {"error": "size", "count": number + 1}
        pages.append(page)
    return {"title": document.get_metadata_dict().get("Title", ""), "pages": pages}


def _page(document: Any, number: int) -> dict[str, Any]:
    """A page's text, and whether there is anything on it."""
    import pypdfium2

    try:
        page = document[number]
        letters = page.get_textpage()
        text = "\n".join(paragraphs(list(rows(letters))))
        return {"text": text, "drawn": bool(text.strip()) or any(True for _ in page.get_objects(max_depth=1))}
    except pypdfium2.PdfiumError:
        return {"text": "", "drawn": True}


def rows(letters: Any) -> Iterator[Row]:
    """The lines of a page in the order of the file, each with the place of its first letter."""
    text = letters.get_text_range()
    placed = len(text) == letters.count_chars()  # else letters and characters are not in step, and there is no layout
    offset = 0
    for raw in text.replace(_BROKEN_WORD, "-\n").replace("\r\n", "\n").split("\n"):
        words = raw.strip()
        start = text.find(words.rstrip("-"), offset) if words else -1
        if start >= 0:
            yield _row(letters, words, start) if placed else Row(words, 0.0, 0.0, 0.0)
            offset = start + len(words.rstrip("-"))


def _row(letters: Any, words: str, start: int) -> Row:
    left, bottom, _, top = letters.get_charbox(start, loose=True)
    return Row(words, left, bottom, top - bottom)


def paragraphs(lines: list[Row]) -> Iterator[str]:
    """The lines of a page as text: an empty line where the layout opens a gap, spaces where a first line is indented."""
    steps = [above.bottom - below.bottom for above, below in pairwise(lines)]
    usual = median([step for step in steps if step > 1] or [0])
    for place, line in enumerate(lines):
        above = lines[place - 1] if place else None
        below = lines[place + 1] if place + 1 < len(lines) else None
        if above is not None and _apart(above, line, usual):
            yield ""
        yield ("    " if _first(above, line, below) else "") + line.text


def _apart(above: Row, line: Row, usual: float) -> bool:
    step = above.bottom - line.bottom
    other = abs(above.size - line.size) > _OTHER_SIZE * max(above.size, line.size)
    return step < -1 or step > _WIDE_GAP * usual or (other and step > 1)


def _first(above: Row | None, line: Row, below: Row | None) -> bool:
    """Is the line indented against the one before and the one after?"""
    least, most = _FIRST_LINE[0] * line.size, _FIRST_LINE[1] * line.size
    sides = [line.left - other.left for other in (above, below) if other is not None]
    return bool(sides) and all(least <= side <= most for side in sides)


def main() -> None:
    limit()
    json.dump(read(sys.stdin.buffer.read()), sys.stdout)


if __name__ == "__main__":
    main()
