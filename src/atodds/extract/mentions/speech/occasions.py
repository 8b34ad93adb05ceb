"""Times and occasions between a cue and what is said: "on Monday", "in his report", "at a news conference"."""

from __future__ import annotations

from atodds.extract.mentions.speech.phrases import phrase_after
from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.voices import Voice, voice


def time_end(read: Reading, place: int, high: int) -> int:
    """The end of "on Monday", "last month", "on Oct. 20", "two days ago"; `place` where no time stands."""
    at = place
    if at + 1 < high and read.within(at, "dating"):
        at += 1
        if at in read.times:
            return read.times[at]
        if read.within(place, "before_years") and not (read.time_word(at) or read.year(at)):
            return place  # "in the report"
    begun = at
    while at < high:
        if (
            read.time_word(at)
            or (at > begun and read.words[at].isdigit())
            or (
                read.within(at, "relative")
                and at + 1 < high
                and (read.within(at + 1, "units") or read.time_word(at + 1) or read.within(at + 1, "relative"))
            )
            or (at > begun and read.within(at, "units"))
        ):
            at += 1
        elif at > begun and read.words[at] == "," and at + 1 < high and read.year(at + 1):
            at += 2
        elif read.year(at) and read.within(place, "before_years"):
            at += 1
        else:
            break
    return at if at > begun else place


def occasion(read: Reading, place: int, high: int) -> tuple[int, Voice | None] | None:
    """Over "in his report", "at a news conference", "in an interview with Dawn"; with the outlet that carried it."""
    if not read.within(place, "occasion_prepositions"):
        return None
    at, limit = place + 1, min(high, place + 9)
    while at < limit and not read.within(at, "occasions"):
        if not (
            read.noun_like(at)
            or read.within(at, "determiners")
            or read.lower[at] == "'s"
            or read.time_word(at)
            or read.within(at, "participles")
            or read.within(at, "relative")
        ):
            return None
        at += 1
    if at >= limit:
        return None
    while at + 1 < high and read.within(at + 1, "occasions"):
        at += 1
    at += 1
    heard = None
    while at < high and read.within(at, "interviewers") and time_end(read, at, high) == at:
        phrase = phrase_after(read, at + 1, high)
        if phrase is None:
            break
        heard = voice(read, phrase)
        at = phrase.end
    while at < high and read.within(at, "situating") and (phrase := phrase_after(read, at + 1, high)) is not None:
        at = phrase.end
    return at, heard
