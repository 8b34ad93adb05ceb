"""Extents: one event, a counted set of events, or everything in the stated scope."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from atodds.extract.act import Act
from atodds.extract.context.chains import around
from atodds.extract.context.clauses import clause_of
from atodds.extract.page import Reading
from atodds.model.claim import Extent
from atodds.model.figure import HARM, OF_PEOPLE
from atodds.model.mention import Time
from atodds.model.text import Span
from atodds.model.when import When
from atodds.vocab import load, words_of

_SEASON = 59  # days: two months and longer are told of in totals, unless one attack is spoken of
_NEAR = 12  # tokens between a toll and what they died in
_PHRASE = 4  # tokens from "in" to its noun: "in | multiple suicide bombings"
_MONTH = 28  # days: a period this long is told of in totals, a shorter one in events


def extent_of(reading: Reading, act: Act, time: Time | None) -> Extent | None:
    """One event, a counted set of events, or everything in the stated scope."""
    if act.measure is None:
        return "incidents" if _told_of_several(reading.sentence.tokens.lower, act.at) else "incident"
    if act.measure == "attacks":
        return _extent_of_attacks(reading, act, time)
    if act.measure not in OF_PEOPLE:
        return None
    clause = clause_of(reading.sentence, act.at)
    counted = [
        each
        for each in reading.drafts
        if each.measure == "attacks" and (clause.meets(each.group.at) or each.group.at.end <= act.tokens.start)
    ]
    if counted:
        return _extent_of_attacks(reading, counted[-1], time)
    if act.measure not in HARM:
        return "incident"
    if _is_total(reading, act, time, clause):
        return "total"
    return "incidents" if _in_several(reading.sentence.tokens.lower, act, clause) else "incident"


def _told_of_several(lower: Sequence[str], at: Span) -> bool:
    """ "Dual attacks", "five strikes engaged": the word of the act, or the subject right before it, is of many."""
    return lower[at.end - 1] in _several() or lower[at.start - 1 if at.start else 0] in _several()


def _in_several(lower: Sequence[str], act: Act, clause: Span) -> bool:
    """ "Killed in multiple bombings", "in air strikes over three days": what they died in is of many."""
    near = range(max(clause.start, act.tokens.start - _NEAR), min(clause.end, act.tokens.end + _NEAR))
    inside = words_of("counted", "in_general")
    return any(lower[place] in _several() and not inside.isdisjoint(lower[max(0, place - _PHRASE) : place]) for place in near)


@cache
def _several() -> frozenset[str]:
    """Attacks of which two are two: "clashes" and "blasts" are often one event."""
    return frozenset(load("attacks")["nouns"].values()) - words_of("counted", "always_events")


def _extent_of_attacks(reading: Reading, act: Act, time: Time | None) -> Extent:
    """ "there were 59 attacks in 2012" is all of them; "two attacks in 2012 that killed 19" is these two."""
    before = " ".join(reading.sentence.tokens.lower[max(0, act.at.start - 6) : act.at.start])
    said_to_be = any(phrase in before for phrase in load("counted")["existential"])
    if time is not None and (_since(time.when) or (said_to_be and _days(time.when) >= _MONTH)):
        return "total"
    return "incidents"


def _is_total(reading: Reading, act: Act, time: Time | None, clause: Span) -> bool:
    if time is not None and _since(time.when):
        return True
    content = next((part for speech in around(reading, act.at) for part in speech.content if part.holds(act.at)), clause)
    words = reading.sentence.tokens.lower[max(clause.start, content.start) : min(clause.end, content.end)]
    if time is not None and _days(time.when) >= _SEASON and not _one_attack(words):
        return True
    if time is not None and _days(time.when) < _MONTH:
        return False
    if _in_a_war(words):
        return True
    if not _any_attacks(words):
        return False
    return all(each.place.precision == "country" for each in reading.marks.places if each.role == "in" and clause.meets(each.at))


def _in_a_war(words: Sequence[str]) -> bool:
    """ "in the war", "during the drone campaign", "the war has killed": all of it is spoken of."""
    if words_of("counted", "wars").isdisjoint(words):
        return False
    counted, have = load("counted"), load("grammar")["have"]
    return any(
        word in counted["wars"]
        and (
            any(each in counted["during"] for each in words[max(0, place - 4) : place])
            or any(each in have for each in words[place + 1 : place + 2])
            or (words[place - 1 : place] != [] and words[place - 1].endswith(("-year-old", "-year", "-month-old")))
        )
        for place, word in enumerate(words)
    )


def _since(when: When) -> bool:
    """Half-open, or open until the day of publication."""
    return (when.text or "").lower().startswith("since") or (when.earliest is not None and when.latest is None)


def _days(when: When) -> int:
    if when.earliest is None or when.latest is None:
        return _MONTH if when.unresolved and when.precision in ("month", "year", "span") else 0
    return (when.latest - when.earliest).days + 1


def _one_attack(words: Sequence[str]) -> bool:
    """ "in an attack", "the bombing": one event is spoken of."""
    singular = load("attacks")["nouns"]
    articles = load("grammar")["articles"]
    return any(word in singular and any(each in articles for each in words[max(0, place - 4) : place]) for place, word in enumerate(words))


def _any_attacks(words: Sequence[str]) -> bool:
    """ "in drone attacks", "by drones": attacks in general, neither counted nor pointed at."""
    plural = _plural_attacks()
    if plural.isdisjoint(words):
        return False
    counted, ends, pointing = load("counted"), _phrase_ends(), words_of("grammar", "pointing")
    for place, word in enumerate(words):
        if word not in plural:
            continue
        start = place
        while start and words[start - 1] not in ends:
            start -= 1
        phrase = words[start:place]
        if start == 0 or words[start - 1] not in counted["in_general"]:
            continue  # "drones fired at a house": an act, not all acts
        if words[place + 1 : place + 2] in (["on"], ["against"]) or " ".join(words[place + 2 : place + 4]) in counted["here"]:
            continue  # "in strikes on the market", "in raids in the area": certain ones
        if not pointing & set(phrase) and not any(each[0].isdigit() for each in phrase):
            return True
    return False


@cache
def _plural_attacks() -> frozenset[str]:
    return frozenset(load("attacks")["nouns"].values()).union(words_of("counted", "generic_means")) - words_of("counted", "always_events")


@cache
def _phrase_ends() -> frozenset[str]:
    return words_of("grammar", "prepositions", "be", "conjunctions") | {","}
