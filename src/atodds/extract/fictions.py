"""Fictions: drills, films, novels and rates, which tell of harm and deeds that nobody did."""

from __future__ import annotations

from functools import cache

from atodds.model.text import Sentence
from atodds.vocab import load


def tells_no_fact(sentence: Sentence) -> bool:
    """A drill, a film, a rate ("two a day on average"): numbers that count nobody who came to harm."""
    if _no_fact_words().isdisjoint(sentence.tokens.lower):
        return False
    words = f" {' '.join(sentence.tokens.lower)} "
    return any(f" {phrase} " in words for phrase in _no_facts())


@cache
def _no_facts() -> tuple[str, ...]:
    counted = load("counted")
    return (*counted["fiction"], *counted["rates"])


@cache
def _no_fact_words() -> frozenset[str]:
    """The longest word of each such phrase: without one of them there is none."""
    return frozenset(max(phrase.split(), key=len) for phrase in _no_facts())
