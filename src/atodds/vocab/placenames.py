"""Names of places as sentences write them: listed or not, with the word that says what kind of place it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple, TypeVar

from atodds.model.text import Span
from atodds.model.where import PlacePrecision
from atodds.vocab import load
from atodds.vocab.forms import Sort, forms_of
from atodds.vocab.gazetteer import ARTICLES, Known, place_at, state_at
from atodds.vocab.lexicon import Phrases

T = TypeVar("T")

_LONGEST = 5  # tokens in a name that no list knows
_QUOTES = frozenset("'’‘ʿ`")


class Placename(NamedTuple):
    """A name: the tokens of all of it, what the list says it may be, and what its class word makes it."""

    at: Span
    known: tuple[Known, ...] = ()
    precision: PlacePrecision | None = None  # as its class word says: "province"
    class_word: str | None = None
    body: bool = False  # "Kabul Times": the name of a body, not of a place
    bare: int | None = None  # the end of the name without its class word; None where it has none
    gazetted: bool = False  # only GeoNames knows it: a name of people and things as well, until a word of place leads to it

    @property
    def end(self) -> int:
        return self.at.end


class WhereWords(dict[str, frozenset[str]]):
    """The words of `where.yml`, ready for use: each list as a set, and the class words with their precision."""

    def __init__(self, sets: Mapping[str, frozenset[str]], classes: Phrases[PlacePrecision]) -> None:
        super().__init__(sets)
        self.classes = classes


@cache
def where_words() -> WhereWords:
    """The closed classes that place expressions are built of."""
    data, times = load("where"), load("times")
    sets = {name: frozenset(words) for name, words in data.items() if isinstance(words, list)}
    calendar = {*times["months"], *times["weekdays"], *(f"{month}." for month in times["short_months"])}
    sets["never"] = sets["never"] | calendar | frozenset(word.lower() for word in load("openers")["sentences"])
    sets["calendar"] = frozenset((*calendar, *times["short_months"]))
    sets["held_words"] = frozenset(ending.removeprefix("-") for ending in data["held"])
    sets["class_words"] = frozenset(name.split()[-1] for name in data["classes"])
    sets["one_class"] = sets["class_words"] - sets["plural"]
    sets["bodies_or_buildings"] = sets["bodies"] | sets["buildings"]
    sets["inside_class"] = sets["between"] | sets["class_words"]
    return WhereWords(sets, Phrases(data["classes"]))


def is_capital(word: str) -> bool:
    """Has the word a name's capital? "al-Nahri" has, behind its article."""
    return word[0].isupper() or ("-" in word and word.startswith(ARTICLES) and word[word.index("-") + 1 :][:1].isupper())


def placename_at(words: Sequence[str], lower: Sequence[str], place: int) -> Placename | None:
    """The name that begins at a token, with its class word: "Ghazni province", "Tapi Zor", "al Soussa", "Kabul University".

    >>> text = "in Tapi Zor village".split()
    >>> placename_at(text, [word.lower() for word in text], 1).at
    Span(start=1, end=4)
    """
    found = place_at(lower, place, words)
    if found is not None:
        return with_class(words, lower, Span(place, found.end), found.places)
    if lower[place] in where_words()["compass"] and is_capital(words[place]) and place + 1 < len(words):
        inner = place_at(lower, place + 1, words)  # "Central Kurram", "New Baghdad": a part of it, in the same country
        if inner is not None:
            countries = tuple(Known(each.name, each.country, "area")._replace(name="") for each in inner.places)
            return with_class(words, lower, Span(place, inner.end), tuple(dict.fromkeys(countries)))
    end = _unlisted(words, lower, place)
    return None if end is None else with_class(words, lower, Span(place, end), ())


def _unlisted(words: Sequence[str], lower: Sequence[str], start: int) -> int | None:
    """The end of a run of capitals that may name a place. Acronyms, calendar words and titles do not."""
    where, end = where_words(), start
    while end < len(words) and end - start < _LONGEST:
        if end > start and (place_at(lower, end, words) is not None or where.classes.at(lower, end) is not None):
            break
        step = _step(words, lower, end, start)
        if step == 0:
            break
        end += step
    named = not where["compass"].issuperset(lower[start:end])
    return end if named else None  # "Northern Valley" of a headline names nothing


