"""Others': times and places of a sentence that are of another deed than the one asked about, of who did it, or of a part of its toll."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from atodds.extract.act import Act
from atodds.model.mention import Mention, Time
from atodds.model.text import Sentence
from atodds.vocab import load, words_of
from atodds.vocab.attacks import attack_nouns
from atodds.vocab.lexicon import Phrases

_HEAD = 6  # tokens from "including" to the place of the part; from "condemned" to a day behind it
_REASON = 10  # tokens from "in retaliation for" to the deed
_FRONT = 4  # tokens before the "after" that opens a sentence: "two days | after seizing"
_RELATIVES = frozenset(("who", "which", "that"))
_WHERE = frozenset(("in", "at", "near", "inside", "outside", "around"))


@cache
def attacks_made() -> frozenset[str]:
    """Every noun for an attack, of one and of many, that is not the going off of any bomb."""
    return attack_nouns() - words_of("means", "going_off")


def dates_another(sentence: Sentence, time: Time, act: Act) -> bool:
    """Does a time belong to what frames the deed, to an earlier deed of a person, or to a clause that only describes?"""
    lower = sentence.tokens.lower
    if time.at.end <= act.tokens.start:
        caused = not words_of("times", "causes").isdisjoint(lower[max(time.at.end, act.tokens.start - _REASON) : act.tokens.start])
        return _frames(lower, time, act) or _gives_reason(lower, time, act) or caused
    return time.at.start >= act.tokens.end and (
        _of_an_earlier_deed(lower, time, act) or _describes(lower, time, act) or _behind_a_front(lower, time, act)
    )


def _frames(lower: tuple[str, ...] | list[str], time: Time, act: Act) -> bool:
    """ "On Friday renewed claims that troops shot", "on Friday, six years after she was shot", "today condemned the murder of"."""
    between = range(time.at.end, act.tokens.start)
    noun = act.deed is None or act.deed.form == "noun"
    return any(
        (lower[place] == "that" and lower[place - 1] in words_of("times", "alleging"))
        or (lower[place] in ("after", "before") and lower[place - 1] in words_of("times", "long_units") and place > time.at.end)
        or (noun and lower[place] in words_of("times", "about_deeds"))
        for place in between
    )


def _gives_reason(lower: Sequence[str], mention: Mention, act: Act) -> bool:
    """Does a time or a place stand before the reason that a deed is?"""
    return mention.at.end <= reason_from(lower, act)


def reason_from(lower: Sequence[str], act: Act) -> int:
    """Where "in retaliation for" begins before a deed that is only the reason of another: "hanged in retaliation for the burning of"."""
    start = act.at.start if act.deed is None else min(act.at.start, act.deed.at.start)
    first = max(0, start - _REASON)
    found = [at for at, _ in _reasons().find(lower[first:start]) if "," not in lower[first + at.end : start]]
    return first + found[-1].start if found else 0


@cache
def _reasons() -> Phrases[bool]:
    return Phrases(dict.fromkeys(load("times")["reasons"], True))


def _behind_a_front(lower: Sequence[str], mention: Mention, act: Act) -> bool:
    """ "After seizing the hill, the army fled | on Monday": what stands behind the comma is not of the deed that opens the sentence."""
    if mention.at.start < act.tokens.end or "," not in lower[act.tokens.end : mention.at.start]:
        return False
    start = min(act.at.start, act.tokens.start)
    opener = next((place for place in range(start - 1, max(-1, start - _HEAD), -1) if lower[place] in words_of("times", "fronting")), None)
    return opener is not None and opener < _FRONT and "," not in lower[opener:start]


def _of_an_earlier_deed(lower: tuple[str, ...] | list[str], time: Time, act: Act) -> bool:
    """ "Arrested a man linked to a murder in March": a month or a year right behind the noun of another deed is that deed's."""
    noun = time.at.start - 1 - (lower[time.at.start - 1] in ("in", "of", "from"))
    if time.when.precision == "day" or noun <= act.tokens.end or lower[noun] not in attacks_made() | words_of("times", "deeds"):
        return False
    return not words_of("times", "past_of").isdisjoint(lower[act.tokens.end : noun])


def _describes(lower: tuple[str, ...] | list[str], time: Time, act: Act) -> bool:
    """ "Dismissed the firm, which filed in April", "by a unit that had come in May": the month is the clause's own; a blast's is not."""
    for place in range(time.at.start - 1, act.tokens.end, -1):
        if lower[place] in _RELATIVES:
            whose = lower[place - 1] if lower[place - 1] != "," else lower[place - 2]
            had = "had" in lower[place + 1 : place + 3]
            return (had or time.when.precision != "day") and whose not in attacks_made() and whose not in words_of("times", "deeds")
        if not lower[place][0].isalnum():
            return False
    return False


def places_another(sentence: Sentence, place: Mention, act: Act) -> bool:
    """ "Gunmen positioned in the hills shelled", "killed 54 in the city, including nine in the port": of the doer, of a part."""
    lower, start = sentence.tokens.lower, place.at.start
    if _behind_a_front(lower, place, act) or (place.at.end <= act.tokens.start and _gives_reason(lower, place, act)):
        return True
    if place.at.end <= act.tokens.start:
        back = next((step for step in range(start - 1, max(-1, start - 4), -1) if lower[step] in _WHERE), None)
        stationed = back is not None and lower[back - 1] in words_of("where", "stationed")
        return stationed and words_of("grammar", "be").isdisjoint(lower[place.at.end : act.tokens.start])
    return "including" in lower[max(act.tokens.end, start - _HEAD) : start]
