"""Authors: what the report itself does with a claim. Only its own words count, never a speaker's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from atodds.extract.context.chains import Chain, around, same_voice
from atodds.extract.figures.draft import Draft
from atodds.extract.page import Page, Reading
from atodds.model.claim import Author
from atodds.model.figure import Category
from atodds.model.text import Sentence, Span
from atodds.vocab import load, words_of
from atodds.vocab.lexicon import Phrases
from atodds.vocab.people import nouns

_NAMED = 2  # words of "the allegation"
_NEAR = 5  # tokens between the judging word and the noun that it judges: "falsified civilian casualty figures"


class Rejection(NamedTuple):
    """Words of the report that call figures false: which sentence, which kind of victims, and whether it points back."""

    sentence: int
    block: int
    category: Category | None
    back: bool
    near: bool = False  # "That is false": of the sentence right before, and of no other


@cache
def _rejecting() -> Phrases[str]:
    return Phrases((word, word) for word in load("stances")["rejects"])


def rejections(page: Page) -> list[Rejection]:
    """Every "falsified civilian casualty figures", "these manipulated numbers" that the report says in its own voice."""
    return [found for reading in page.readings if _may_reject(reading) for found in _in_own_voice(reading)]


def _may_reject(reading: Reading) -> bool:
    return not _telling_words().isdisjoint(reading.words)


@cache
def _telling_words() -> frozenset[str]:
    """The last word of every rejecting phrase: a sentence without one rejects nothing."""
    return frozenset(word.split()[-1] for word in load("stances")["rejects"])


def _in_own_voice(reading: Reading) -> Iterator[Rejection]:
    stances, tokens = load("stances"), reading.sentence.tokens.lower
    for span, _ in _rejecting().find(tokens):
        near = range(span.end, min(span.end + _NEAR, len(tokens)))
        noun = next((place for place in near if tokens[place] in stances["figure_nouns"]), None)
        if around(reading, span):
            continue
        if noun is not None:
            pointing = set(tokens[max(0, span.start - 2) : span.start]) & set(stances["pointing_back"])
            yield Rejection(reading.sentence.index, reading.sentence.block, _category(tokens[span.end : noun]), back=bool(pointing))
        elif (subject := _of_a_verdict(tokens, span)) is not None:
            yield Rejection(reading.sentence.index, reading.sentence.block, None, back=True, near=len(subject) == 1)


def _of_a_verdict(tokens: Sequence[str], span: Span) -> Sequence[str] | None:
    """The subject of "That is not credible.", "The allegation was assessed to be unfounded."; nothing for "Not credible."; else None."""
    if any(word[0].isalnum() for word in tokens[span.end : span.end + 1]):
        return None
    words = [word for word in tokens[: span.start] if word[0].isalnum()]
    judging = words_of("denials", "judged")
    subject = [word for word in words if word not in judging]
    if not subject:
        return ()
    pointed = words[: len(subject)] == subject != words and subject[0] in words_of("stances", "pointing_at")
    named = len(subject) == 1 or (len(subject) == _NAMED and subject[1] in words_of("denials", "allegation"))
    return subject if pointed and named else None


def _category(words: list[str]) -> Category | None:
    """ "civilian" in "falsified civilian casualty figures"."""
    for word in words:
        noun = nouns().at([word], 0)
        if noun is not None and noun[1].category != "unknown":
            return noun[1].category
    return None


def author(reading: Reading, draft: Draft, said: Chain, known: Sequence[Rejection], reached: Sequence[frozenset[int]]) -> Author:
    """What the report does with a figure: it rejects one beside which, or around which, it says so in its own words."""
    if not said.links:
        return "neutral"
    return "rejects" if _in_sentence(reading, draft) or _nearby(reading.sentence, draft, known, reached) else "neutral"


def reach(rejection: Rejection, voices: Mapping[int, Chain], block: Mapping[int, int]) -> frozenset[int]:
    """The sentences whose figures a rejection is about: those of the first speaker behind it, or before it where it points back."""
    here = [index for index in voices if block[index] == rejection.block]
    order = sorted(here, reverse=rejection.back)
    reached: list[int] = []
    first: Chain | None = None
    for index in order:
        if (index > rejection.sentence) if rejection.back else (index < rejection.sentence):
            continue
        if rejection.near and rejection.sentence - index > 1:
            break
        if voices[index].links:
            first = first or voices[index]
            if not same_voice(first, voices[index]):
                break
        reached.append(index)
    return frozenset(reached)


def _in_sentence(reading: Reading, draft: Draft) -> bool:
    """ "The claim that none died is absurd", "falsely claimed that": the judgement stands outside what is said."""
    speeches = [speech for speech in around(reading, draft.tokens) if not speech.citation] if _may_reject(reading) else []
    if not speeches:
        return False
    content = speeches[0].content
    return any(
        not any(part.meets(span) for part in content) and _judges(reading.sentence.tokens.lower, span, word, content)
        for span, word in _rejecting().find(reading.sentence.tokens.lower)
    )


def _judges(tokens: list[str], span: Span, word: str, content: Sequence[Span]) -> bool:
    """Does the word stand where it judges the content: behind a copula after it, or before the noun or verb that brings it in?"""
    stances = load("stances")
    before = set(tokens[max(0, span.start - 3) : span.start])
    if before & set(load("grammar")["negative"]):
        return False
    behind = span.start >= max(part.end for part in content) and bool(before & set(stances["copulas"]))
    leading = span.end <= min(part.start for part in content) and bool(set(tokens[span.end : span.end + 3]) & set(stances["claim_nouns"]))
    return behind or leading or word in stances["adverbs"]


def _nearby(sentence: Sentence, draft: Draft, known: Sequence[Rejection], reached: Sequence[frozenset[int]]) -> bool:
    """Is the figure one of those that the paragraph calls falsified: of the speaker it speaks of, and of the kind it names?"""
    if draft.measure not in ("killed", "wounded", "casualties"):
        return False
    described = next((each for each in known if each.block == sentence.block and each.category is not None), None)
    for each, sentences in zip(known, reached, strict=True):
        if each.block != sentence.block or sentence.index not in sentences:
            continue
        # "these manipulated figures" are those that the paragraph has described already
        wanted = each.category or (described.category if described is not None and each.back else None)
        if wanted is None or wanted in (draft.group.category, *draft.group.kinds):
            return True
    return False
