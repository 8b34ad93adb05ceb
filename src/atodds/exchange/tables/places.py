"""Places: the cells of a place as the record has it, and the gazetteer's word only where the table says less and nothing else is meant."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import msgspec

from atodds.exchange.tables.counts import Unreadable
from atodds.model.where import Place, PlacePrecision
from atodds.vocab import load
from atodds.vocab.geonames.cut import Row, row, rows
from atodds.vocab.geonames.folding import plain

_CODE = re.compile("[A-Z]{3}")
_BESIDE = re.compile(r"\s*\([^)]*\)$")  # "Myanmar (Burma)": the older name beside it
_COARSE: tuple[PlacePrecision, ...] = ("admin2", "admin1", "country")
_FURTHEST = {"lat": 90.0, "lon": 180.0}  # degrees


def country(words: str) -> str:
    """The code of the country that the words name. Raises Unreadable for words that name none.

    >>> country("Pakistan"), country("PAK"), country("Myanmar (Burma)")
    ('PAK', 'PAK', 'MMR')
    """
    if _CODE.fullmatch(words) and words in load("countries"):
        return words
    for name in (words, _BESIDE.sub("", words)):
        code = _codes().get(plain(name))
        if code is not None:
            return code
    raise Unreadable(f"{words!r} is a country on no list; give the map place.country.words with its code of three letters")


def country_called(code: str | None) -> str:
    """The name of a country by its code: what a map gives for all rows has no words in the table."""
    return str(load("countries")[code]["name"]) if code is not None else ""


@cache
def _codes() -> Mapping[str, str]:
    return {plain(name): code for code, known in load("countries").items() for name in (known["name"], *known.get("also", []))}


def degrees(words: str, side: str) -> float:
    """A latitude or longitude as a decimal number. Raises Unreadable for anything else."""
    try:
        found = float(words.replace(",", "."))
    except ValueError:
        found = float("nan")
    if not abs(found) <= _FURTHEST[side]:
        raise Unreadable(f"{words!r} is no {'latitude' if side == 'lat' else 'longitude'} in decimal degrees")
    return found


def as_fine_as_told(place: Place, names: Mapping[str, str]) -> Place:
    """The place by the name of the level that the table codes.

    A point that stands for a province or a country is none of the event: it is left out, and so is the town that lends it.
    """
    if place.precision not in _COARSE:
        return place
    text = next((names[level] for level in _COARSE[_COARSE.index(place.precision) :] if level in names), place.text)
    finer = _COARSE[: _COARSE.index(place.precision)]
    return msgspec.structs.replace(
        place, text=text, lat=None, lon=None,
        admin2=None if "admin2" in finer else place.admin2, admin1=None if "admin1" in finer else place.admin1,
    )  # fmt: skip


def looked_up(place: Place) -> Place:
    """The place with what the gazetteer has of it: only where the table gives no point, and one place alone can be meant."""
    if place.lat is not None or place.precision == "country":
        return place
    found = [each for each in rows(place.text) if each.spelt(place.text) and _fits(each, place)]
    if len(found) != 1:
        return place
    site = found[0]
    return msgspec.structs.replace(
        place, name=site.name, country=place.country or site.country, geoname=site.geoname, lat=site.lat, lon=site.lon,
        admin1=place.admin1 or _division(site, "admin1"), admin2=place.admin2 or _division(site, "admin2"),
        precision=place.precision or site.precision,
    )  # fmt: skip


def _fits(site: Row, place: Place) -> bool:
    """Does a place of the gazetteer agree with everything that the table says?"""
    agrees = place.country in (None, site.country) and place.precision in (None, site.precision)
    held = ((place.admin1, _division(site, "admin1")), (place.admin2, _division(site, "admin2")))
    return agrees and all(told is None or (known is not None and plain(told) == plain(known)) for told, known in held)


def _division(site: Row, level: PlacePrecision) -> str | None:
    if site.precision == level:
        return site.name
    number = site.first if level == "admin1" else site.second
    return None if number is None else row(number).name
