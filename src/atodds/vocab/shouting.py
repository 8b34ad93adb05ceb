"""Shouting: text all in capitals, as telegrams and old wire services send it, where a capital letter says nothing."""

from __future__ import annotations

from collections.abc import Sequence

from atodds.model.text import Sentence
from atodds.vocab.forms import Sort

_SPELT = Sort(lambda word: len(word) > 1 and word.isalpha())


def in_capitals(sentence: Sentence) -> bool:
    """Is a whole sentence shouted? For `Sentence.once`: several ask."""
    return shouted(sentence.tokens.words)


def shouted(words: Sequence[str]) -> bool:
    """Are most of the words in capitals?

    >>> shouted("THE ARMY SAID 12 DIED .".split()), shouted("The US and NATO said 12 died .".split())
    (True, False)
    """
    if not any(map(str.isupper, words)):
        return False
    spelt = [word for word in words if _SPELT[word]]
    return sum(map(str.isupper, spelt)) * 2 > len(spelt)
