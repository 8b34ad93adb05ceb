"""The visible lines of a text: where each stands, how far it is indented, what lies before it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from atodds.vocab import load

# Characters that nobody sees: soft hyphen, zero-width and bidirectional controls, C0 and C1 controls that are no white space.
UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
)
SOFT_HYPHEN = "\u00ad"
_VISIBLE = re.compile(rf"[^\s{UNSEEN}]")

_STOP = re.compile(r"[.!?…][\"'”’»)\]]{0,4}$")
# ... “with other weapons.” (AP, Oct. 27)
_CREDITED = re.compile(r"[.!?…][\"'”’»)\]]{0,4}\s\([^()]{2,60}\)$")
_LAST_WORD = re.compile(r"[\w.&'’-]{1,40}$")
_OPENERS = "\"'“‘«([¿¡"
_TAIL = 110  # characters that tell how a line ends


class Line(NamedTuple):
    """A line with something to see on it; `start` and `end` are offsets in the document, without white space around."""

    start: int
    end: int
    text: str
    indent: int  # columns
    gap: int  # empty lines before it, and lines left out
    page: bool = False  # it opens a new page
    soft: bool = False  # it ends with a soft hyphen


def cut(text: str) -> list[Line]:
    r"""The visible lines of a text, in order.

    >>> [(line.text, line.gap) for line in cut("One \r\n\r\n  two")]
    [('One', 0), ('two', 1)]
    """
    found: list[Line] = []
    offset, gap, page = 0, 0, False
    for raw in text.splitlines(keepends=True):
        start = _visible_start(raw)
        if start < len(raw):
            end = _visible_end(raw)
            seen = raw[start:end]
            indent = len(raw[:start].expandtabs(4))
            found.append(Line(offset + start, offset + end, seen, indent, gap, page, raw[end : end + 1] == SOFT_HYPHEN))
            gap, page = 0, False
        else:
            gap += 1
        page = page or raw.endswith("\f")
        offset += len(raw)
    return found


def _visible_start(raw: str) -> int:
    if raw[0].isalnum():
        return 0
    seen = _VISIBLE.search(raw)
    return seen.start() if seen else len(raw)


def _visible_end(raw: str) -> int:
    end = len(raw.rstrip())
    while not _VISIBLE.match(raw, end - 1):
        end -= 1
    return end


def finished(line: str) -> bool:
    """Does the line end a sentence? "Gen." does not; “... weapons.” (AP, Oct. 27) does."""
    tail = line[-_TAIL:]
    stop = _STOP.search(tail)
    if stop is None:
        return _CREDITED.search(tail) is not None
    if stop[0] != ".":
        return True
    word = _LAST_WORD.search(tail)
    return word is None or word[0].lower() not in _never_last()


def unfinished(line: str) -> bool:
    """Does the line break off: "Bloodshed rises as", "the upper house of the", "Inter-"?"""
    if line[-1:] in "-\u2010" and line[-2:-1].isalnum():
        return True
    word = _LAST_WORD.search(line[-_TAIL:])
    return word is not None and word[0].lower() in _joins()["unfinished"]


def goes_on(line: str) -> bool:
    """Does the line begin in the middle of a sentence, with a small letter?"""
    return line[:4].lstrip(_OPENERS)[:1].islower()


def first_word(line: str) -> str:
    return line[:40].split(maxsplit=1)[0] if line else ""


@cache
def _joins() -> dict[str, frozenset[str]]:
    return {"unfinished": frozenset(load("joins")["unfinished"])}


@cache
def _never_last() -> frozenset[str]:
    words = load("abbreviations")
    return frozenset(word.lower() for word in (*words["titles"], *words["inner"]))
