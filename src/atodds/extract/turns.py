"""Turns: paragraphs without quotation marks that somebody says, behind "The mayor continued:" or behind a name and a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, Protocol

from atodds.model.mention import Speech
from atodds.model.text import Block, Flow, Sentence, Span
from atodds.vocab import load

_MARKS = frozenset('“”"')
_LABEL = 60  # characters in which a name and its colon stand
_HEADING = 70  # characters of a line without a stop at its end
_NAMED = re.compile(r"[A-Z][\w.’' -]{0,40}:\s")
_SELF = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y)\b")


class Heard(Protocol):
    """What a run needs to know of a sentence on the desk: its words, and who speaks in it."""

    @property
    def sentence(self) -> Sentence: ...

    @property
    def speeches(self) -> tuple[Speech, ...]: ...


class Turn(NamedTuple):
    """A paragraph, or the rest of one, that somebody says; the sentence of the speaker and the speech, None for one of its own sentence."""

    at: Span
    owner: tuple[int, Speech] | None = None


def turns(readings: Sequence[Heard]) -> Iterator[Turn]:
    """Every paragraph that somebody says without a quotation mark."""
    for number, reading in enumerate(readings):
        sentence, block = reading.sentence, reading.sentence.flow.blocks[reading.sentence.block]
        if sentence.text.endswith(":") and number + 1 < len(readings):
            following = readings[number + 1].sentence
            apart = following.block != sentence.block and not _narrated(readings, number + 1)
            if apart and (owner := lead(readings, number)) is not None:
                yield from (Turn(at, owner) for at in _body(readings, number, owner[1]))
        elif (issued := _issued(reading)) is not None and sentence.start + len(sentence.text) < block.end:
            yield Turn(Span(flowing(sentence, issued.content[0]).start, block.end), (number, issued))
        elif ":" in sentence.text[:_LABEL] and sentence.start == block.start and sentence.start + len(sentence.text) < block.end:
            for speech in reading.speeches:
                if speech.form == "label":
                    yield Turn(Span(flowing(sentence, speech.content[0]).start, block.end))


def _issued(reading: Heard) -> Speech | None:
    """The speech of "The army issued the following statement: Nine died.", whose words go on to the end of the paragraph."""
    if ":" not in reading.sentence.text or "ollowing" not in reading.sentence.text:
        return None
    return next((each for each in reading.speeches if each.form == "release" and each.content and each.speaker is not None), None)


def _narrated(readings: Sequence[Heard], index: int) -> bool:
    """Does a sentence of a paragraph open with a quotation mark? Then what stands before it is the report's: "He paused. “We left.”"."""
    block = readings[index].sentence.block
    while index < len(readings) and readings[index].sentence.block == block:
        if readings[index].sentence.text[:1] in _MARKS:
            return True
        index += 1
    return False


def lead(readings: Sequence[Heard], index: int) -> tuple[int, Speech] | None:
    """The speech that closes a sentence with a colon: "The mayor continued:"."""
    if index < 0 or not readings[index].sentence.text.endswith(":"):
        return None
    return next(((index, each) for each in readings[index].speeches if not each.content and each.speaker is not None), None)


def _body(readings: Sequence[Heard], home: int, speech: Speech) -> Iterator[Span]:
    """The paragraphs behind the colon: the next one, and all of a statement that goes on, as its "I" and "we" show."""
    flow, first = readings[home].sentence.flow, readings[home].sentence.block + 1
    last = len(flow.blocks) - 1 if _is_statement(readings[home].sentence, speech, flow.blocks[first]) else first
    end = _closed(readings, home, speech, len(flow.blocks))
    for number in range(first + 1, end):
        block = flow.blocks[number]
        if _SELF.search(flow.text, block.start, block.end) and _MARKS.isdisjoint(flow.text[block.start : block.end]):
            last = max(last, number)
    yield from (Span(block.start, block.end) for block in flow.blocks[first : max(first + 1, min(last + 1, end))])


def _is_statement(sentence: Sentence, speech: Speech, first: Block) -> bool:
    """Issued as one, or "The minister said:" before a paragraph of his own "I": it is set out in paragraphs, and runs on to its end."""
    if speech.form == "release":
        return True
    said = speech.cue is not None and sentence.tokens.lower[speech.cue.end - 1] in load("cues")["opens_a_statement"]
    return said and _SELF.search(sentence.flow.text, first.start, first.end) is not None


def _closed(readings: Sequence[Heard], home: int, speech: Speech, end: int) -> int:
    """The paragraph with which the report goes on behind a statement: a heading, another voice, or one that names the speaker."""
    assert speech.speaker is not None
    sentence = readings[home].sentence
    name = sentence.tokens.words[speech.speaker.end - 1]
    first = sentence.block + 1
    for index in range(home + 1, len(readings)):
        here = readings[index].sentence
        if here.block > first and (_opens(here.flow, here.flow.blocks[here.block]) or lead(readings, index) is not None):
            return here.block
        if here.block > first and any(_reports(here, each, name) for each in readings[index].speeches):
            return here.block
    return end


def _reports(sentence: Sentence, speech: Speech, name: str) -> bool:
    """ "Boris Lund also met ...", "the mayor of Jos said": the report tells of the speaker, or lets another speak."""
    if speech.speaker is None or speech.cue is None:
        return False
    if sentence.tokens.words[speech.speaker.end - 1] == name:
        return True
    return sentence.tokens.lower[speech.cue.end - 1] in load("openers")["say"] and not _SELF.search(sentence.words(speech.speaker))


def _opens(flow: Flow, block: Block) -> bool:
    """Does a line head what follows, or give another the word?"""
    words = flow.text[block.start : block.end].strip()
    if block.kind == "heading" or words[:1] in _MARKS or words.lower().startswith(_closing()) or _NAMED.match(words):
        return True
    return block.kind == "paragraph" and len(words) < _HEADING and words[-1:].isalnum()


@cache
def _closing() -> tuple[str, ...]:
    return tuple(load("cues")["closing_lines"])


def flowing(sentence: Sentence, tokens: Span) -> Span:
    """The flow's span of a span of tokens."""
    return Span(sentence.start + sentence.tokens.starts[tokens.start], sentence.start + sentence.tokens.ends[tokens.end - 1])
