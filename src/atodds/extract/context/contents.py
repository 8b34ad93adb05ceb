"""Contents: all the words that one voice says, thinks or wants, over the sentences that its quotation runs through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from atodds.extract.page import Page
from atodds.extract.runs import Run, flowing
from atodds.model.mention import Speech
from atodds.model.text import Sentence, Span

_RETOLD = ("heard", "denial")  # the same words once more: from the one who was told them, or a clause of them that is unsaid


class Content(NamedTuple):
    """What a speech covers: the sentence of its speaker, and the stretches of the flow that hold its words, in order."""

    home: int  # the sentence of the speaker
    speech: Speech
    parts: tuple[Span, ...]


def contents(page: Page) -> Iterator[Content]:
    """Everything that somebody is said to say in a document, in the order of its speakers."""
    runs: dict[tuple[int, int], list[Run]] = {}
    for run in page.runs:
        runs.setdefault((run.home, id(run.speech)), []).append(run)
    for index, reading in enumerate(page.readings):
        speeches = reading.speeches
        for speech in speeches:
            if speech.speaker is None or _retold(speech, speeches):
                continue
            found = [flowing(reading.sentence, part) for part in speech.content]
            found += [run.at for run in runs.get((index, id(speech)), ())]
            if parts := tuple(_joined(_worded(reading.sentence.flow.text, found))):
                yield Content(index, speech, parts)


def _retold(speech: Speech, speeches: tuple[Speech, ...]) -> bool:
    """Are these words another voice's of the same sentence: an outlet's that passes them on, or a citation around all of them?"""
    if speech.citation:
        return any(not each.citation and each.speaker is not None for each in speeches)
    if speech.form == "heard":
        return True
    return speech.form == "denial" and any(
        each is not speech and each.cue == speech.cue and each.speaker == speech.speaker for each in speeches
    )


def _worded(text: str, parts: list[Span]) -> Iterator[Span]:
    """The stretches without the blanks at their edges; an empty one is none."""
    for start, end in parts:
        words = text[start:end]
        if words.strip():
            yield Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))


def _joined(parts: Iterator[Span]) -> Iterator[Span]:
    """Stretches that meet made one, in the order of the text."""
    last: Span | None = None
    for part in sorted(parts):
        if last is not None and part.start <= last.end:
            last = last.cover(part)
        else:
            if last is not None:
                yield last
            last = part
    if last is not None:
        yield last


def sentence_at(page: Page, index: int, offset: int) -> Sentence:
    """The sentence that holds an offset of the flow, looked for from one of its neighbours on."""
    while index + 1 < len(page.sentences) and page.sentences[index + 1].start <= offset:
        index += 1
    while index and page.sentences[index].start > offset:
        index -= 1
    return page.sentences[index]
