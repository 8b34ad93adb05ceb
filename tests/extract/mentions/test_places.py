"""Places with their roles. Only a place behind a word of place is where something happened."""

from __future__ import annotations

import pytest

from atodds.extract.mentions.places import places
from atodds.language.tokens import tokenize
from atodds.model.mention import Marks, Where
from atodds.model.text import Block, Document, Flow, Sentence
from atodds.vocab import load
from atodds.vocab.gazetteer import place_at, state_at
from atodds.vocab.placenames import placename_at

DOCUMENT = Document(id="d", text="", sha256="")


def read(text: str) -> tuple[Where, ...]:
    flow = Flow(text=text, blocks=(Block(start=0, end=len(text)),), pieces=((0, 0),))
    return places(Sentence(text=text, start=0, index=0, block=0, flow=flow, split=tokenize), Marks(), DOCUMENT)


def happened(text: str) -> list[tuple[str, str | None]]:
    return [(each.place.text, each.place.country) for each in read(text) if each.role == "in"]


def roles(text: str) -> list[tuple[str, str]]:
    return [(each.role, each.place.text) for each in read(text)]


HAPPENED = [
    # a name behind a word of place
    ("A truck blew up in Karachi.", [("Karachi", "PAK")]),
    ("A truck blew up near Mosul.", [("Mosul", "IRQ")]),
    ("Two guards died outside Quetta.", [("Quetta", "PAK")]),
    ("Fighting spread across Yemen.", [("Yemen", "YEM")]),
    ("Tanks rolled into Grozny.", [("Grozny", "RUS")]),
    ("Families fled from Maungdaw.", [("Maungdaw", "MMR")]),
    # words between the preposition and the name are no part of it
    ("Shops burned in central Islamabad.", [("Islamabad", "PAK")]),
    ("A mine went off in the northern city of Mosul.", [("Mosul", "IRQ")]),
    ("Snipers hid in rebel-held Aleppo.", [("Aleppo", "SYR")]),
    ("Roads are shut in eastern and southern Afghanistan.", [("Afghanistan", "AFG")]),
    ("A wedding was hit in northwest Pakistan.", [("Pakistan", "PAK")]),
    ("Water filled the streets of Lahore.", [("Lahore", "PAK")]),
    ("Shells fell on the outskirts of Homs.", [("Homs", "SYR")]),
    ("A hut burned in a Gaza suburb.", [("Gaza suburb", "PSE")]),
    # its class word belongs to a name
    ("Police raided homes in Ghazni province.", [("Ghazni province", "AFG")]),
    ("Troops were sent into the Swat Valley.", [("Swat Valley", "PAK")]),
    ("They met in Kurram Agency.", [("Kurram Agency", "PAK")]),
    ("Eight men were held in Sabari district.", [("Sabari district", "AFG")]),
    # one place for a chain of containers, the innermost
    ("A car was hit in Mir Ali, North Waziristan.", [("Mir Ali", "PAK")]),
    ("Arms were found in Andar district, Ghazni province, yesterday.", [("Andar district", "AFG")]),
    ("A van burned near Raqqah, Syria, at noon.", [("Raqqah", "SYR")]),
    ("They lived in the village of Ser Bagh in the Nad Ali district of Helmand province.", [("Ser Bagh", "AFG")]),
    ("A drone crashed in Ladha South Waziristan.", [("Ladha", "PAK")]),
    ("A hut was hit in Shna Tangi, Mir Ali,North Waziristan.", [("Shna Tangi", "PAK")]),
    ("A hut was hit in Spin Tanga, Kharo Khel, Bannu.", [("Spin Tanga", "PAK")]),
    ("Datta Khel, North Waziristan.", [("Datta Khel", "PAK")]),
    ("Datta Khel, Miranshah, North Waziristan.", [("Datta Khel", "PAK")]),
    ("Zarmat Kot, North Waziristan.", [("Zarmat Kot", "PAK")]),
    ("Aug. 4, 2016, al Kashma, Syria, via a partner.", [("al Kashma", "SYR")]),
    # a state that only says whose the place is
    ("Snow fell in the Swat Valley near Pakistan's northern frontier with China.", [("Swat Valley", "PAK")]),
    ("Anger grows in Pakistan's tribal areas.", [("Pakistan's tribal areas", "PAK")]),
    ("Four died in Pakistan's Swat Valley.", [("Swat Valley", "PAK")]),
    ("Snow fell in Sweden's north.", [("Sweden's north", "SWE")]),
    ("Panic broke out in Karachi's markets.", [("Karachi", "PAK")]),
    # an attack on a place is there
    ("Strikes on Gaza went on.", [("Gaza", "PSE")]),
    ("Mutineers shelled the provincial capital Malakal.", [("Malakal", "SSD")]),
    ("Two missiles hit Kharkiv at dawn.", [("Kharkiv", "UKR")]),
    ("The bombing of Sanaa resumed.", [("Sanaa", "YEM")]),
    ("No one died in drone strikes in Pakistan.", [("Pakistan", "PAK")]),
    ("It was the first bomb on Pakistani soil.", [("Pakistani soil", "PAK")]),
    # names that no list knows, as written
    ("Ten died in Tapi Zor.", [("Tapi Zor", None)]),
    ("A man was shot in the Syrian town of Ain Dura.", [("Ain Dura", "SYR")]),
    ("Men were held in Nad 'Ali district.", [("Nad 'Ali district", "AFG")]),
    ("A bridge fell near al-Nahri, Syria.", [("al-Nahri", "SYR")]),
    ("They moved through Dammar and Maiwand districts.", [("Dammar", None), ("Maiwand districts", "AFG")]),
    # a row of places
    ("Protests were held in Kabul, Kandahar and Herat provinces.", [("Kabul", "AFG"), ("Kandahar", "AFG"), ("Herat provinces", "AFG")]),
    ("The war in Syria and Iraq goes on.", [("Syria", "SYR"), ("Iraq", "IRQ")]),
    # built things
    ("A blast shook Camp Wolf and wards in Kabul University Hospital.", [("Kabul University Hospital", "AFG")]),
    ("A mortar landed at Bagram airfield.", [("Bagram airfield", "AFG")]),
    ("Troops stormed into the Zargari Mosque in Multan.", [("Zargari Mosque", "PAK")]),
    # a name that only GeoNames knows, where an unknown one could be a person
    ("Malian troops drove into Tenenkou.", [("Tenenkou", "MLI")]),
    # no country where the name fits two, or none
    ("Villages burned in Congo.", [("Congo", None)]),
    ("Shots were heard in Tripoli.", [("Tripoli", None)]),
    ("Shots were heard in Tripoli, Lebanon.", [("Tripoli", "LBN")]),
    ("Patrols go on in Kashmir.", [("Kashmir", None)]),
    ("The camp lies in the U.S. and holds nine men.", [("U.S.", "USA")]),
    ("Nothing stirred in Burma.", [("Burma", "MMR")]),
]

