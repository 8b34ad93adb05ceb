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
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in entries.items() if isinstance(entries, Mapping) else entries:
            words = tuple(phrase.lower().split())
            self._by_first.setdefault(words[0], []).append((words, value))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda each: -len(each[0]))

    def __contains__(self, word: str) -> bool:
        """Does a phrase begin with this word?"""
        return word in self._by_first

    def at(self, lower: Sequence[str], place: int) -> tuple[int, T] | None:
        """The longest phrase that begins at token `place`: where it ends, and its value."""
        candidates = self._by_first.get(lower[place])
        if candidates is None:
            return None
        for words, value in candidates:
            size = len(words)
            if size == 1 or tuple(lower[place : place + size]) == words:  # most phrases are one word, which is compared already
                return place + size, value
        return None

    def find(self, lower: Sequence[str]) -> Iterator[tuple[Span, T]]:
        """Every phrase, from left to right, none overlapping another."""
        place, known = 0, self._by_first
        while place < len(lower):
            found = self.at(lower, place) if lower[place] in known else None
            if found is None:
                place += 1
            else:
                yield Span(place, found[0]), found[1]
                place = found[0]
