"""What the rest of a report says of where it is set: the countries that it speaks of, by name, by people, or by a place of theirs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from atodds.vocab import words_of
from atodds.vocab.gazetteer import beginnings, place_at, state_at
from atodds.vocab.placenames import country_of
from atodds.vocab.shouting import shouted

_WORD = re.compile(r"[^\W\d_]++(?:[.'-][^\W\d_]++)*+")
# A country's own name says more of where a report is set than the people of it, who may be soldiers abroad.
_NAMED, _PEOPLE, _PLACE = 3, 1, 2
_HEAD = 200  # words that tell whether a text is all in capitals
_READ = 400_000  # characters; a longer text is set where its beginning says


class Backdrop(NamedTuple):
    """The countries of a report (ISO alpha-3), each with how much it speaks of it; `named`: by name or people, not by a place alone."""

    spoken: Mapping[str, int]
    named: frozenset[str]


@lru_cache(maxsize=4)
def backdrop(text: str) -> Backdrop:
    """The countries that a text speaks of.

    >>> backdrop("Afghan troops met in Kandahar, Afghanistan, and in Tikrit.")
    Backdrop(spoken={'AFG': 6, 'IRQ': 2}, named=frozenset({'AFG'}))
    """
    words = _WORD.findall(text.replace("’", "'"), 0, _READ)
    lower = "\n".join(words).lower().split("\n")
    spoken: Counter[str] = Counter()
    named: set[str] = set()
    known, small = beginnings(), words_of("where", "first")
    loud = shouted(words[:_HEAD])
    for place in [place for place, word in enumerate(lower) if word in known]:
        if words[place][0].islower() and "-" not in words[place] and lower[place] not in small:
            continue  # a name has its capital
        if loud and words[place] == "US":
            continue  # "ALL OF US WHO WORK HERE"
        country, weight = _spoken_of(words, lower, place)
        if country is not None:
            spoken[country] += weight
        if country is not None and weight != _PLACE:
            named.add(country)
    return Backdrop(dict(spoken), frozenset(named))


def _spoken_of(words: list[str], lower: list[str], place: int) -> tuple[str | None, int]:
    state = state_at(lower, place, words)
    found = place_at(lower, place, words)
    if found is not None and (state is None or found.end > state.end):
        return country_of(found.places), _PLACE
    return (None, 0) if state is None else (state.country, _NAMED if state.noun else _PEOPLE)
