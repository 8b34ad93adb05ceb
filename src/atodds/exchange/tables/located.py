"""Where a row is: its cells of a place as one place, each part with the cell that says so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from atodds.exchange.tables import places
from atodds.exchange.tables.cells import Cell
from atodds.exchange.tables.columns import Where
from atodds.exchange.tables.row import Row, column_of
from atodds.model.text import Span
from atodds.model.where import Place, PlacePrecision

_LEVELS = ("name", "admin2", "admin1", "country")  # from the finest


def located(row: Row, where: Where) -> tuple[Place | None, dict[str, Span]]:
    """The place of a row, and where each part of it stands; None where neither the row nor the map says anything."""
    code, named = _country(row, where), _named(row, where)
    if not named and code is None:
        return None, {}
    words = {level: " ".join(cell.text.split()) for level, cell in named.items()}
    finest = next(iter(named), "country")
    precision = row.chosen(where.precision, "place.precision") or (finest if finest != "name" else None)
    lat, lon = _point(row, where)
    place = places.as_fine_as_told(
        Place(
            text=words.get(finest) or places.country_called(code), country=code, lat=lat, lon=lon, admin1=words.get("admin1"),
            admin2=words.get("admin2"), precision=cast("PlacePrecision | None", precision), from_=None if named else "document",
        ),
        words,
    )  # fmt: skip
    spans = _spans(row, where, place)
    told = next((cell for level, cell in named.items() if words[level] == place.text), None)
    spans |= {"scope.place": told.at} if told is not None else {}
    # a country that nobody could read may be any: then no other is looked for
    return place if code is None and "country" in named else places.looked_up(place), spans


def _named(row: Row, where: Where) -> Mapping[str, Cell]:
    """The cells that name the place, from the finest."""
    cells = {level: row.cell(getattr(where, level)) for level in _LEVELS}
    return {level: cell for level, cell in cells.items() if cell is not None}


def _spans(row: Row, where: Where, place: Place) -> dict[str, Span]:
    """Where the parts stand that the table itself gives."""
    parts = ("country", "admin1", "admin2", "lat", "lon", "precision")
    cells = {part: row.cell(getattr(where, part)) for part in parts if getattr(place, part) is not None}
    return {f"scope.place.{part}": cell.at for part, cell in cells.items() if cell is not None}


def _country(row: Row, where: Where) -> str | None:
    """The code, by the map's words, else by the list of countries."""
    coded, cell = where.country, row.cell(where.country)
    given, meant = (None, {}) if coded is None or isinstance(coded, str) else (coded.value, coded.words)
    words = given if cell is None else {key.casefold(): code for key, code in meant.items()}.get(cell.text.casefold(), cell.text)
    return None if words is None else row.tried(column_of(coded), lambda: places.country(words))


def _point(row: Row, where: Where) -> tuple[float | None, float | None]:
    """Latitude and longitude, both or none."""
    lat, lon = row.word(where.lat), row.word(where.lon)
    if lat is None or lon is None:
        if lat is not lon:
            row.fault(where.lat or where.lon or "", "a latitude needs a longitude beside it")
        return None, None
    degrees = row.tried(where.lat, lambda: places.degrees(lat, "lat")), row.tried(where.lon, lambda: places.degrees(lon, "lon"))
    return degrees if None not in degrees else (None, None)
