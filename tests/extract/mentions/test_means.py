"""Means: the words of harm and their keys; the most telling first."""

from __future__ import annotations

import pytest

from atodds.extract.mentions.means import means
from atodds.language.tokens import tokenize
from atodds.model.mention import Marks
from atodds.model.text import Block, Document, Flow, Sentence
from atodds.vocab import load

DOCUMENT = Document(id="d", text="", sha256="")


def keys(text: str) -> list[str]:
    flow = Flow(text=text, blocks=(Block(start=0, end=len(text)),), pieces=((0, 0),))
    sentence = Sentence(text=text, start=0, index=0, block=0, flow=flow, split=tokenize)
    return [each.means for each in means(sentence, Marks(), DOCUMENT)]


CASES = [
    ("A drone strike killed four.", ["drone"]),
    ("The drone war goes on.", ["drone"]),
    ("A Predator circled above.", ["drone"]),
    ("An unmanned aircraft circled above.", ["drone"]),
    ("Remotely piloted aircraft circled above.", ["drone"]),
    # what fired the missile tells more than the missile
    ("Missiles fired from US drones killed ten.", ["drone", "missile"]),
    ("Helicopter gunships pounded the hills.", ["airstrike"]),
    ("Jets flew; an air strike hit a clinic.", ["airstrike"]),
    ("Warplanes were overhead.", ["airstrike"]),
    ("Barrel bombs fell.", ["airstrike"]),
    ("An air raid began.", ["airstrike"]),
    ("Powerful bomb blasts tore the crowd.", ["bomb"]),
    ("A car bomb explosion killed him.", ["bomb"]),
    ("A roadside bombing killed her.", ["bomb"]),
    ("He stepped on an improvised explosive device.", ["bomb"]),
    ("An IED went off.", ["bomb"]),
    ("A suicide bomber struck.", ["suicide_bomb"]),
    ("A suicide car bombing shook the port.", ["suicide_bomb"]),
    ("A man blew himself up.", ["suicide_bomb"]),
    ("Mortars landed on the market.", ["shelling"]),
    ("The army shelled the suburb.", ["shelling"]),
    ("Gunmen opened fire.", ["shooting"]),
    ("Two men were shot dead.", ["shooting"]),
    ("Small-arms fire was heard.", ["shooting"]),
    ("Commandos raided a farm.", ["raid"]),
    ("Rockets landed in a field.", ["rocket"]),
    ("A cruise missile hit a depot.", ["missile"]),
    ("They carried rocket-propelled grenades.", ["grenade"]),
    ("A landmine maimed two.", ["mine"]),
    ("Sarin was used.", ["chemical"]),
    ("A stabbing left one dead.", ["stabbing"]),
    ("Violent clashes broke out.", ["clash"]),
    ("A ground offensive began.", ["ground_operation"]),
    # no means of harm
    ("He droned on, and the talks drone on.", []),
    ("It came as a bombshell.", []),
    ("Miners went on a hunger strike.", []),
    ("Teachers went on strike.", []),
    ("They met at an air force base.", []),
    ("The bomb squad came.", []),
    ("A plane was shot down.", []),
    ("A missile test failed.", []),
    ("The coal mine flooded.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_means(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


def test_no_phrase_has_two_keys() -> None:
    phrases = [phrase for listed in load("means")["means"].values() for phrase in listed]
    assert sorted({phrase for phrase in phrases if phrases.count(phrase) > 1}) == []
