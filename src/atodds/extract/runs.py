"""Runs: words whose speaker stands in another sentence, since their quotation runs over sentences, or goes on behind its speaker."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from atodds.extract.quotations import quotations
from atodds.extract.turns import Heard, Turn, flowing, lead, turns
from atodds.model.mention import Speech
from atodds.model.text import QUOTES, Sentence, Span

_MARK = 2  # characters of a quotation mark at most


class Run(NamedTuple):
    """What a speech covers beyond its own sentence, in offsets of the flow: `at` is all of the quotation."""

    at: Span
    home: int  # the sentence in which its speaker stands
    speech: Speech


def runs(readings: Sequence[Heard]) -> list[Run]:
    """Every quotation that a speech of another sentence covers, in the order of the text."""
    return list(_Quoted(readings).runs()) if readings else []


class _Quoted:
    """The quotations of a document beside its sentences, while each finds its speaker."""

    def __init__(self, readings: Sequence[Heard]) -> None:
        self.readings = readings
        self.starts = [reading.sentence.start for reading in readings]
        self.last: tuple[int, int, Speech] | None = None  # where the quotation attributed last ends, and whose it is

    def runs(self) -> Iterator[Run]:
        quoted = [Turn(at) for at in quotations(self.readings[0].sentence.flow)]
        for at, known in sorted((*quoted, *turns(self.readings)), key=lambda turn: turn.at):
            first, last = self._sentence(at.start), self._sentence(max(at.start, at.end - 1))
            owner = known or self._owner(at, first, last)
            own = owner is not None and known is None
            if owner is None and at.start - self.starts[first] <= _MARK:
                owner = lead(self.readings, first - 1)
            if owner is None:
                owner = self._follows(at, first) or self._credited(at, last)
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
                if (
                    speech.speaker is None
                    or speech.citation
                    or speech.form == "heard"
                    or speech.cue is None
                    or at.holds(flowing(sentence, speech.cue))
                ):
                    continue
                if any(at.meets(flowing(sentence, part)) for part in speech.content):
                    return index, speech
        return None

    def _credited(self, at: Span, last: int) -> tuple[int, Speech] | None:
        """The citation right behind a quotation that holds whoever speaks in it: "“‘They left,’ said Rao. ‘All of them.’” (AP, May 3)"."""
        sentence = self.readings[last].sentence
        return next(
            (
                (last, each)
                for each in self.readings[last].speeches
                if each.citation and any(0 <= flowing(sentence, part).end - at.end + _MARK <= 2 * _MARK for part in each.content)
            ),
            None,
        )

    def _follows(self, at: Span, first: int) -> tuple[int, Speech] | None:
        """ "“They came twice,” said the nurse. “Eleven died.”": who spoke before a quotation that opens a sentence right behind another."""
        if first == 0 or at.start - self.starts[first] > _MARK:
            return None
        before = self.readings[first - 1]
        if self.readings[first].sentence.block != before.sentence.block and not self._fills(at, first):
            return None
        for speech in reversed(before.speeches):
            spoken = speech.speaker is not None and not speech.citation and speech.form != "heard"
            if spoken and any(_quoted(before.sentence, part) for part in speech.content):
                return first - 1, speech
        return self.last[1:] if self.last is not None and self._sentence(self.last[0]) >= first - 1 else None

    def _fills(self, at: Span, first: int) -> bool:
        """Is a paragraph nothing but this quotation, behind one that ends in speech?"""
        sentence = self.readings[first].sentence
        block = sentence.flow.blocks[sentence.block]
        return at.start - block.start <= _MARK and block.end - at.end <= _MARK + 1


def _quoted(sentence: Sentence, tokens: Span) -> bool:
    """Does a quotation mark stand in or right around the tokens?"""
    return not QUOTES.isdisjoint(sentence.tokens.words[max(0, tokens.start - 1) : tokens.end + 1])
