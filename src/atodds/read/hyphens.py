"""A hyphen at the end of a line: part of the word, or only of the line."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from atodds.vocab import load

_LEFT = re.compile(r"([^\W_]{1,40})[-\u2010]$")
_RIGHT = re.compile(r"([^\W\d_]{1,40})")
_NUMBER_DASH = re.compile(r"\d[-\u2010-\u2013]$")
_WORD = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*")


class Joint(NamedTuple):
    """How a line is tied to the next: characters dropped at its end, and whether a space comes between."""

    drop: int
    space: bool


PLAIN = Joint(0, True)


def joint(line: str, following: str, *, soft: bool, shouted: bool, words: Callable[[], frozenset[str]]) -> Joint:
    """Tie two lines of one paragraph. `shouted`: the text is all in capitals; `words`: what the document writes elsewhere.

    >>> joint("the govern-", "ment said", soft=False, shouted=False, words=frozenset)
    Joint(drop=1, space=False)
    >>> joint("Directorate for Inter-", "Services", soft=False, shouted=False, words=frozenset)
    Joint(drop=0, space=False)
    """
    if soft:
        return Joint(0, False)
    if line.endswith("—") and line[-2:-1].strip():
        return Joint(0, False)
    if _NUMBER_DASH.search(line[-3:]):  # "2012-\n2013", "16-\nyear-old"
        return Joint(0, False)
    left, right = _LEFT.search(line[-42:]), _RIGHT.match(following[:40])
    if left is None or right is None or right[1].lower() in _words("waiting"):
        return PLAIN
    return Joint(0 if _own(line, left[1], right[1], shouted, words) else 1, False)


def _own(line: str, left: str, right: str, shouted: bool, words: Callable[[], frozenset[str]]) -> bool:
    """Is the hyphen the word's own?"""
    if not shouted and (right[0].isupper() or left[-1].isupper()):  # Inter-Services, CIA-run
        return True
    if line[: -len(left) - 1].endswith(("-", "\u2010")):  # three-year-old
        return True
    first, second = left.lower(), right.lower()
    known = words()
    if first + second in known:
        return False
    if f"{first}-{second}" in known or second in _words("seconds"):
        return True
    solid = load("joins")["prefixes"].get(first)
    return solid is not None and not second.startswith(tuple(solid))


def written(text: str) -> frozenset[str]:
    """Every word of a text, in small letters, hyphenated ones whole."""
    return frozenset(word.replace("\u2010", "-") for word in _WORD.findall(text.lower()))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("joins")[name])
