"""Questions in words: "civilians killed by drones in Pakistan since 2012", read by the lists that reports are read by.

What was understood is printed back, and what was not is said: nothing is guessed, and no word is dropped silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

import msgspec

from atodds.extract.extractors import EXTRACTORS
from atodds.extract.mentions.noun_phrases import Thing, noun_at, vocabulary
from atodds.language.rules import Rules
from atodds.model.figure import Category, Measure
from atodds.model.ids import text_digest
from atodds.model.mention import Marks
from atodds.model.record import Record
from atodds.model.text import Block, Document, Flow, Sentence, Span
from atodds.model.when import When
from atodds.model.where import Place
from atodds.vocab import load, words_of
from atodds.vocab.deeds import DeedWord
from atodds.vocab.people import Noun
from atodds.vocab.periods_shown import period
from atodds.vocab.places_shown import place_words
from atodds.vocab.shown import folded, means_words

_YEARS = re.compile(r"(?<![\w-])(?P<first>[12]\d{3})(?:\s*[-–/]\s*(?P<last>[12]\d{3}))?(?![\w-])")
_LONGEST = 400  # characters of a question: it is one sentence


class Wanted(Record, frozen=True, kw_only=True):
    """What is asked for. None asks for anything; the kind `unknown` asks for everyone, whoever they were."""

    measure: Measure | None = None
    category: Category | None = None
    means: str | None = None
    agent: str | None = None  # words: who did it
    place: Place | None = None
    time: When | None = None
    said: str | None = None  # words: who says it

    def __bool__(self) -> bool:
        return self != Wanted()


class Asked(NamedTuple):
    """A question as it was understood, and the words of it that were not."""

    wanted: Wanted
    unread: tuple[str, ...] = ()


def asking(words: str) -> Asked:
    """What a question asks for.

    >>> found = asking("civilians killed by drones in Pakistan since 2012, roughly")
    >>> understood(found.wanted), found.unread
    ('killed · civilians · drone strikes · Pakistan · since 2012', ('roughly',))
    """
    plain = folded(words)[:_LONGEST]
    first = _read(plain)
    named = _with_capitals(plain, first.unread)
    second = _read(named)
    if named == plain or len(second.unread) >= len(first.unread):
        return first
    return second._replace(unread=tuple(_as_asked(each, named, plain) for each in second.unread))


def understood(wanted: Wanted) -> str:
    """What is asked for, in one line."""
    shown = load("shown")
    parts = (
        wanted.measure and (shown["measures"][wanted.measure] or shown["nouns"].get(wanted.measure, [wanted.measure])[-1]),
        wanted.category and shown["categories"][wanted.category][1],
        wanted.means and means_words(wanted.means),
        wanted.agent and f"by {folded(wanted.agent)}",
        wanted.place and place_words(wanted.place),
        wanted.time and period(wanted.time),
        wanted.said and f"said by {folded(wanted.said)}",
    )
    return " · ".join(part for part in parts if part)


def _read(words: str) -> Asked:
    """One reading of the words as they are spelt."""
    sentence = _sentence(words)
    if sentence is None:
        return Asked(Wanted())
    marks = _marks(sentence)
    bare = next((where.at for where in marks.places if where.role == "name"), None)
    led = _sentence(_led_up_to(sentence, bare.start)) if bare is not None else None
    if led is not None:
        sentence, marks = led, _marks(led)
    found = _Found(sentence, marks)
    for step in (found.voices, found.times, found.places, found.means, found.harm, found.kinds, found.years):
        step()
    return Asked(Wanted(**found.sides), tuple(found.left()))


class _Found:
    """The sides of a question while they are read, and the tokens that have said something. The first of two answers stands."""

    def __init__(self, sentence: Sentence, marks: Marks) -> None:
        self.sentence, self.marks = sentence, marks
        self.sides: dict[str, Any] = {}
        self.read: set[int] = set()
        self.idle: list[str] = []  # words that were understood and cannot be used

    def take(self, side: str, value: object, at: Sequence[int]) -> None:
        """A value for a side; a second, other value is left unread."""
        if self.sides.setdefault(side, value) == value:
            self.read.update(range(at[0], at[1]))

    def voices(self) -> None:
        """ "according to Amnesty", "by the CIA"."""
        for speech in self.marks.speeches:
            if speech.speaker is not None and speech.cue is not None:
                self.take("said", self.sentence.words(speech.speaker), speech.speaker)
                self.read.update(range(*speech.cue))
        for agent in self.marks.agents:
            self.take("agent", self.sentence.words(agent.at), agent.at)

    def times(self) -> None:
        for time in self.marks.times:
            if time.when.unresolved:
                self.read.update(range(*time.at))
                self.idle.append(f"{self.sentence.words(time.at)} (no date to count it from)")
            else:
                self.take("time", time.when, time.at)

    def places(self) -> None:
        for where in self.marks.places:
            if where.role in ("in", "name") and not self.read.issuperset(range(*where.at)):
                self.take("place", where.told.place if where.told is not None else where.place, where.at)

    def means(self) -> None:
        for means in self.marks.means:
            self.take("means", means.means, means.at)

    def harm(self) -> None:
        """What is counted: a deed before a word that only names it, attacks where there is neither."""
        for deed in self.marks.deeds:
            self.take("measure", deed.measure, deed.at)
        named = load("asked")["measures"]
        for place, word in enumerate(self.sentence.tokens.lower):
            if word in named and place not in self.read:
                self.take("measure", named[word], (place, place + 1))
        for at, noun in self._nouns():
            if isinstance(noun, Thing) and noun.of == "attacks":
                self.take("measure", "attacks", at) if "measure" not in self.sides else self.read.update(range(*at))

    def kinds(self) -> None:
        everyone, adjectives = words_of("asked", "everyone"), load("asked")["kinds"]
        for at, noun in self._nouns():
            if isinstance(noun, Noun) and not self.read.issuperset(range(*at)):
                if self.sentence.words(at).lower() in everyone:
                    self.take("category", "unknown", at)
                elif noun.category != "unknown":
                    self.take("category", noun.category, at)
        for place, word in enumerate(self.sentence.tokens.lower):
            if word in adjectives and place not in self.read:
                self.take("category", adjectives[word], (place, place + 1))

    def years(self) -> None:
        """Years on their own: "Karachi 2007", "2008-2013"."""
        starts = self.sentence.tokens.starts
        for match in _YEARS.finditer(self.sentence.text):
            tokens = [place for place, start in enumerate(starts) if match.start() <= start < match.end()]
            first, last = int(match["first"]), int(match["last"] or match["first"])
            if first <= last and self.read.isdisjoint(tokens):
                when = When(
                    earliest=date(first, 1, 1), latest=date(last, 12, 31), precision="year" if first == last else "span", text=match[0]
                )
                self.take("time", when, (tokens[0], tokens[-1] + 1))

    def left(self) -> Iterator[str]:
        """The words that said nothing, those that stand together as one."""
        yield from self.idle
        silent, words = words_of("asked", "silent"), self.sentence.tokens
        run: list[int] = []
        for place in range(len(words.words) + 1):
            here = place < len(words.words)
            if here and place not in self.read and words.lower[place] not in silent and any(map(str.isalnum, words.words[place])):
                run.append(place)
            elif run:
                yield self.sentence.words((run[0], run[-1] + 1))
                run = []

    def _nouns(self) -> Iterator[tuple[Span, Noun | Thing | DeedWord]]:
        lower, place = self.sentence.tokens.lower, 0
        while place < len(lower):
            hit = noun_at(lower, place, vocabulary())
            if hit is not None:
                yield Span(place, hit[0]), hit[1]
            place = hit[0] if hit is not None else place + 1


def _sentence(words: str) -> Sentence | None:
    flow = Flow(text=words, blocks=(Block(start=0, end=len(words), kind="heading"),), pieces=((0, 0),))
    return next(iter(Rules().sentences(flow)), None) if words else None


def _marks(sentence: Sentence) -> Marks:
    """Every mention, as the extractors find it in a report without a date."""
    document, marks = Document(id="", text=sentence.text, sha256=text_digest(sentence.text)), Marks()
    for each in EXTRACTORS:
        marks = msgspec.structs.replace(marks, **{each.assigns: each(sentence, marks, document)})
    return marks


def _led_up_to(sentence: Sentence, token: int) -> str:
    """ "Deaths Karachi 2007": a bare name in a question is a place; the gazetteer looks up those that stand behind a preposition."""
    start = sentence.tokens.starts[token]
    return f"{sentence.text[:start]}in {sentence.text[start:]}"


def _as_asked(unread: str, named: str, plain: str) -> str:
    """Words as the recorder wrote them, before they were given capitals."""
    start = named.find(unread)
    return plain[start : start + len(unread)] if start >= 0 and len(named) == len(plain) else unread


def _with_capitals(words: str, unread: Sequence[str]) -> str:
    """The same words, those not understood written as names are: "in karachi" asks for Karachi."""
    for each in unread:
        words = words.replace(each, " ".join(word[:1].upper() + word[1:] for word in each.split(" ")))
    return words
