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
from atodds.extract.context.tenses import has_been
from atodds.extract.page import Page, Reading
from atodds.model.figure import HARM
from atodds.model.mention import Where
from atodds.model.when import From, When
from atodds.model.where import Place
from atodds.vocab import load, words_of
from atodds.vocab.lexicon import Phrases

_REACH = 8  # sentences: the body of a press release
_FAR_REACH = 3  # sentences in a report longer than a press release, which tells of more than one event
_RELEASE = 24  # sentences
_DAYS = 10  # a longer time of an act is a period, in which things happen in many places
_NEAR = 2  # sentences of one paragraph: then the place is that of the sentence before, and not of the report at large
_BEHIND = 2  # sentences after it in which "the operation took place in" may still follow
_POINTING = ("the", "this", "both")
_OPENS = 3  # tokens before the place that opens a sentence: "In the northern | Andar district"


def stays_there(page: Page, case: Case[Act]) -> None:
    """Give an act without a place the one that the report told last."""
    if case.scope.place is not None or not _happened_once(case):
        return
    found = _told_before(page, case) or _told_behind(page, case)
    if found is not None:
        place, source = found
        case.scope = msgspec.structs.replace(case.scope, place=msgspec.structs.replace(place, from_=source))


def _happened_once(case: Case[Act]) -> bool:
    measure, reading = case.act.measure, case.reading
    if case.scope.extent not in (None, "incident", "incidents") or (measure is not None and measure not in HARM):
        return False
    if told_places(reading) or _is_period(case.scope.time):
        return False
    elsewhere = (_moves(reading) or looks_back(reading)) and not points_back(reading)
    return not elsewhere and not has_been(reading, case.act)


def _told_before(page: Page, case: Case[Act]) -> tuple[Place, From] | None:
    far = len(page.sentences) <= _RELEASE or points_back(case.reading)
    block, reach = case.reading.sentence.block, _REACH if far else _FAR_REACH
    for back in range(case.index - 1, max(-1, case.index - 1 - reach), -1):
        reading = page.readings[back]
        if _on_another_day(case, reading):
            return None
        if looks_back(reading):
            continue  # "in an earlier attack in Kunar": where the report is not
        places = told_places(reading)
        if places:
            place = _one_of(places)
            near = reading.sentence.block == block and case.index - back <= _NEAR
            return None if place is None else (place, "previous" if near else "document")
        if _moves(reading) or _opens_an_entry(reading):
            return None
    return None


def _told_behind(page: Page, case: Case[Act]) -> tuple[Place, From] | None:
    """ "The operation took place in Andar district.": the event pointed at, put somewhere right behind."""
    for reading in page.readings[case.index + 1 : case.index + 1 + _BEHIND]:
        lower = reading.sentence.tokens.lower
        pointed = any(before in _POINTING and word in words_of("where", "events") for before, word in pairwise(lower[:4]))
        places = told_places(reading) if pointed and not words_of("where", "occurring").isdisjoint(lower) else ()
        place = _one_of(places) if places else None
        if place is not None:
            return place, "document"
    return None


def told_places(reading: Reading) -> Sequence[Where]:
    """The places of a sentence at which something can have happened, a country alone left out."""
    return [each for each in reading.put if each.role == "in" and each.place.precision != "country"]


def _one_of(places: Sequence[Where]) -> Place | None:
    """The one place of a sentence, or the one with which it opens."""
    if len({each.place.text for each in places}) == 1 or places[0].at.start <= _OPENS:
        return places[0].place
    return None


@cache
def _pointing(name: str) -> Phrases[str]:
    return Phrases((phrase, phrase) for phrase in load("where")[name])


def _points(reading: Reading, name: str) -> bool:
    found = _pointing(name)
    return any(word in found and found.at(reading.sentence.tokens.lower, place) for place, word in enumerate(reading.sentence.tokens.lower))


def _opens_an_entry(reading: Reading) -> bool:
    """ "Dec. 26, 2018, near the port.": what stands before it is of another entry."""
    return any(each.at.start <= _OPENS and each.when.precision == "day" and not each.speech for each in reading.dated[:1])


def points_back(reading: Reading) -> bool:
    """ "Fled from the area", "in the same town": to a place named before, however long ago."""
    return _points(reading, "pointing_back")


def _moves(reading: Reading) -> bool:
    """ "Separately", "in another attack": to somewhere else than where the report was."""
    return _points(reading, "moving")


def looks_back(reading: Reading) -> bool:
    """ "In an earlier raid", "had planned attacks": to something else than the event of the report."""
    return _points(reading, "looking_back")


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
