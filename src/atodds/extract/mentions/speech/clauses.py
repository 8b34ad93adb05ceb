"""Verb groups: what stands before a cue verb, and where a sentence's own verb follows a clause inside it."""

from __future__ import annotations

from typing import NamedTuple

from atodds.extract.mentions.speech.phrases import phrase_after
from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.words import Verb


class Group(NamedTuple):
    """The verb group of a cue: "has not yet", "was"."""

    start: int
    negated: bool
    passive: bool
    helped: bool  # any auxiliary
    unsaid: bool  # "may say", "to say"
    paired: bool = False  # "would not confirm or deny"


def group(read: Reading, place: int, low: int, verb: Verb) -> Group:
    """Read back from a cue over its auxiliaries, adverbs and days; a refusal to say counts as "not"."""
    if (first := _confirming(read, place, low)) is not None:
        return first
    start, negated, be, helped, unsaid = place, False, False, False, False
    sets = read.lex.sets
    while start > low:
        word = read.lower[start - 1]
        if word in sets["negations"]:
            negated = True
        elif word in sets["auxiliaries"] and not read.time_word(start - 1) and not read.surname(start - 1):  # "a study done in May found"
            if word == "'s" and verb.form != "ing":
                break
            be, helped = be or word in sets["be"], True
            unsaid = unsaid or word in sets["conditional"]
        elif dated := _dated(read, start, low):
            start = dated
            continue
        elif read.within(start - 1, "days") and start - 1 > low and read.noun_like(start - 2):
            pass  # "the force today confirmed"
        elif not read.adverb(start - 1) or (read.within(start - 1, "collective") and _alone(read, start - 1, low)):
            break
        start -= 1
    if start > low and read.lower[start - 1] == "to":
        if start - 2 > low and read.within(start - 2, "refusals"):
            return group(read, start - 2, low, verb)._replace(negated=True, helped=True, unsaid=False)
        unsaid = True
    return Group(start, negated, be and verb.form in ("ed", "en"), helped, unsaid)


def _alone(read: Reading, place: int, low: int) -> bool:
    """ "All agreed": the subject, not an adverb behind one."""
    return place == low or not read.words[place - 1][0].isalnum()


def _confirming(read: Reading, place: int, low: int) -> Group | None:
    """The verb group of "would not confirm or deny": nothing is denied there."""
    if place - 2 <= low or not read.within(place - 1, "joining_verbs"):
        return None
    first = read.lex.verbs.at(read.lower, place - 2)
    if first is None or first[1].base not in read.lex.sets["doubted_with_not"]:
        return None
    verbs = group(read, place - 2, low, first[1])
    return verbs._replace(paired=True) if verbs.negated else None


def _dated(read: Reading, end: int, low: int) -> int:
    """Where a date between subject and verb begins: "Rao on Tuesday said", "a panel in 2001 found"; 0 for none."""
    if end - 2 > low and read.within(end - 1, "units") and read.within(end - 2, "relative"):
        return end - 2  # "the bank this month announced"
    if end - 2 <= low or not read.within(end - 2, "dating"):
        return 0
    year = len(read.words[end - 1]) == 4 and read.words[end - 1].isdigit()
    return end - 2 if year or read.within(end - 1, "days") else 0


def second_verb(read: Reading, start: int, home: int, end: int, *, allowed: int = 1) -> int:
    """Where the sentence's own verb follows a whole clause: "... nobody was hurt since March | is false"; `end` for nowhere."""
    verbs, place = 0, start
    sets = read.lex.sets
    while place < end:
        word = read.lower[place]
        if read.region[place] != read.region[home] or place in read.marks:
            place += 1
        elif word in sets["clause_openers"]:
            allowed, place = allowed + 1, place + 1
        elif word in sets["clause_or_time"]:
            opens = place + 1 < end and (read.finite(place + 1) or subject_next(read, place + 1, end))
            allowed, place = allowed + opens, place + 1
        elif read.finite(place) and (place == start or word not in sets["reduced"]):
            verbs += 1
            if verbs > allowed and word in sets["main_verbs"]:
                return place
            place = _past_group(read, place, end)
        else:
            place += 1
    return end


def _past_group(read: Reading, place: int, end: int) -> int:
    """Behind the auxiliaries and the one verb of a verb group: "could not have been | seen"."""
    while place < end and (read.within(place, "auxiliaries") or read.adverb(place) or read.within(place, "negations")):
        place += 1
    return place + 1 if place < end and (read.verb_like(place) or read.lower[place].endswith("ed")) else max(place, 0)


def subject_next(read: Reading, place: int, end: int) -> bool:
    phrase = phrase_after(read, place, end)
    verb = phrase.end if phrase is not None else end
    while verb < end and read.adverb(verb):
        verb += 1
    return verb < end and read.finite(verb) and not read.time_word(place)
