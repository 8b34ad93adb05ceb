"""The paragraph around a claim, its quote marked, so that a number leads back to its words."""

from __future__ import annotations

import re
from typing import NamedTuple

from atodds.model.claim import Claim
from atodds.model.text import TABLE, Document
from atodds.vocab.shown import folded

_GAP = re.compile(r"\n[ \t]*\n|\n(?=[ \t]{2,}\S)")  # an empty line, or an indented one, begins a paragraph
_REACH = 700  # characters on either side of a quote: a page without paragraphs is cut to what a person reads at once


class Passage(NamedTuple):
    """The words before the quote, the quote, the words after; each on one line."""

    before: str
    quote: str
    after: str

    def marked(self, opening: str = "[[", closing: str = "]]") -> str:
        return f"{self.before}{opening}{self.quote}{closing}{self.after}"


def passage(claim: Claim, document: Document) -> Passage:
    """The claim's quote inside its paragraph, in the document's own words; "…" where the paragraph goes on. Of a table, in its row."""
    text = document.text
    if document.media_type == TABLE and claim.sentence is not None:
        row = claim.sentence
        return Passage(folded(text[row.start : claim.start]), folded(claim.quote), folded(text[claim.end : row.end]))
    start, end = _back(text, claim.start), _on(text, claim.end)
    before, after = text[start : claim.start], text[claim.end : end]
    return Passage(
        ("… " if _is_cut(text, start) else "") + folded(before) + _blank(before[-1:]),
        folded(claim.quote),
        _blank(after[:1]) + folded(after) + (" …" if end < len(text) and not _GAP.match(text, end) else ""),
    )


def _back(text: str, start: int) -> int:
    """Where the paragraph begins, no further back than `_REACH` and at the beginning of a word."""
    least = max(0, start - _REACH)
    gaps = [gap.end() for gap in _GAP.finditer(text, least, start)]
    if gaps:
        return gaps[-1]
    word = text.find(" ", least, start)
    return least if least == 0 or word == -1 else word + 1


def _on(text: str, end: int) -> int:
    """Where it ends, no further on than `_REACH`."""
    gap = _GAP.search(text, end, min(len(text), end + _REACH))
    return gap.start() if gap else min(len(text), end + _REACH)


def _is_cut(text: str, start: int) -> bool:
    """Is `start` inside a paragraph?"""
    return start > 0 and not any(gap.end() == start for gap in _GAP.finditer(text, max(0, start - 200), start))


def _blank(character: str) -> str:
    """The blank between two parts, where the text has white space there."""
    return " " if character.isspace() else ""
