"""Finding the phrases of a word list in the tokens of a sentence, the longest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from atodds.model.text import Span

T = TypeVar("T")


class Phrases(Generic[T]):
    """A mapping from phrases to values, looked up on lower-case tokens.

    >>> means = Phrases({"drone": "drone", "drone strike": "strike"})
    >>> list(means.find(["a", "drone", "strike"]))
    [(Span(start=1, end=3), 'strike')]
    """

    def __init__(self, entries: Mapping[str, T] | Iterable[tuple[str, T]]) -> None:
        by_first: dict[str, dict[tuple[str, ...], T]] = {}
        for phrase, value in entries.items() if isinstance(entries, Mapping) else entries:
            words = tuple(phrase.lower().split())
            by_first.setdefault(words[0], {}).setdefault(words, value)
        # by first word: how long its phrases are, the longest first, and the phrases
        self._by_first = {first: (tuple(sorted(set(map(len, found)), reverse=True)), found) for first, found in by_first.items()}

    def __contains__(self, word: str) -> bool:
        """Does a phrase begin with this word?"""
        return word in self._by_first

    def at(self, lower: Sequence[str], place: int) -> tuple[int, T] | None:
        """The longest phrase that begins at token `place`: where it ends, and its value."""
        known = self._by_first.get(lower[place])
        if known is None:
            return None
        sizes, phrases = known
        for size in sizes:
            words = tuple(lower[place : place + size])
            if words in phrases:
                return place + len(words), phrases[words]  # shorter than asked for where the sentence ends
        return None

    def find(self, lower: Sequence[str]) -> Iterator[tuple[Span, T]]:
        """Every phrase, from left to right, none overlapping another."""
        end = 0
        for place in self.places(lower):
            if place >= end and (found := self.at(lower, place)) is not None:
                yield Span(place, found[0]), found[1]
                end = found[0]

    def places(self, lower: Sequence[str]) -> Sequence[int]:
        """Where a phrase may begin."""
        known = self._by_first
        return () if known.keys().isdisjoint(lower) else [place for place, word in enumerate(lower) if word in known]

    def absent(self, lower: Iterable[str]) -> bool:
        """Does none of these words begin a phrase? Most sentences hold no phrase of a list, and this is the quickest way to know."""
        return self._by_first.keys().isdisjoint(lower)

    @property
    def openers(self) -> Mapping[str, int]:
        """Each word that a phrase begins with, and how many words the longest such phrase has."""
        return {first: sizes[0] for first, (sizes, _) in self._by_first.items()}

    def items(self) -> Iterator[tuple[str, T]]:
        """Every phrase with its value."""
        for _, phrases in self._by_first.values():
            yield from ((" ".join(words), value) for words, value in phrases.items())

    def firsts(self) -> frozenset[str]:
        """The first word of every phrase."""
        return frozenset(self._by_first)
