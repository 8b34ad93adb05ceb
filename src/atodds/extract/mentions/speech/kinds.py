"""Kinds of words: what each can be in the grammar of attribution - noun, verb, adverb, time - worked out once for each way of writing it.

A word that opens its sentence has a capital that tells nothing, so it has kinds of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from atodds.extract.mentions.speech.words import lexicon
from atodds.vocab.forms import forms_of

NOUN, VERB, FINITE, ADVERB, TIME = 1, 2, 4, 8, 16
DEPENDS = 32  # the words around it decide: "May" in "Theresa May", the stop in "Ann B. Lee"
_MOST = 1 << 17  # ways of writing that are remembered


def kinds_of(words: Sequence[str]) -> list[int]:
    """For each word of a sentence what it can be, as bits.

    >>> [bool(kind & NOUN) for kind in kinds_of("The army was here".split())]
    [False, True, False, False]
    """
    return [_FIRST[words[0]], *map(_INSIDE.__getitem__, words[1:])] if words else []


class _Kinds(dict[str, int]):
    """By each way of writing a word what it can be."""

    def __init__(self, *, first: bool) -> None:
        super().__init__()
        self.first = first

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        kind = self[word] = _kind(word, forms_of((word,))[0], named=word[0].isupper() and not self.first)
        return kind


_FIRST, _INSIDE = _Kinds(first=True), _Kinds(first=False)


def _kind(word: str, lower: str, *, named: bool) -> int:
    time, adverb, verb = _is_time(word, lower), _is_adverb(lower, named=named), _is_verb(lower, named=named)
    kind = TIME * time | ADVERB * adverb | VERB * verb | FINITE * _is_finite(lower, verb=verb, time=time)
    kind |= NOUN * (not time and _is_noun(word, lower, modifies=adverb or verb))
    return kind | DEPENDS * (word in ("May", "."))


def _is_time(word: str, lower: str) -> bool:
    """A day, or a month with its capital: "may" is none."""
    sets = lexicon().sets
    return lower in sets["days"] or (lower in sets["months"] and word[0].isupper())


def _is_verb(lower: str, *, named: bool) -> bool:
    """A finite verb, or a participle that opens a clause."""
    sets = lexicon().sets
    if named or lower in sets["finite"]:
        return not named
    if lower.endswith("ed"):
        return len(lower) > 3 and "-" not in lower and lower not in sets["participles"]
    return lower.endswith("ing") and len(lower) > 4 and "-" not in lower and lower not in sets["ing_nouns"]


def _is_finite(lower: str, *, verb: bool, time: bool) -> bool:
    """The verb of a clause."""
    sets = lexicon().sets
    if lower in sets["auxiliaries"]:
        return lower not in sets["not_finite"] and not time  # "in May"
    return verb and not lower.endswith("ing")


def _is_adverb(lower: str, *, named: bool) -> bool:
    sets = lexicon().sets
    if lower in sets["adverbs"]:
        return True
    return lower.endswith("ly") and len(lower) > 3 and not named and lower not in sets["adjectives_in_ly"]


def _is_noun(word: str, lower: str, *, modifies: bool) -> bool:
    """A word that can stand in a noun phrase, neither at its edge nor as its verb."""
    sets = lexicon().sets
    if not (word[0].isalpha() or (word[0].isdigit() and word[-1].isalpha() and "-" in word)):
        return False
    if word[0].isupper() and len(word) > 1 and word.isupper():
        return lower not in sets["pronouns"]  # "US", "IT", "WHO"
    return not modifies and lower not in sets["stops"] and lower not in sets["prepositions"] and lower not in sets["determiners"]
