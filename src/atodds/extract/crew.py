"""Crews: the possible doers of a sentence, found once for all that ask who did it."""

from __future__ import annotations

from collections.abc import Sequence

from atodds.model.text import Sentence
from atodds.vocab.doer_phrases import Doer
from atodds.vocab.doers import doers, names_learnt


def crew_of(sentence: Sentence, text: str = "") -> Sequence[Doer]:
    """Every noun phrase of a sentence that can name a doer; `text` is the report, where names that it explains itself count."""
    if text and names_learnt(text) is not None:
        return doers(sentence.tokens.words, sentence.tokens.lower, text)
    return sentence.once(_listed)


def _listed(sentence: Sentence) -> Sequence[Doer]:
    return doers(sentence.tokens.words, sentence.tokens.lower)
