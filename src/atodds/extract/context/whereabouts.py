"""Whereabouts: a report stays where it was until it says that it has moved.

A release names district and province in its first sentence and goes on: "The security force detained two men." So an act without a place
of its own takes the place told last before it, a few sentences back and over paragraphs, unless something says that it is another act:
a word that points elsewhere, another day, a period, a total, a tense that looks back. Where the lending sentence names several places, or
the act's own names one that is not the act's, none is lent.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import msgspec

from atodds.extract.act import Act
from atodds.extract.context.case import Case
from atodds.extract.context.heads import is_head
from atodds.extract.context.scopes import aside_of
from atodds.extract.context.tenses import has_been, is_named
from atodds.extract.mentions.place_wholes import as_told
from atodds.extract.page import Page, Reading
from atodds.model.figure import HARM
from atodds.model.mention import Where
from atodds.model.when import From, When
from atodds.model.where import Place
from atodds.vocab import load, words_of
from atodds.vocab.calendar import listed
from atodds.vocab.lexicon import Phrases
from atodds.vocab.placenames import is_capital, where_words
from atodds.vocab.shouting import shouted

_REACH = 8  # sentences: the body of a press release
_FAR_REACH = 3  # sentences in a report longer than a press release, which tells of more than one event
_RELEASE = 14  # sentences
_BETWEEN = 3  # tokens from the word of place to the name: "in the besieged eastern | Ghouta"
_DAYS = 10  # a longer time of an act is a period, in which things happen in many places
_NEAR = 2  # sentences of one paragraph: then the place is that of the sentence before, and not of the report at large
_BEHIND = 2  # sentences after it in which "the operation took place in" may still follow
_POINTING = ("the", "this", "both")
_NEW = 4  # tokens to what is new: "a remote-controlled car bomb"
_OPENS = 3  # tokens before the day that opens an entry: "(14.) On"
_LEADS = 6  # tokens before the place with which a sentence opens: "On May 4, 2019, near | Hit"
_ONLY = 12  # tokens of a sentence that is nothing but a place
_SMALL = frozenset(("of", "in", "near", "and", "the", "al", "el"))


def stays_there(page: Page, case: Case[Act]) -> None:
    """Give an act without a place the one that the report told last."""
    point = case.scope.place if case.scope.place is not None and case.scope.place.text == case.scope.place.grid else None
    if (case.scope.place is not None and point is None) or not _happened_once(case):
        return
    found = _signed(page, case) or _told_before(page, case) or _told_behind(page, case)
    if found is None:
        return
    place = msgspec.structs.replace(found[0], from_=found[1])
    if point is not None:  # a coordinate alone, below the entry that names the place
        place = msgspec.structs.replace(place, grid=point.grid, lat=point.lat, lon=point.lon, precision="exact")
        case.found = case.found._replace(place=None)
    case.scope = msgspec.structs.replace(case.scope, place=place)


def _happened_once(case: Case[Act]) -> bool:
    measure, reading = case.act.measure, case.reading
    if case.scope.extent not in (None, "incident", "incidents") or (measure is not None and measure not in HARM):
        return False
    if told_places(reading) or _is_period(case.scope.time) or is_somewhere(reading):
        return False
    if is_named(reading, case.act):
        return False
    elsewhere = (_moves(reading) or looks_back(reading)) and not points_back(reading)
    return not elsewhere and not has_been(reading, case.act)


def _told_before(page: Page, case: Case[Act]) -> tuple[Place, From] | None:
    if brings_in(case.reading):
        return None
    far = len(page.sentences) <= _RELEASE or points_back(case.reading)
    block, reach = case.reading.sentence.block, _REACH if far else _FAR_REACH
    for back in range(case.index - 1, max(-1, case.index - 1 - reach), -1):
        reading = page.readings[back]
        if _on_another_day(case, reading):
            return None
        if _ends_an_entry(page, back) and reading.sentence.block != block:
            return None
        places = told_places(reading)
        if looks_back(reading, places[0].at.start if places else None):
            continue  # "in an earlier attack in Kunar": where the report is not
        if places and not _tells_of_acts(reading) and not _all_of_war(page):
            return None  # "a press conference in Kesta": the report went on to something else
        if places:
            place = one_of(places)
            near = reading.sentence.block == block and case.index - back <= _NEAR
            return None if place is None else (place, "previous" if near else "document")
        if _moves(reading) or _opens_an_entry(reading) or is_somewhere(reading):
            return None
    return None


def brings_in(reading: Reading) -> bool:
    """ "A suicide bomber killed nine", "gunmen shot dead a judge": who or what is new opens the next item of a list."""
    lower = reading.sentence.tokens.lower
    head = lower[:_NEW] if lower[0] in words_of("where", "bringing_in") else lower[:1]
    return not words_of("where", "new_doers").isdisjoint(head) and "then" not in lower[:_NEW] and not points_back(reading)


def _tells_of_acts(reading: Reading) -> bool:
    """Does a sentence tell of violence or of an operation, or is it a mere head that says where its entry is?"""
    head = _is_only_a_place(reading) or is_head(reading)
    return head or reading.violent or not (listed("sets_the_day") | words_of("where", "in_arms")).isdisjoint(reading.words)


def _all_of_war(page: Page) -> bool:
    """A release that tells of an operation from its first sentence to its last: then "in Andar district" is where that was."""
    return len(page.sentences) <= _RELEASE and sum(each.violent for each in page.readings) * 3 >= len(page.sentences)


def _signed(page: Page, case: Case[Act]) -> tuple[Place, From] | None:
    """ "Six men killed. Datta Khel, North Waziristan.": an entry that ends with its place, as a sentence of its own."""
    for reading in page.readings[case.index + 1 : case.index + 1 + _BEHIND]:
        if reading.sentence.block == case.reading.sentence.block and _is_only_a_place(reading):
            return as_told(told_places(reading)[0]).place, "document"
    return None


def _told_behind(page: Page, case: Case[Act]) -> tuple[Place, From] | None:
    """ "The operation took place in Andar district.": the event pointed at, put somewhere right behind."""
    for reading in page.readings[case.index + 1 : case.index + 1 + _BEHIND]:
        lower = reading.sentence.tokens.lower
        pointed = any(before in _POINTING and word in words_of("where", "events") for before, word in pairwise(lower[:4]))
        put = pointed and not words_of("where", "occurring").isdisjoint(lower)
        places = told_places(reading) if put else ()
        place = one_of(places) if places else None
        if place is not None:
            return place, "document"
    return None


def is_somewhere(reading: Reading) -> bool:
    """ "Raids on Tarmala", "in the capital", "further north": the sentence says where, though in words not read as a place."""
    return reading.once(_is_somewhere)


def _is_somewhere(reading: Reading) -> bool:
    if points_back(reading):
        return False
    lower, words = reading.sentence.tokens.lower, reading.sentence.tokens.words
    asked = () if shouted(words) else [place for place in range(len(lower) - 1) if _says_where(lower, place)]
    return any(_is_unread_name(reading, place + 1) for place in asked) or _points(reading, "unnamed")


def _says_where(lower: Sequence[str], place: int) -> bool:
    """ "Raids on | Tarmala", "east of | Tarmala", "two men from | Tarmala"."""
    word, before = lower[place], lower[place - 1] if place else ""
    if word == "of":
        return before in words_of("where", "directions")
    return word in words_of("where", "somewhere") or (word == "from" and before in words_of("where", "coming_from"))


def _is_unread_name(reading: Reading, start: int) -> bool:
    """A capital behind a word of place that is no country, no day, and no name before a noun ("in a Coalition strike")."""
    lower, words = reading.sentence.tokens.lower, reading.sentence.tokens.words
    name = start
    while name < min(len(lower), start + _BETWEEN) and lower[name] in where_words()["between"] and words[name][0].islower():
        name += 1
    end = name
    while end < len(words) and words[end][0].isupper():
        end += 1
    where = where_words()
    if end == name or lower[name] in where["never"] or lower[name] in where["calendar"] or lower[end : end + 1] == ["'s"]:
        return False
    if any(each.at.start <= name < each.at.end and each.place.precision == "country" for each in reading.put):
        return False
    following = lower[end] if end < len(lower) else "."
    return not following[0].isalpha() or following in where["closed"] or following in where["class_words"]


def _ends_an_entry(page: Page, index: int) -> bool:
    """Is it the place that signs an entry, and not one that stands above what follows?"""
    before = page.before(index)
    return before is not None and _is_only_a_place(page.readings[index])


def _is_only_a_place(reading: Reading) -> bool:
    """ "Datta Khel, North Waziristan." as a sentence: where what the entry tells of was."""
    words = reading.sentence.tokens.words
    if len(words) > _ONLY or not all(is_capital(word) or not word[0].isalnum() or word in _SMALL for word in words):
        return False
    return any(each.at.start == 0 for each in told_places(reading))


def told_places(reading: Reading) -> Sequence[Where]:
    """The named places of a sentence at which something can have happened, a country alone left out."""
    return reading.once(_told_places)


def _told_places(reading: Reading) -> Sequence[Where]:
    fine = [each for each in reading.put if each.role == "in" and each.place.precision != "country"]
    told = [each for each in fine if each.place.text != each.place.grid and not _is_a_sayers(reading, each)]
    return [each for each in told if aside_of(reading.sentence, each) is None]  # not ", who lives in Kesta,"


def _is_a_sayers(reading: Reading, where: Where) -> bool:
    """ "A security source in Damascus": where who speaks is, and not what happened."""
    lower = reading.sentence.tokens.lower[max(0, where.at.start - _BETWEEN) : where.at.start]
    return not words_of("where", "sayers").isdisjoint(lower)


def one_of(places: Sequence[Where]) -> Place | None:
    """The one place of a sentence, or the one with which it opens."""
    if not places:
        return None
    wholes = [as_told(each).place for each in places]
    if len({each.text for each in wholes}) == 1 or places[0].at.start <= _LEADS:
        return wholes[0]
    return None


@cache
def _pointing(name: str) -> Phrases[str]:
    return Phrases((phrase, phrase) for phrase in load("where")[name])


def _points(reading: Reading, name: str, before: int | None = None) -> bool:
    found, lower = _pointing(name), reading.sentence.tokens.lower
    return any(found.at(lower, place) for place in found.places(lower if before is None else lower[:before]))


def _points_back(reading: Reading) -> bool:
    return _points(reading, "pointing_back")


def _points_away(reading: Reading) -> bool:
    return _points(reading, "moving")


def _opens_an_entry(reading: Reading) -> bool:
    """ "Dec. 26, 2018, near the port.": what stands before it is of another entry."""
    return any(each.at.start <= _OPENS and each.when.precision == "day" and not each.speech for each in reading.dated[:1])


def points_back(reading: Reading) -> bool:
    """ "Fled from the area", "in the same town": to a place named before, however long ago."""
    return reading.once(_points_back)


def _moves(reading: Reading) -> bool:
    """ "Separately", "in another attack": to somewhere else than where the report was."""
    return reading.once(_points_away)


def looks_back(reading: Reading, before: int | None = None) -> bool:
    """ "In an earlier raid", "had planned attacks": to something else than the event of the report; `before` a token, if given."""
    return _points(reading, "looking_back", before)


def _is_period(when: When | None) -> bool:
    if when is None or when.earliest is None:
        return False
    return when.latest is None or (when.latest - when.earliest).days > _DAYS


def _on_another_day(case: Case[Act], reading: Reading) -> bool:
    """Does the sentence give days, and none of them one of the act's?"""
    here = case.scope.time
    if here is None or here.earliest is None or here.latest is None:
        return False
    days = [(each.when.earliest, each.when.latest) for each in reading.dated if not each.speech]
    known = [(first, last) for first, last in days if first is not None and last is not None]
    return bool(known) and all(here.latest < first or last < here.earliest for first, last in known)
