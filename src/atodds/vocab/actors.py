"""Actors: who can do a deed of war, by the names of `bodies.py` and the common nouns of `actors.yml`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from atodds.vocab import load
from atodds.vocab.bodies import Sort, bodies
from atodds.vocab.gazetteer import written
from atodds.vocab.lexicon import Phrases


class Actor(NamedTuple):
    """A name of the list: its first spelling, and what sort of body it is; `head` is a common noun as "police"."""

    key: str
    sort: Sort
    only_as: str | None = None  # an acronym, read in capitals
    proper: bool = True


def actor_at(lower: Sequence[str], place: int, words: Sequence[str] | None = None) -> tuple[int, Actor] | None:
    """The longest listed actor that begins at a token: where it ends, and who it is.

    >>> actor_at(["al", "qaeda", "fighters"], 0)[1].key
    'Al-Qaeda'
    """
    found = listed_actors().at(lower, place)
    if found is None:
        return None
    actor = found[1]
    if actor.only_as is not None and words is not None and _shouted_word(actor.only_as, words, place):
        return None
    if words is not None and words[place] in actor_words("in_small_letters"):
        return found
    if actor.only_as is not None or (actor.proper and words is not None):
        return found if written(actor.only_as, words, place) else None
    return found


def _shouted_word(acronym: str, words: Sequence[str], place: int) -> bool:
    """ "IS" in a text all in capitals is a verb."""
    if acronym.lower() not in actor_words("words_in_capitals"):
        return False
    around = [word for word in (*words[max(0, place - 2) : place], *words[place + 1 : place + 3]) if len(word) > 1 and word.isalpha()]
    return bool(around) and all(word.isupper() for word in around)


@cache
def actor_words(name: str) -> frozenset[str]:
    """A list of `actors.yml`."""
    return frozenset(load("actors")[name])


@cache
def listed_actors() -> Phrases[Actor]:
    found = {head: Actor(head, "head", proper=False) for head in load("actors")["heads"]}
    for name, body in bodies().items():
        if body.sort != "voice":
            found[name] = Actor(body.name, body.sort, body.only_as, body.proper)
    return Phrases(found)