def _step(words: Sequence[str], lower: Sequence[str], place: int, start: int) -> int:
    """How many tokens the name goes on for here: none, one, or a particle with the capital behind it."""
    where, word = where_words(), words[place]
    ahead = place + 1 < len(words)
    if word in _QUOTES and place > start and ahead and is_capital(words[place + 1]):
        return 2  # "Nad 'Ali"
    if lower[place] in where["inside"] and ahead and is_capital(words[place + 1]) and lower[place + 1] not in where["never"]:
        return 2 if place > start or lower[place] in where["first"] else 0
    if place == start and lower[place] in where["class_words"] and lower[place + 1 : place + 2] == ["of"]:
        return 0  # "in Town of Atareb": the name follows
    return 1 if _NAMING[word] and state_at(lower, place, words) is None else 0


def _may_name(word: str) -> bool:
    """Can a word be part of a name that no list knows: a capital, and no day, title, letter or acronym?"""
    where, lower = where_words(), forms_of((word,))[0]
    listed = lower in where["never"] or lower in where["calendar"]
    return is_capital(word) and not listed and not _names_none(word, lower) and not _is_acronym(word)


_NAMING = Sort(_may_name)


def _names_none(word: str, lower: str) -> bool:
    """ "Mondays fighting", "IS-held", "N. Kesta", "Counter-IED": a day, a participle, a letter, an acronym's compound."""
    if not word[1:2].isalpha() and len(word) <= 2:
        return True
    first, _, last = word.rpartition("-")
    compound = bool(first) and (last in where_words()["held_words"] or any(_is_acronym(part) for part in (first, last)))
    return compound or lower.rstrip("s") in where_words()["calendar"]


def _is_acronym(word: str) -> bool:
    """ "TTP", "U.S.", "ISIS": letters for a body, not a place's name."""
    return len(word) > 1 and word.isupper() and (len(word) <= 5 or "." in word)


def with_class(words: Sequence[str], lower: Sequence[str], at: Span, known: tuple[Known, ...]) -> Placename:
    """A name with what behind it says what kind of place it is: a class word, a building, or that it is a body's name."""
    where, end = where_words(), at.end
    found = where.classes.at(lower, end) if end < len(lower) else None
    if found is not None and not (known and all(each.precision == "country" for each in known)):
        after, precision = found
        if not (after < len(words) and is_capital(words[after]) and lower[after] in where["bodies_or_buildings"]):
            return Placename(Span(at.start, after), of_class(known, precision), precision, lower[after - 1], bare=end)
    built = _built(words, lower, end)
    if built:
        named = tuple(dict.fromkeys(Known("", each.country, "exact") for each in known))
        return Placename(Span(at.start, built), named, "exact", lower[built - 1])
    if not known and at.end - at.start > 1 and lower[end - 1] in where["buildings"]:
        return Placename(at, (), "exact", lower[end - 1])  # "the Lal Masjid Mosque", "National University"
    follows = end < len(words) and lower[end] in where["bodies"] and is_capital(words[end])
    return Placename(at, known, body=follows or (not known and not where["bodies"].isdisjoint(lower[at.start : end])))


def _built(words: Sequence[str], lower: Sequence[str], end: int) -> int:
    """The end of a building's name that begins with a place's: "Kabul | University Hospital", "Bagram | airfield"."""
    where, built, last = where_words(), 0, end
    while last < len(words) and last - end < 3 and lower[last] not in where["calendar"]:
        if not is_capital(words[last]) and (last > end or lower[last] not in where["buildings"]):
            break
        last += 1
        built = last if lower[last - 1] in where["buildings"] else built
    return built


def of_class(known: tuple[Known, ...], precision: PlacePrecision | None) -> tuple[Known, ...]:
    """Those of some places that a class word fits: "Kandahar province" is not the town. All, where none fits."""
    fitting = tuple(each for each in known if each.precision == precision)
    return fitting or known


def country_of(known: Sequence[Known]) -> str | None:
    """The one country of some places, or None."""
    return only_one({each.country for each in known})


def only_one(values: set[T]) -> T | None:
    """The one value, or None where several are possible."""
    return next(iter(values)) if len(values) == 1 else None
