"""Screens only save time: what they let nobody look at holds nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.extract.figures import chunks
from atodds.extract.figures.rules import RULES
from atodds.extract.page import Reading
from atodds.extract.rule import Rule
from atodds.language.pipeline import load
from atodds.pipeline import sentences_of
from atodds.vocab.lexicon import Phrases
from tests.laws.reports import document, texts

SYMBOLS = "GUXAM$KJkIDxTLSbhVnimwvyozprcsCRHFfPta&-q,()."
WORDS = ("air", "strike", "strikes", "drone", "the", "on")


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.pattern], ids=lambda rule: rule.name)
@given(st.data())
def test_whatever_a_rule_reads_has_the_symbols_that_it_needs(rule: Rule, data: st.DataObject) -> None:
    symbols = data.draw(st.from_regex(rule.regex, alphabet=SYMBOLS))
    assert all(not needed.isdisjoint(symbols) for needed in rule.needed)


@given(st.lists(st.sampled_from(WORDS)))
def test_where_no_phrase_can_begin_none_is_found(words: list[str]) -> None:
    phrases = Phrases({"air strike": 1, "strike": 2, "drone strikes": 3})
    assert not phrases.absent(words) or not [place for place in range(len(words)) if phrases.at(words, place)]


@given(texts())
def test_every_word_has_the_symbol_that_the_lists_give_it(text: str) -> None:
    report = document(text)
    for sentence in sentences_of(report, load()):
        reading = Reading(sentence, report)
        found = chunks.chunks(sentence, reading.counted)
        for chunk in found.items:
            if chunk.group is None and chunk.deed is None and chunk.symbol != "t":
                assert chunk == chunks._word(sentence.tokens.lower, chunk.span.start)
