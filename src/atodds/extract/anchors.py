"""Anchors: the day from which "yesterday" and "Monday" are counted: the dateline's above a sentence, else the day of publication.

A file may hold several releases, and a reprint its first dateline: each stretch is read from the day on which it was written.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from atodds.model.text import Document, Sentence
from atodds.vocab.datelines import DATELINE, RELEASE, day_of, near

_TOP = 100  # characters in which a dateline or a release's number stands


def anchored(document: Document, sentences: Sequence[Sentence]) -> list[Document]:
    """For each sentence the document, as of the day from which that sentence is told."""
    made: list[Document] = []
    current, block, release = document, -1, None
    for sentence in sentences:
        if sentence.block != block:
            block = sentence.block
            top = sentence.text[:_TOP]
            release = RELEASE.search(top) or release
            found = DATELINE.match(top) if top[:1].isupper() else None
            told = (day_of(found, release) or near(found, current.published)) if found is not None else None
            if told is not None and told != current.published:
                current = msgspec.structs.replace(document, published=told)
        made.append(current)
    return made
