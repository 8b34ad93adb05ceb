"""Pronouns: one person counted by the word that stands for a name ("killed him", "she was wounded")."""

from __future__ import annotations

from collections.abc import Iterator

from atodds.extract.mentions.beside import deed_after
from atodds.model.mention import Group
from atodds.model.text import Sentence, Span
from atodds.vocab import words_of
from atodds.vocab.deeds import deeds


def pronouns(sentence: Sentence, taken: set[int]) -> Iterator[Group]:
    """One person whom a pronoun stands for: "they killed him", "she was wounded"; not "her" before what is hers."""
    lower = sentence.tokens.lower
    if words_of("pronouns", "subject", "object").isdisjoint(lower):
        return
    for place, word in enumerate(lower):
        if place in taken or (place == 0 and word in words_of("pronouns", "object")):
            continue
        struck = word in words_of("pronouns", "object") and _struck(lower, place)
        suffered = word in words_of("pronouns", "subject") and _suffered(lower, place)
        if struck or suffered:
            yield Group(
                at=Span(place, place + 1), quantity=None, low=1, high=1, modality="exact",
                head=Span(place, place + 1), of="people", category="unknown", by="definite",
            )  # fmt: skip


def _struck(lower: list[str], place: int) -> bool:
    """ "killing him": right behind a deed, and the end of its phrase."""
    behind = lower[place + 1] if place + 1 < len(lower) else "."
    ends = behind in words_of("grammar", "noun_phrase_ends", "adverbs") or not behind[0].isalpha() or behind.endswith("ly")
    found = [deeds().at(lower, start) for start in range(max(0, place - 3), place)]
    return ends and any(hit is not None and hit[0] == place and hit[1].form in ("past", "ing", "base") for hit in found)


def _suffered(lower: list[str], place: int) -> bool:
    """ "he was killed", "she had been wounded"; not "if he is killed", "he will be killed"."""
    before = lower[max(0, place - 3) : place]
    done = words_of("pronouns", "done")
    verb = next(
        (each for each in range(place + 1, min(place + 5, len(lower))) if lower[each] not in words_of("grammar", "have", "adverbs")), 0
    )
    if lower[verb] not in done or not words_of("pronouns", "doubtful").isdisjoint(before):
        return False
    return deed_after(lower, verb)
