"""Speakers of a cue in -ing: "..., adding that", "Declaring the war over, the general said"."""

from __future__ import annotations

from collections.abc import Sequence

from atodds.extract.mentions.speech.frames import form_of
from atodds.extract.mentions.speech.openings import Opening, opening
from atodds.extract.mentions.speech.phrases import phrase_after, phrase_before
from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.said import Said, last_voice
from atodds.extract.mentions.speech.subjects import main_subject
from atodds.extract.mentions.speech.voices import Voice, voice
from atodds.extract.mentions.speech.words import Verb
from atodds.model.text import Span


def gerund(read: Reading, cue: Span, verb: Verb, low: int, high: int, earlier: Sequence[Said]) -> Said | None:
    """ "..., adding that", "Declaring the war over, the general said"."""
    begun = opening(read, cue.end, high, verb.frames)
    if begun.start is None:
        return None
    place = cue.start
    while place > low and read.adverb(place - 1):
        place -= 1
    if read.within(place - 1, "joining") and read.lower[place - 2].endswith("ing"):
        return None  # "was responsible for planning and reporting attacks"
    form = form_of(verb, begun)
    if place == low or (place - 1 == low and read.within(low, "before_gerunds") and not read.within(low, "joining")):
        return _fronted(read, cue, verb, begun, high, form)
    if (
        read.words[place - 1] in (",", "—", "–", "--")
        or read.marks.get(place - 1) == "close"
        or read.within(place - 1, "before_gerunds")
        or _besides(read, place)
    ):
        speaker = last_voice(read, cue.start, low, earlier) or main_subject(read, low, cue.start)
    else:
        speaker = _beside(read, verb, place, low, begun.start, high, marked=begun.marked)
        speaker = speaker or (last_voice(read, cue.start, low, earlier) if begun.marked else None)
    if speaker is None or not speaker.sure:
        return None
    return Said(speaker, cue, verb.stance, form, place, cue.end, None, begun.start, high, begun.heard, speaker.role)


def _beside(read: Reading, verb: Verb, place: int, low: int, said: int, high: int, *, marked: bool) -> Voice | None:
    """Who stands right before the cue and says it: "rejected by the minister saying", "footage of the minister saying"."""
    phrase = phrase_before(read, place, low) if marked else None
    agent = phrase is not None and phrase.start > 0 and read.within(phrase.start - 1, "before_speakers")
    if phrase is None and "free" in verb.frames:
        phrase = phrase_before(read, place, low)
        comma = next((each for each in range(said, high) if read.words[each] == ","), high)
        # "..., with the agency saying nine had died", but "with the mayor saying nothing, ..."
        beside = phrase is not None and phrase.start - 1 > low and read.within(phrase.start - 1, "accompanying")
        agent = beside and read.has_finite(said, comma)
    return voice(read, phrase) if phrase is not None and agent else None


def _besides(read: Reading, place: int) -> bool:
    """ "He named nobody, aside from saying that"."""
    return read.within(place - 1, "besides_from") and read.within(place - 2, "besides")


def _fronted(read: Reading, cue: Span, verb: Verb, begun: Opening, high: int, form: str) -> Said | None:
    for comma in range(cue.end + 1, high - 1):
        if read.words[comma] != "," or not read.same(comma, cue.start):
            continue
        phrase = phrase_after(read, comma + 1, high)
        speaker = voice(read, phrase) if phrase is not None else None
        if phrase is None or speaker is None or not speaker.sure:
            continue
        if phrase.end < high and (read.finite(phrase.end) or read.adverb(phrase.end)):
            return Said(speaker, cue, verb.stance, form, cue.start, cue.end, None, begun.start, comma, None, speaker.role)
    return None
