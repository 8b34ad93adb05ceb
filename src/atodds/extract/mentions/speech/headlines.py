"""Headlines In Title Case: which of their capitals belong to names."""

from __future__ import annotations

import re
from functools import lru_cache

from atodds.extract.mentions.speech.words import Lexicon
from atodds.model.text import Document, Sentence
from atodds.vocab.forms import Sort

_SHARE = 0.75  # of the longer words have a capital
_LONG = 4  # letters of a longer word
_FEWEST = 5  # longer words of a headline
_WORD = re.compile(r"[^\W\d_]+")
_CLOSED = ("prepositions", "auxiliaries", "determiners", "coordinators", "stops", "finite")

_LONGER = Sort(lambda word: len(word) >= _LONG and word[0].isalpha())


def in_title_case(sentence: Sentence) -> bool:
    """Is this a headline that gives every longer word a capital?"""
    if sentence.block > 1:
        return False
    words = [word for word in sentence.tokens.words if _LONGER[word]]
    if len(words) < _FEWEST or sentence.text.isupper():
        return False
    return len([word for word in words if word[0].isupper()]) >= _SHARE * len(words)


def as_in_a_sentence(sentence: Sentence, document: Document, lex: Lexicon) -> list[str]:
    """The words of a headline with the capitals that they would have inside a sentence: as the report's other sentences write them."""
    written = _written(document.text)
    made = []
    for place, word in enumerate(sentence.tokens.words):
        lower = sentence.tokens.lower[place]
        common = lower in written or any(lower in lex.sets[name] for name in _CLOSED) or lex.verbs.at([lower], 0) is not None
        made.append(word.lower() if place and common and not (word.isupper() and len(word) > 1) else word)
    return made


@lru_cache(maxsize=4)
def _written(text: str) -> frozenset[str]:
    """Every word that a report writes without a capital."""
    return frozenset(word for word in _WORD.findall(text) if word[0].islower())
