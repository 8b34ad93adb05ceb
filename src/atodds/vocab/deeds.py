"""Deeds: the words of harm and movement that a figure can hang on, by measure and form."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from atodds.model.figure import Measure
from atodds.vocab import load
from atodds.vocab.lexicon import Phrases
from atodds.vocab.people import plural_of

Form = Literal["past", "ing", "base", "intransitive", "adjective", "noun", "toll"]


class DeedWord(NamedTuple):
    measure: Measure
    form: Form
    plural: bool = False


@cache
def deeds() -> Phrases[DeedWord]:
    """Every deed phrase; nouns in both numbers."""
    found: dict[str, DeedWord] = {}
    for measure, forms in load("deeds").items():
        for form, phrases in forms.items():
            for phrase in phrases:
                found.setdefault(phrase.lower(), DeedWord(measure, form))
                if form == "noun":
                    found.setdefault(plural_of(phrase.lower()), DeedWord(measure, form, plural=True))
    return Phrases(found)
