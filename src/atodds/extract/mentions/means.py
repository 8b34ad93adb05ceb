"""Means: drone, air strike, suicide bomb, shelling ... by the words that name them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from atodds.extract.base import extractor
from atodds.model.mention import Marks, Means
from atodds.model.text import Document, Sentence, Span
from atodds.vocab import load
from atodds.vocab.lexicon import Phrases

_JOINS = frozenset((",", "and", "or"))
_ROW = 40  # tokens of a list of what was destroyed, in a military release
_HEAD = 3  # words from a weapon's name to the end of its noun phrase: "grenade | launcher"
_MODIFIERS = 5  # words between what was done with a weapon and the weapon: "shot down | four small RC | drones"


@extractor(assigns="means")
def means(sentence: Sentence, marks: Marks, document: Document) -> Iterator[Means]:
    """By what means, as keys of `means.yml`; the more telling first: for "missiles fired from US drones" the drone."""
    lower = sentence.tokens.lower
    found = [(_one_of_many(lower, at, key), at) for at, key in _phrases().find(lower) if key and not _taken(lower, at)]
    order = _order()
    for key, at in sorted(found, key=lambda each: order[each[0]]) if len(found) > 1 else found:
        yield Means(at=at, means=key)


def _one_of_many(lower: Sequence[str], at: Span, key: str) -> str:
    """ "Using bomber, fighter and remotely piloted aircraft": where drones are but one of a row of aircraft, it came from the air."""
    row = key == "drone" and at.start > 1 and lower[at.start - 1] in _JOINS
    before = lower[at.start - 2] if row and lower[at.start - 2] != "," else lower[at.start - 3] if row and at.start > 2 else ""
    return "airstrike" if before in _words("aircraft") else key


def _taken(lower: Sequence[str], at: Span) -> bool:
    """ "Shooting down four drones", "destroyed two cars and a mortar": a weapon that was shot down or found harmed nobody there."""
    listed = False
    for place in range(at.start - 1, max(-1, at.start - 1 - _ROW), -1):
        if lower[place] in _words("taken") or " ".join(lower[max(0, place - 1) : place + 1]) in _words("taken"):
            return _words("went_off").isdisjoint(lower) and not (listed and _acts(lower, at.end))
        if lower[place] in _JOINS:
            listed = True
        elif lower[place] in _words("ends") or not lower[place][0].isalnum() or (not listed and at.start - place > _MODIFIERS):
            return False
    return False


def _acts(lower: Sequence[str], end: int) -> bool:
    """ "Seized two cars, and a bomb | killed nine": does the last of a row do something itself?"""
    for word in lower[end : end + _HEAD]:
        if not word[0].isalnum() or word in _JOINS:
            return False
        if word in _words("ends") or word.endswith("ed"):
            return True
    return end + _HEAD < len(lower)


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
