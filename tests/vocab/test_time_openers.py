"""What a time may begin with: the short lists of recognisers for a first word find what all of them together find."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from atodds.language.tokens import tokenize
from atodds.vocab.bounds import RECOGNISERS, longest, time_at

CASES = sorted((Path(__file__).parent.parent / "cases").rglob("*.case"))
SENTENCES = (
    "On the 5th of last month, in the summer of 2010 and in the second half of 2012.",
    "The day before yesterday, the week before last, the next day, the evening before, the past three weeks.",
    "Between the 3rd and the 7th of May, in the 1980s, in the early 1990s, during the Eid holiday, the weekend of the year 2012.",
    "Thursday and Friday, Monday night, Friday last week, Thursday, Oct. 18, 2007, May and June 2012, January to March 2013, May 3 to 7.",
    "The week to Oct. 20, the 12 months ending in October, the holy month of Ramadan, the night before last, the morning after.",
)


@pytest.mark.parametrize("text", [*SENTENCES, *(path.read_text(encoding="utf-8") for path in CASES)])
def test_no_recogniser_is_left_out(text: str) -> None:
    published = date(2013, 11, 4)
    for line in text.splitlines():
        tokens = tokenize(line)
        for place in range(len(tokens.lower)):
            assert time_at(tokens, place, published) == longest(RECOGNISERS, tokens, place, published)
