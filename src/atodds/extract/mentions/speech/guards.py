"""Words that look like a cue and are none: "claimed 12 lives", "all told", "his claims", "reports of"."""

from __future__ import annotations

from functools import cache

from atodds.extract.mentions.speech.phrases import speaks
from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.words import Verb
from atodds.model.text import Span
from atodds.vocab import load

_LIVES = 6  # tokens within which "claimed" takes its "lives"
_ALL_TOLD = ("all", "told")  # "40 men, all told"


def guarded(read: Reading, cue: Span, verb: Verb, high: int) -> bool:
    """Words that look like a cue and are none: "claimed 12 lives", "all told", "his claims", "reports of"."""
    before = read.lower[cue.start - 1] if cue.start else ""
    after = read.lower[cue.end] if cue.end < high else ""
    if verb.form == "base" and before == "to" and read.within(cue.start - 2, "refusals"):
        return False  # "declined to comment on whether"
    if verb.form == "s" and read.within(cue.start, "doubles") and _described(read, cue.start - 1):
        return True  # "significant challenges"
    if verb.form == "s" and "counted" in verb.frames and read.within(cue.start - 1, "pairing"):
        return True  # "the time and details"
    if read.within(cue.start, "taking") and any(read.within(each, "lives") for each in range(cue.end, min(high, cue.end + _LIVES))):
        return True
    if tuple(read.lower[max(0, cue.start - 1) : cue.end]) == _ALL_TOLD:
        return True
    if verb.form in ("base", "s") and (
        read.lower[cue.start] in read.lex.nouns or read.within(cue.start, "carriers") or read.within(cue.start, "counted_nouns")
    ):
        noun = (
            before in read.lex.sets["determiners"]
            or before == "'s"
            or before in read.lex.sets["prepositions"]
            or before in read.lex.sets["possessives"]
        )
        return (
            noun
            or after in read.lex.sets["behind_nouns"]
            or (cue.end < high and (read.lex.verbs.at(read.lower, cue.end) is not None or read.finite(cue.end)))
        )
    if verb.base in read.lex.sets["owning"] and verb.form == "ed" and read.within(cue.end, "counted_nouns") and _somebody(read, cue.start):
        return False  # "the rebels claimed attacks in the valley"
    if read.within(cue.start, "adjectives") and cue.end < high and not read.capital(cue.end) and read.noun_like(cue.end):
        return True  # "five alleged militants"
    if read.within(cue.start, "adjectives") and after[:1].isalpha() and after != "that" and (before.isdecimal() or before in _units()):
        return True  # "five alleged Haqqani militants"
    return verb.form in ("ed", "en") and (before in read.lex.sets["articles"] or before in read.lex.sets["possessives"])


def _somebody(read: Reading, end: int) -> bool:
    """Does a name, a pronoun or one who speaks stand right before?"""
    return end > 0 and (read.capital(end - 1) or speaks(read, end - 1) or read.within(end - 1, "pronouns"))


def _described(read: Reading, place: int) -> bool:
    """Is this an adjective before a noun? No name, nobody who speaks."""
    word = read.lower[place] if place >= 0 else ""
    if not word.isalpha() or read.capital(place) or read.within(place, "not_adjectival") or read.adverb(place) or speaks(read, place):
        return False
    return word.endswith(_endings())


@cache
def _endings() -> tuple[str, ...]:
    return tuple(load("cues")["adjectival"])


@cache
def _units() -> frozenset[str]:
    """Numbers in words."""
    return frozenset(load("numbers")["units"])
