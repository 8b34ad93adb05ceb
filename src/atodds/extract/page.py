"""A document on the reading desk: its sentences, and what is found in each, worked out once and only when asked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

import msgspec

from atodds.extract.anchors import anchored
from atodds.extract.base import Extractor
from atodds.extract.extractors import EXTRACTORS
from atodds.extract.figures.chunks import chunks
from atodds.extract.figures.draft import Draft
from atodds.extract.figures.drafts import drafts
from atodds.extract.mentions.speech.words import may_speak
from atodds.extract.runs import Run, runs
from atodds.model.lazy import lazy
from atodds.model.mention import Marks, Speech, Time, Where
from atodds.model.source import Link
from atodds.model.text import Document, Sentence, Span
from atodds.vocab import load
from atodds.vocab.people import plural_of
from atodds.vocab.screens import screen

T = TypeVar("T")

_MONEY = re.compile(r"[$€£¥]")
_TOLD = ("times", "deeds", "means", "places")
_NESTED = 4  # runs that can hold one word
_SPOKEN = ("times", "speeches")
_COUNTING = 4  # how many of EXTRACTORS, times before all, find numbers and what they count


@dataclass
class Reading:
    """One sentence with everything found in it, each step taken only when it is asked for."""

    sentence: Sentence
    document: Document  # as of the day from which the sentence is told
    _found: dict[object, tuple[Any, ...]] = field(default_factory=dict)  # by layer, and what was known when it was filled
    _made: dict[object, Any] = field(default_factory=dict)  # by the function that made it

    @lazy
    def words(self) -> frozenset[str]:
        """The bare words, lower case: enough to tell that most sentences hold no figure."""
        return self.sentence.bare

    @lazy
    def live(self) -> bool:
        """May a figure stand here at all?"""
        words = self.words
        if not triggers().isdisjoint(words) or ("no" in words and not _singles().isdisjoint(words)):
            return True
        return _MONEY.search(self.sentence.text) is not None

    @lazy
    def asks(self) -> bool:
        """A question claims nothing."""
        return self.sentence.text.rstrip("\"”’') ").endswith("?")

    @lazy
    def violent(self) -> bool:
        """May an act of violence be told of here?"""
        return not tellers().isdisjoint(self.words)

    def once(self, make: Callable[[Reading], T]) -> T:
        """What a function makes of this reading, worked out for the first who asks. Nobody may change it."""
        made: T | None = self._made.get(make)
        if made is None:
            made = self._made[make] = make(self)
        return made

    @lazy
    def counted(self) -> Marks:
        """The numbers and what they count, as if none were a date."""
        return _marked(self, Marks(), EXTRACTORS[:_COUNTING])

    @lazy
    def sketch(self) -> list[Draft]:
        """The figures there would be if no number were a date and nobody spoke. Both can only rule figures out, and both take time."""
        if not self.live or self.asks or not self.counted.groups:
            return []
        return drafts(self.sentence, chunks(self.sentence, self.counted))

    @lazy
    def marks(self) -> Marks:
        return _marked(self, self.counted, EXTRACTORS[_COUNTING:])

    def layer(self, name: str) -> tuple[Any, ...]:
        """One layer of the marks, the others left for later: of an extractor that requires none but those that count."""
        if "marks" in self.__dict__:
            return getattr(self.marks, name)  # type: ignore[no-any-return]
        return getattr(_marked(self, self.counted, _assigning(name)), name)  # type: ignore[no-any-return]

    @property
    def dated(self) -> tuple[Time, ...]:
        """Its times alone."""
        if "times" in self._found:
            return self._found["times"]
        return _marked(self, Marks(), EXTRACTORS[:1]).times

    @lazy
    def put(self) -> tuple[Where, ...]:
        """Its places alone."""
        if "marks" in self.__dict__:
            return self.marks.places
        return _marked(self, Marks(), _assigning("places")).places

    @lazy
    def speeches(self) -> tuple[Speech, ...]:
        """Who says what in it, whether or not a figure stands here."""
        if "marks" in self.__dict__:
            return self.marks.speeches
        if not may_speak(self.sentence):
            return ()
        return _marked(self, Marks(), _assigning(*_SPOKEN)).speeches

    @lazy
    def told(self) -> Marks:
        """When, where and by what means a sentence tells of violence: all that a figure of a later sentence may take from it."""
        if "marks" in self.__dict__:
            return self.marks
        return _marked(self, Marks(), _assigning(*_TOLD))

    @lazy
    def drafts(self) -> list[Draft]:
        if not self.sketch or not self.marks.speeches:
            return self.sketch
        return drafts(self.sentence, chunks(self.sentence, self.marks))


def _marked(reading: Reading, marks: Marks, extractors: Sequence[Extractor]) -> Marks:
    """The marks with the layers that these extractors assign; what was found before from the same layers is not looked for again."""
    made: dict[str, tuple[Any, ...]] = {}  # put into the marks together, before an extractor that requires some of them
    for extractor in extractors:
        key: object = extractor.assigns
        if extractor.requires:
            marks, made = (msgspec.structs.replace(marks, **made), {}) if made else (marks, made)
            key = (key, *[id(getattr(marks, each)) for each in extractor.requires])
        layer = reading._found.get(key)
        if layer is None:
            layer = reading._found[key] = extractor(reading.sentence, marks, reading.document)
        if layer:
            made[extractor.assigns] = layer
    return msgspec.structs.replace(marks, **made) if made else marks


@cache
def _assigning(*layers: str) -> tuple[Extractor, ...]:
    """The extractors of some layers."""
    return tuple(each for each in EXTRACTORS if each.assigns in layers)


@dataclass
class Page:
    """A document's readings, in order."""

    document: Document
    sentences: Sequence[Sentence]
    readings: list[Reading] = field(init=False)
    links: dict[tuple[int, int], Link] = field(default_factory=dict)  # by sentence and identity of the speech, which its reading keeps

    def __post_init__(self) -> None:
        documents = anchored(self.document, self.sentences)
        self.readings = [Reading(sentence, document) for sentence, document in zip(self.sentences, documents, strict=True)]

    @lazy
    def runs(self) -> list[Run]:
        """The quotations whose speaker stands in another sentence than some of their words."""
        return runs(self.readings)

    def running(self, at: Span) -> list[Run]:
        """The runs that hold a stretch of the flow."""
        place = bisect_right(self.runs, at.start, key=lambda run: run.at.start)
        return [run for run in self.runs[max(0, place - _NESTED) : place] if run.at.holds(at)]

    def before(self, index: int, *, same_block: bool = True) -> Reading | None:
        """The reading of the sentence before, in the same paragraph unless told otherwise."""
        if index == 0:
            return None
        here, previous = self.sentences[index], self.sentences[index - 1]
        return self.readings[index - 1] if not same_block or here.block == previous.block else None


