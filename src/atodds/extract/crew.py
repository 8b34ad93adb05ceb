"""Crews: the possible doers of a sentence, found once for all that ask who did it."""

from __future__ import annotations

from collections.abc import Sequence

from atodds.model.text import Sentence
from atodds.vocab.actors import Doer, doers, names_learnt

_KEPT = "crew"  # under which a sentence keeps its doers, beside its tokens


def crew_of(sentence: Sentence, text: str = "") -> Sequence[Doer]:
    """Every noun phrase of a sentence that can name a doer; `text` is the report, where names that it explains itself count."""
    tokens = sentence.tokens
    if text and names_learnt(text) is not None:
        return doers(tokens.words, tokens.lower, text)
    kept: Sequence[Doer] | None = sentence.__dict__.get(_KEPT)
    if kept is None:
        kept = sentence.__dict__[_KEPT] = tuple(doers(tokens.words, tokens.lower))
    return kept
