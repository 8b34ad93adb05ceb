"""The words of a name: which are common, which describe, which are the name itself."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from atodds.vocab import load, words_of
from atodds.vocab.bodies import key_of
from atodds.vocab.gazetteer import ARTICLES
from atodds.vocab.people import nouns

_LOST = re.compile(r"\b([A-Z]{3,})s\b")  # "SANAs reporter": an apostrophe was lost
_OF_SPEAKERS = (
    "people", "bodies", "carriers", "indefinites", "collective", "amounts", "before_names", "speaking_for", "pronouns", "pointing",
    "possessives", "offices", "generic", "never", "origins",
)  # fmt: skip
_AROUND_NAMES = ("mouths", "heads", "unnamed", "governments", "forces", "weapons", "parts", "kinds", "described", "local", "things")
_ACRONYM = 5  # letters; longer words in capitals are shouted
_WORD = re.compile(r"[^\s“”\"«»()\[\],;]+")


class Words(NamedTuple):
    written: tuple[str, ...]
    lower: tuple[str, ...]

    def part(self, start: int, end: int) -> Words:
        return Words(self.written[start:end], self.lower[start:end])

    def key(self) -> str:
        """The words as a key, without articles."""
        dropped = listed("articles") | {"'s"}
        return key_of(" ".join(word for word, lower in zip(*self, strict=True) if lower not in dropped))


def words_in(name: str) -> Words:
    found = tuple(_WORD.findall(_LOST.sub(r"\1 's", name.replace("’", "'").replace("'s", " 's "))))
    return Words(found, tuple(word.lower() for word in found))


@cache
def listed(name: str) -> frozenset[str]:
    return frozenset(str(word) for word in load("parties")[name])


@cache
def kinds() -> frozenset[str]:
    """The words of all phrases of `kinds`."""
    return frozenset(word for phrase in listed("kinds") for word in phrase.split())


def holds(words: Words, name: str) -> bool:
    return any(word in listed(name) for word in words.lower)


def common(word: str) -> bool:
    return word in _common_words() or word == "'s" or tied(word)


@cache
def _common_words() -> frozenset[str]:
    """Every word that names nobody by itself: of the lists of speakers, doers and people, and what may stand around a name."""
    found = {str(word) for name in _OF_SPEAKERS for word in load("speakers")[name]}
    found |= {str(word) for name in ("heads", "modifiers", "carriers", "dropped") for word in load("actors")[name]}
    found |= {word for name in _AROUND_NAMES for word in listed(name)}
    return frozenset(found | {phrase for phrase, _ in nouns().items()} | set(load("parties")["offices"]))


def tied(word: str) -> bool:
    """ "Norland-based", "pro-government": a name in it is another's."""
    return "-" in word and (word.endswith(tuple(listed("tied"))) or word.startswith(tuple(listed("prefixed"))))


def _names(word: str, lower: str) -> bool:
    """Is it a word of a name, and no common one, title or address?"""
    return _proper(word) and not common(lower) and lower not in listed("titles") and lower not in words_of("speakers", "honorifics")


def is_name(words: Words, place: int) -> bool:
    """Is the word at a place of a name by itself: neither common nor in an all-capital row?"""
    return _names(words.written[place], words.lower[place]) and not words.written[place].isupper()


def is_shouted(words: Words) -> bool:
    """Are all words in capitals, which then tell nothing? One acronym is not shouted."""
    return all(word.isupper() for word in words.written if word[0].isalpha()) and any(len(word) > _ACRONYM for word in words.written)


def _proper(word: str) -> bool:
    return word[0].isupper() or word.startswith(ARTICLES)


def core_of(words: Words) -> Words:
    """The name inside its descriptions: from its first capital word that is no common one to the last word that says anything of it."""
    proper = [place for place, word in enumerate(words.written) if _names(word, words.lower[place])]
    if not proper:
        return words.part(0, 0)
    start, end = proper[0], proper[-1] + 1
    while start > 0 and _proper(words.written[start - 1]) and not _describes(words.lower[start - 1]):
        start -= 1
    while end < len(words.written) and (_proper(words.written[end]) or _is_house(words.lower[end])):
        end += 1
    return words.part(start, end)


def _describes(word: str) -> bool:
    return word in listed("described") or word in listed("titles") or word in words_of("speakers", "honorifics") or tied(word)


def _is_house(word: str) -> bool:
    """A noun that is part of a name though it may be written small: "the Harbour hospital", but not "the Harbour group"."""
    return word in words_of("speakers", "bodies") and word not in kinds() and word not in listed("parts") and word not in listed("mouths")


def person_in(words: Words) -> str | None:
    """The key of a run of two or more capitalised words that are neither common nor a title: "Omar Said"."""
    run: list[str] = []
    for word, lower in zip(words.written, words.lower, strict=True):
        if run and word[0].isupper() and lower in words_of("speakers", "bodies"):
            run = []  # "Harbour Ridge Brigade" is no person
            continue
        if (_names(word, lower) and lower not in listed("portfolios")) or (run and lower in words_of("speakers", "particles")):
            run.append(word)
        elif len(run) > 1:
            break
        else:
            run = []
    return key_of(" ".join(run)) if len(run) > 1 else None


def undescribed(words: Words) -> Words:
    """The words without the descriptions before them: "UK-based | Observatory for Human Rights"."""
    start = 0
    while start < len(words.lower) and (tied(words.lower[start]) or words.lower[start] in listed("described")):
        start += 1
    return words.part(start, len(words.lower))


def is_title_case(words: Words, tail: Words) -> bool:
    """Is it a name made of common words: "Centre for Harbour Studies"? Not "Activists in Harbour", which a capital opens."""
    content = [word for word in (*words.written, *tail.written) if word.lower() not in listed("links") | listed("small")]
    people = bool(words.lower) and (words.lower[0] in listed("unnamed") or nouns().at(words.lower, 0) is not None)
    return len(content) > 1 and not people and all(word[0].isupper() for word in content)
