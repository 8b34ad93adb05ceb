"""Lines: the tokens of one sentence, asked which name of a place begins where, by our own list, by GeoNames, or by the capitals alone.

GeoNames is asked only for what stands where a place can stand, and believed only for places of the countries that the report speaks of, or
known far away: most of its names are names of people, and some are words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from atodds.model.text import Span
from atodds.vocab import load
from atodds.vocab.backdrop import backdrop
from atodds.vocab.gazetteer import ARTICLES, Known, begins_name, place_at
from atodds.vocab.geonames.cut import Row, rows
from atodds.vocab.geonames.folding import plain
from atodds.vocab.placenames import Placename, is_capital, of_class, placename_at, where_words, with_class

_FAR_KNOWN = 250_000  # inhabitants: a city that a report on another country names without saying where it is
_REMEMBERED = 256  # names: a report speaks of the same places again and again
_LONGEST = 5  # words of a name in text that is all capitals
_LISTS = ("people", "deeds", "cues", "grammar", "counted", "attacks", "means", "where", "times", "speakers", "clauses", "hedges", "actors")


@dataclass(frozen=True)
class Line:
    """The tokens of one sentence, as written and in lower case, asked for names, each once. `report` is the text around it."""

    words: Sequence[str]
    lower: Sequence[str]
    report: str = ""
    shouted: bool = False  # all in capitals: they mark nothing
    _names: dict[int, Placename | None] = field(default_factory=dict)

    def name(self, place: int) -> Placename | None:
        """The name that begins at a token."""
        if place not in self._names:
            self._names[place] = self._name(place) if place < len(self.words) else None
        return self._names[place]

    def _name(self, place: int) -> Placename | None:
        if self.shouted and place_at(self.lower, place) is None:
            return self._in_capitals(place) if _may_hold(self.at(place - 1)) else None
        found = placename_at(self.words, self.lower, place)
        if found is None:
            return None
        return self._of_the_story(found) if found.known else self._gazetted(found)

    def may_begin(self, place: int) -> bool:
        """May a name begin here, where all is in capitals? A quick look that spares most words the slow ones."""
        word = self.lower[place]
        return begins_name(word) or _may_hold(self.at(place - 1)) or word.startswith(ARTICLES) or word in where_words()["compass"]

    def at(self, place: int) -> str:
        """The lower-case token at a place; nothing beyond the ends."""
        return self.lower[place] if 0 <= place < len(self.lower) else ""

    def capital(self, place: int) -> bool:
        return place < len(self.words) and is_capital(self.words[place])

    def possessive(self, place: int) -> bool:
        return self.at(place) in ("'s", "'") and self.words[place] != "‘"

    def spoken(self) -> Mapping[str, int]:
        """The countries that the report speaks of."""
        return backdrop(self.report).spoken

    def _of_the_story(self, name: Placename) -> Placename:
        """A name of our own list; that of another place, where the report speaks of its country and not of the listed one.

        "Berlin" is a town of El Salvador too; a town of Ukraine whose own name is another is not meant by "New York".
        """
        listed = {each.country for each in name.known}
        if len(listed) != 1 or None in listed or any(each.precision == "country" for each in name.known):
            return name
        named = backdrop(self.report).named if self.report else frozenset()
        if not named or listed & named:
            return name
        text = " ".join(self.words[name.at.start : name.bare or name.end])
        here = [each for each in rows(text) if each.country in named - where_words()["abroad"] and plain(each.name) == plain(text)]
        known = tuple(dict.fromkeys(Known(each.name, each.country, each.precision) for each in here))
        return name._replace(known=of_class(known, name.precision)) if known and name.precision != "exact" else name

    def _gazetted(self, name: Placename) -> Placename:
        """A name that our own list lacks, with what GeoNames says that it may be."""
        if name.body or name.precision == "exact" or not _may_hold(self.at(name.at.start - 1)):
            return name
        known = _known(" ".join(self.words[name.at.start : name.bare or name.end]), self.report)
        return name._replace(known=of_class(known, name.precision), gazetted=True) if known else name

    def _in_capitals(self, place: int) -> Placename | None:
        """The longest name of GeoNames behind a word of place, where all is in capitals; else one that its class word makes a place."""
        end = place
        while end < min(place + _LONGEST, len(self.lower)) and self.lower[end][0].isalpha() and self.lower[end] not in _ends_name():
            end += 1
        classed = self._of_class(place, end)
        for stop in range(end, place if classed is None else classed.at.end - 1, -1):
            if stop == place + 1 and self.lower[place] in _plain_words():
                break
            known = _known(" ".join(self.words[place:stop]), self.report)
            if known and stop < end and self._is_one_name(place, end):
                return Placename(Span(place, end), gazetted=True)  # "SAN FRANCISCO LEMPA." is not San Francisco
            if known:
                return with_class(self.words, self.lower, Span(place, stop), known)._replace(gazetted=True)
        return classed

    def _is_one_name(self, place: int, end: int) -> bool:
        """Do these words, all of them no words of English that we know, stand alone up to a mark?"""
        return not self.at(end)[:1].isalnum() and not any(
            word in _plain_words() or word.endswith(("ly", "ing", "ed")) for word in self.lower[place:end]
        )

    def _of_class(self, place: int, end: int) -> Placename | None:
        """ "ZACAMIL NEIGHBORHOOD", "SAN RAFAEL FARM": words that are no words of ours, up to a class word."""
        where = where_words()
        for stop in range(place, end):
            if self.lower[stop] in where["class_words"] or self.lower[stop] in where["buildings"]:
                found = with_class(self.words, self.lower, Span(place, stop), ()) if stop > place else None
                return found if found is not None and found.class_word in where["in_capitals"] else None
            if self.lower[stop] in _plain_words() and self.lower[stop] not in where["inside"]:
                return None
        return None


@lru_cache(maxsize=_REMEMBERED)
def _known(name: str, report: str) -> tuple[Known, ...]:
    """The places of that name that a report can mean without more words."""
    found = [each for each in rows(name) if each.spelt(name) and each.precision != "country" and _is_called(each, name)]
    if not found:
        return ()
    spoken = backdrop(report).spoken
    own = [each for each in found if plain(each.name) == plain(name)]
    far_known = [each for each in own if each.population >= _FAR_KNOWN]
    # "Sousse" in a report on Syria: a village there is also spelt so, but the city is called so
    meant = [each for each in found if each.country in spoken and (each in own or not far_known)] or far_known
    return tuple(dict.fromkeys(Known(each.name, each.country, each.precision) for each in meant))


def _is_called(place: Row, name: str) -> bool:
    """Is that its own name? In countries that every report speaks of, nicknames and counties are people and things first."""
    return place.country not in where_words()["abroad"] or (place.precision != "admin2" and plain(place.name) == plain(name))


def tells_what_happened(words: Sequence[str]) -> bool:
    """Do words of harm, weapons or saying stand among those of a name? Then a headline's capitals made it: "Rocket Attacks in Aleppo"."""
    return not _words_of_events().isdisjoint(words)


@cache
def _words_of_events() -> frozenset[str]:
    found: set[str] = set()
    for name in ("people", "deeds", "attacks", "means", "counted"):
        _gather(load(name), found)
    return frozenset(found).difference(*(where_words()[name] for name in ("class_words", "buildings", "compass", "inside")))


def _may_hold(word: str) -> bool:
    """Can a name of a place stand behind this word?"""
    where = where_words()
    return word in where["before_name"] or word in where["between"] or word in where["class_words"]


@cache
def _ends_name() -> frozenset[str]:
    where = where_words()
    return where["closed"] | where["never"] | where["prepositions"]


@cache
def _plain_words() -> frozenset[str]:
    """Words that our lists have as ordinary ones, in lower case: in capitals, a name of one such word is more likely the word."""
    found: set[str] = set(_ends_name())
    for name in _LISTS:
        _gather(load(name), found)
    return frozenset(found)


def _gather(data: object, found: set[str]) -> None:
    if isinstance(data, str):
        if data.islower():
            found.update(data.split())
    elif isinstance(data, dict):
        for key, value in data.items():
            _gather(key, found)
            _gather(value, found)
    elif isinstance(data, list | tuple):
        for each in data:
            _gather(each, found)
