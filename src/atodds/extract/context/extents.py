"""Extents: one event, a counted set of events, or everything in the stated scope."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from atodds.extract.act import Act
from atodds.extract.context.chains import around
from atodds.extract.context.clauses import clause_of
from atodds.extract.context.sets import (
    died_in_many,
    done_by_many,
    over_days,
    picked_out,
    repeated,
    several,
    thousands_until_now,
    verbs_of_harm,
)
from atodds.extract.context.tenses import is_named
from atodds.extract.page import Reading
from atodds.model.claim import Extent
from atodds.model.figure import HARM, OF_PEOPLE
from atodds.model.mention import Time, Where
from atodds.model.text import Span
from atodds.model.when import When
from atodds.vocab import load, words_of

_SEASON = 59  # days: two months and longer are told of in totals, unless one attack is spoken of
_NEAR = 12  # tokens between a toll and what they died in
_PHRASE = 4  # tokens from "in" to its noun: "in | multiple suicide bombings"
_ROW = frozenset(("and", "or"))  # "in raids and drone attacks"
_HURT = frozenset(("killed", "wounded", "casualties"))  # what attacks do to people, and how many of it have been tells something
_MANY = 100  # dead "in drone attacks", without a place or a period: attacks seldom kill so many at once
_COMPASS = 3  # tokens before a country in which a part of it is named: "the north of | Yemen"
_WHEN = 5  # tokens from "when" to its deed: "when | federal police arrested"
_ASIDE = 20  # tokens from a war to what it has done: ", which began with protests in 2011, | has"
_MONTH = 28  # days: a period this long is told of in totals, a shorter one in events
_LENGTHS = {"month": _MONTH, "span": _MONTH, "year": 12 * _MONTH}  # days at least of a period that the report does not anchor


def extent_of(reading: Reading, act: Act, time: Time | None) -> Extent | None:
    """One event, a counted set of events, or everything in the stated scope."""
    if act.measure is None:
        return "incidents" if _is_of_many(reading, act, time) else "incident"
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
    since = time is not None and _since(time.when)
    if since or (not _is_one(reading, act) and _is_total(reading, act, time, clause)):
        return "total"
    several_told = _in_several(reading.sentence.tokens.lower, act, clause) or _harmed_many_times(reading, act, time, clause)
    return "incidents" if several_told else "incident"


def _is_of_many(reading: Reading, act: Act, time: Time | None) -> bool:
    """An event whose words are of several: "dual attacks", "raids on two towns killed them", "shelled it every day"."""
    lower, clause = reading.sentence.tokens.lower, clause_of(reading.sentence, act.at)
    if _told_of_several(lower, act.at) or _carried_out_in_several(reading, act) or repeated(reading, act, clause):
        return True
    if lower[act.at.start] in verbs_of_harm() and done_by_many(reading, act.at.start, clause.start):
        return True
    return lower[act.at.end - 1] in words_of("counted", "going_on") and over_days(reading, time)


def _harmed_many_times(reading: Reading, act: Act, time: Time | None, clause: Span) -> bool:
    """A toll of attacks that are its subject, of days or weeks, or of so many people that no one event had it."""
    if _names_one(reading, act) or any(each.group.at == act.at and each.group.high == 1 for each in reading.drafts):
        return False
    if act.measure in _HURT and act.deed is not None and done_by_many(reading, act.deed.at.start, clause.start):
        return True
    words = reading.sentence.tokens.lower[clause.start : clause.end]
    if _one_attack(words) or not words_of("counted", "single_arms").isdisjoint(words):
        return False
    days = over_days(reading, time) and not is_named(reading, act)
    return days or (act.measure in _HURT and time is None and thousands_until_now(reading, act))


def _told_of_several(lower: Sequence[str], at: Span) -> bool:
    """ "Dual attacks", "five strikes engaged": the word of the act, or the subject right before it, is of many."""
    return lower[at.end - 1] in several() or lower[at.start - 1 if at.start else 0] in several()


def _carried_out_in_several(reading: Reading, act: Act) -> bool:
    """ "Accused of killing 60 people | in air strikes": a deed that was done in many. Who condemns many does so once."""
    lower, within = reading.sentence.tokens.lower, words_of("counted", "done_in")
    if lower[act.at.start] in words_of("times", "react"):
        return False
    near = range(act.at.end, min(clause_of(reading.sentence, act.at).end, act.at.end + _NEAR))
    stop = next((place for place in near if not lower[place][0].isalnum()), near.stop)
    plural = (place for place in range(act.at.end + 1, stop) if lower[place] in several())
    return any(not within.isdisjoint(lower[max(act.at.end, place - _PHRASE) : place]) for place in plural)


def _in_several(lower: Sequence[str], act: Act, clause: Span) -> bool:
    """ "Killed in multiple bombings", "air strikes killed nine": what they died in is of many."""
    if act.deed is not None and act.deed.at.start > 1:
        subject = act.deed.at.start - 1 - (lower[act.deed.at.start - 1] in words_of("grammar", "relatives"))
        if lower[subject] in several():
            return True
    if several().isdisjoint(lower):
        return False
    near = range(max(clause.start, act.tokens.start - _NEAR), min(clause.end, act.tokens.end + _NEAR))
    inside = words_of("counted", "in_general") | _ROW
    plural = [place for place in near if lower[place] in several() and not picked_out(lower, place)]
    if any(not inside.isdisjoint(lower[max(0, place - _PHRASE) : place]) for place in plural):
        return True
    return died_in_many(lower, near, inside)


def _extent_of_attacks(reading: Reading, act: Act, time: Time | None) -> Extent:
    """ "there were 59 attacks in 2012" is all of them; "two attacks in 2012 that killed 19" is these two."""
    before = " ".join(reading.sentence.tokens.lower[max(0, act.at.start - 6) : act.at.start])
    said_to_be = any(phrase in before for phrase in load("counted")["existential"])
    if time is not None and (_since(time.when) or (said_to_be and _days(time.when) >= _MONTH)):
        return "total"
    return "incidents"


def _is_one(reading: Reading, act: Act) -> bool:
    """ "In 1986 Omar Gul was murdered", "in 2009, when police arrested 22": a person, or a deed of one time, is no toll of a year."""
    if _names_one(reading, act):
        return True
    lower = reading.sentence.tokens.lower
    return "when" in lower[max(0, act.tokens.start - _WHEN) : act.tokens.start]


def _names_one(reading: Reading, act: Act) -> bool:
    """ "Omar Gul", "a farmer": one person is harmed once."""
    return any(each.group.at == act.at and each.group.by != "number" for each in reading.drafts)


def _is_total(reading: Reading, act: Act, time: Time | None, clause: Span) -> bool:
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
    places = [each for each in reading.marks.places if each.role == "in" and clause.meets(each.at)]
    if not places:
        return any(each.group.at == act.at and (each.group.low or 0) >= _MANY for each in reading.drafts)
    return all(_is_whole_country(reading, each) for each in places)


def _is_whole_country(reading: Reading, where: Where) -> bool:
    """ "In Yemen"; not "in eastern Yemen", nor "in the east of Yemen"."""
    before = reading.sentence.tokens.lower[max(0, where.at.start - _COMPASS) : where.at.start]
    told = where.told is None or where.told.place.precision == "country"
    return where.place.precision == "country" and told and words_of("where", "compass", "directions").isdisjoint(before)


def _in_a_war(words: Sequence[str]) -> bool:
    """ "in the war", "during the drone campaign", "the war has killed": all of it is spoken of."""
    if words_of("counted", "wars").isdisjoint(words):
        return False
    counted = load("counted")
    return any(
        word in counted["wars"]
        and _is_head(words, place)
        and (
            any(each in counted["during"] for each in words[max(0, place - 4) : place])
            or _has_done(words, place + 1)
            or (words[place - 1 : place] != [] and words[place - 1].endswith(("-year-old", "-year", "-month-old")))
        )
        for place, word in enumerate(words)
    )


def _is_head(words: Sequence[str], place: int) -> bool:
    """No "war materiel", no "prisoners of war"."""
    if " ".join(words[max(0, place - 2) : place]) in load("counted")["before_war"]:
        return False
    return words_of("counted", "of_war").isdisjoint(words[place + 1 : place + 2])


def _has_done(words: Sequence[str], place: int) -> bool:
    """ "The war | has killed", "the war, which began in 2011, | has killed", "a war that began in 2011 | has killed"."""
    have, relatives = words_of("grammar", "have"), words_of("grammar", "relatives")
    aside = words[place : place + 1] == [","]
    if words[place + aside : place + aside + 1] and words[place + aside] in relatives:
        near = range(place + aside, min(len(words), place + _ASIDE))
        place = next((each for each in near if (words[each - 1] == "," if aside else words[each] in have) and each > place + aside), place)
    return any(each in have for each in words[place : place + 1])


def _since(when: When) -> bool:
    """Half-open, or open until the day of publication."""
    return (when.text or "").lower().startswith("since") or (when.earliest is not None and when.latest is None)


def _days(when: When) -> int:
    if when.earliest is None or when.latest is None:
        return _LENGTHS.get(when.precision, 0) if when.unresolved else 0
    return (when.latest - when.earliest).days + 1


def _one_attack(words: Sequence[str]) -> bool:
    """ "in an attack", "the bombing", "in one raid": one event is spoken of."""
    singular = load("attacks")["nouns"]
    articles = words_of("grammar", "articles") | words_of("counted", "a_single")
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
        while start and (words[start - 1] not in ends or (words[start - 1] in _ROW and words[start - 2] in plural)):
            start -= 1
        phrase = words[start:place]
        if start == 0 or words[start - 1] not in counted["in_general"]:
            continue  # "drones fired at a house": an act, not all acts
        if words[start - 2 : start - 1] and words[start - 2] in counted["series"]:
            continue  # "a string of bombings": these
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
