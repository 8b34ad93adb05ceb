"""Deeds: the words of a sentence that say people were killed, wounded, displaced, detained."""

from __future__ import annotations

from collections.abc import Iterator

from atodds.extract.base import extractor
from atodds.model.mention import Deed, Marks
from atodds.model.text import Document, Sentence
from atodds.vocab import deeds as vocab


@extractor(assigns="deeds")
def deeds(sentence: Sentence, marks: Marks, document: Document) -> Iterator[Deed]:
    """Words of harm and movement: "killed", "fleeing", "were arrested", "death toll"."""
    for span, word in vocab.deeds().find(sentence.tokens.lower):
        yield Deed(at=span, measure=word.measure, form=word.form)
