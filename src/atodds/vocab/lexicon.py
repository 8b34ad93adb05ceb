"""Finding the phrases of a word list in the tokens of a sentence, the longest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from atodds.model.text import Span

T = TypeVar("T")
_NOTHING: Any = object()  # the value of words with which a phrase only begins
_Branches = dict[str, tuple[Any, "_Branches | None"]]  # by the next word: the value of the phrase that ends with it, and how others go on


class Phrases(Generic[T]):
    """A mapping from phrases to values, looked up on lower-case tokens.

    >>> means = Phrases({"drone": "drone", "drone strike": "strike"})
    >>> means.find(["a", "drone", "strike"])
    [(Span(start=1, end=3), 'strike')]
    """

    def __init__(self, entries: Mapping[str, T] | Iterable[tuple[str, T]]) -> None:
        self._phrases: dict[tuple[str, ...], T] = {}
        for phrase, value in entries.items() if isinstance(entries, Mapping) else entries:
            self._phrases.setdefault(tuple(phrase.lower().split()), value)
        self._first: _Branches = {}
        for words, value in self._phrases.items():
            _grow(self._first, words, value)
        self._firsts = frozenset(self._first)

    def __contains__(self, word: str) -> bool:
        """Does a phrase begin with this word?"""
        return word in self._first

    def at(self, lower: Sequence[str], place: int) -> tuple[int, T] | None:
        """The longest phrase that begins at token `place`: where it ends, and its value."""
        known = self._first.get(lower[place])
        if known is None or place < 0:
            return None
        found, branches = known
        end = place = place + 1
        while branches is not None and place < len(lower) and (known := branches.get(lower[place])) is not None:
            place += 1
            value, branches = known
            if value is not _NOTHING:
                found, end = value, place
        return None if found is _NOTHING else (end, found)

    def find(self, lower: Sequence[str]) -> Sequence[tuple[Span, T]]:
        """Every phrase, from left to right, none overlapping another."""
        openers = self._firsts.intersection(lower)  # few, and mostly one
        if not openers:
            return ()
        end, found = 0, []
        for place in [place for place, word in enumerate(lower) if word in openers] if len(openers) > 1 else _places(lower, *openers):
            if place >= end and (hit := self.at(lower, place)) is not None:
                end = hit[0]
                found.append((Span(place, end), hit[1]))
        return found

    def holds(self, lower: Sequence[str]) -> bool:
        """Does a phrase begin and end in these words?"""
        return not self._firsts.isdisjoint(lower) and any(self.at(lower, place) is not None for place in self.places(lower))

    def places(self, lower: Sequence[str]) -> Sequence[int]:
        """Where a phrase may begin."""
        first = self._first
        return () if self._firsts.isdisjoint(lower) else [place for place, word in enumerate(lower) if word in first]

    def absent(self, lower: Iterable[str]) -> bool:
        """Does none of these words begin a phrase? Most sentences hold no phrase of a list, and this is the quickest way to know."""
        return self._firsts.isdisjoint(lower)

    @property
    def openers(self) -> Mapping[str, int]:
        """Each word that a phrase begins with, and how many words the longest such phrase has."""
        longest: dict[str, int] = {}
        for words in self._phrases:
            longest[words[0]] = max(len(words), longest.get(words[0], 0))
        return longest

    def items(self) -> Iterator[tuple[str, T]]:
        """Every phrase with its value."""
        return ((" ".join(words), value) for words, value in self._phrases.items())

    def firsts(self) -> frozenset[str]:
        """The first word of every phrase."""
        return self._firsts


def _places(lower: Sequence[str], word: str) -> Iterator[int]:
    """Where one word stands."""
    place = -1
    for _ in range(lower.count(word)):
        place = lower.index(word, place + 1)
        yield place


def _grow(branches: _Branches, words: tuple[str, ...], value: object) -> None:
    """Enter a phrase, word by word."""
    word, rest = words[0], words[1:]
    known, further = branches.get(word, (_NOTHING, None))
    if not rest:
        branches[word] = (value, further)
        return
    further = {} if further is None else further
    branches[word] = (known, further)
    _grow(further, rest, value)