IN_CAPITALS = [
    # capitals mark nothing: the gazetteer behind a word of place, in the countries of the report
    ("LIMA, 9 JAN 91 -- A BOMB WENT OFF IN PUQUIO YESTERDAY.", [("PUQUIO", "PER")]),
    ("SALVADORAN TROOPS ENTERED TENANCINGO AND CLASHED NEAR SAN FRANCISCO LEMPA.", [("SAN FRANCISCO LEMPA", None)]),
    ("THREE GUERRILLAS DIED IN COLOMBIA, IN ARAUQUITA MUNICIPALITY.", [("COLOMBIA", "COL"), ("ARAUQUITA MUNICIPALITY", "COL")]),
    # "Berlin" of the report's own country
    ("SALVADORAN TROOPS WERE AMBUSHED IN BERLIN.", [("BERLIN", "SLV")]),
    # what no list knows, by its class word
    ("PERUVIAN POLICE FOUND ARMS AT SANTA ROSALINDA RANCH.", [("SANTA ROSALINDA RANCH", None)]),
    # words
    ("THE PERUVIAN POLICE ACTED IN REPRISAL, IN A CATHOLIC SCHOOL AND IN THE ENTIRE REGION.", []),
    ("THE PERUVIAN POLICE ACTED IN UNION AND IN FORCE.", []),
]


