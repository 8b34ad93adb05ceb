"""Tellings in the passive: "the council was told by the mayor that", "was informed, in figures from the ministry, that"."""

from __future__ import annotations

from atodds.extract.mentions.speech.occasions import time_end
from atodds.extract.mentions.speech.phrases import maker_after, phrase_after, phrase_before
from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.said import Said
from atodds.extract.mentions.speech.voices import Voice, nobody, voice
from atodds.extract.mentions.speech.words import Verb
from atodds.model.text import Span

_STEPS = 6  # commas, times, tellers and texts between "told" and "that"


def telling(read: Reading, cue: Span, verb: Verb, start: int, low: int, high: int) -> Said | None:
    """What somebody is told, and by whom; a voice without a name where no teller is named. "Told to leave" tells nothing."""
    if verb.base not in read.lex.sets["passive_told"]:
        return None
    place, teller = cue.end, None
    for _ in range(_STEPS):
        if place + 1 >= high:
            return None
        if read.lower[place] == "that":
            return _telling(read, cue, teller, start, place + 1, low, high)
        following, named = _over(read, place, high)
        if following == place:
            return None
        place, teller = following, teller or named
    return None


def _telling(read: Reading, cue: Span, teller: Voice | None, start: int, content: int, low: int, high: int) -> Said:
    addressee = phrase_before(read, start, low)
    left = addressee.start if addressee is not None else start
    heard = voice(read, addressee) if addressee is not None else None
    said = Said(teller or nobody(cue), cue, "asserts", "told", left, content, after=content, high=high, heard=heard)
    return said._replace(role=teller.role) if teller is not None else said


def _over(read: Reading, place: int, high: int) -> tuple[int, Voice | None]:
    """Over one comma, time, teller or text; `place` itself where none stands here."""
    if read.words[place] == ",":
        return place + 1, None
    if (end := time_end(read, place, high)) > place:
        return end, None
    if not read.within(place, "occasion_prepositions"):
        return place, None
    phrase = phrase_after(read, place + 1, high)
    if phrase is None:
        return place, None
    maker = maker_after(read, phrase, high)
    found = voice(read, maker or phrase)
    end = (maker or phrase).end
    if found is None:
        return end, None
    if read.lower[place] == "by" and not found.carrier:
        return end, found  # whoever tells can speak, known or not
    made = maker is not None or (found.text and found.speaker.start > phrase.start)  # "in figures from the ministry"
    return end, found if made and read.within(place, "textual") else None
