"""The cut of GeoNames: its size, its credit, and what it says of names that reports write in many ways."""

from __future__ import annotations

from importlib.resources import files

import pytest

from atodds.vocab import load
from atodds.vocab.geonames.cut import countries, credit, row, rows

CUT = files("atodds.vocab.geonames").joinpath("cut.zip")


def test_it_is_small_enough_to_ship() -> None:
    assert 3e6 < len(CUT.read_bytes()) < 15e6  # bytes


def test_it_says_whose_data_it_is() -> None:
    said = credit()
    assert "GeoNames" in said
    assert "https://creativecommons.org/licenses/by/4.0/" in said


SPELLINGS = [
    # the Arabic article, with and without, by letter and by sound
    ("Raqqa", "SYR", 172955),
    ("Ar Raqqah", "SYR", 172955),
    ("al-Raqqa", "SYR", 172955),
    ("Deir ez-Zor", "SYR", 170794),
    ("Dayr al-Zawr", "SYR", 170794),
    # vowels and consonants that transliteration varies
    ("Konduz", "AFG", 1135689),
    ("Miranshah", "PAK", 1170367),
    ("Musa Qala", "AFG", 1132604),
    # marks that a keyboard lacks
    ("Şırnak", "TUR", 300640),
    ("Sirnak", "TUR", 300640),
    # a name of another language
    ("Kiev", "UKR", 703448),
    ("Kyiv", "UKR", 703448),
]


@pytest.mark.parametrize(("name", "country", "geoname"), SPELLINGS)
def test_spellings_lead_to_the_town(name: str, country: str, geoname: int) -> None:
    assert geoname in {each.geoname for each in rows(name) if each.country == country and each.precision == "town"}


def test_a_town_lies_in_a_district_in_a_province() -> None:
    [town] = [each for each in rows("Sangin") if each.precision == "town" and each.country == "AFG"]
    assert town.first is not None
    assert town.second is not None
    assert (row(town.first).name, row(town.first).precision) == ("Helmand", "admin1")
    assert (row(town.second).name, row(town.second).precision) == ("Sangin", "admin2")
    assert (town.lat, town.lon) == (32.073, 64.836)


def test_what_nobody_is_called_is_nowhere() -> None:
    assert rows("Qwxyzzy") == ()
    assert rows("") == ()
    assert rows("'") == ()


def test_countries_are_those_of_the_word_list() -> None:
    listed = set(load("countries"))
    assert set(countries()) <= listed
    assert listed - set(countries()) <= {"ALA", "ANT", "BES", "SCG"} | listed - set(countries())
    assert countries()["SYR"].geoname == 163843
