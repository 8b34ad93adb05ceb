"""Bodies by name: armed groups, armies, ministries, missions, watchers, the press; what each is, where it belongs, and its other names.

The lists stand in `groups.yml`, `bodies.yml`, `organisations.yml` and `press.yml`. A file of one's own, of the shape of `bodies.yml`, is
named by the environment variable ATODDS_ACTORS; what it says of a name goes before what the shipped lists say.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

import yaml

from atodds.errors import BadInput, NoSuchFile
from atodds.vocab import load, parsed
from atodds.vocab.lexicon import Phrases

OWN_LIST = "ATODDS_ACTORS"  # environment: a file of one's own actors
Sort = Literal["group", "force", "service", "ministry", "mission", "coalition", "head", "voice"]
_SORTS: Mapping[str, Sort] = {
    "REB": "group", "MIL": "force", "COP": "force", "SPY": "service", "GOV": "ministry", "mission": "mission", "coalition": "coalition",
    "PTY": "voice", "UNO": "voice", "IGO": "voice", "NGO": "voice", "JRN": "voice",
}  # fmt: skip
_ACRONYM = 8  # letters: longer words in capitals are shouted names


class Body(NamedTuple):
    """A body of the lists. `key` is stable: made of its first name, whichever of its names a report uses."""

    key: str
    name: str
    sort: Sort
    sector: str  # as PLOVER has it
    country: str | None  # ISO 3166 alpha-3; None for one of several countries, or of any
    only_as: str | None = None  # an acronym, read in these letters only
    proper: bool = True
    relation: str | None = None  # of an outlet to those who fight: "state", "party"


def bodies() -> Phrases[Body]:
    """Every body by each of its names, a user's own list among them."""
    return _bodies(os.environ.get(OWN_LIST))


def key_of(name: str) -> str:
    """The key of a name: "Tehrik-i-Taliban Pakistan" is `tehrik-i-taliban-pakistan`.

    >>> key_of("B'Tselem"), key_of("Farabundo Martí National Liberation Front")
    ("b'tselem", 'farabundo-martí-national-liberation-front')
    """
    return "-".join(re.findall(r"[^\s/()|,-]+", name.lower().replace("’", "'")))


@cache
def _bodies(own: str | None) -> Phrases[Body]:
    found: dict[str, Body] = {}
    relations = _relations()
    for country, sector, names in _entries(own):
        key, sort = key_of(names[0]), _SORTS[sector]
        for name in names:
            body = Body(key, names[0], sort, sector, country, _only_as(name), not name[0].islower(), relations.get(names[0]))
            found.setdefault(name.lower().replace("’", "'").replace("'s ", " 's "), body)
    return Phrases(found)


def _only_as(name: str) -> str | None:
    """The letters of an acronym; "LeT" too, which is no "let"."""
    short = len(name) <= _ACRONYM and " " not in name and "." not in name and name.isascii()
    return name if short and sum(letter.isupper() for letter in name) > 1 and "-" not in name.strip("-") else None


def _entries(own: str | None) -> Iterator[tuple[str | None, str, list[str]]]:
    """Country, sector and names of every line, the user's first."""
    if own:
        yield from _lines(_own(own), own)
    yield from _lines(load("groups"), "groups")
    yield from _lines(load("bodies"), "bodies")
    yield from _lines({"many": load("organisations")}, "organisations")
    yield from _lines({country: {"JRN": names} for country, names in load("press")["outlets"].items()}, "press")


def _lines(data: Any, source: str) -> Iterator[tuple[str | None, str, list[str]]]:
    for country, listed in data.items():
        by_sector = listed if isinstance(listed, dict) else {"REB": listed}
        for sector, entries in by_sector.items():
            if sector not in _SORTS or not isinstance(entries, list):
                raise BadInput(f"{source}: {country} {sector!r} is no sector with a list", f"use one of {', '.join(_SORTS)}")
            for entry in entries:
                yield None if country == "many" else str(country), sector, [name for name in str(entry).split("|") if name]


def _relations() -> Mapping[str, str]:
    return {name: relation for relation, names in load("press")["relation"].items() for name in names}


def _own(path: str) -> dict[str, Any]:
    file = Path(path)
    if not file.is_file():
        raise NoSuchFile(f"{path}: no list of actors here", f"name a file by --actors or {OWN_LIST}")
    try:
        data = parsed(file.read_bytes())
    except yaml.YAMLError as error:
        raise BadInput(f"{path}: not YAML ({str(error).splitlines()[0]})", "write it as docs/extending.md shows") from None
    if not isinstance(data, dict):
        raise BadInput(f"{path}: no countries with their bodies", "write it as docs/extending.md shows")
    return cast("dict[str, Any]", data)
