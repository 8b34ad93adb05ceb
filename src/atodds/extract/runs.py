"""Runs: words whose speaker stands in another sentence, since their quotation runs over sentences, or goes on behind its speaker."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from atodds.extract.quotations import quotations
from atodds.model.mention import Speech
from atodds.model.text import Sentence, Span

if TYPE_CHECKING:
    from atodds.extract.page import Reading

_MARKS = frozenset('“”"')


class Run(NamedTuple):
    """What a speech covers beyond its own sentence, in offsets of the flow: `at` is all of the quotation."""

    at: Span
    home: int  # the sentence in which its speaker stands
    speech: Speech


def runs(readings: Sequence[Reading]) -> list[Run]:
    """Every quotation that a speech of another sentence covers, in the order of the text."""
    return list(_Quoted(readings).runs()) if readings else []


class _Quoted:
    """The quotations of a document beside its sentences, while each finds its speaker."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.readings = readings
        self.starts = [reading.sentence.start for reading in readings]
        self.last: tuple[int, int, Speech] | None = None  # where the quotation attributed last ends, and whose it is

    def runs(self) -> Iterator[Run]:
        for at in quotations(self.readings[0].sentence.flow):
            first, last = self._sentence(at.start), self._sentence(max(at.start, at.end - 1))
            owner = self._owner(at, first, last)
            own = owner is not None
            if owner is None and self._follows(at, first):
                owner = self.last[1:] if self.last is not None else None
            if owner is None:
                continue
            self.last = (at.end, *owner)
            if first != last or not own:
                yield Run(at, *owner)

    def _sentence(self, offset: int) -> int:
        return max(0, bisect_right(self.starts, offset) - 1)

    def _owner(self, at: Span, first: int, last: int) -> tuple[int, Speech] | None:
        """The speech of its last or first sentence that covers its words and stands outside it; else one that leads up to it."""
        for index in dict.fromkeys((last, first)):
            sentence = self.readings[index].sentence
            for speech in self.readings[index].speeches:
                if speech.speaker is None or speech.citation or speech.cue is None or at.holds(flowing(sentence, speech.cue)):
                    continue
                if any(at.meets(flowing(sentence, part)) for part in speech.content):
                    return index, speech
        return None

    def _follows(self, at: Span, first: int) -> bool:
        """ "“They came twice,” said the nurse. “Eleven died.”": does it open a sentence right behind the attributed quotation?"""
        if self.last is None or first == 0:
            return False
        sentence, before = self.readings[first].sentence, self.readings[first - 1].sentence
        if at.start - sentence.start > 1 or self._sentence(self.last[0]) < first - 1:
            return False
        return sentence.block == before.block


def flowing(sentence: Sentence, tokens: Span) -> Span:
    """The flow's span of a span of tokens."""
    return Span(sentence.start + sentence.tokens.starts[tokens.start], sentence.start + sentence.tokens.ends[tokens.end - 1])
