"""Who a name means, and whose body that is: rules 2.3, 3.1 to 3.3."""

from __future__ import annotations

import pytest

from atodds.incidents.naming import several
from atodds.incidents.parties import party, within

IDENTIFIED = [
    # a state by its names, its adjective, its government and its capital
    ("US", "usa", "usa"),
    ("the United States", "usa", "usa"),
    ("U.S. government", "usa", "usa"),
    ("Pakistan government", "pak", "pak"),
    ("Pakistan’s government", "pak", "pak"),
    ("Islamabad", "pak", "pak"),
    ("Syria regime", "syr", "syr"),
    ("Syrias regime", "syr", "syr"),  # the apostrophe was lost
    ("Russian", "rus", "rus"),
    # its armed forces, and what belongs to them
    ("American forces", "usa-military", "usa"),
    ("US military", "usa-military", "usa"),
    ("Russian warplanes", "rus-military", "rus"),
    ("Syrian government forces", "syr-military", "syr"),
    ("Syrian regime air force", "syr-air-force", "syr"),
    ("Syrian army", "syr-army", "syr"),
    ("the Syrian Arab Army", "syr-army", "syr"),
    ("Syria’s army", "syr-army", "syr"),
    ("Russian Defence Ministry", "rus-ministry-of-defence", "rus"),
    ("units of the Syrian army", "syr-army", "syr"),
    ("Assad's air force", "syr-air-force", "syr"),
    ("President Bashar al-Assad's forces", "syr-military", "syr"),
    # other bodies of a state
    ("CIA", "cia", "usa"),
    ("the Pentagon", "pentagon", "usa"),
    ("Pakistan’s Ministry of Defence", "pak-ministry-of-defence", "pak"),
    ("the Pakistani Defence Ministry", "pak-ministry-of-defence", "pak"),
    ("the defence ministry in Moscow", "rus-ministry-of-defence", "rus"),
    ("Syrian state TV", "syr-state-media", "syr"),
    ("SANA", "sana", "syr"),  # an outlet that a state owns does not confirm the state
    ("a SANA reporter in Aleppo", "sana", "syr"),
    # groups and bodies by any of their names
    ("al-Qaida", "al-qaeda", "al-qaeda"),
    ("Qaeda", "al-qaeda", "al-qaeda"),
    ("TTP", "tehrik-i-taliban-pakistan", "tehrik-i-taliban-pakistan"),
    ("Pakistani Taliban", "tehrik-i-taliban-pakistan", "tehrik-i-taliban-pakistan"),
    ("ISIS militants", "islamic-state", "islamic-state"),
    ("a Taliban spokesman", "taliban", "taliban"),
    ("suicide bomber from the Nusra Front terrorist group", "al-nusra-front", "al-nusra-front"),
    ("al-Qaeda-linked Nusra Front", "al-nusra-front", "al-nusra-front"),  # whom it is tied to is another
    ("the opposition-linked, Britain-based Syrian Observatory for Human Rights", *["syrian-observatory-for-human-rights"] * 2),
    ("the director of the Syrian Observatory", *["syrian-observatory-for-human-rights"] * 2),
    ("Syrian Coalition", *["syrian-opposition-coalition"] * 2),  # no state's body
    # names that no list knows
    ("Ben Emmerson", "ben-emmerson", "ben-emmerson"),
    ("US Secretary of State John Kerry", "john-kerry", "usa"),  # a person of office is a voice of his own on his state's side
    ("Dr. Lale Quill", "lale-quill", "lale-quill"),
    ("the Harbour Ridge Brigade", "harbour-ridge-brigade", "harbour-ridge-brigade"),
    ("Mr. Quill", "quill", "quill"),
    ("GEN QUILL", "quill", "quill"),
    ("Jim Jordan", "jim-jordan", "jim-jordan"),  # a name that ends like a country's
    ("Charlotte Observer", "charlotte-observer", "charlotte-observer"),
    ("THE RIDGE PATRIOTIC FRONT", "ridge-patriotic-front", "ridge-patriotic-front"),
    ("Centre for Harbour Studies", "centre-for-harbour-studies", "centre-for-harbour-studies"),
    ("a spokesman for the Alwan Ridge militant group", "alwan-ridge", "alwan-ridge"),
]
NOBODY = [
    "militants", "gunmen", "survivors", "officials", "a reporter", "Activists", "The group", "local sources", "Rebels", "He",
    "Syrian rebels", "Syrian opposition forces", "Kurdish fighters",  # no forces of a state
    "some Iraqis", "Afghans",  # a people is not its state
    "rebel coalition", "a coalition of rebel groups",  # not the coalition
    "Activists in Damascus", "Aleppo",
    "regime forces", "the Ministry of Defence",  # whose, no word tells
    "European leaders", "New Jersey voters", "the Peruvian press",
    "THE CALLER", "OUR PEOPLE'S PATIENCE",  # where all is in capitals, a capital names nobody
]  # fmt: skip
SOMEBODY_OF = [
    ("U.S. officials", "usa"),
    ("a senior Pakistani security official", "pak"),
    ("a source at Aleppo Police Command", "syr"),
    ("Taliban commanders", "taliban"),
    ("Russia's UN envoy", "rus"),
    ("members of the Saudi government", "sau"),
    ("the FBI director", "usa"),
    ("Quill's lawyer", "quill"),
]
OF_A_TEXT = [
    ("regime forces", "The Syrian regime denied it.", "syr-military", "syr"),
    ("the regime", "Assad's regime and the Turkish government met.", "syr", "syr"),
    ("Ministry of Defence", "Pakistan’s Ministry of Defence reported.", "pak-ministry-of-defence", "pak"),
    ("the NCF", "The National Coast Front (NCF) fled.", "national-coast-front", "national-coast-front"),
]


