"""A screen may let through what holds nothing; it never stops what holds something."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from atodds.model.text import bare_words
from atodds.vocab.screens import screen

WORDS = ("strike", "air", "in", "the", "words", "of", "took", "Nusra", "al-Nusra")
phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


@given(st.lists(phrases, min_size=1), st.data())
def test_a_sentence_with_a_phrase_passes(listed: list[str], data: st.DataObject) -> None:
    phrase = data.draw(st.sampled_from(listed))
    assert not screen(listed).isdisjoint(bare_words(f"They said {phrase} again."))


def test_common_words_do_not_let_every_sentence_pass() -> None:
    assert screen(("in the words of", "as per the army")) == {"words", "army"}