@cache
def triggers() -> frozenset[str]:
    """A word of every phrase without which no rule finds a figure: deeds, attacks, troops, crowds, materiel, currencies."""
    counted = load("counted")
    phrases = [phrase for forms in load("deeds").values() for words in forms.values() for phrase in words]
    phrases += [plural_of(phrase) for forms in load("deeds").values() for phrase in forms["noun"]]
    phrases += [*load("attacks")["nouns"].values(), *load("numbers")["currency_words"], *counted["crowd_verbs"], *counted["crowd_nouns"]]
    phrases += [noun if noun in counted["materiel_same"] else plural_of(noun) for noun in counted["materiel"]]
    phrases += [
        *counted["member_words"],
        *counted["troop_verbs"],
        *counted["bodies"],
        *counted["of_the_dead"],
        *counted["among_the_dead"],
        "troops",
    ]
    return screen(phrases)


@cache
def _singles() -> frozenset[str]:
    """Attacks that only "no" counts one by one: "no strike was carried out"."""
    return screen(load("attacks")["nouns"])


@cache
def tellers() -> frozenset[str]:
    """A word of every phrase that tells of violence: deeds, attacks and means."""
    deeds = [phrase for forms in load("deeds").values() for words in forms.values() for phrase in words]
    attacks = load("attacks")["nouns"]
    means = load("means")["means"]
    return screen((*deeds, *attacks, *attacks.values(), *(each for listed in means.values() for each in listed)))
