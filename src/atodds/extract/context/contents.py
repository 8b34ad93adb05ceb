"""Contents: all the words that one voice says, thinks or wants, over the sentences that its quotation runs through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from atodds.extract.mentions.speech.words import lexicon
from atodds.extract.page import Page
from atodds.extract.runs import Run
from atodds.extract.turns import flowing
from atodds.model.mention import Speech
from atodds.model.text import Sentence, Span
from atodds.vocab import load

_NOTE = re.compile(r"(?:\[\d{1,3}\])+\s*$")  # the mark of a footnote behind what is said
_POINTING = ("pronouns", "object_pronouns", "determiners", "articles", "demonstratives", "possessives", "denied_nouns")

_MINDS = ("thought", "opinion", "infinitive", "named", "question")


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
            if speech.speaker is None or _retold(speech, speeches) or _nobodys(page, index, speech) or _part_of_more(page, index, speech):
                continue
            if speech.citation and any(_spoken(page, run) for run in runs.get((index, id(speech)), ())):
                continue
            found = [flowing(reading.sentence, part) for part in speech.content]
            found += [run.at for run in runs.get((index, id(speech)), ())]
            if parts := tuple(_joined(reading.sentence.flow.text, found)):
                yield Content(index, speech, parts)


def _spoken(page: Page, run: Run) -> bool:
    """Does somebody with a name speak in the words of a quotation?"""
    index = run.home
    while index >= 0 and page.sentences[index].start + len(page.sentences[index].text) > run.at.start:
        sentence = page.sentences[index]
        for speech in page.readings[index].speeches:
            named = speech.speaker is not None and speech.cue is not None and not speech.citation
            if named and speech.cue is not None and run.at.holds(flowing(sentence, speech.cue)):
                return True
        index -= 1
    return False


def _retold(speech: Speech, speeches: tuple[Speech, ...]) -> bool:
    """Are these words another voice's of the same sentence: an outlet's that passes them on, or a citation around all of them?"""
    if speech.citation:
        return any(not each.citation and each.speaker is not None for each in speeches)
    if speech.form == "heard" or any(each.depth > speech.depth and each.content == speech.content for each in speeches):
        return True
    return speech.form == "denial" and any(
        each is not speech and each.cue == speech.cue and each.speaker == speech.speaker for each in speeches
    )


def _nobodys(page: Page, index: int, speech: Speech) -> bool:
    """A wish of "you" or "I", of whom a report does not tell who they are, or a "mind" of an "it": "you want to avoid the crowds"."""
    if speech.speaker is None or speech.form not in (*_MINDS, "by"):
        return False
    lists, word = load("speakers"), page.sentences[index].tokens.lower[speech.speaker.start]
    if all(_says_nothing(page, index, part) for part in speech.content):
        return True
    if speech.form == "by":
        return False
    return (
        word in lists["impersonal"]
        or word == lists["addressed"]
        or (speech.form not in ("thought", "question") and word in lists["parties"])
    )


def _says_nothing(page: Page, index: int, part: Span) -> bool:
    """ "It", "this claim", "them": words that only point at what is wished or judged."""
    sets = lexicon().sets
    return all(any(word in sets[name] for name in _POINTING) for word in page.sentences[index].tokens.lower[part.start : part.end])


def _part_of_more(page: Page, index: int, speech: Speech) -> bool:
    """Is it a thought or a wish inside what somebody says? "Lund said he hopes to win": that is one statement, and Lund's."""
    reading = page.readings[index]
    if speech.cue is None or speech.speaker is None or speech.citation:
        return False
    if speech.form not in _MINDS and reading.sentence.tokens.lower[speech.speaker.start] not in load("clauses")["exclusive"]:
        return False
    cue = speech.cue
    inside = any(
        each.speaker is not None and not each.citation and each.cue != cue and any(part.holds(cue) for part in each.content)
        for each in reading.speeches
    )
    return inside or any(run.home != index for run in page.running(flowing(reading.sentence, cue)))


def _worded(text: str, parts: list[Span]) -> Iterator[Span]:
    """The stretches without the blanks at their edges; an empty one is none."""
    for start, end in parts:
        words = _NOTE.sub("", text[start:end])
        if words.strip():
            yield Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def _joined(text: str, parts: list[Span]) -> Iterator[Span]:
    """Stretches between which no word stands made one, in the order of the text."""
    last: Span | None = None
    for part in sorted(_worded(text, parts)):
        if last is not None and not any(map(str.isalnum, text[last.end : part.start])):
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
