"""Places: the words a report gives, and what a gazetteer says they name."""

from __future__ import annotations

from typing import Literal

from atodds.model.record import Record
from atodds.model.when import From

PlacePrecision = Literal["exact", "town", "area", "admin2", "admin1", "country"]


class Place(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A place as written, with its country where the words or the gazetteer give one."""

    text: str  # as written: "North Waziristan"
    name: str | None = None  # as the gazetteer calls it
    country: str | None = None  # ISO 3166-1 alpha-3
    geoname: int | None = None
    lat: float | None = None  # degrees, WGS 84; of a province or district: its town's
    lon: float | None = None
    grid: str | None = None  # the coordinate that the report itself gives, as written; then `lat` and `lon` are its point
    admin1: str | None = None  # the province that holds it, or that it is
    admin2: str | None = None  # the district
    precision: PlacePrecision | None = None
    from_: From | None = None
