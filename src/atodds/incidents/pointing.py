"""What the words between two claims say: that another event follows, or that one told before is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from atodds.incidents.members import anchor
from atodds.model.claim import Claim
from atodds.model.text import bare_words
from atodds.vocab import load, words_of
from atodds.vocab.attacks import attack_nouns
from atodds.vocab.lexicon import Phrases

_HEAD = 600  # characters in which a title stands, behind the furniture of a page
_BEFORE = 40  # characters before the words of a claim, where "the" of its deed may stand


def parted(text: str, one: Claim, other: Claim) -> bool:
    """Does something between two claims of a sentence tell of another event: "in the other"?"""
    first, second = sorted((anchor(one), anchor(other)))
    return _holds(text[first.end : second.start], "apart")


def opens_another(text: str, claim: Claim) -> bool:
    """Does the claim's sentence open with another event: "in a separate attack"?"""
    return _holds(_opening(text, claim), "apart")


def singles_out(text: str, claim: Claim) -> bool:
    """ "One of them killed five": of several events told before, one."""
    alone = claim.figure is not None and claim.figure.text.casefold() in words_of("incidents", "alone")
    return alone or _holds(_opening(text, claim), "singling_out")


def _opening(text: str, claim: Claim) -> str:
    """Its sentence up to its own word."""
    return text[claim.sentence.start if claim.sentence is not None else claim.start : anchor(claim).start]


def _holds(text: str, name: str) -> bool:
    """Does a phrase of a list stand in the text?"""
    words = bare_words(text)
    return any(True for _ in _phrases(name).find(words))


def title_end(text: str, title: str) -> int:
    """Where the title ends that a text opens with; 0 where it stands nowhere in the first lines."""
    words = [re.escape(word) for word in title.split()]
    found = re.search(r"\s+".join(words), text[:_HEAD]) if words else None
    return found.end() if found is not None else 0


def points_back(text: str, claim: Claim) -> bool:
    """Is its deed one that was told: "the bombings", "this deadly attack"? The quote may begin behind its article."""
    opened = claim.sentence.start if claim.sentence is not None else claim.start
    words = bare_words(text[max(opened, claim.start - _BEFORE) : claim.end]) or bare_words(claim.quote)
    return any(_points(words, place) for place in range(len(words)))


def brings_in(text: str, claim: Claim) -> bool:
    """Does its sentence bring in a deed of its own: "air strikes on the port killed twelve"? "134 dead" brings in none."""
    ends = max(claim.end, claim.sentence.end if claim.sentence is not None else 0)
    words = bare_words(text[max(0, claim.start - _BEFORE) : ends]) or bare_words(claim.quote)
    told = bare_words(text[claim.start : ends]) or words
    return any(True for _ in _attacks().find(told)) and not any(_points(words, place) for place in range(len(words)))


def _points(words: Sequence[str], place: int) -> bool:
    """Does a pointing word stand here with a deed behind it? "Thursday's bombing" points as well."""
    of_a_day = words[place] in _weekdays() and words[place + 1 : place + 2] == ["s"]
    if words[place] not in words_of("incidents", "definite") and not of_a_day:
        return False
    here = place + 1 + of_a_day
    while here < len(words) and words[here] in words_of("incidents", "between") and _acts().at(words, here) is None:
        here += 1
    return here < len(words) and _acts().at(words, here) is not None


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(load("times")["weekdays"])


@cache
def _phrases(name: str) -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in load("incidents")[name])


@cache
def _acts() -> Phrases[str]:
    """What one can be blamed for, by the mode that it has, and what it was done with: "the missiles struck a car"."""
    acts = [(word, mode) for mode, words in load("responsibility")["acts"].items() for word in words]
    return Phrases([*acts, *((word, "") for word in load("incidents")["weapons"])])


@cache
def _attacks() -> Phrases[bool]:
    """Attacks and what they are done with; not "deaths" and "killing", which a count of the dead has as well."""
    return Phrases((word, True) for word in (*sorted(attack_nouns()), *load("incidents")["weapons"]))
