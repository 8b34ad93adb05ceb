"""Authors: what the report itself does with a claim. Only its own words count, never a speaker's."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from atodds.extract.context.chains import Chain, around, same_voice
from atodds.extract.figures.draft import Draft
from atodds.extract.page import Page, Reading
from atodds.model.claim import Author
from atodds.model.figure import Category
from atodds.model.text import Sentence, Span
from atodds.vocab import load
from atodds.vocab.lexicon import Phrases
from atodds.vocab.people import nouns

_NEAR = 5  # tokens between the judging word and the noun that it judges: "falsified civilian casualty figures"


class Rejection(NamedTuple):
    """Words of the report that call figures false: which sentence, which kind of victims, and whether it points back."""

    sentence: int
    block: int
    category: Category | None
    casualties: bool
    back: bool
    at: Span


@cache
def _rejecting() -> Phrases[str]:
    return Phrases((word, word) for word in load("stances")["rejects"])


def rejections(page: Page) -> list[Rejection]:
    """Every "falsified civilian casualty figures", "these manipulated numbers" that the report says in its own voice."""
    found: list[Rejection] = []
    stances = load("stances")
    starts = frozenset(word.split()[0] for word in stances["rejects"])
    for reading in page.readings:
        lower = reading.sentence.text.lower()
        if not any(word in lower for word in starts):
            continue
        tokens = reading.sentence.tokens.lower
        for span, _ in _rejecting().find(tokens):
            noun = next(
                (place for place in range(span.end, min(span.end + _NEAR, len(tokens))) if tokens[place] in stances["figure_nouns"]), None
            )
            if noun is None or around(reading, span):
                continue
            inside = tokens[span.end : noun]
            found.append(Rejection(
                reading.sentence.index, reading.sentence.block, _category(inside),
                any(word in stances["casualty_words"] for word in inside),
                bool(set(tokens[max(0, span.start - 2) : span.start]) & set(stances["pointing_back"])), span,
            ))  # fmt: skip
    return found


def _category(words: list[str]) -> Category | None:
    """ "civilian" in "falsified civilian casualty figures"."""
    for word in words:
        noun = nouns().at([word], 0)
        if noun is not None and noun[1].category != "unknown":
            return noun[1].category
    return None


def author(reading: Reading, draft: Draft, said: Chain, known: list[Rejection], voices: dict[int, Chain]) -> tuple[Author, Span | None]:
    """What the report does with a figure, and the words (tokens of this sentence) that show it, where they stand in it."""
    if not said.links:
        return "neutral", None
    own = _in_sentence(reading, draft)
    if own is not None:
        return "rejects", own
    return ("rejects" if _rejected_nearby(reading.sentence, draft, said, known, voices) else "neutral"), None


def _in_sentence(reading: Reading, draft: Draft) -> Span | None:
    """ "The claim that none died is absurd", "falsely claimed that": the judgement stands outside what is said."""
    speeches = [speech for speech in around(reading, draft.tokens) if not speech.citation]
    if not speeches:
        return None
    tokens, stances = reading.sentence.tokens.lower, load("stances")
    content = speeches[0].content
    for span, word in _rejecting().find(tokens):
        if any(part.meets(span) for part in content):
            continue
        before = tokens[max(0, span.start - 3) : span.start]
        behind = span.start >= max(part.end for part in content) and bool(set(before) & set(stances["copulas"]))
        before_content = span.end <= min(part.start for part in content)
        leading = word in stances["adverbs"] or (
            before_content and bool(set(tokens[span.end : span.end + 3]) & set(stances["claim_nouns"]))
        )
        if (behind or leading) and not set(before) & set(load("grammar")["negative"]):
            return span
    return None


def _rejected_nearby(sentence: Sentence, draft: Draft, said: Chain, known: list[Rejection], voices: dict[int, Chain]) -> bool:
    """Is the figure one of those that the paragraph calls falsified? Only of the first speaker that follows, and of the kind named."""
    if draft.measure not in ("killed", "wounded", "casualties"):
        return False
    here = [each for each in known if each.block == sentence.block]
    described = next((each for each in here if each.category is not None), None)
    for each in here:
        wanted = each.category or (described.category if described is not None and each.back else None)
        if wanted is not None and wanted not in (draft.group.category, *draft.group.kinds):
            continue
        if not each.back and each.sentence <= sentence.index and _first_voice(each.sentence, sentence.index, said, voices, forward=True):
            return True
        if each.back and sentence.index <= each.sentence and _first_voice(each.sentence, sentence.index, said, voices, forward=False):
            return True
    return False


def _first_voice(origin: int, index: int, said: Chain, voices: dict[int, Chain], *, forward: bool) -> bool:
    """Is `said` the voice nearest to the rejecting sentence, with no other between?"""
    places = sorted((place for place in voices if (place >= origin if forward else place <= origin)), reverse=not forward)
    for place in places:
        if voices[place].links and not same_voice(voices[place], said):
            return False
        if place == index:
            return True
    return False
