"""What a sentence says when its quotation marks and the short asides in brackets are left out."""

from __future__ import annotations

from collections.abc import Sequence

from atodds.model.text import QUOTES

_ASIDE = 8  # tokens of "[National Liberation Front of the South]" and its brackets
_OPENS, _CLOSES = frozenset("(["), frozenset(")]")


def kept(tokens: Sequence[str]) -> list[int]:
    """The tokens that stay: no quotation marks, and no short aside in brackets."""
    places: list[int] = []
    place = 0
    while place < len(tokens):
        if tokens[place] in _OPENS:
            close = next((end for end in range(place + 1, min(len(tokens), place + _ASIDE)) if tokens[end] in _CLOSES), None)
            if close is not None:
                place = close + 1
                continue
        if tokens[place] not in QUOTES:
            places.append(place)
        place += 1
    return places
