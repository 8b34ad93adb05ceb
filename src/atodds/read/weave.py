"""Writing the flow: characters of the document in order, with single spaces, and where each stretch came from."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Literal, NamedTuple

from atodds.model.text import Block, Flow
from atodds.read.hyphens import PLAIN, joint, written
from atodds.read.lines import UNSEEN, Line

Kind = Literal["paragraph", "heading", "item"]

_ROUGH = re.compile(rf"[^\S ]|  |[{UNSEEN}]")
_RUN = re.compile(rf"[^\s{UNSEEN}]+")


class Paragraph(NamedTuple):
    """Lines that belong together, and how many characters of the first are its bullet or number."""

    lines: list[Line]
    marker: int
    kind: Kind


class Weaver:
    """Writes the flow of a text, and remembers where each stretch of it came from."""

    def __init__(self, text: str, *, shouted: bool) -> None:
        self._text = text
        self._shouted = shouted  # all in capitals
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._pieces: list[tuple[int, int]] = []
        self._shift: int | None = None  # between document and flow, in the last piece
        self._end = 0  # in the document, of what was written last
        self._words: Callable[[], frozenset[str]] = cache(lambda: written(text))

    def add(self, paragraph: Paragraph) -> None:
        """Write one block; a line end parts it from the one before."""
        if self._blocks:
            self._put(self._end, "\n")
        start, lines = self._length, paragraph.lines
        for place, line in enumerate(lines):
            tie = PLAIN
            if place + 1 < len(lines):
                tie = joint(line.text, lines[place + 1].text, soft=line.soft, shouted=self._shouted, words=self._words)
            self._line(line.start + (0 if place else paragraph.marker), line.end - tie.drop)
            if tie.space and place + 1 < len(lines):
                self._put(line.end, " ")
        self._blocks.append(Block(start=start, end=self._length, kind=paragraph.kind))

    def _line(self, start: int, end: int) -> None:
        if _ROUGH.search(self._text, start, end) is None:
            self._put(start, self._text[start:end])
            return
        before: int | None = None
        for run in _RUN.finditer(self._text, start, end):
            if before is not None:
                self._space(before, run.start())
            self._put(run.start(), run[0])
            before = run.end()

    def _space(self, start: int, end: int) -> None:
        """One space for white space; none where there are only unseen characters."""
        for offset in range(start, end):
            if self._text[offset].isspace():
                self._put(offset, " ")
                return

    def _put(self, origin: int, words: str) -> None:
        if not words:
            return
        if origin - self._length != self._shift:
            self._shift = origin - self._length
            self._pieces.append((self._length, origin))
        self._parts.append(words)
        self._length += len(words)
        self._end = origin + len(words)

    def flow(self) -> Flow:
        return Flow(text="".join(self._parts), blocks=tuple(self._blocks), pieces=tuple(self._pieces))
