"""Screens: the words without which nothing of a list can stand in a sentence.

Most sentences hold nothing that an extractor looks for. A screen keeps one word of each phrase, the rarest kind of word it has; a
sentence whose bare words meet none of them holds no phrase of the list, and one look at a set has told so:

    if _screen().isdisjoint(sentence.bare):
        return

A screen may let a sentence through that holds nothing. It must never stop one that holds something.
"""

from __future__ import annotations

from collections.abc import Iterable

from atodds.model.text import bare_words
from atodds.vocab import words_of

_CLOSED = (
    "determiners", "be", "have", "prepositions", "relatives", "conjunctions", "noun_phrase_ends", "clause_breaks", "adverbs", "modals",
)  # fmt: skip


def screen(phrases: Iterable[str]) -> frozenset[str]:
    """One bare word of each phrase; none for a phrase that has a word kept already.

    >>> sorted(screen(["strike", "drone strike", "in the words of", "takes responsibility"]))
    ['responsibility', 'strike', 'words']
    """
    found: set[str] = set()
    for words in sorted((bare_words(phrase) for phrase in phrases), key=len):
        if words and found.isdisjoint(words):
            found.add(_rarest(words))
    return frozenset(found)


def _rarest(words: list[str]) -> str:
    """Of no closed class where there is one; not the first, which is the verb of a phrase ("takes responsibility"); the longest."""
    closed = words_of("grammar", *_CLOSED)
    return max(enumerate(words), key=lambda each: (each[1] not in closed, each[0] > 0, len(each[1])))[1]
