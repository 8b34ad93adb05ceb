"""Counts: the cells of a figure as its bounds. An empty cell says nothing and leaves its side open; a zero is a claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from atodds.exchange.tables.cells import Cell
from atodds.extract.mentions.quantities import quantities
from atodds.language.pipeline import load
from atodds.model.figure import Modality
from atodds.model.mention import Marks
from atodds.model.text import Document, Span
from atodds.read.clean import flow

_PLAIN = re.compile(r"(\d{1,15})(?:\.0+)?")  # "12"; "12.0", as a spreadsheet writes a count; nobody counts further than 15 digits
_GROUPED = re.compile(r"\d{1,3}(?:(?:,\d{3})+|(?:[  ’']\d{3})+)")  # "1,200", "1 200"
_SIGNED = re.compile(r"(?P<before>>=|<=|[≥≤<>~≈])?\s*(?P<number>\d{1,15})\s*(?P<after>\+)?")
_SIGNS = {">=": "at least", "≥": "at least", "+": "at least", "<=": "at most", "≤": "at most", ">": "more than", "<": "fewer than"} | {
    "~": "about",
    "≈": "about",
}
_MOST = 10**15
_LONGEST = 80  # characters of a cell that could be one count in words


class Count(NamedTuple):
    """Bounds and how sure they are. None: open on that side."""

    low: int | None
    high: int | None
    modality: Modality


class Unreadable(ValueError):
    """The words of a cell that are no count, day or degree, and what to do about them."""


def count(words: str) -> Count:
    """The bounds that one cell gives. Raises Unreadable for anything but one count.

    >>> count("12"), count("4-7"), count("at least 400").low, count("0").modality
    (Count(low=12, high=12, modality='exact'), Count(low=4, high=7, modality='exact'), 400, 'none')
    """
    plain = _PLAIN.fullmatch(words)
    if plain is not None:
        return _exactly(int(plain[1]))
    if _GROUPED.fullmatch(words):
        return _exactly(int(re.sub(r"\D", "", words)))
    return _in_words(words)


def bounds(low: str | None, high: str | None) -> Count | None:
    """The bounds that a column of least and one of most numbers give together; None where both are empty.

    Raises Unreadable where the least is more than the most.
    >>> bounds("4", "7"), bounds("4", None), bounds(None, "7")
    (Count(low=4, high=7, modality='exact'), Count(low=4, high=None, modality='at_least'), Count(low=None, high=7, modality='at_most'))
    """
    least, most = None if low is None else _one(low), None if high is None else _one(high)
    if least is None or most is None:
        return None if least is most else Count(least, most, "at_least" if most is None else "at_most")
    if least > most:
        raise Unreadable(f"{least} at least and {most} at most cannot both be meant")
    return Count(least, most, "none" if most == 0 else "exact")


def stretch(cells: Sequence[Cell], text: str, between: str) -> Span:
    """The words of a figure in the text: of one cell, or from the first to the last of cells that adjoin; else of the first named.

    `between`: the delimiter, which with quotation marks and blanks is all that lies between adjoining cells.
    """
    first, last = min(cell.at for cell in cells), max(cell.at for cell in cells)
    if first == last or text[first.end : last.start].strip(f'{between}" \t').strip():
        return cells[0].at
    if text[first.end : last.start].count(between) > 1:
        return cells[0].at
    return first.cover(last)


def _exactly(number: int) -> Count:
    return Count(number, number, "none" if number == 0 else "exact")


def _one(words: str) -> int:
    """The number of a column that holds one bound; a range or a vague word is none."""
    found = count(words)
    if found.low is None or found.low != found.high:
        raise Unreadable(f"{words!r} is not one number")
    return found.low


@lru_cache(maxsize=4096)
def _in_words(words: str) -> Count:
    """A count in words, by the rules that read it in a report: "dozens", "between 4 and 7", "at least 5"."""
    signed = _SIGNED.fullmatch(words)
    if signed is not None and (signed["before"] is None or signed["after"] is None):
        words = f"{_SIGNS[signed['before'] or signed['after'] or '~']} {signed['number']}"
    sentences = load().sentences(flow(words)) if len(words) <= _LONGEST else ()
    if len(sentences) == 1:
        sentence = sentences[0]
        found = list(quantities(sentence, Marks(), Document(id="", text=words, sha256="")))
        if len(found) == 1 and found[0].at == Span(0, len(sentence.tokens.words)) and found[0].currency is None:
            return _whole(words, found[0].low, found[0].high, found[0].modality)
    raise Unreadable(f"{words!r} is no count")


def _whole(words: str, low: float | None, high: float | None, modality: Modality) -> Count:
    if any(side is not None and side != int(side) for side in (low, high)):
        raise Unreadable(f"{words!r} counts no whole people")
    if max(low or 0, high or 0) > _MOST:
        raise Unreadable(f"{words!r} is more than anybody counts")
    modality = "none" if (low, high) == (0, 0) else modality
    return Count(None if low is None else int(low), None if high is None else int(high), modality)
