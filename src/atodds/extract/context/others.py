"""Others': times and places of a sentence that are of another deed than the one asked about, of who did it, or of a part of its toll."""

from __future__ import annotations

from functools import cache

from atodds.extract.act import Act
from atodds.model.mention import Mention, Time
from atodds.model.text import Sentence
from atodds.vocab import words_of
from atodds.vocab.attacks import attack_nouns

_HEAD = 6  # tokens from "including" to the place of the part; from "condemned" to a day behind it
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
        return _frames(lower, time, act)
    return time.at.start >= act.tokens.end and (_of_an_earlier_deed(lower, time, act) or _describes(lower, time, act))


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
    if place.at.end <= act.tokens.start:
        back = next((step for step in range(start - 1, max(-1, start - 4), -1) if lower[step] in _WHERE), None)
        stationed = back is not None and lower[back - 1] in words_of("where", "stationed")
        return stationed and words_of("grammar", "be").isdisjoint(lower[place.at.end : act.tokens.start])
    return "including" in lower[max(act.tokens.end, start - _HEAD) : start]
