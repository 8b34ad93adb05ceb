"""Speakers behind "by": "confirmed by the ministry", "was condemned by the council"."""

from __future__ import annotations

from collections.abc import Sequence

from atodds.extract.mentions.speech.behind import clause_start
from atodds.extract.mentions.speech.clauses import Group
from atodds.extract.mentions.speech.phrases import phrase_after
from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.said import Said
from atodds.extract.mentions.speech.tellings import telling
from atodds.extract.mentions.speech.voices import voice
from atodds.extract.mentions.speech.words import Verb
from atodds.model.text import Span


def passive(read: Reading, cue: Span, verb: Verb, verbs: Group, low: int, high: int, earlier: Sequence[Said]) -> Said | None:
    """ "The deaths were confirmed by the ministry", "12 deaths reported by medics"."""
    if verb.frames & {"told"} and verbs.passive and "free" not in verb.frames:
        return telling(read, cue, verb, verbs.start, low, high)
    phrase = phrase_after(read, cue.end + 1, high)
    speaker = voice(read, phrase) if phrase is not None else None
    if speaker is None or not speaker.sure or phrase is None:
        return None
    start = clause_start(read, low, cue.start, earlier)
    if not verbs.helped:
        if read.within(verbs.start - 1, "headless"):
            return None  # "several attacks, including those claimed by the rebels"
        start = max(start, next((each + 1 for each in range(verbs.start - 2, low, -1) if read.words[each] == ","), start))
    end = verbs.start
    owned = verb.base in read.lex.sets["owning"]
    if owned and any(read.within(each, "relatives") and read.lower[each - 1] == "of" for each in range(start + 1, verbs.start)):
        return None  # "a wave of attacks, one of which was claimed by the rebels"
    if owned and read.lower[verbs.start - 2 : verbs.start] == ["of", "them"]:
        return None
    if owned:  # "the attack that killed 12 was claimed by the rebels": the twelve are not theirs
        end = next((each for each in range(start + 1, end) if read.within(each, "relatives") or read.words[each] == ","), end)
        start = start if verbs.helped else _owned(read, start, end)
    before = read.trim(start, end)
    judged = verbs.helped and verb.base in read.lex.sets["judged_by"]  # "the raid was condemned by the council"
    if before is None or not (verb.frames & {"free", "counted"} or judged or _claimed(read, verb, before)):
        return None
    resumed = phrase.end + 1 if phrase.end < high and read.lower[phrase.end] == "that" and not owned else None
    form = "opinion" if owned or (judged and not verb.frames & {"free", "counted"} and verb.stance == "asserts") else "by"
    return Said(speaker, cue, verb.stance, form, cue.start, phrase.end, before, resumed, high, None, speaker.role)


def _owned(read: Reading, start: int, end: int) -> int:
    """ "Nine died in | an attack claimed by the rebels": the deed is theirs to claim, the nine are not their words."""
    return next((each for each in range(end - 1, start, -1) if read.within(each, "articles")), start)


def _claimed(read: Reading, verb: Verb, before: Span) -> bool:
    """Is a claim the thing rejected, or a harm the thing invented? "reports of 30 dead were dismissed by the army"."""
    if "invented" in verb.frames:
        return any(read.within(each, "counted_nouns") for each in range(*before))
    said = (each for each in range(*before) if read.within(each, "denied_nouns"))
    return verb.stance == "denies" and any(read.lower[each + 1] in ("that", "of") for each in said)
