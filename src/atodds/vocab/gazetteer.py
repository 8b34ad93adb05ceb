"""Names of places and peoples: what a list knows of the words at a place in a sentence.

All lookups work on the lower-case tokens of a sentence; whether the words have their capitals is asked of `written`.
These lists are short and made by hand; `geonames/` holds the long one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, cast

from atodds.model.where import PlacePrecision
from atodds.vocab import load, words_of
from atodds.vocab.lexicon import Phrases

ARTICLES = ("al-", "ar-", "as-", "ash-", "ad-", "at-", "an-", "az-", "el-")
_ACRONYM = 4  # letters: "US", "UAE", "DRC", "FATA" are read only as written, in capitals


class Known(NamedTuple):
    """What the gazetteer says a name may be."""

    name: str
    country: str | None
    precision: PlacePrecision


class Found(NamedTuple):
    """A name in the list: the token behind it, and every place that it may be."""

    end: int
    places: tuple[Known, ...]


class State(NamedTuple):
    """A country's name or the adjective of its people; two that share an adjective ("Congolese") give no code."""

    end: int
    name: str
    country: str | None
    adjective: bool  # "Pakistani"; also "US" before a noun, where `noun` is true as well
    noun: bool


def place_at(lower: Sequence[str], place: int, words: Sequence[str] | None = None) -> Found | None:
    """The longest listed name of a place, country or town that begins at a token; with or without its Arabic article.

    Written small, a word begins no name: "in" is no "In Salah".
    """
    word, lists = lower[place], _lists()
    if word not in lists.openers and "-" not in word:
        return None
    if words is not None and words[place][0].islower() and "-" not in word and word not in lists.first:
        return None
    found = lists.names.at(lower, place)
    if found is None:
        return _behind_article(lower, place) if "-" in word or word in lists.first else None
    end, entry = found
    return Found(end, entry.places) if written(entry.only_as, words, place) else None


def _behind_article(lower: Sequence[str], place: int) -> Found | None:
    word = lower[place]
    if word.startswith(ARTICLES):
        found = _names().at([word.split("-", 1)[1], *lower[place + 1 : place + 4]], 0)
        return None if found is None else Found(place + found[0], found[1].places)
    if word in words_of("where", "first") and place + 1 < len(lower):
        found = _names().at(lower, place + 1)
        return None if found is None else Found(found[0], found[1].places)
    return None


class _Lists(NamedTuple):
    """The lists, made ready once: what is asked of every capital of a report must not be put together again."""

    names: Phrases[_Name]
    openers: frozenset[str]  # what a name begins with, but for an article that a hyphen ties to it
    first: frozenset[str]  # "the" of "the Hague"
    states: Phrases[_Entry]
    state_openers: frozenset[str]


@cache
def _lists() -> _Lists:
    first = words_of("where", "first")
    return _Lists(_names(), _names().firsts() | first, first, states(), states().firsts())


def begins_name(word: str) -> bool:
    """May a listed place or country begin with this lower-case word?"""
    return word in beginnings()


@cache
def beginnings() -> frozenset[str]:
    """The first lower-case words of all listed places, countries and peoples."""
    return _names().firsts() | states().firsts()


@cache
def name_openers() -> frozenset[str]:
    """What a listed name begins with, but for an article that a hyphen ties to it: "the" of "the Hague" as well."""
    return beginnings() | words_of("where", "first")


def state_at(lower: Sequence[str], place: int, words: Sequence[str] | None = None) -> State | None:
    """The country or people that the words at a token name: "Pakistani", "U.S.", "South Sudan"."""
    word, lists = lower[place], _lists()
    if word not in lists.state_openers or (words is not None and words[place][0].islower() and "-" not in word):
        return None  # without the capital that every listed name has
    found = lists.states.at(lower, place)
    if found is None:
        return None
    end, entry = found
    if not written(entry.only_as, words, place):
        return None
    return State(end, entry.name, entry.country, entry.adjective, entry.noun)


def written(only_as: str | None, words: Sequence[str] | None, place: int) -> bool:
    """Have the words the capitals that the name needs? "us" and "Us" are no "US"; without the words, only what no word of English is.

    >>> written("US", ["Us"], 0), written("US", ["US"], 0), written(None, ["Kabul"], 0), written(None, ["chad"], 0)
    (False, True, True, False)
    """
    if words is None:
        return only_as is None or only_as.lower() not in ("us", "is", "un", "it", "who", "fata", "car")
    word = words[place]
    return word == only_as if only_as is not None else not word[0].islower() or word.startswith(ARTICLES)


class _Name(NamedTuple):
    places: tuple[Known, ...]
    only_as: str | None


class _Entry(NamedTuple):
    name: str
    country: str | None
    adjective: bool
    noun: bool
    only_as: str | None


def _only_as(name: str) -> str | None:
    return name if len(name) <= _ACRONYM and name.isupper() and "." not in name else None


@cache
def _names() -> Phrases[_Name]:
    found: dict[str, dict[Known, None]] = {}
    only: dict[str, str | None] = {}
    for name, known in _all_places():
        phrase = name.lower().replace("'s ", " 's ")  # the possessive is a token of its own: "Cox 's Bazar"
        found.setdefault(phrase, {})[known] = None
        only[phrase] = _only_as(name)
    return Phrases({name: _Name(tuple(places), only[name]) for name, places in found.items()})


def _all_places() -> Iterator[tuple[str, Known]]:
    for code, country in load("countries").items():
        known = Known(country["name"], code, "country")
        for name in _nouns(country):
            yield name, known
        capital = country.get("capital")
        # Jerusalem has an entry of its own in places.yml; Djibouti is a country before it is a town.
        if capital and capital not in (country["name"], "Jerusalem"):
            yield capital, Known(capital, code, "town")
    for code, by_precision in load("places").items():
        for precision, entries in by_precision.items():
            for entry in entries:
                names = entry.split("|")
                known = Known(names[0], None if code == "none" else code, cast(PlacePrecision, precision))
                for name in names:
                    yield name, known


def _nouns(country: dict[str, object]) -> list[str]:
    return [str(country["name"]), *cast("list[str]", country.get("also", []))]


@cache
def states() -> Phrases[_Entry]:
    """The names of countries and of their peoples."""
    found: dict[str, _Entry] = {}
    for code, country in load("countries").items():
        attributive = country.get("attributive", [])
        nouns = _nouns(country)
        lost = [f"{name}s" for name in nouns if len(name) > _ACRONYM and name[-1] != "s"]  # "Syrias Hama province": an apostrophe was lost
        for name in (*nouns, *country.get("of", []), *attributive, *lost):
            noun = name in nouns
            entry = _Entry(country["name"], code, name in attributive or not noun, noun, _only_as(name))
            before = found.get(name.lower())
            found[name.lower()] = entry if before is None or before.country == code else entry._replace(country=None)
    return Phrases(found)
