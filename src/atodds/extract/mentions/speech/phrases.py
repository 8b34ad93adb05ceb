"""Noun phrases beside a cue, found from the words alone: where they begin and where they end."""

from __future__ import annotations

import re

from atodds.extract.mentions.speech.reading import Reading
from atodds.model.text import Span

_DAY = re.compile(r"\d{1,2}")


def phrase_before(read: Reading, end: int, low: int) -> Span | None:
    """The noun phrase that ends at `end`, searched no further back than `low`."""
    head = end - 1
    if head < low:
        return None
    if (read.within(head, "pronouns") and not read.words[head].isupper()) or read.words[head] == "I":
        return Span(head, end)
    if read.within(head, "indefinites") and not read.capital(head - 1):
        return Span(head, end)
    if not read.noun_like(head) or (read.words[head].isdigit()):
        return None
    return Span(_past_time(read, _walk_back(read, head, low), head), end)


def _past_time(read: Reading, start: int, head: int) -> int:
    """Behind a time that stands before the phrase with no comma: "last week residents", "two days ago the mayor"."""
    place = start
    while place < head and (
        read.within(place, "relative")
        or read.within(place, "units")
        or read.time_word(place)
        or (place == start and (read.within(place, "numbers") or read.words[place].isdigit()))
    ):
        place += 1
    counted = read.within(start, "numbers") or read.words[start].isdigit()
    timed = read.within(place - 1, "passing") if counted else read.within(place - 1, "units") and read.within(start, "relative")
    return place if timed and not read.possessive(place) else start


def _walk_back(read: Reading, start: int, low: int) -> int:
    """Where the phrase with its noun at `start` begins."""
    while start > low and read.same(start - 1, start):
        before = start - 1
        if read.possessive(before) and before > low and read.noun_like(before - 1):
            start = before - 1
        elif read.lower[before] == "that":
            break
        elif read.within(before, "determiners") or read.words[before].isdigit():
            if read.year(before):
                break  # "in 2013 officials"
            start, goes_on = _over_determiner(read, before, low)
            if not goes_on:
                break
        else:
            step = _step_back(read, before, start, low)
            if step == start:
                break
            start = step
    return start


def _over_determiner(read: Reading, before: int, low: int) -> tuple[int, bool]:
    """Over "the", and over "spokesman for" or "eight of" before it; whether the phrase can reach further back."""
    if before - 1 > low and _joins(read, before - 1):
        return before - 2, True
    if before - 1 >= low and read.within(before - 1, "determiners") and read.lower[before - 1] != "that":
        return before - 1, False
    if before - 2 >= low and read.lower[before - 1] == "of" and _counts(read, before - 2):
        return before - 2, False  # "one of the officials", "eight of 10 voters"
    return before, False


def _step_back(read: Reading, before: int, start: int, low: int) -> int:
    """One step back from `start` over the word at `before`, or none."""
    if read.noun_like(before) or read.within(before, "participles") or _adjective(read, before, low):
        return before
    if read.within(before, "relative") and before > low and read.within(before - 1, "articles"):
        return before - 1  # "a later account"
    if read.words[before] == ")" and before - 3 >= low and read.words[before - 2] == "(" and read.noun_like(before - 3):
        return before - 3  # "Justice Party (JP) leader"
    if before > low and _joins(read, before) and not read.time_word(before - 1):
        return before - 1
    if before > low and read.within(before, "pairing") and _coordinates(read, before, start, low):
        return before - 1
    if before > low and read.words[before] == "-" and read.noun_like(before - 1):
        return before - 1
    return start


def _joins(read: Reading, place: int) -> bool:
    """Does this preposition hang the phrase on the noun before it? "spokesman for", "a report by"; not "in a statement on"."""
    if read.within(place - 1, "carriers") and read.within(place, "makers"):
        return True
    return read.within(place, "inside") and read.noun_like(place - 1) and not read.within(place - 1, "occasions")


def _adjective(read: Reading, place: int, low: int) -> bool:
    """A participle before its noun: "or enforced disappearance", "the ruined town"."""
    if place <= low or not read.lower[place].endswith("ed"):
        return False
    return (
        read.within(place - 1, "articles")
        or read.words[place - 1] == ","
        or read.within(place - 1, "pairing")
        or read.lower[place - 1] == "of"
    )


def _counts(read: Reading, place: int) -> bool:
    return read.within(place, "indefinites") or read.within(place, "determiners") or read.words[place].isdigit()


