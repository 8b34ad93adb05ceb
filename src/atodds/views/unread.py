"""What the machine did not understand: casualty words and numbers of a document that no claim holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from atodds.extract.mentions.quantities import quantities
from atodds.extract.mentions.times import times
from atodds.model.claim import Claim
from atodds.model.mention import Marks
from atodds.model.text import Document, Sentence, Span
from atodds.vocab.deeds import deeds
from atodds.vocab.shown import folded


class Unread(NamedTuple):
    """A number or a casualty word that stands in no claim, and the sentence it stands in."""

    kind: Literal["number", "word"]
    words: str
    start: int
    end: int
    sentence: str


def unread(document: Document, sentences: Iterable[Sentence], claims: Iterable[Claim]) -> list[Unread]:
    """Every number and casualty word outside the words of all claims, in the order of the text. Dates are no numbers here."""
    held = [span for claim in claims if claim.kind != "statement" for span in _held(claim)]  # quoting a number is not reading it
    found: list[Unread] = []
    for sentence in sentences:
        near = [span for span in held if span.meets(sentence.whole)]
        for kind, tokens in _numbers_and_words(sentence, document):
            span = sentence.span(tokens)
            if not any(each.meets(span) for each in near):
                found.append(Unread(kind, folded(span.of(document.text)), span.start, span.end, folded(sentence.text)))
    return sorted(found, key=lambda each: each.start)


def _held(claim: Claim) -> Iterator[Span]:
    """All stretches of the text that a claim accounts for: its quote, its fields, its speakers and their cues."""
    yield Span(claim.start, claim.end)
    yield from (Span(*span) for span in claim.spans.values())
    for link in claim.attribution:
        if link.start is not None and link.end is not None:
            yield Span(link.start, link.end)
        if link.cue_start is not None and link.cue_end is not None:
            yield Span(link.cue_start, link.cue_end)


def _numbers_and_words(sentence: Sentence, document: Document) -> Iterator[tuple[Literal["number", "word"], Span]]:
    marks = Marks(times=times(sentence, Marks(), document))
    counts = [each.number for each in quantities(sentence, marks, document) if each.modality != "none"]  # "without" counts nobody
    yield from (("number", span) for span in counts)
    for place, word in enumerate(sentence.tokens.words):
        # a number that no rule took for a quantity: "16-year-old", "MQ-9"
        here = Span(place, place + 1)
        if word[0].isdigit() and not any(span.meets(here) for span in (*counts, *(time.at for time in marks.times))):
            yield "number", here
    for span, _ in deeds().find(sentence.tokens.lower):
        yield "word", span
