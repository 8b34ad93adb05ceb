"""Text: no string makes the reader fail, and none makes it slow."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.extract.claims import claims as claims_in
from atodds.model.text import Flow
from atodds.read.clean import flow
from tests.laws.reports import RULES, claims, document, texts

SIZE = 100_000  # characters of a pathological text
BOUND = 60.0  # seconds: no measure of speed (that is for quality/benchmarks), but what backtracking without bound would exceed

# Each repeated until it fills the text: what a pattern with two ways to match would stumble over.
PATHOLOGICAL = (
    "(", "“", "a", "1,000 ", "1-", "-\n", "\n", " \t", "killed and wounded, ", "said that ", "including two, ", "at least ", "Mr. J. ",
    "between 4 and ", "(AP, Oct. 29) ", "of the of the ", "67 ", "A. ", "No one, ", "according to Khan, ", "“Ten died”, he said. ",
    "Oct. ", "to 5 people ", "\u200b ", "A" * 50 + " ",
    "Khan said that 10 civilians died. Gen. Tarn said 12 civilians died. These falsified civilian casualty figures were passed on. ",
    "no more than ", "the ", ", and ", "“a” ",
)  # fmt: skip

any_text = st.text(st.characters(exclude_categories=("Cs",)), max_size=400)  # a lone surrogate is refused where documents are read


def assert_cut_in_order(text: str) -> Flow:
    """Sentences stand in the flow in order, none overlapping another, and every token leads back to the text."""
    read, end = flow(text), 0
    for sentence in RULES.sentences(read):
        assert end <= sentence.start
        end = sentence.start + len(sentence.text)
        assert read.text[sentence.start : end] == sentence.text
        for token in range(len(sentence.tokens.words)):
            span = sentence.span((token, token + 1))
            assert 0 <= span.start < span.end <= len(text)
    assert end <= len(read.text)
    return read


@given(any_text)
def test_any_string_can_be_read(text: str) -> None:
    assert_cut_in_order(text)
    claims(text)


@given(texts())
def test_any_report_can_be_read(text: str) -> None:
    assert_cut_in_order(text)


@given(texts())
def test_the_flow_holds_characters_of_the_document_in_order(text: str) -> None:
    """Nothing is changed or moved: white space becomes a space, or the line end between two blocks; all else is the document's own."""
    read, last = flow(text), -1
    for place, character in enumerate(read.text):
        origin = read.origin(place)
        assert origin >= last
        last = origin
        assert character == text[origin] or (character in " \n" and (origin == len(text) or not text[origin].isalnum()))


@given(texts())
def test_reading_again_finds_the_same(text: str) -> None:
    assert claims(text) == claims(text)


@pytest.mark.long
@pytest.mark.parametrize("piece", PATHOLOGICAL)
def test_no_text_takes_long(piece: str) -> None:
    text = piece * (SIZE // len(piece))
    started = time.process_time()
    claims_in(document(text), RULES.sentences(flow(text)))
    assert time.process_time() - started < BOUND
