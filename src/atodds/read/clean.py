"""Re-flowing: a document's text as a person would read it on, mapped back to every character it came from.

Hard-wrapped lines become paragraphs, words broken at a line's end are joined, page furniture is left out. Nothing is ever
changed or moved: the flow holds characters of the document, in order, and single spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from atodds.model.text import Flow
from atodds.read.furniture import BULLETS, without_furniture
from atodds.read.lines import Line, cut, finished, first_word, goes_on, unfinished
from atodds.read.weave import Kind, Paragraph, Weaver
from atodds.read.wrap import is_shouted, wrap_width

_FULL = 0.8  # of the wrap width: a line that the next word would have taken further is full
_HALF = 0.5  # of the wrap width: a shorter line was ended on purpose
_INDENT = 2  # columns; one is a stray space
_BREAK = 12  # lines left out or empty: no page break is wider
_LONG_LINE = 40  # characters; in text without a wrap width a shorter line ends on purpose

_BULLET = re.compile(rf"[{BULLETS}]\s{{0,8}}")
_DASH = re.compile(r"[-–—]\s{1,8}")
_NUMBER = re.compile(r"(?:\(?[0-9]{1,2}[.)]|\([a-z]\))\s{1,8}")
_HASHES = re.compile(r"#{1,6}\s{1,8}")

_HEADING_CHARACTERS, _HEADING_WORDS, _HEADING_LINES = 120, 18, 3
_INNER_STOP = re.compile(r"[.!?][\"'”’)\]]{0,3}\s+[\"'“‘(\[]?[A-Z0-9]")
_QUOTES = "\"'“‘«["
_NO_HEADING_END = (".", ":", ";", ",", "…", "-", "—", ")", "]")


@lru_cache(maxsize=1)  # the head of a document is read in it first, then its sentences
def flow(text: str) -> Flow:
    r"""The flow of a text: every paragraph, heading and item on one line.

    >>> flow("The govern-\nment said  so.\n\nHOME").text
    'The government said so.'
    """
    lines = without_furniture(cut(text))
    weaver = Weaver(text, shouted=is_shouted(text))
    for paragraph in _kinds(list(_paragraphs(lines, wrap_width(lines)))):
        weaver.add(paragraph)
    return weaver.flow()


def _paragraphs(lines: Iterable[Line], width: int | None) -> Iterator[Paragraph]:
    current: Paragraph | None = None
    for line in lines:
        if current is not None and _belongs(line, current, width):
            current.lines.append(line)
            continue
        if current is not None:
            yield current
        marker, kind = _marker(line, current)
        current = Paragraph([line], marker, kind)
    if current is not None:
        yield current


def _marker(line: Line, above: Paragraph | None) -> tuple[int, Kind]:
    """How many characters at the line's start are a bullet, a number or the hashes of a heading, and what it begins."""
    if line.text[0].isalpha():
        return 0, "paragraph"
    if hashes := _HASHES.match(line.text):
        return hashes.end(), "heading"
    if (bullet := _BULLET.match(line.text)) and bullet.end() < len(line.text):
        return bullet.end(), "item"
    # "killed\n19. In one attack": a number or a dash begins an item only where the line above it has ended.
    mark = _DASH.match(line.text) or _NUMBER.match(line.text)
    if mark and mark.end() < len(line.text) and (above is None or line.gap or _ends(above)):
        return mark.end(), "item"
    return 0, "paragraph"


def _ends(paragraph: Paragraph) -> bool:
    last = paragraph.lines[-1].text
    return paragraph.kind == "item" or finished(last) or last.endswith((":", ";"))


def _belongs(line: Line, paragraph: Paragraph, width: int | None) -> bool:
    """Does the line go on with the paragraph?"""
    if paragraph.kind == "heading" or _marker(line, paragraph)[0]:
        return False
    if line.gap:
        return _over_a_gap(line, paragraph, width)
    return not _indented(line, paragraph) and _wrapped(line, paragraph, width)


def _indented(line: Line, paragraph: Paragraph) -> bool:
    """Does an indent begin a paragraph here? Under an item it only keeps the item's lines together."""
    above = paragraph.lines[-1]
    if line.indent >= above.indent + _INDENT:
        return paragraph.kind != "item"
    quoted = len(paragraph.lines) > 1 and above.indent >= line.indent + _INDENT
    return quoted and finished(above.text)


def _wrapped(line: Line, paragraph: Paragraph, width: int | None) -> bool:
    above = paragraph.lines[-1]
    ended = finished(above.text)
    if not ended and (goes_on(line.text) or unfinished(above.text)):
        return True
    if width is None:
        return False
    full = above.indent + len(above.text) + 1 + len(first_word(line.text)) >= _FULL * width
    # A short line alone, then a capital: a heading above its text.
    return full or (not ended and len(paragraph.lines) > 1)


def _over_a_gap(line: Line, paragraph: Paragraph, width: int | None) -> bool:
    """Does a page break, or a heading broken in two, stand between a line and the one that it goes on from?"""
    above = paragraph.lines[-1]
    if _ends(paragraph) or line.gap > _BREAK or line.indent >= above.indent + _INDENT:
        return False
    if goes_on(line.text):
        return len(above.text) >= (_LONG_LINE if width is None else _HALF * width)
    if unfinished(above.text):
        return True
    if width is None or len(paragraph.lines) < 2:
        return False
    return len(above.text) >= _FULL * width and len(line.text) >= _HALF * width


def _kinds(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs with the headings known; a heading stands above something."""
    headings = [_like_heading(each) for each in paragraphs]
    last = max((place for place, heading in enumerate(headings) if not heading), default=-1)
    for place, each in enumerate(paragraphs):
        yield each._replace(kind="heading") if headings[place] and place < last and each.kind == "paragraph" else each


def _like_heading(paragraph: Paragraph) -> bool:
    """Short, one piece, no full stop: "Can the truce survive the massacre?", not "He said:"."""
    lines = paragraph.lines
    if paragraph.kind == "heading":
        return True
    if paragraph.kind == "item" or len(lines) > _HEADING_LINES or sum(len(line.text) for line in lines) > _HEADING_CHARACTERS:
        return False
    words = " ".join(line.text for line in lines)
    begins = words.lstrip(_QUOTES)[:1]
    if not begins.isalnum() or begins.islower() or words.endswith(_NO_HEADING_END):
        return False
    # He said: “Nobody was hurt.” is a sentence; “Nobody was hurt?” alone may be a heading.
    if finished(words) and not (words.endswith(("?", "!")) or words[0] in _QUOTES):
        return False
    return len(words.split()) <= _HEADING_WORDS and not _INNER_STOP.search(words)
