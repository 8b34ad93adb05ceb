"""SVG by small pure functions: elements, words measured with care, lines broken to fit. No font is embedded, no script, no link.

Nobody knows in which font a reader's machine will show the words, so every character is taken to be as wide as in the widest common
sans serif: what fits here fits everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from atodds.vocab.shown import folded

FONTS = "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'Noto Sans', sans-serif"
_NEVER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0 has no place for these, escaped or not
_HIDDEN = re.compile("[\u061c\u200b\u200e\u200f\u2060-\u2064\ufeff]")  # marks without width that turn a line round or hide in it

# A run of letters that are read from right to left: digits behind it would be drawn in among it, "2013-11-04" as "04-11-2013".
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+")

# Accents that nobody writes in such a pile reach over the lines above and below: three stay.
_ACCENTS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_PILE = re.compile(f"([{_ACCENTS}]{{3}})[{_ACCENTS}]+")

# Widths in parts of the size: what each takes in DejaVu Sans, the widest of the common ones, rounded up.
_BY_WIDTH = {
    0.28: "ijl'’‘", 0.32: " \u00a0.,·", 0.36: "-f:;/", 0.42: "rtI()[]!|J", 0.47: '"“”', 0.56: "cszF?LT_",
    0.65: "vxykabdeghnopqu0123456789–$",
    0.72: "ABCEPRSVXYZK", 0.8: "DGHNOQU#w+<>=≠", 1.0: "mMW@%—…&",
}  # fmt: skip
_BY_LETTER = {letter: wide for wide, letters in _BY_WIDTH.items() for letter in letters}
_KEPT = "\N{NO-BREAK SPACE}"  # `shown` leaves none of its own
_CAPITAL, _PLAIN, _OTHER, _FULL = 0.8, 0.65, 0.85, 1.1
_BOLD = 1.15


class Point(NamedTuple):
    """A place on the page, in user units from its upper left corner."""

    x: float
    y: float


def element(name: str, attributes: Mapping[str, object] | None = None, *children: str) -> str:
    """One element; text among the children has to be `words`.

    >>> element("g", {"class": "lane", "x": 1.50, "y": None}, words("a < b"))
    '<g class="lane" x="1.5">a &lt; b</g>'
    """
    told = "".join(f" {key}={quoteattr(_value(value))}" for key, value in (attributes or {}).items() if value is not None)
    return f"<{name}{told}>{''.join(children)}</{name}>" if children else f"<{name}{told}/>"


def words(text: str) -> str:
    r"""Text as XML holds it: on one line, nothing that steers a terminal, turns the reading direction or breaks the file.

    >>> words("<script>\u202eevil\x00")
    '&lt;script&gt;\ufffdevil\ufffd'
    """
    return escape(shown(text))


def shown(text: str) -> str:
    """The same before it is escaped: what is measured, and what a reader sees."""
    plain = _NEVER.sub("\N{REPLACEMENT CHARACTER}", _HIDDEN.sub("\N{REPLACEMENT CHARACTER}", folded(text)))
    return plain if plain.isascii() else _PILE.sub(r"\1", plain)


def text(at: Point, line: str, size: float, kind: str, *, anchor: str = "start", bold: bool = False) -> str:
    """One line of text; `kind` is its class. A day behind a name in Arabic or Hebrew stays the right way round."""
    told = {
        "x": at.x, "y": at.y, "class": kind, "font-size": size, "text-anchor": None if anchor == "start" else anchor,
        "font-weight": "bold" if bold else None,
    }  # fmt: skip
    return element("text", told, _RIGHT_TO_LEFT.sub(lambda run: f"{run[0]}\u200e", words(line)))


def width(line: str, size: float, *, bold: bool = False) -> float:
    """How wide a line is at most, in user units."""
    return sum(map(_width, shown(line))) * size * (_BOLD if bold else 1)


def broken(line: str, room: float, size: float, *, bold: bool = False, most: int | None = None) -> list[str]:
    """A text in lines that fit, broken at blanks, a word longer than a line inside; with `most`, the last of them ends in "…".

    >>> broken("Ministry of Defence", 80, 10)
    ['Ministry of', 'Defence']
    """
    parts = shown(line).replace(" · ", f"{_KEPT}· ").split(" ")  # no line begins with the dot
    lines = [each.replace(_KEPT, " ") for each in _lines(parts, room, size, bold)]
    if most is None or len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and width(f"{last}…", size, bold=bold) > room:
        last = last[:-1]
    return [*lines[: most - 1], f"{last.rstrip()}…"]


def _lines(parts: Iterable[str], room: float, size: float, bold: bool) -> Iterator[str]:
    line = ""
    for part in parts:
        longer = f"{line} {part}" if line else part
        if width(longer, size, bold=bold) <= room:
            line = longer
            continue
        if line:
            yield line
        while width(part, size, bold=bold) > room and len(part) > 1:
            fits = next((end for end in range(len(part) - 1, 1, -1) if width(part[:end], size, bold=bold) <= room), 1)
            yield part[:fits]
            part = part[fits:]
        line = part
    if line:
        yield line


@cache
def _width(character: str) -> float:
    if character in _BY_LETTER:
        return _BY_LETTER[character]
    if unicodedata.combining(character):
        return 0.0
    whole = unicodedata.normalize("NFKC", character)
    if whole != character:
        return max(_FULL, sum(map(_width, whole)))  # one character that is written as a whole phrase: U+FDFD
    if unicodedata.east_asian_width(character) in "WF" or ord(character) > 0xFFFF or unicodedata.category(character)[0] in "SC":
        return _FULL
    if character.isupper():
        return _CAPITAL
    return _PLAIN if ord(character) < 0x250 else _OTHER  # other scripts: no table knows them all


def _value(value: object) -> str:
    """A number with two decimals at most; anything else as it is, without what XML cannot hold."""
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return _NEVER.sub("\N{REPLACEMENT CHARACTER}", str(value))
