"""What the words before a name of a place make of it: where something happened, or only whose name it is part of."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from atodds.model.where import PlacePrecision
from atodds.vocab.events import is_person
from atodds.vocab.gazetteer import place_at, state_at
from atodds.vocab.placelines import Line
from atodds.vocab.placenames import country_of, where_words

_TAKEN = 6  # tokens from "evacuated" to "from": "evacuated at least fifty wounded people from"
JOINS = frozenset(("and", "or", "&"))


class Setting(NamedTuple):
    """The role of a name, a country and a class that the words before it give, and whether an unlisted name may stand there."""

    role: Literal["in", "name"]
    country: str | None = None
    precision: PlacePrecision | None = None
    naming: bool = False
    entering: bool = False  # "into", "across": behind these a name that GeoNames knows is a place, and an unknown one perhaps a person
    close: bool = False  # "near", "outside": what is near a town is not in it, nor is its province meant


def setting(line: Line, place: int) -> Setting:
    """The setting of the name at a token: "in the northern city of | Mosul", "strikes on | Gaza", "the army of | Peru"."""
    where, held = where_words(), _held()
    at, country, article = place - 1, None, False
    while at >= 0:
        word = line.lower[at]
        if word == "'s" and (owner := _owner(line, at)) is not None:
            at, country = owner
        elif word in where["between"] or word.endswith(held):
            article = article or word in ("the", "a", "an")
            at -= 1
        elif (word == "," or word in JOINS) and line.at(at - 1) in where["compass"] and line.at(at + 1) in where["compass"]:
            at -= 1  # "in eastern and southern Afghanistan"
        elif (adjective := _adjective(line, at)) is not None:
            at, country = adjective
        else:
            break
    return _behind(line, at, country, article)


@cache
def _held() -> tuple[str, ...]:
    """Endings of words that may stand between a preposition and a name: "rebel-held"."""
    return tuple(where_words()["held"])


def _behind(line: Line, at: int, country: str | None, article: bool) -> Setting:
    """The setting that the word at `at` gives, what lies between it and the name being read."""
    where, word, before = where_words(), line.at(at), line.at(at - 1)
    if word in where["prepositions"]:
        if (word == "from" and _off(line, at)) or (word == "in" and before == "state" and line.capital(at - 1) and not line.shouted):
            return Setting("name", country)  # "two men from Hit", "the Islamic State in Iraq"
        naming = word in where["naming"] and not article and before not in where["not_before_unknown"]
        return Setting("in", country, naming=naming, entering=word in where["entering"], close=word in where["close"])
    if word == "of" and before in where["class_words"] and line.capital(at - 1) and line.capital(at - 2) and not line.shouted:
        return Setting("name", country)  # "the Islamic State of Iraq"
    if word == "of" and before in where["class_words"] and _of_origin(line, at - 1):
        return Setting("name", country)  # "evacuees from the northern towns of Fuaa and Kefraya"
    if word == "of" and before in where["class_words"]:
        if before in where["offices"] and not line.shouted and line.capital(at - 1):
            return Setting("name", country)  # "the Department of Agriculture"
        return Setting("in", country or _country_of_class(line, at - 1), _precision(line, at - 1), naming=True)
    if word == "of":
        return Setting("in" if before in where["before_of"] else "name", country)
    classed = at - 1 if word == "," and before == "capital" else at
    if line.at(classed) in where["one_class"] and line.words[classed].islower() and not _ends_a_name(line, classed):
        naming = word != "," and not article
        return Setting("in", country or _country_of_class(line, classed), _precision(line, classed), naming)
    if word in where["upon"] and before in where["attacks_on"]:
        return Setting("in", country)
    return Setting("in" if word in where["reaching"] else "name", country)


def _of_origin(line: Line, class_word: int) -> bool:
    """Does "from" behind people lead to a class word: where they come from, and not where it happened?"""
    where, at = where_words(), class_word - 1
    while at > 0 and line.lower[at] in where["inside_class"]:
        at -= 1
    return line.at(at) == "from" and line.at(at - 1) in where["people_from"]


def _off(line: Line, at: int) -> bool:
    """ "Two men from | Hit", "help from", "Zaragoza, 10 km from": a "from" behind which it did not happen."""
    where, before = where_words(), line.at(at - 1)
    if before in where["coming_from"] or is_person(before):
        return where["taking_out"].isdisjoint(line.lower[max(0, at - _TAKEN) : at])
    return before in where["not_before_from"] or (before in where["away"] and "," in line.lower[max(0, at - 5) : at])


def _ends_a_name(line: Line, class_word: int) -> bool:
    """ "the governor of Homs province | Talal Barrazi": the class word is of the name before it."""
    before = class_word - 1
    return line.capital(before) and any(place_at(line.lower, start, line.words) for start in range(max(0, before - 1), class_word))


def _precision(line: Line, last: int) -> PlacePrecision | None:
    found = where_words().classes.at(line.lower, last)
    return found[1] if found is not None and line.at(last) not in where_words()["plural"] and found[1] != "area" else None


def _owner(line: Line, possessive: int) -> tuple[int, str | None] | None:
    """The state before a possessive, and the token before it: "in | Pakistan's", for "in Pakistan's Swat Valley"."""
    for start in range(max(0, possessive - 4), possessive):
        found = place_at(line.lower, start, line.words)
        if found is not None and found.end == possessive:
            return start - 1, country_of(found.places)
    return None


def _adjective(line: Line, last: int) -> tuple[int, str | None] | None:
    """The nationality that ends at a token: "in the | Iraqi | city of Basra"."""
    for start in range(max(0, last - 1), last + 1):
        state = state_at(line.lower, start, line.words)
        if state is not None and state.end == last + 1 and state.adjective:
            return start - 1, state.country
    return None


def _country_of_class(line: Line, last: int) -> str | None:
    """The country of a class word's own adjective: "Syrian" of "the Syrian town of"."""
    where, at = where_words(), last - 1
    while at >= 0 and line.lower[at] in where["inside_class"]:
        at -= 1
    found = None
    if at >= 0:
        found = _owner(line, at) if line.lower[at] == "'s" else _adjective(line, at)
    return found[1] if found is not None else None
