"""What stands behind a name of a place: the places that hold it, or others in a row with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from atodds.extract.mentions.place_settings import JOINS
from atodds.model.where import PlacePrecision
from atodds.vocab.gazetteer import place_at, state_at
from atodds.vocab.placelines import Line
from atodds.vocab.placenames import Placename, country_of, of_class, where_words

_RANK: dict[PlacePrecision | None, int] = {"exact": 0, "town": 1, None: 1, "area": 2, "admin2": 3, "admin1": 4, "country": 5}
_ROWS = JOINS | {","}
_INNER = frozenset(("in", "of", "near", "outside"))


class Holding(NamedTuple):
    """What holds a place: its country, the names that the words put it in from the inside out, and where these words end."""

    country: str | None
    end: int
    outers: tuple[Placename, ...] = ()


def containers(line: Line, name: Placename, country: str | None) -> Holding:
    """The country that the words around a name give it, and the chain of its containers: "Mir Ali, North Waziristan, Pakistan"."""
    end, inner, own, outers = name.end, name, country_of(name.known), []
    while (outer := _container(line, inner, end, own or country)) is not None:
        inner, end = outer, outer.end
        own = country_of(outer.known) or own
        outers.append(outer)
    return Holding(own or country, end, tuple(outers))


def _container(line: Line, inner: Placename, end: int, country: str | None) -> Placename | None:
    where, join = where_words(), line.at(end)
    start = end + 1 if join in _INNER or join in (",", "(") else end
    while end < start < len(line.lower) and (
        line.at(start) in where["between"] or line.at(start) in _INNER or _class_before_inner(line, start)
    ):
        if line.capital(start) and place_at(line.lower, start, line.words) is not None:
            break  # "in Shna Tangi, North Waziristan": "North" is part of the name
        start += 1
    outer = line.name(start) if line.capital(start) else None
    if outer is None or outer.body:
        return None
    if not outer.known:
        classed = outer.class_word is not None and join in (",", "in", "of") and _coarser(outer, inner)
        # "Spin Tanga, Kharo Khel, Bannu": two names that no list knows, and one that it does
        return outer if classed or (join == "," and not inner.known and _held(line, outer)) else None
    if not _same_country(inner, outer, country) or _begins_row(line, outer, join):
        return None
    neighbours = join == "," and _rank(outer) == _rank(inner) and _held(line, outer)  # "Datta Khel, Miranshah, North Waziristan"
    return outer if _coarser(outer, inner) or neighbours else None


def _class_before_inner(line: Line, place: int) -> bool:
    """ "in the Nad Ali | district of | Helmand province", ", a | village in | Swat"."""
    return line.at(place) in where_words()["class_words"] and line.at(place + 1) in _INNER


def _same_country(inner: Placename, outer: Placename, country: str | None) -> bool:
    outside = {each.country for each in outer.known}
    return country is None or not inner.known or bool(outside & {country, None, *(each.country for each in inner.known)})


def _rank(name: Placename) -> int:
    """How large a place a name can be at most."""
    return _RANK[name.precision] if name.precision is not None else max((_RANK[each.precision] for each in name.known), default=1)


def _coarser(outer: Placename, inner: Placename) -> bool:
    """Can the first hold the second? A town can hold a place that no list knows."""
    least = _RANK[inner.precision] if inner.precision is not None else min((_RANK[each.precision] for each in inner.known), default=1)
    return _rank(outer) > least or (not inner.known and (inner.precision is None or _rank(outer) == least))


def _held(line: Line, name: Placename) -> bool:
    """Does a larger listed place follow behind a comma?"""
    following = line.name(name.end + 1) if line.at(name.end) == "," and line.capital(name.end + 1) else None
    if following is None or not following.known or following.body:
        return False
    return _coarser(following, name) and not _begins_row(line, following, ",")


def _begins_row(line: Line, name: Placename, join: str) -> bool:
    """ "in Aleppo, Idlib and Homs": a row, not a place inside another."""
    if join != "," or any(each.precision == "country" for each in name.known):
        return False
    after = name.end + (line.at(name.end) == ",")
    last = line.name(after + 1) if line.at(after) in JOINS and line.capital(after + 1) else None
    return last is not None and bool(last.known)


def shared_class(line: Line, name: Placename) -> PlacePrecision | None:
    """The class word of a row: "Dammar and Maiwand districts"."""
    end = name.end
    while name.class_word is None and line.at(end) in _ROWS:
        following = line.name(end + 1 + (line.at(end + 1) in JOINS))
        if following is None:
            return None
        if following.class_word is not None:
            return following.precision if following.class_word in where_words()["plural"] else None
        end = following.end
    return None


def row(line: Line, first: Placename, end: int) -> Iterator[Placename]:
    """The other names of a row that begins with `first` and goes on at `end`: "in Kabul | , Kandahar and Herat provinces"."""
    where = where_words()
    while line.at(end) in _ROWS:
        start = end + 1 + (line.at(end + 1) in JOINS)
        while line.at(start) == "in" or line.at(start) in where["between"] or _class_of(line, start):
            start += 1
        name = line.name(start) if line.capital(start) or line.at(start) in where["first"] else None
        if name is None or name.body or not _in_row(line, name, first, end):
            return
        if first.precision is not None and name.precision is None:
            name = name._replace(known=of_class(name.known, first.precision), precision=first.precision)
        yield name
        end = containers(line, name, None).end


def _class_of(line: Line, place: int) -> bool:
    """ "the town of Jabla and the | port city of | Tartus"."""
    classes = where_words()["class_words"]
    near = range(place - 1, place) if line.at(place) == "of" else range(place, place + 2)
    classed = next((each for each in near if line.at(each) in classes and line.at(each + 1) == "of"), None)
    return classed is not None and line.words[classed].islower() and line.words[place].islower()


def _in_row(line: Line, name: Placename, first: Placename, join: int) -> bool:
    where = where_words()
    if not name.known and name.class_word is None and not (first.precision is not None and shared_class(line, name)):
        return False
    following = line.at(name.end) or "."
    if state_at(line.lower, name.at.start, line.words) is not None and following in where["modified"]:
        return False
    if following in where["verbs"] or following in where["reaching"] or line.possessive(name.end):
        return False  # "raids in Syria, and Israel said"
    classed = line.at(name.at.start - 1) == "of"  # "in Hit, and the city of Mosul"; "in Hit, and Mosul" may go on with a verb
    return line.at(join) in JOINS or following in _ROWS or (classed and line.at(join + 1) in JOINS)
