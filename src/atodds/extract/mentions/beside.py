"""Beside a deed: does a word of harm stand right before a person, or is the person its subject?"""

from __future__ import annotations

from collections.abc import Sequence

from atodds.vocab import words_of
from atodds.vocab.deeds import deeds

_APPOSITION = 20  # tokens between a name and the verb behind what is said of it: "Karim Shah, mayor of Marsa, was killed"
_BY_NAME = ("noun", "base", "ing")


def deed_before(lower: Sequence[str], place: int) -> bool:
    """ "killed X", "the death of X", "the murder of [retired] General X"."""
    if place == 0:
        return False
    behind_of = lower[place - 1] == "of"
    if lower[place - 1] == "]" and "[" in lower[max(0, place - 5) : place]:
        opened = next(each for each in range(place - 1, -1, -1) if lower[each] == "[")
        behind_of, place = lower[opened - 1] == "of", opened
    return any(_ending_at(lower, place - 1 - behind_of, place - behind_of, _BY_NAME if behind_of else ("past", "ing", "base")))


def _ending_at(lower: Sequence[str], last: int, end: int, forms: tuple[str, ...]) -> list[bool]:
    """For each deed that ends there: has it one of these forms?"""
    found = [deeds().at(lower, start) for start in range(max(0, last - 3), last + 1)]
    return [hit[1].form in forms for hit in found if hit is not None and hit[0] == end]


def deed_after(lower: Sequence[str], end: int) -> bool:
    """ "X was killed", "X died", "X, 68, was killed", "X, who was killed", "X's murder"."""
    if end >= len(lower):
        return False
    if lower[end] in ("'s", "'"):
        noun = deeds().at(lower, end + 1) if end + 1 < len(lower) else None
        return noun is not None and noun[1].form in ("noun", "base")
    return any(_undergoes(lower, verb) for verb in _verbs(lower, end))


def _verbs(lower: Sequence[str], end: int) -> list[int]:
    """Where the verb of a person can stand: right behind, behind "who", behind what is said of the person between commas."""
    if lower[end] != ",":
        return [end]
    found = [end + 2] if lower[end + 1 : end + 2] == ["who"] else []
    starts = words_of("grammar", "be", "have")
    close = (each for each in range(end + 1, min(end + _APPOSITION, len(lower) - 1)) if lower[each] == "," and lower[each + 1] in starts)
    return [*found, *(each + 1 for each in (next(close, None),) if each is not None)]


def _undergoes(lower: Sequence[str], verb: int) -> bool:
    """Was it done to the subject: a form of "be" before the deed, or a deed that needs none?"""
    light, start = words_of("grammar", "be", "have", "adverbs"), verb
    while verb < len(lower) and (lower[verb] in light or lower[verb].endswith("ly")):
        verb += 1
    deed = deeds().at(lower, verb) if verb < len(lower) else None
    return deed is not None and ((verb > start and deed[1].form in ("past", "adjective")) or deed[1].form == "intransitive")
