"""A document on the reading desk: its sentences, and what is found in each, worked out once and only when asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

import msgspec

from atodds.extract.chunks import Chunks, chunks
from atodds.extract.drafts import Draft, drafts
from atodds.extract.extractors import EXTRACTORS
from atodds.model.mention import Marks
from atodds.model.text import Document, Sentence
from atodds.vocab import load
from atodds.vocab.deeds import first_words
from atodds.vocab.people import plural_of

_WORD = re.compile(r"[^\W\d_]+")
_MONEY = re.compile(r"[$€£¥]")


@dataclass
class Reading:
    """One sentence with everything found in it."""

    sentence: Sentence
    document: Document

    @cached_property
    def live(self) -> bool:
        """May a figure stand here at all? Asked of the bare words, so that most sentences cost next to nothing."""
        text = self.sentence.text
        return not triggers().isdisjoint(_WORD.findall(text.lower())) or _MONEY.search(text) is not None

    @cached_property
    def marks(self) -> Marks:
        marks = Marks()
        for extractor in EXTRACTORS:
            marks = msgspec.structs.replace(marks, **{extractor.assigns: extractor(self.sentence, marks, self.document)})
        return marks

    @cached_property
    def chunks(self) -> Chunks:
        return chunks(self.sentence, self.marks)

    @cached_property
    def drafts(self) -> list[Draft]:
        return drafts(self.sentence, self.chunks) if self.live else []


@dataclass
class Page:
    """A document's readings, in order."""

    document: Document
    sentences: Sequence[Sentence]
    readings: list[Reading] = field(init=False)

    def __post_init__(self) -> None:
        self.readings = [Reading(sentence, self.document) for sentence in self.sentences]

    def before(self, index: int, *, same_block: bool = True) -> Reading | None:
        """The reading of the sentence before, in the same paragraph unless told otherwise."""
        if index == 0:
            return None
        here, previous = self.sentences[index], self.sentences[index - 1]
        return self.readings[index - 1] if not same_block or here.block == previous.block else None


@cache
def triggers() -> frozenset[str]:
    """Words without which no rule finds a figure: deeds, attacks, troops, crowds, materiel, currencies."""
    counted = load("counted")
    phrases = [*load("attacks")["nouns"].values(), *load("numbers")["currency_words"], *counted["crowd_verbs"], *counted["crowd_nouns"]]
    phrases += [*counted["member_words"], "troops"]
    found = set(first_words())
    for noun in counted["materiel"]:
        found.update(_WORD.findall(_plural(noun).lower())[-1:])
    for verb in counted["troop_verbs"]:
        found.update(_WORD.findall(verb)[:1])
    for phrase in phrases:
        found.update(word for word in _WORD.findall(phrase.lower())[-1:])
    for phrase in (*counted["crowd_verbs"], *counted["crowd_nouns"]):
        found.update(_WORD.findall(phrase.lower())[:1])
    return frozenset(found)


def _plural(noun: str) -> str:
    return noun if noun in load("counted")["materiel_same"] else plural_of(noun)
