"""Hedges: words by which a claim is weakened, "reportedly", "alleged", "believed to have"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from atodds.extract.base import extractor
from atodds.model.mention import Hedge, Marks
from atodds.model.text import Document, Sentence
from atodds.vocab import load
from atodds.vocab.lexicon import Phrases

_PLAIN = ("report", "charge", "suspicion", "belief", "chance", "unconfirmed")


class _Rule(NamedTuple):
    """When a phrase is a hedge, by the word behind it."""

    not_before: frozenset[str] = frozenset()
    only_before: frozenset[str] = frozenset()

    def fits(self, following: str) -> bool:
        return following not in self.not_before and (not self.only_before or following in self.only_before)


@extractor(assigns="hedges")
def hedges(sentence: Sentence, marks: Marks, document: Document) -> Iterator[Hedge]:
    """Words that weaken a claim. A verb of saying is none: "alleged militants" is hedged, "the ministry alleged that" is not."""
    lower, words = sentence.tokens.lower, sentence.tokens.words
    for at, rule in _phrases().find(lower):
        following = lower[at.end] if at.end < len(lower) else "."
        # "in May have": the month is no chance
        month = at.start > 0 and words[at.start].istitle() and lower[at.start] in load("times")["doubtful_months"]
        named = lower[at.start] == "so-called" and at.end < len(words) and words[at.end][0].isupper()
        if rule.fits(following) and not month and not named:  # "the so-called Islamic State": a part of the name
            yield Hedge(at=at)


@cache
def _phrases() -> Phrases[_Rule]:
    data = load("hedges")
    table = {phrase: _Rule() for kind in _PLAIN for phrase in data[kind]}
    for phrase, rule in data["doubtful"].items():
        table[phrase] = _Rule(frozenset(rule.get("not_before", ())), frozenset(rule.get("only_before", ())))
    return Phrases(table)