def _coordinates(read: Reading, place: int, right: int, low: int) -> bool:
    """ "Witnesses and medics": alike on both sides, and nothing before that could govern the first."""
    if not read.noun_like(place - 1):
        return False
    if read.within(place - 1, "origins") or read.within(right, "origins"):
        return True  # "Norland and coalition forces"
    if place - 1 > 0 and read.capital(place - 1) != read.capital(right):
        return False
    return read.capital(right) or (speaks(read, place - 1) and not read.has_finite(low, place))


def phrase_after(read: Reading, start: int, high: int) -> Span | None:
    """The noun phrase that begins at `start`."""
    if start >= high:
        return None
    if read.within(start, "pronouns") and not read.words[start].isupper():
        return Span(start, start + 1)
    head = place = _head_of(read, start, high)
    while place < high and read.same(place, start):
        step = _step_on(read, place, start, head, high)
        if step == place:
            break
        place = step
    while place > head and not read.noun_like(place - 1):
        place -= 1
    return Span(start, place) if place > head else None


def _head_of(read: Reading, start: int, high: int) -> int:
    """Behind articles and counts: where the nouns of a phrase begin."""
    place = start
    if read.words[place + 1 : place + 2] == ["/"] and _DAY.fullmatch(read.words[place]):
        place += 3  # "9/11 widow"
    if read.within(place, "indefinites") and place + 2 < high and read.lower[place + 1] == "of":
        place += 2  # "one of the survivors"
    while place < high and (
        read.within(place, "determiners") or (read.words[place].isdigit() and (len(read.words[place]) < 4 or place > start))
    ):
        place += 1
    return place


def _step_on(read: Reading, place: int, start: int, head: int, high: int) -> int:
    """One step on over the word at `place`, or none."""
    following = place + 1
    if place == head > start and read.words[place].islower() and read.verb_like(place) and following < high and read.noun_like(following):
        return following  # "an invited crowd"
    if place > head and (_trails(read, place, high) or _issued(read, place)):
        return place
    if read.noun_like(place) or read.lower[place] in read.lex.sets["participles"]:
        return following
    plural = read.possessive(place) and place not in read.marks and read.lower[place - 1].endswith("s")  # "the farms' owner"
    if following < high and (read.lower[place] == "'s" or plural or (place > head and read.words[place] == "-")):
        return following
    return _over_determiners(read, following, high) if place > head and _goes_on(read, place, high, head) else place


def _over_determiners(read: Reading, place: int, high: int) -> int:
    while place < high and read.within(place, "determiners"):
        place += 1
    return place


def _trails(read: Reading, place: int, high: int) -> bool:
    """A participle behind its noun: "a poll released in March", but "an armed guard"."""
    word = read.words[place]
    return word.islower() and word.endswith("ed") and not (place + 1 < high and read.noun_like(place + 1))


def _issued(read: Reading, place: int) -> bool:
    """ "figures given by": no part of the noun phrase."""
    return read.within(place, "issuing") and place + 1 < read.size and read.lower[place + 1] == "by"


def maker_after(read: Reading, carrier: Span, high: int) -> Span | None:
    """Who made a text: "a company spokesman" behind "figures given by"."""
    if carrier.end + 2 >= high or not _issued(read, carrier.end) or not read.within(carrier.end - 1, "carriers"):
        return None
    return phrase_after(read, carrier.end + 2, high)


def _goes_on(read: Reading, place: int, high: int, head: int) -> bool:
    """Does the phrase go on behind this preposition or conjunction? "a spokesman for the ministry", "officials in Kabul"."""
    following = _over_determiners(read, place + 1, high)
    if following >= high or not read.noun_like(following):
        return False
    word = read.lower[place]
    if word in read.lex.sets["pairing"]:
        last = following
        while last + 1 < high and read.noun_like(last + 1):
            last += 1
        return (read.capital(place - 1) and read.capital(following)) or (
            (
                speaks(read, place - 1)
                or (read.capital(place - 1) and not any(read.within(each, "prepositions") for each in range(head, place)))
            )
            and (speaks(read, following) or speaks(read, last))
        )
    if read.within(place - 1, "carriers") and word in read.lex.sets["makers"]:
        return True  # "a statement by the ministry"
    if word in read.lex.sets["always_inside"]:
        return True
    return (
        word in read.lex.sets["inside"]
        and speaks(read, place - 1)
        and (read.capital(following) or following > place + 1)
        and not read.within(following, "occasions")
    )


def speaks(read: Reading, place: int) -> bool:
    """Is the noun at `place` one that is known to speak?"""
    sets, word = read.lex.sets, read.lower[place]
    return word in sets["people"] or word in sets["bodies"] or word in sets["carriers"] or word in sets["honorifics"]
