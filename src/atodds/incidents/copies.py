"""Copies: reports that share most of their words are one text, printed again (rule 3.4).

A text is the set of its shingles, runs of five words. Of these, one in four is kept as a sample, chosen by its hash alone
(MinHash by a fixed threshold instead of a fixed number, so that a text cut short is still found inside the whole one). Texts that
share sampled shingles are compared in full. Only the earliest text with a shingle is a candidate for the later ones, so the work
grows with the number of texts and not with its square.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from atodds.model.text import Document

_RUN = 5  # words of a shingle: shorter runs are common English, longer ones break at every small edit
_SAMPLE = 4  # one shingle in so many is looked up: of a text of 300 words about 75
_LIKELY = 0.25  # of the sampled ones: fewer, and the texts need no comparison in full
_MOST = 0.5  # of the shingles of the shorter text: "most of their words"
_SHORTEST = 20  # shingles; a note of fewer words says little of where it comes from
_WORD = re.compile(r"\w+")


class Text(NamedTuple):
    """A text's words on one line, and its shingles."""

    words: str
    shingles: frozenset[int]

    def holds(self, quote: str) -> bool:
        """Does the text have these words in a row?"""
        return f" {plain(quote)} " in self.words


def plain(text: str) -> str:
    r"""The words of a text, lower case, on one line.

    >>> plain("At least 12 people\nwere killed, he said.")
    'at least 12 people were killed he said'
    """
    return " ".join(_WORD.findall(text.lower()))


@lru_cache(maxsize=256)
def text_of(document: Document) -> Text:
    """What is compared of a document."""
    words = plain(document.text).split()
    runs = (" ".join(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1))
    return Text(f" {' '.join(words)} ", frozenset(crc32(run.encode()) for run in runs))


def copies(documents: Mapping[str, Document]) -> dict[str, tuple[str, ...]]:
    """For each document that repeats another, the earlier documents of its text, the earliest first (by day, then id).

    Documents without a day come last. A text that only quotes another, or shares a footer with it, is no copy.
    """
    order = sorted(documents, key=lambda id: _earlier(documents[id]))
    rank = {id: place for place, id in enumerate(order)}
    leader = {id: id for id in order}
    for one, other in _alike(order, documents):
        first, second = _root(leader, one), _root(leader, other)
        leader[max(first, second, key=rank.__getitem__)] = min(first, second, key=rank.__getitem__)
    clusters: dict[str, list[str]] = {}
    for id in order:
        clusters.setdefault(_root(leader, id), []).append(id)
    return {id: tuple(cluster[:place]) for cluster in clusters.values() for place, id in enumerate(cluster) if place}


def _earlier(document: Document) -> tuple[date, str]:
    return (document.published or date.max, document.id)


def _alike(order: Sequence[str], documents: Mapping[str, Document]) -> Iterator[tuple[str, str]]:
    """Pairs of texts that share most of the shorter one: each with the earliest of those that share a sampled shingle with it."""
    first: dict[int, str] = {}
    samples: dict[str, frozenset[int]] = {}
    for id in order:
        samples[id] = sample = frozenset(each for each in text_of(documents[id]).shingles if each % _SAMPLE == 0)
        for other in sorted({first.setdefault(shingle, id) for shingle in sample} - {id}):
            common = len(sample & samples[other])
            if common > _LIKELY * min(len(sample), len(samples[other])) and share(documents[id], documents[other]) > _MOST:
                yield other, id


def share(one: Document, other: Document) -> float:
    """The part of the shorter text's shingles that the other has; 0 for texts too short to tell."""
    first, second = text_of(one).shingles, text_of(other).shingles
    shorter = min(len(first), len(second))
    return len(first & second) / shorter if shorter >= _SHORTEST else 0.0


def _root(leader: dict[str, str], id: str) -> str:
    while leader[id] != id:
        leader[id] = leader[leader[id]]
        id = leader[id]
    return id
