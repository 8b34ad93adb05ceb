"""Bodies: who is who, by every name, and a list of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from atodds.errors import BadInput, NoSuchFile
from atodds.extract.context.who import actor_of
from atodds.vocab.bodies import OWN_LIST, bodies, key_of
from atodds.vocab.shortened import short_names

EXPLAINED = "Fighters of the National Coast Front (NCF) fled. The Army of Free Hills [FHA] did not."

SAME = [
    # three names of one group, one of them in capitals only
    ("TTP", "tehrik-i-taliban-pakistan"),
    ("the Pakistani Taliban", "tehrik-i-taliban-pakistan"),
    ("Tehreek-e-Taliban Pakistan", "tehrik-i-taliban-pakistan"),
    # who speaks for a body is its voice
    ("a senior Taliban spokesman", "taliban"),
    ("spokesman for the Houthis", "houthis"),
    ("Daesh", "islamic-state"),
    # an office that every state has goes with its state
    ("Pakistan’s Ministry of Defence", "pak-ministry-of-defence"),
    ("the Syrian government", "syr-government"),
    ("Iran", "irn"),
    # the press and the watchers
    ("the New York Times", "new-york-times"),
    ("UN human rights office", "ohchr"),
    # what the report itself explains
    ("the NCF", "national-coast-front"),
    ("National Coast Front", "national-coast-front"),
    ("FHA", "army-of-free-hills"),
]
NOBODY = [
    "Omar Said",
    "survivors of a Taliban attack",  # a name inside is not who speaks
    "the ministry",  # of which state?
    "let",  # no "LeT"
    "XYZ",
]


@pytest.mark.parametrize(("name", "key"), SAME)
def test_a_body_has_one_key_whichever_name_is_used(name: str, key: str) -> None:
    assert actor_of(name, EXPLAINED) == key


@pytest.mark.parametrize("name", NOBODY)
def test_what_no_list_tells_has_no_key(name: str) -> None:
    assert actor_of(name, EXPLAINED) is None


def test_brackets_that_spell_no_initials_explain_nothing() -> None:
    assert short_names("The town of Tamar (SANA) and the Red Army (see page 9) in Kabul (AP)") == {}


def test_the_lists_are_long_and_know_where_a_body_belongs() -> None:
    found = dict(bodies().items())
    assert len({body.key for body in found.values() if body.sort == "group"}) > 400
    assert len({body.key for body in found.values() if body.sector == "JRN"}) > 200
    assert (found["shining path"].country, found["shining path"].sector) == ("PER", "REB")
    assert found["tass"].relation == "state"


def test_a_list_of_ones_own_goes_before_the_shipped_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "own.yml"
    own.write_text("YEM:\n  REB: [Red Hills Front|RHF]\n  MIL: [Taliban]\n", encoding="utf-8")
    monkeypatch.setenv(OWN_LIST, str(own))
    assert actor_of("the RHF", "") == "red-hills-front"
    assert dict(bodies().items())["taliban"].country == "YEM"


@pytest.mark.parametrize(
    ("text", "says"), [("- a\n- b\n", "no countries"), ("YEM:\n  TEAM: [X]\n", "'TEAM' is no sector"), ("YEM: [", "not YAML")]
)
def test_a_list_that_is_none_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, says: str) -> None:
    own = tmp_path / "own.yml"
    own.write_text(text, encoding="utf-8")
    monkeypatch.setenv(OWN_LIST, str(own))
    with pytest.raises(BadInput, match=says):
        bodies()


def test_a_list_that_is_not_there_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(OWN_LIST, "nowhere.yml")
    with pytest.raises(NoSuchFile, match=r"nowhere\.yml: no list of actors here"):
        bodies()


def test_a_key_is_made_of_the_words() -> None:
    assert key_of("M23/AFC Movement") == "m23-afc-movement"
