"""Finding: which place of the gazetteer a name in a report means, if the report tells.

A name is looked up under all its spellings; what the report says thins out the places that are called so: the country, province or district
beside the name, its class word ("district"), the countries that the report speaks of, and last how large the places are. Where
more than one is left, none is meant: the words are kept and nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from atodds.extract.mentions.place_candidates import inside, of_level, one_place, spelt
from atodds.model.where import Place, PlacePrecision
from atodds.vocab.geonames.cut import Row, countries, row, rows
from atodds.vocab.placelines import Line
from atodds.vocab.placenames import Placename, only_one, where_words

_DIVISIONS: tuple[PlacePrecision, ...] = ("admin1", "admin2")


class Clues(NamedTuple):
    """What the words around a name, and the rest of the report, tell of which place it is."""

    line: Line
    name: Placename
    outers: Sequence[Placename]  # the names that hold it, from the inside out
    close: bool  # "near Herat": the town and not its province


def placed(place: Place, clues: Clues) -> Place:
    """A place as the words give it, with what the gazetteer says of it."""
    if place.precision == "country" and place.country is not None:
        listed = countries().get(place.country)
        return place if listed is None else msgspec.structs.replace(place, geoname=listed.geoname)
    if clues.name.known and all(each.country is None for each in clues.name.known):
        return place  # "Kashmir", "Jerusalem": our list leaves open whose it is, and so does the record
    spoken = {} if place.country else clues.line.spoken()
    outers = _outer_rows(clues, place.country, spoken)
    found = _meant(place, clues, outers, spoken)
    held = _divisions(found or outers, clues)
    if not found:
        country = place.country or only_one({each.country for each in outers})
        elsewhere = bool(outers) and any(each.country == country for each in rows(_bare(clues, clues.name)))
        name = None if elsewhere else place.name  # "Herat, Kunar province": not the Herat that our list knows
        return msgspec.structs.replace(place, name=name, country=country, admin1=held["admin1"], admin2=held["admin2"])
    site = next((each for each in found if each.precision == "town"), found[0])
    alone = len(found) == 1
    return msgspec.structs.replace(
        place, name=place.name or site.name, country=place.country or site.country, geoname=site.geoname if alone else None, lat=site.lat,
        lon=site.lon, precision=place.precision or (site.precision if alone else None), admin1=held["admin1"], admin2=held["admin2"],
    )  # fmt: skip


def _meant(place: Place, clues: Clues, outers: Sequence[Row], spoken: Mapping[str, int]) -> tuple[Row, ...]:
    """The place that the words mean: one, none, or a town and the divisions of its name around it."""
    if place.precision == "exact" or (clues.name.precision == "area" and clues.name.class_word not in where_words()["around"]):
        return ()
    disputed = place.country is None and len(clues.name.known) > 1  # "Tripoli": two of the trade, and size does not tell
    for name in dict.fromkeys((_bare(clues, clues.name), place.name or "")):
        found = [each for each in rows(name) if place.country in (each.country, None)]
        if outers:
            found = [each for each in found if any(inside(each, outer) for outer in outers)]
        elif disputed:
            found = [each for each in found if each.country in spoken]
        found = of_level(found, place.precision)
        found = one_place(name, found, {} if outers else spoken, known=bool(place.country or outers), close=clues.close)
        if found:
            return tuple(found)
    return ()


def _bare(clues: Clues, name: Placename) -> str:
    """The name without its class word: "Andar" of "Andar district"."""
    return " ".join(clues.line.words[name.at.start : name.bare or name.end])


def _outer_rows(clues: Clues, country: str | None, spoken: Mapping[str, int]) -> list[Row]:
    """The innermost of the containing names that a list knows, inside those around it."""
    held: list[Row] = []
    for outer in reversed(clues.outers):
        name = _bare(clues, outer)
        known = only_one({each.precision for each in outer.known})
        found = [each for each in rows(name) if each.country == country or (country is None and each.country in spoken)]
        found = spelt(name, of_level([each for each in found if each.precision != "country"], outer.precision or known))
        held = [each for each in found if not held or any(inside(each, around) for around in held)] or held
    return held


def _divisions(found: Sequence[Row], clues: Clues) -> dict[PlacePrecision, str | None]:
    """Province and district: as the gazetteer has them of the place or of what holds it, else as the words do."""
    written = {outer.precision: _bare(clues, outer) for outer in clues.outers if outer.precision in _DIVISIONS}
    return {level: only_one({_division(each, level) for each in found}) or written.get(level) for level in _DIVISIONS}


def _division(place: Row, level: PlacePrecision) -> str | None:
    if place.precision == level:
        return place.name
    number = place.first if level == "admin1" else place.second
    return row(number).name if number is not None else None
