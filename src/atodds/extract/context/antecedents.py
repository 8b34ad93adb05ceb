"""Antecedents: whom "he", "they" or "the report" stands for, where the sentences before name one such voice and no other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from atodds.extract.mentions.speech.words import lexicon
from atodds.extract.page import Page
from atodds.model.mention import Speech
from atodds.model.text import Sentence, Span
from atodds.vocab import load

_BACK = 3  # sentences in which the one meant was named


class Named(NamedTuple):
    """A voice that a later word may stand for."""

    words: str
    kind: str  # person, people, body, outlet
    topic: bool = False  # the sentence before is about it

    @property
    def tokens(self) -> frozenset[str]:
        return frozenset(self.words.lower().replace("’s", "").replace("'s", "").split()) - _EMPTY


_EMPTY = frozenset(("the", "a", "an", "of"))


def antecedent(page: Page, index: int, speech: Speech) -> str | None:
    """The key of the one voice that a speaker without a name stands for; None where there are two, or none."""
    if speech.speaker is None:
        return None
    sentence = page.sentences[index]
    wanted = _wanted(sentence, speech.speaker)
    if wanted is None:
        return None
    found: list[Named] = []
    for named in _nearest([each for each in _earlier(page, index, speech) if each.kind in wanted]):
        _merge(found, named)
    return key(found[0].words) if len(found) == 1 else None


def _nearest(named: list[Named]) -> list[Named]:
    """The one that the sentence before is about, where it is; else all."""
    topics = [each for each in named if each.topic]
    return topics or named


def key(name: str) -> str:
    """A stable key of a name: "Ben Emmerson" is ben-emmerson."""
    words = name.lower().replace("’", "'").removesuffix("'s").split()
    return "-".join(words[1:] if len(words) > 1 and words[0] in _EMPTY else words)


def _wanted(sentence: Sentence, speaker: Span) -> tuple[str, ...] | None:
    """What kinds of voice the speaker's words can stand for; None for a name."""
    lists, words = load("speakers"), sentence.tokens.lower[speaker.start : speaker.end]
    if len(words) == 1 and words[0] in lists["stand_for"]:
        return tuple(lists["stand_for"][words[0]])
    if len(words) == 2 and words[0] in lists["pointing"] and words[1] in lists["dispatches"]:
        return ("outlet",)
    return None


def _earlier(page: Page, index: int, speech: Speech) -> Iterator[Named]:
    """Who spoke before in its sentence and the sentences before, the nearest first, and what the sentence before is about."""
    own = page.sentences[index]
    assert speech.speaker is not None
    for each in page.readings[index].speeches:
        if each.speaker is not None and each.speaker.end <= speech.speaker.start:
            yield from _named(own, each)
    for back in range(index - 1, max(-1, index - 1 - _BACK), -1):
        reading = page.readings[back]
        for each in reading.speeches:
            yield from _named(reading.sentence, each)
    subject = _subject(page, index)
    if subject is not None:
        yield subject


def _named(sentence: Sentence, speech: Speech) -> Iterator[Named]:
    if speech.speaker is None or speech.citation:
        return
    words = sentence.words(speech.speaker)
    lower = sentence.tokens.lower[speech.speaker.start : speech.speaker.end]
    if words.lower() in load("speakers")["stand_for"] or words.lower() in lexicon().sets["pronouns"]:
        return
    yield Named(words, _kind(sentence, speech.speaker, lower))


def _kind(sentence: Sentence, speaker: Span, lower: list[str]) -> str:
    """Is it a person, several, a body or an outlet?"""
    lex = lexicon()
    if any(lex.outlets.at(sentence.tokens.lower, place) is not None for place in range(*speaker)):
        return "outlet"
    last = next((place for place in range(len(lower)) if lower[place] in lex.sets["prepositions"]), len(lower)) - 1
    head = lower[last]
    if head in lex.sets["carriers"]:
        return "text"
    if head in lex.sets["bodies"] or any(word in lex.sets["bodies"] for word in lower[: last + 1]):
        return "body"
    capital = sentence.tokens.words[speaker.start + last][0].isupper() and not sentence.text.isupper()  # among capitals none marks a name
    if head.endswith("s") and not capital:
        return "people"
    return "person" if capital or head in lex.sets["people"] else "other"


def _subject(page: Page, index: int) -> Named | None:
    """The body that opens the sentence before: "The Foreign Ministry took another tone. It declared that ..."."""
    before = page.before(index)
    if before is None:
        return None
    tokens = before.sentence.tokens
    lex, start = lexicon(), 0
    while start < len(tokens.lower) and (tokens.lower[start] in lex.sets["openers"] or tokens.lower[start] in (",", "the")):
        start += 1
    end = start
    while end < len(tokens.lower) and tokens.words[end][0].isupper():
        end += 1
    if end == start or tokens.lower[end - 1] not in lex.sets["bodies"]:
        return None
    return Named(before.sentence.words((start, end)), "body", topic=True)


def _merge(found: list[Named], named: Named) -> None:
    """Add a voice, unless it is one that is there already under a longer or a shorter name."""
    for place, other in enumerate(found):
        if named.tokens <= other.tokens:
            return
        if other.tokens <= named.tokens:
            found[place] = named
            return
    found.append(named)