@pytest.mark.parametrize(("words", "key", "side"), IDENTIFIED)
def test_a_name_is_one_party_everywhere(words: str, key: str, side: str) -> None:
    found = party(words)
    assert (found.key, found.side, found.identified) == (key, side, True)


@pytest.mark.parametrize("words", NOBODY)
def test_common_nouns_identify_nobody(words: str) -> None:
    found = party(words)
    assert not found.identified
    assert found.side == found.key


@pytest.mark.parametrize(("words", "side"), SOMEBODY_OF)
def test_an_unnamed_official_is_on_the_side_of_his_state(words: str, side: str) -> None:
    found = party(words)
    assert (found.side, found.identified) == (side, False)


@pytest.mark.parametrize(("words", "text", "key", "side"), OF_A_TEXT)
def test_a_report_tells_whose_the_office_is(words: str, text: str, key: str, side: str) -> None:
    found = party(words, text=text)
    assert (found.key, found.side, found.identified) == (key, side, True)


def test_two_states_leave_the_regime_open() -> None:
    assert not party("the army", text="The Syrian army shelled it. The Turkish army shelled it.").identified


def test_a_word_that_the_report_also_writes_small_is_no_name() -> None:
    assert not party("Rubble", text="Rubble fell. There was rubble everywhere.").identified


def test_a_pronoun_is_whom_the_report_means() -> None:
    text = "Azam Tariq spoke. He denied it."
    assert party("he", "azam-tariq", text)[:2] == ("azam-tariq", "azam-tariq")
    assert party("it", "observatory", "The observatory spoke.") == ("observatory", "observatory", "observatory", False)
    assert party("it", "pak-government", "").side == "pak"


def test_a_pair_is_a_third() -> None:
    assert party("Russia and the Syrian army")[:2] == ("rus+syr-army", "rus+syr")
    assert not party("the army and some militias").identified
    assert party("the Syrian army and its allies").key == "syr-army"
    assert several("SANA and the Observatory") == ("SANA", "the Observatory")


WITHIN = [
    ("CIA", "US", True),
    ("US", "CIA", False),
    ("US military", "United States", True),
    ("Syrian army", "Syrian forces", True),  # an army is part of its military
    ("CIA", "US military", False),
    ("Pakistan’s Ministry of Defence", "Pakistan", True),
    ("Taliban", "Pakistani Taliban", False),
    ("Islamic State", "Al-Qaeda", False),
    ("US", "Russia", False),
    ("gunmen", "gunmen", False),  # one word is not one body
]


@pytest.mark.parametrize(("one", "other", "expected"), WITHIN)
def test_a_body_lies_inside_its_state(one: str, other: str, expected: bool) -> None:
    assert within(party(one), party(other)) is expected
