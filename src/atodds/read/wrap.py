"""Hard wraps: whether the lines of a text were broken to a width, and which."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from atodds.read.lines import Line, finished, goes_on, unfinished

_WIDEST = 200  # columns; nobody wraps wider
_NARROWEST = 20
_COUNTS = 30  # characters; shorter lines (headings, last lines) tell nothing
_SURE_SHARE = 0.25  # of line ends inside a sentence: in wrapped English about two thirds are, in unwrapped text almost none
_LONGER = 1.3  # times the width: such lines were not wrapped to it ...
_LONGER_SHARE = 0.2  # ... and this share of them denies that the text was wrapped
_EVEN = 0.75  # of the longest line: where capitals hide the middle of a sentence, lines of even length show the wrap
_MANY_WORDS = 12  # a headline is rarely longer
_SHOUTED = 0.9  # of the letters
_SAMPLE, _GLANCE = 4000, 700  # characters


def wrap_width(lines: Sequence[Line]) -> int | None:
    """The width that lines were broken to, in characters; None for text of one line a paragraph."""
    pairs = [(above, below) for above, below in pairwise(lines) if below.gap == 0]
    inside = [_length(above) for above, below in pairs if _sure(above, below)]
    counted = sum(_length(above) >= _COUNTS for above, _ in pairs)
    if not inside or len(inside) < _SURE_SHARE * counted:
        inside = _even(lines, pairs)
    if not inside:
        return None
    width = sorted(inside)[int(0.9 * (len(inside) - 1) + 0.5)]
    long = [_length(line) for line in lines if _length(line) >= _COUNTS]
    return None if sum(length > _LONGER * width for length in long) > _LONGER_SHARE * len(long) else width


def _sure(above: Line, below: Line) -> bool:
    """Is the line end surely inside a sentence?"""
    return _NARROWEST <= _length(above) <= _WIDEST and not finished(above.text) and (goes_on(below.text) or unfinished(above.text))


def _even(lines: Sequence[Line], pairs: Sequence[tuple[Line, Line]]) -> list[int]:
    """Line ends that end no sentence, of lines almost as long as the longest."""
    longest = max((_length(line) for line in lines), default=0)
    if longest > _WIDEST:
        return []
    found = [above for above, _ in pairs if _length(above) >= max(_COUNTS, _EVEN * longest) and not finished(above.text)]
    if len(found) == 1 and len(found[0].text.split()) < _MANY_WORDS:
        return []
    return [_length(line) for line in found]


def _length(line: Line) -> int:
    return line.indent + len(line.text)


def is_shouted(text: str) -> bool:
    """Is the text all in capitals, as telegrams are?"""
    sample = text[:_SAMPLE]
    if sum(map(str.islower, sample[:_GLANCE])) > (1 - _SHOUTED) * len(sample):
        return False  # whatever the rest may be: too few letters are left
    small = sum(map(str.islower, sample))
    capital = sum(map(str.isupper, sample))
    return capital > 0 and capital >= _SHOUTED * (small + capital)
