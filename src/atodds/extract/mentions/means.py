"""Means: drone, air strike, suicide bomb, shelling ... by the words that name them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from atodds.extract.base import extractor
from atodds.model.mention import Marks, Means
from atodds.model.text import Document, Sentence
from atodds.vocab import load
from atodds.vocab.lexicon import Phrases

_MODIFIERS = 5  # words between what was done with a weapon and the weapon: "shot down | four small RC | drones"


@extractor(assigns="means")
def means(sentence: Sentence, marks: Marks, document: Document) -> Iterator[Means]:
    """By what means, as keys of `means.yml`; the more telling first: for "missiles fired from US drones" the drone."""
    lower = sentence.tokens.lower
    found = [(key, at) for at, key in _phrases().find(lower) if key and not _taken(lower, at.start)]
    order = _order()
    for key, at in sorted(found, key=lambda each: order[each[0]]) if len(found) > 1 else found:
        yield Means(at=at, means=key)


def _taken(lower: Sequence[str], start: int) -> bool:
    """ "shooting down four drones", "seized two car bombs": a weapon that was shot down or found harmed nobody there."""
    for place in range(start - 1, max(-1, start - 1 - _MODIFIERS), -1):
        if lower[place] in _words("taken") or " ".join(lower[max(0, place - 1) : place + 1]) in _words("taken"):
            return _words("went_off").isdisjoint(lower)
        if lower[place] in _words("ends") or not lower[place][0].isalnum():
            return False
    return False


@cache
def _words(name: str) -> frozenset[str]:
    if name == "ends":
        grammar = load("grammar")
        return frozenset(grammar["noun_phrase_ends"]) - frozenset(grammar["determiners"])
    return frozenset(load("means")[name])


@cache
def _order() -> dict[str, int]:
    return {key: rank for rank, key in enumerate(load("means")["means"])}


@cache
def _phrases() -> Phrases[str]:
    """Every phrase with its key; those that are no means have none and hide the shorter ones inside them."""
    data = load("means")
    table = {phrase: key for key, phrases in data["means"].items() for phrase in phrases}
    return Phrases({**table, **dict.fromkeys(data["not"], "")})
