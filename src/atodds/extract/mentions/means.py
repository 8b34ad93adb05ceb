"""Means: drone, air strike, suicide bomb, shelling ... by the words that name them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from atodds.extract.base import extractor
from atodds.model.mention import Marks, Means
from atodds.model.text import Document, Sentence
from atodds.vocab import load
from atodds.vocab.lexicon import Phrases


@extractor(assigns="means")
def means(sentence: Sentence, marks: Marks, document: Document) -> Iterator[Means]:
    """By what means, as keys of `means.yml`; the more telling first: for "missiles fired from US drones" the drone."""
    found = [(key, at) for at, key in _phrases().find(sentence.tokens.lower) if key]
    order = _order()
    for key, at in sorted(found, key=lambda each: order[each[0]]) if len(found) > 1 else found:
        yield Means(at=at, means=key)


@cache
def _order() -> dict[str, int]:
    return {key: rank for rank, key in enumerate(load("means")["means"])}


@cache
def _phrases() -> Phrases[str]:
    """Every phrase with its key; those that are no means have none and hide the shorter ones inside them."""
    data = load("means")
    table = {phrase: key for key, phrases in data["means"].items() for phrase in phrases}
    return Phrases({**table, **dict.fromkeys(data["not"], "")})
