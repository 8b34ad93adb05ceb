"""Text: documents, the flow that is read, sentences, and the spans that point into them.

All offsets are code points, half-open: `text[span.start:span.end]` is the quote, always.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from itertools import filterfalse
from typing import Any, Literal, NamedTuple, TypeVar

import msgspec

from atodds.model.lazy import lazy
from atodds.model.record import Record

TABLE = "text/csv"  # the media type of a table: its rows are claims, its words are no sentences
QUOTES = frozenset(("“", "”", '"', "'", "‘", "’", "''", "``"))  # tokens that open or close a quotation

T = TypeVar("T")
_WORD = re.compile(r"[^\W\d_]+")
_FAR = 1 << 62  # beyond any document


def bare_words(text: str) -> list[str]:
    """The runs of letters of a text, lower case.

    >>> bare_words("Al-Nusra’s 12 men")
    ['al', 'nusra', 's', 'men']
    """
    return _WORD.findall(text.lower())


class Span(NamedTuple):
    """A half-open stretch of something counted: characters of a text, or tokens of a sentence."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Do the two share at least one position?"""
        return self.start < other.end and other.start < self.end

    def cover(self, other: Span) -> Span:
        """The least span that holds both."""
        (start, end), (first, last) = self, other
        if start <= first:
            return self if last <= end else Span(start, last)
        return other if end <= last else Span(first, end)


class Document(Record, frozen=True, kw_only=True):
    """A report as it was read: its text never changes, all spans point into it."""

    id: str  # as given, or the SHA-256 of the bytes
    text: str
    sha256: str  # of the text, UTF-8
    bytes_sha256: str | None = None  # of the original bytes; None for text given inside JSONL
    media_type: str = "text/plain"
    path: str | None = None  # as the caller named it
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    language: str | None = None  # ISO 639-1; None: not told apart
    url: str | None = None


class Problem(Record, frozen=True, kw_only=True):
    """A document that could not be read, or not wholly: which, at what stage, and why, in one sentence."""

    document: str
    stage: Literal["open", "decode", "parse", "language", "extract", "record"]
    message: str


class Block(Record, frozen=True, kw_only=True):
    """A paragraph, heading or list item of the flow. Page furniture is no block: it is not in the flow at all."""

    start: int  # in the flow
    end: int
    kind: Literal["paragraph", "heading", "item"] = "paragraph"


class Flow(Record, frozen=True, kw_only=True):
    """A document's text as a person would read it on: re-flowed, without page furniture, mapped back to the document.

    `pieces` are the stretches copied from the document, `(start in flow, start in document)`, in order; within a piece each
    character of the flow stands for one character of the document (a line end may have become a space).
    """

    text: str
    blocks: tuple[Block, ...]
    pieces: tuple[tuple[int, int], ...]

    def origin(self, offset: int) -> int:
        """The document's offset of the character at `offset` in the flow."""
        first, second = self.pieces[bisect_right(self.pieces, (offset, _FAR)) - 1]
        return second + offset - first

    def span(self, start: int, end: int) -> Span:
        """The document's span of `flow.text[start:end]`; `start < end`."""
        pieces = self.pieces
        place = bisect_right(pieces, (start, _FAR))
        here, there = pieces[place - 1]
        if place < len(pieces) and pieces[place][0] < end:  # it goes on into another piece
            return Span(there + start - here, self.origin(end - 1) + 1)
        return Span(there + start - here, there + end - here)


class Tokens(NamedTuple):
    """The words and marks of a sentence, as parallel lists. `starts` and `ends` are offsets in the sentence's text."""

    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]


class Analysis(Record, frozen=True, kw_only=True):
    """What a pipeline knows of each token beyond its letters, in parallel with `Tokens` (Universal Dependencies labels)."""

    tags: tuple[str, ...]  # UPOS
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]  # index of the head, -1 for the root
    relations: tuple[str, ...]
    names: tuple[tuple[int, int, str], ...] = ()  # first token, last + 1, PER LOC ORG


class Sentence(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A sentence of the flow. Rules work on its tokens; `span` leads every token back to the document."""

    text: str
    start: int  # offset in the flow
    index: int  # among the document's sentences
    block: int  # which block of the flow it stands in
    flow: Flow
    split: Callable[[str], Tokens]  # how this pipeline cuts a sentence into tokens
    analysis: Analysis | None = None

    @lazy
    def bare(self) -> frozenset[str]:
        """The bare words, lower case: enough to tell that most sentences hold nothing of a list."""
        lower = self.tokens.lower  # most words are bare as they stand
        return frozenset((*filter(str.isalpha, lower), *bare_words(" ".join(filterfalse(str.isalpha, lower)))))

    @lazy
    def tokens(self) -> Tokens:
        return self.split(self.text)

    def once(self, make: Callable[[Sentence], T]) -> T:
        """What a function makes of this sentence, worked out for the first who asks. Nobody may change it."""
        made: T | None = self._made.get(make)
        if made is None:
            made = self._made[make] = make(self)
        return made

    @lazy
    def _made(self) -> dict[Callable[[Sentence], Any], Any]:
        return {}

    def span(self, tokens: Sequence[int]) -> Span:
        """The document's span of a half-open span of tokens."""
        starts, ends = self.tokens.starts, self.tokens.ends
        return self.flow.span(self.start + starts[tokens[0]], self.start + ends[tokens[1] - 1])

    @lazy
    def whole(self) -> Span:
        """The document's span of the sentence."""
        return self.flow.span(self.start, self.start + len(self.text))

    def words(self, tokens: Sequence[int]) -> str:
        """The clean words of a half-open span of tokens, on one line."""
        starts, ends = self.tokens.starts, self.tokens.ends
        return self.text[starts[tokens[0]] : ends[tokens[1] - 1]]
