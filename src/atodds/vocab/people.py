"""People: which nouns name them, in one or many, and what category each gives by itself."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from atodds.model.figure import Category
from atodds.vocab import load
from atodds.vocab.lexicon import Phrases

CATEGORIES: tuple[Category, ...] = (
    "civilian", "combatant", "security_forces", "child", "woman", "man", "medical", "journalist", "aid_worker", "unknown",
)  # fmt: skip


class Noun(NamedTuple):
    """A noun in one of its forms."""

    category: Category
    plural: bool
    single: bool
    judgement: bool  # the word carries one: it stays as claimed
    kinds: tuple[Category, ...]  # every kind it gives
    last: str  # lower case


@cache
def nouns() -> Phrases[Noun]:
    """Every form of every noun for people, longest first."""
    data = load("people")
    found: dict[str, Noun] = {}
    for category in CATEGORIES:
        for word in data[category]:
            single = str(word)
            judged = single.split()[-1] in data["judgement"]
            kinds = (category, *([data["also"][single]] if single in data["also"] else []))
            if single in data["same"]:
                found.setdefault(single.lower(), Noun(category, True, single not in ("people", "troops"), judged, kinds, single.lower()))
                continue
            found.setdefault(single.lower(), Noun(category, False, True, judged, kinds, single.lower()))
            plural = data["plurals"].get(single, plural_of(single))
            found.setdefault(plural.lower(), Noun(category, True, plural == single, judged, kinds, single.lower()))
    return Phrases(found)


@cache
def modifiers() -> dict[str, Category]:
    """Words before a noun that give a category where the noun gives none: "unarmed men", "Taliban members"."""
    return {word.lower(): category for category, words in load("people")["modifiers"].items() for word in words}


def plural_of(noun: str) -> str:
    """The regular plural of a noun or phrase.

    >>> plural_of("body"), plural_of("crew member"), plural_of("coach"), plural_of("fisherman")
    ('bodies', 'crew members', 'coaches', 'fishermen')
    """
    if noun.endswith("man") and not noun.endswith(("human", "german")):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "ch", "sh", "z")):
        return noun + "es"
    return noun + "s"
