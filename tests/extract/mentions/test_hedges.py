"""Hedges: words that weaken a claim, and the same words where they do not."""

from __future__ import annotations

import pytest

from atodds.extract.mentions.hedges import hedges
from atodds.language.tokens import tokenize
from atodds.model.mention import Marks
from atodds.model.text import Block, Document, Flow, Sentence

DOCUMENT = Document(id="d", text="", sha256="")


def found(text: str) -> list[str]:
    flow = Flow(text=text, blocks=(Block(start=0, end=len(text)),), pieces=((0, 0),))
    sentence = Sentence(text=text, start=0, index=0, block=0, flow=flow, split=tokenize)
    return [sentence.words(each.at) for each in hedges(sentence, Marks(), DOCUMENT)]


CASES = [
    ("Reportedly, five men died.", ["Reportedly"]),
    ("Five men were allegedly beaten.", ["allegedly"]),
    ("Four alleged militants died.", ["alleged"]),
    ("A suspected drone fired.", ["suspected"]),
    ("The missile is believed to have come from Iran.", ["is believed to"]),
    ("Nine are thought to have died.", ["are thought to"]),
    ("Nine are said to have died.", ["are said to"]),
    ("Six are missing, presumed dead.", ["presumed dead"]),
    ("Up to ten were feared dead.", ["feared dead"]),
    ("It was possibly a mortar.", ["possibly"]),
    ("A possible strike hit a farm.", ["possible"]),
    ("It may have been a mortar.", ["may have"]),
    ("Shells apparently fell short.", ["apparently"]),
    ("An unconfirmed count put it at nine.", ["unconfirmed"]),
    ("The count could not be independently verified.", ["could not be independently verified"]),
    ("Nine men were reported killed.", ["reported killed"]),
    # a verb of saying, a suspicion of somebody, a set phrase, a month
    ("The ministry alleged that ten died.", []),
    ("Police suspected him.", []),
    ("They believed that he lived.", []),
    ("Help came as soon as possible.", []),
    ("Talks are likely to fail.", []),
    ("On May 5 ten men died.", []),
    ("Ten men died.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_hedges(text: str, expected: list[str]) -> None:
    assert found(text) == expected