@pytest.mark.parametrize(("text", "expected"), IN_CAPITALS, ids=[text for text, _ in IN_CAPITALS])
def test_where_it_happened_in_capitals(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert happened(text) == expected


NOT_HAPPENED = [
    # who, not where
    "Pakistani soldiers shot ten Afghan villagers.",
    "The Islamabad government sent 900 men.",
    "Islamabad said nothing about it.",
    "We share an interest with Pakistan.",
    "The war between Eritrea and Ethiopia ended.",
    "He won support from Iran.",
    "Malian officers rallied around Diarra.",
    "Nigerian soldiers took orders from Benson.",
    "She spoke for the U.S. Department of Agriculture.",
    "Five Herders Killed in Terrorist Rocket Attacks.",
    "The Foreign Ministry of Pakistan objected.",
    "US drones flew low, and U.S. officials were silent.",
    "Three men are in US custody.",
    # part of another name
    "The New York Times was told of it.",
    "It was in the Washington Post.",
    "The inquiry, “Death From Above in Pakistan”, was printed.",
    "The Pakistan Senate debated it.",
    # never places
    "They spoke in English and trusted in God.",
    "A debate in Congress ended in May.",
    "She was a researcher at Amnesty.",
    "Soldiers fired at Khan and his men.",
    "In Khan's view it was a crime.",
    "They lost faith in Musharraf.",
    "He told us that it is hard for us.",
    "He was held in Operation Red Dawn.",
    # a dateline is where the report was written
    "KABUL, Afghanistan (March 2, 2013) — Two men died.",
    "BAGHDAD (AP) — A bomb killed ten.",
    "Nairobi, Kenya — Ten men were freed.",
]


@pytest.mark.parametrize(("text", "expected"), HAPPENED, ids=[text for text, _ in HAPPENED])
def test_where_it_happened(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert happened(text) == expected


@pytest.mark.parametrize("text", NOT_HAPPENED)
def test_where_nothing_is_said_to_have_happened(text: str) -> None:
    assert happened(text) == []


ROLES = [
    ("Pakistani forces shelled Mir Ali.", [("nationality", "Pakistani"), ("in", "Mir Ali")]),
    ("The Islamabad government denied it.", [("nationality", "Islamabad")]),
    ("The New York Times was in Kabul.", [("name", "New York"), ("in", "Kabul")]),
    ("LOGAR PROVINCE, Afghanistan – Men landed in Monzai village.", [("dateline", "LOGAR PROVINCE"), ("in", "Monzai village")]),
    ("Download KABUL, Afghanistan (June 9) A force moved in Kunar province.", [("dateline", "KABUL"), ("in", "Kunar province")]),
    ("The Pakistan army is in Swat.", [("nationality", "Pakistan"), ("in", "Swat")]),
    ("A shell fell outside the Iraqi city of Samarra.", [("nationality", "Iraqi"), ("in", "Samarra")]),
    ("Israel said so in Geneva.", [("name", "Israel"), ("in", "Geneva")]),
]


@pytest.mark.parametrize(("text", "expected"), ROLES, ids=[text for text, _ in ROLES])
def test_roles(text: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text) == expected


MEANT = [
    # the district and the province that hold a place come from the words, and from the gazetteer where the words leave them out
    ("Arms were found in Andar district, Ghazni province.", ("Andar", "AFG", 7052953, "Ghazni", "Andar")),
    ("Arms were found in Sangin district of Afghanistan.", ("Sangin", "AFG", 7053034, "Helmand", "Sangin")),
    ("In Argo district, Badakhshan province, three men were held.", ("Argo", "AFG", 7052663, "Badakhshan", "Argo")),
    # a name that no list knows has those of its words
    ("A hut was hit in Shna Tangi, North Waziristan.", (None, "PAK", None, "Khyber Pakhtunkhwa", "North Waziristan")),
    # one spelling of many, in the country that the words give
    ("Two trucks burned near al-Soussa, Syria.", ("Susah", "SYR", 172415, "Dayr az Zawr", None)),
    # in the country that the report speaks of
    ("Libyan forces moved. Shells fell in Marj.", ("Al Marj", "LBY", None, "Al Marj", None)),
    # a town outside the province in the words is not meant
    ("Shots were fired in Herat, Kunar province.", (None, "AFG", None, "Kunar", None)),
    # that a report speaks of the United States does not put its Moscow there
    ("U.S. envoys were held up at a checkpoint in Moscow.", ("Moscow", "RUS", 524901, "Moskva", None)),
    # two countries of the trade, and no word tells which
    ("Shots were heard in Tripoli.", ("Tripoli", None, None, None, None)),
    ("Lebanese troops heard shots in Tripoli.", ("Tripoli", "LBN", 266826, "Ash Shimal", None)),
    # whose it is, our list leaves open
    ("Israeli police closed a street in Jerusalem.", ("Jerusalem", None, None, None, None)),
]


@pytest.mark.parametrize(("text", "meant"), MEANT, ids=[text for text, _ in MEANT])
def test_which_place_is_meant(text: str, meant: tuple[str | int | None, ...]) -> None:
    [place] = [each.place for each in read(text) if each.role == "in"]
    assert (place.name, place.country, place.geoname, place.admin1, place.admin2) == meant


def test_the_point_of_a_town_is_that_of_the_gazetteer() -> None:
    [raqqa] = [each.place for each in read("A van burned near Raqqah, Syria.") if each.role == "in"]
    assert (raqqa.geoname, raqqa.lat, raqqa.lon) == (172955, 35.953, 39.008)


PRECISIONS = [
    ("They met in Ghazni province.", "admin1"),
    ("They met in Ghazni City.", "town"),
    # the town or its province: the words do not say
    ("They met in Ghazni.", None),
    ("They met in the city of Ghazni.", "town"),
    ("They met in the province of Herat.", "admin1"),
    ("They met in Peru.", "country"),
    ("They met in the Hebron area.", "area"),
    ("They met at Kabul airport.", "exact"),
    ("They met in Tapi Zor.", None),
]


@pytest.mark.parametrize(("text", "precision"), PRECISIONS, ids=[text for text, _ in PRECISIONS])
def test_precision_is_what_the_words_say(text: str, precision: str | None) -> None:
    assert [each.place.precision for each in read(text)] == [precision]


def test_words_of_the_place_stand_in_the_sentence() -> None:
    text = "A van burned near Raqqah, Syria, and in Andar district, Ghazni province."
    tokens = tokenize(text)
    for each in read(text):
        assert text[tokens.starts[each.at.start] : tokens.ends[each.at.end - 1]] == each.place.text


def test_headline_capitals_are_no_places() -> None:
    assert happened("Clash in Northern Valley Kills Ten Men") == []
    assert happened("Clash in Helmand Valley Kills Ten Men") == [("Helmand Valley", "AFG")]


def test_the_list_of_countries_is_whole() -> None:
    countries = load("countries")
    assert len(countries) == 250  # ISO 3166-1's 249 and Kosovo
    assert all(len(code) == 3 and code.isupper() and country["name"] for code, country in countries.items())


def test_places_stand_under_a_country_or_under_none() -> None:
    listed = load("places")
    assert set(listed) <= {*load("countries"), "none"}
    assert all(precision in ("admin1", "admin2", "area", "town") for places in listed.values() for precision in places)


def test_lookups() -> None:
    found = place_at(["ar", "raqqa"], 0)
    assert found is not None
    assert {known.country for known in found.places} == {"SYR"}
    assert place_at(["atlantis"], 0) is None
    people = state_at(["sri", "lankan", "army"], 0)
    assert people is not None
    assert (people.end, people.country, people.adjective) == (2, "LKA", True)
    assert state_at(["us"], 0, ["us"]) is None
    shared = state_at(["congolese"], 0)
    assert shared is not None
    assert shared.country is None


def test_a_body_is_no_place() -> None:
    words = ["Kabul", "Times"]
    name = placename_at(words, ["kabul", "times"], 0)
    assert name is not None
    assert name.body


def test_the_reports_own_coordinate_is_the_point() -> None:
    [place] = [each.place for each in read("A van burned near Raqqah, Syria. 37SEV0878") if each.role == "in"]
    assert (place.text, place.geoname, place.grid, place.precision) == ("Raqqah", 172955, "37SEV0878", "exact")
    assert (place.lat, place.lon) == (35.95084, 39.094252)


def test_a_coordinate_alone_is_a_place() -> None:
    [place] = [each.place for each in read("The strike at 35.9528, 39.0079 killed two men.") if each.role == "in"]
    assert (place.text, place.lat, place.lon, place.precision) == ("35.9528, 39.0079", 35.9528, 39.0079, "exact")


def test_two_coordinates_are_of_no_place_in_particular() -> None:
    found = [each.place for each in read("A van burned near Raqqah, Syria. 37SEV0878 37SEV1879") if each.role == "in"]
    assert [(place.lat, place.grid) for place in found] == [(35.953, None)]


def test_a_far_coordinate_is_not_the_towns() -> None:
    [place, _] = [each.place for each in read("A van burned near Raqqah, Syria. 38SMB4488") if each.role == "in"]
    assert (place.lat, place.grid) == (35.953, None)
