"""Feasts: days with a name. Those on a fixed day are dated; those that follow the moon or move are times that the words leave open."""

from __future__ import annotations

from datetime import date
from functools import cache

from atodds.model.text import Tokens
from atodds.model.when import Precision
from atodds.vocab.calendar import listed, mapped, unresolved
from atodds.vocab.dates import Found, anchored, meaning
from atodds.vocab.lexicon import Phrases
from atodds.vocab.parts import Part, with_year, word


@cache
def _fixed() -> Phrases[tuple[int, int]]:
    return Phrases({name: (month, day) for name, (month, day) in mapped("feasts").items()})


@cache
def _moving() -> Phrases[Precision]:
    return Phrases(dict(mapped("moving_feasts")))


def feast(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """A feast on a fixed day: "Christmas Day", "New Year's Eve 2012"."""
    found = _fixed().at(tokens.lower, place)
    if found is None:
        return None
    end, part = with_year(tokens, found[0], Part(month=found[1][0], day=found[1][1]), published)
    return end, meaning(part, anchored(tokens, place, published)) or unresolved("day")


def moving_feast(tokens: Tokens, place: int, published: date | None) -> Found | None:
    """ "during Ramadan", "on the eve of Ashura", "at Easter": which days, the words do not say. Not "Mr. Ramadan Shallah"."""
    found = _moving().at(tokens.lower, place)
    if found is None or word(tokens, place - 1) not in listed("before_feast"):
        return None
    end, precision = found
    follows = tokens.words[end] if end < len(tokens.words) else ""
    if follows[:1].isupper() and not tokens.words[place].isupper():
        return None
    return end, unresolved(precision)
