"""Spans: whatever a text looks like, every claim's words stand in it where the claim says they do."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import find, given

from atodds.model.claim import Claim
from tests.laws.reports import claims, texts

LONGEST_NAME = 12  # words


def fold(text: str) -> str:
    """The letters and digits alone: a name keeps them all, and loses the hyphen that a line end put into it ("Inte-\\nrior")."""
    return "".join(character for character in text if character.isalnum()).casefold()


def assert_inside(start: int, end: int, text: str) -> None:
    assert 0 <= start < end <= len(text)


@given(texts())
def test_a_quote_is_the_text_between_its_ends(text: str) -> None:
    for claim in claims(text):
        assert_inside(claim.start, claim.end, text)
        assert claim.quote == text[claim.start : claim.end]


@given(texts())
def test_the_sentence_holds_the_quote(text: str) -> None:
    for claim in claims(text):
        assert claim.sentence is not None
        assert_inside(claim.sentence.start, claim.sentence.end, text)
        assert claim.sentence.start <= claim.start
        assert claim.end <= claim.sentence.end


@given(texts())
def test_every_span_lies_in_the_text(text: str) -> None:
    for claim in claims(text):
        for span in claim.spans.values():
            assert_inside(*span, text)


@given(texts())
def test_a_figure_is_spelled_as_in_the_text(text: str) -> None:
    for claim in claims(text):
        if claim.figure is not None:
            start, end = claim.spans["figure.text"]
            assert claim.figure.text == " ".join(text[start:end].split())
            assert claim.start <= start < end <= claim.end


@given(texts())
def test_a_name_is_words_of_the_text(text: str) -> None:
    whole = fold(text)
    for claim in claims(text):
        for name in names(claim):
            assert 1 <= len(name.split()) <= LONGEST_NAME
            assert fold(name) in whole


@given(texts())
def test_the_words_of_a_link_stand_where_it_says(text: str) -> None:
    for claim in claims(text):
        for link in claim.attribution:
            if link.start is not None and link.end is not None:
                assert_inside(link.start, link.end, text)
                assert fold(link.speaker) == fold(text[link.start : link.end])
            if link.cue_start is not None and link.cue_end is not None:
                assert_inside(link.cue_start, link.cue_end, text)


@given(texts())
def test_a_part_names_a_whole_of_its_document(text: str) -> None:
    found = claims(text)
    ids = {claim.id for claim in found}
    for claim in found:
        assert claim.part_of is None or (claim.part_of in ids and claim.part_of != claim.id)


@pytest.mark.parametrize(
    "held",
    [
        lambda claim: len(claim.attribution) > 0 and claim.attribution[0].cue is not None,
        lambda claim: claim.part_of is not None,
        lambda claim: claim.scope is not None and claim.scope.time is not None and claim.scope.place is not None,
        lambda claim: claim.stance == "denies",
        lambda claim: "\n" in claim.quote,
    ],
    ids=["speaker and cue", "part of a whole", "time and place", "denied", "over a line end"],
)
def test_the_reports_that_are_drawn_hold_such_claims(held: Callable[[Claim], bool]) -> None:
    """Else the laws above would be laws of nothing."""
    assert find(texts(), lambda text: any(map(held, claims(text))))


def names(claim: Claim) -> list[str]:
    scope, event = claim.scope, claim.event
    held = [scope.agent if scope else None, *((event.agent, event.recipient, event.accused) if event else ())]
    return [link.speaker for link in claim.attribution] + [name for name in held if name is not None]
