"""The cut of GeoNames: what it says of a name, read block by block from one compressed file and only when someone asks.

`cut.zip` holds two tables, the places in order of their numbers and the keys in order of the alphabet, each in blocks with an index of
what a block begins with. A look-up unpacks the one or two blocks it needs, which stay unpacked. `tools/cut_geonames.py` writes it.
"""

from __future__ import annotations

import zipfile
from bisect import bisect_right
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

from atodds.model.where import PlacePrecision
from atodds.vocab.geonames.folding import fold, plain

_LEVELS: dict[str, PlacePrecision] = {"C": "country", "1": "admin1", "2": "admin2", "P": "town"}


class Row(NamedTuple):
    """One place of GeoNames. The point of a division is that of its town: see `tools/cut_geonames.py`."""

    number: int
    name: str
    country: str  # ISO 3166-1 alpha-3
    precision: PlacePrecision
    geoname: int
    lat: float | None
    lon: float | None
    population: int
    first: int | None  # the number of its province
    second: int | None  # the number of its district
    spellings: frozenset[str]  # every way in which it is written, without marks

    def spelt(self, name: str) -> bool:
        """Is it written like this, marks and hyphens aside? If not, only folding made them meet."""
        return plain(name) in self.spellings


@lru_cache(maxsize=1 << 14)
def rows(name: str) -> tuple[Row, ...]:
    """Every place that may be called so; those of another spelling are among them."""
    key = fold(name)
    index = _index("keys")
    at = bisect_right(index, key) - 1
    if not key or at < 0:
        return ()
    block = _block("keys", at)
    start = block.find(f"\n{key}\t")
    if start < 0:
        return ()
    line = block[start + len(key) + 2 : block.index("\n", start + 1)]
    return tuple(row(int(number)) for number in line.split())


@lru_cache(maxsize=1 << 14)
def row(number: int) -> Row:
    """The place with a number."""
    starts = _starts()
    at = bisect_right(starts, number) - 1
    name, country, level, geoname, lat, lon, population, first, second, others = _lines(at)[number - starts[at]].split("\t")
    return Row(number, name, country, _LEVELS[level], int(geoname), _degrees(lat), _degrees(lon), int(population), _number(first),
               _number(second), frozenset((plain(name), *others.split("|"))))  # fmt: skip


@cache
def countries() -> dict[str, Row]:
    """Every country by its code; they are the first rows."""
    found: dict[str, Row] = {}
    while (here := row(len(found))).precision == "country":
        found[here.country] = here
    return found


def credit() -> str:
    """Whose data these are, under which licence, cut from what: the comment of the file."""
    return _file().comment.decode()


def _degrees(cell: str) -> float | None:
    return int(cell) / 1000 if cell else None


def _number(cell: str) -> int | None:
    return int(cell) if cell else None


@cache
def _file() -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(files(__package__).joinpath("cut.zip").read_bytes()))


@cache
def _index(table: str) -> list[str]:
    return _file().read(f"{table}/index").decode().split("\n")


@cache
def _starts() -> list[int]:
    return [int(each) for each in _index("places")]


@cache
def _block(table: str, number: int) -> str:
    return "\n" + _file().read(f"{table}/{number:04}").decode()


@cache
def _lines(number: int) -> list[str]:
    return _block("places", number)[1:].split("\n")
