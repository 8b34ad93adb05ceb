"""Lines: the words of one sentence as events are read off them, with what is known of each word."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from atodds.extract.crew import crew_of
from atodds.extract.page import Reading
from atodds.model.lazy import lazy
from atodds.model.mention import Agent, Speech, Where
from atodds.model.text import QUOTES, Span
from atodds.vocab import words_of
from atodds.vocab.doer_phrases import Doer
from atodds.vocab.doers import together
from atodds.vocab.events import event_phrases
from atodds.vocab.forms import Sort
from atodds.vocab.shouting import in_capitals

_CAPITAL_NAMES = frozenset(("US", "IS"))  # names where they stand in capitals, else pronoun and verb
_CAPITAL_WORDS = frozenset(("is", "us", "it"))
_TITLE = 5  # words: shorter headings may be all names
_ENDINGS = ("ed", "ing", "ly")


class Line:
    """One sentence: its words, its marks and its possible doers, each worked out when it is asked for."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.sentence.tokens.words
        self.lower = reading.sentence.tokens.lower
        self._phrases: dict[str, dict[int, int]] = {}

    def __len__(self) -> int:
        return len(self.lower)

    def at(self, place: int) -> str:
        return self.lower[place] if 0 <= place < len(self.lower) else ""

    @property
    def agents(self) -> tuple[Agent, ...]:
        return self.reading.layer("agents")

    @property
    def speeches(self) -> tuple[Speech, ...]:
        return self.reading.speeches

    @lazy
    def put(self) -> tuple[Where, ...]:
        return self.reading.put

    @lazy
    def crew(self) -> list[Doer]:
        found = crew_of(self.reading.sentence)
        if self.shouted:  # capitals make no name there, nor "IS" an actor
            found = [each for each in found if each.kind != "person" and self.lower[each.at.start] not in _CAPITAL_WORDS]
        return together(self.lower, found)

    @lazy
    def shouted(self) -> bool:
        return self.reading.sentence.once(in_capitals)

    @lazy
    def titled(self) -> bool:
        """ "Mayor Vows To End Tax Breaks": is nearly every word a capital, so that none names anybody?"""
        spelt = [word for word in self.words if word.isalpha()]
        return len(spelt) > _TITLE and sum(word[0].isupper() for word in spelt) * 4 > len(spelt) * 3

    @lazy
    def times(self) -> dict[int, Span]:
        """For each token of a time, the whole of it."""
        return {place: each.at for each in self.reading.dated for place in range(*each.at)}

    @lazy
    def places(self) -> dict[int, Span]:
        """For each token of a place where something may have happened, the whole of it."""
        return {place: each.at for each in self.put if each.role == "in" for place in range(*each.at)}

    def phrases(self, name: str) -> Mapping[int, int]:
        """Where each phrase of a list of `events.yml` begins and ends, looked for once."""
        found = self._phrases.get(name)
        if found is None:
            listed, lower = event_phrases(name), self.lower
            found = {place: hit[0] for place in listed.places(lower) if (hit := listed.at(lower, place)) is not None}
            self._phrases[name] = found
        return found

    @lazy
    def quantities(self) -> dict[int, int]:
        """Where each number with its modifiers begins and ends: "at least eight"."""
        return {each.at.start: each.at.end for each in self.reading.counted.quantities}

    def capital(self, place: int) -> bool:
        """Is this word written as a name is? In shouted text a capital says nothing."""
        return self.words[place][:1].isupper() and not self.shouted and not self.titled

    def stops(self, place: int) -> bool:
        """Does no noun phrase hold this token?"""
        word = self.lower[place]
        if self.words[place] in _CAPITAL_NAMES and not self.shouted:
            return False
        if word == "." and place > 0 and self.words[place - 1].isupper() and len(self.words[place - 1]) == 1:
            return place + 1 >= len(self.lower) or not self.capital(place + 1)  # "Ann B. Lee"
        return _STOPPING[word] or place in self.times

    def verbal(self, place: int) -> bool:
        """May it be a verb: "-ed", "-ing", an irregular past?"""
        word = self.lower[place]
        return _VERBAL[word] and (word in finite_words() or not (place > 0 and self.capital(place)))

    def quote(self, place: int) -> bool:
        return self.lower[place] in QUOTES


@cache
def closed_words() -> frozenset[str]:
    """Words that stand in no noun phrase but at its beginning."""
    words = words_of("clauses", "stops", "prepositions") | words_of("grammar", "modals", "be", "have")
    return words - {"more", "less", "very"}


@cache
def finite_words() -> frozenset[str]:
    return words_of("clauses", "finite")


@cache
def nominal_words() -> frozenset[str]:
    """Words with a verb's ending that are nouns or adjectives."""
    return words_of("clauses", "participles", "ing_nouns", "adjectives_in_ly") | words_of("attacks", "not_participles")


# No noun phrase holds such a word; a verb can be such a one.
_STOPPING = Sort(lambda word: not (word[0].isalnum() or word in ("'s", "&")) or word in closed_words())
_VERBAL = Sort(lambda word: word in finite_words() or (word.endswith(_ENDINGS) and word not in nominal_words()))
