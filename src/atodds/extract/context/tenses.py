"""Tenses: whether an act is told as the next thing that happened, or as what had been, has been, or may be."""

from __future__ import annotations

from collections.abc import Sequence

from atodds.extract.act import Act
from atodds.extract.page import Reading
from atodds.vocab import words_of
from atodds.vocab.calendar import listed

_CLOSE = 4  # tokens from "have" to its participle: "have since been killed"
_NEAR = 6  # tokens before a verb in which its auxiliaries stand


def goes_on(reading: Reading, act: Act) -> bool:
    """Does the act go on with the story: told in the simple past, by a main clause, of this event and no other?"""
    if not listed("another_time").isdisjoint(reading.sentence.tokens.lower):
        return False
    if act.deed is None:
        return _is_pointed_at(reading, act)
    return act.deed.form in ("past", "ing", "intransitive") and _simple_past(reading, act.deed.at.start)


def is_named(reading: Reading, act: Act) -> bool:
    """ "The killing of Omar Gul": a deed that is spoken of by its name, be it of today or of long ago."""
    noun = act.at if act.deed is None else act.deed.at
    return reading.sentence.tokens.lower[noun.end : noun.end + 1] == ["of"]


def has_been(reading: Reading, act: Act) -> bool:
    """ "have fled", "has killed 122", "has left nine dead": all until now, and not what a day brought."""
    lower = reading.sentence.tokens.lower
    verb = act.tokens.start if act.deed is None else min(act.tokens.start, act.deed.at.start)
    own = act.tokens.start if act.deed is None else act.deed.at.start
    return any(_behind_have(lower, place) for place in {verb, own})


def _behind_have(lower: Sequence[str], verb: int) -> bool:
    for place in range(verb - 1, max(-1, verb - 1 - _CLOSE), -1):
        if lower[place] in ("has", "have", "'ve"):
            return True
        if lower[place] not in words_of("grammar", "be", "adverbs", "leave") and lower[place] not in listed("takes_toll"):
            return False
    return False


def _simple_past(reading: Reading, verb: int) -> bool:
    """No "had", "has", "may" or "to" before the verb, and no "who": "a man who killed nine" did so some other time."""
    lower = reading.sentence.tokens.lower
    if not {"to", "of", "for", "about", "from"}.isdisjoint(lower[max(0, verb - 1) : verb]):
        return False  # "accused of killing", "vowed to kill"
    for place in range(verb - 1, max(-1, verb - 1 - _NEAR), -1):
        text = lower[place]
        if text == "that" and place and lower[place - 1] in listed("say"):
            return True
        if (
            text in words_of("grammar", "modals", "have", "relatives")
            or text in listed("other_clause")
            or (text == "to" and lower[place + 1] in words_of("grammar", "be"))
        ):
            return False
        if text in words_of("grammar", "conjunctions") or not text[0].isalnum():
            return True
    return True


def _is_pointed_at(reading: Reading, act: Act) -> bool:
    """ "the attack", "this blast": the one that is being told. "The murder of the consul" may be an old one."""
    lower = reading.sentence.tokens.lower
    before, behind = lower[max(0, act.at.start - 2) : act.at.start], "".join(lower[act.at.end : act.at.end + 1])
    return any(text in ("the", "this", "that") for text in before) and behind not in ("of", "on", "against")
