"""Cue verbs that say nothing where they stand: "these sanctions show", "is supporting them by", "the protein found in", "many rules"."""

from __future__ import annotations

from atodds.extract.mentions.speech.phrases import phrase_after, speaks
from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.voices import Voice, head_of
from atodds.extract.mentions.speech.words import Verb
from atodds.model.text import Span
from atodds.vocab.people import nouns

_OBJECT = 8  # tokens: "rejected | his first and only choice"
_DOING = 12  # tokens: "is supporting | the valley and its farmers | by providing"


def silent(read: Reading, cue: Span, verb: Verb, speaker: Voice, low: int, high: int, *, helped: bool) -> bool:
    """Does this verb say nothing here, by its subject or by what is done?"""
    if verb.base in read.lex.sets["showing"] and shows_itself(read, speaker):
        return True
    if verb.form == "s" and not helped and read.within(speaker.speaker.start, "many_of_them") and _alone(speaker):
        return True  # "how many rules we follow"
    if "clause" in verb.frames and speaker.at.start > low and read.within(speaker.at.start - 1, "unreal") and _pronoun(read, speaker):
        return True  # "they would leave if they knew where it was"
    reduced = verb.form == "ed" and not helped and cue.end < high and read.within(cue.end, "prepositions")
    if reduced and not speaker.sure and verb.base not in read.lex.sets["speaking"] and thing(read, speaker):
        return True  # "the protein found in blood cells"
    return verb.base in read.lex.sets["acting"] and _by_doing(read, cue.end, high)


def shows_itself(read: Reading, speaker: Voice) -> bool:
    """ "These sanctions show", "this demonstrates": a thing that is no report, poll or count tells nothing."""
    if _alone(speaker) and read.within(speaker.speaker.start, "bare_pointers"):
        return True
    return not speaker.text and thing(read, speaker)


def thing(read: Reading, speaker: Voice) -> bool:
    """Is the subject neither a person or body nor a text, and no name or pronoun either?"""
    span = speaker.speaker
    head = head_of(read, span)
    if read.within(head, "pronouns") or read.within(head, "indefinites") or read.within(head, "texts_too") or read.capital(head):
        return False
    if not any(word[0].isupper() for word in read.words):
        return False  # without capitals a name looks like any noun
    counted = head + 1 < span.end and read.lower[head + 1] == "of"
    known = range(span.start, span.end if counted else head + 1)
    return not any(speaks(read, place) or nouns().at(read.lower, place) is not None for place in known)


def _alone(speaker: Voice) -> bool:
    return speaker.speaker.end - speaker.speaker.start == 1


def _pronoun(read: Reading, speaker: Voice) -> bool:
    return _alone(speaker) and read.within(speaker.speaker.start, "pronouns")


def _by_doing(read: Reading, place: int, high: int) -> bool:
    """Is it a deed, done by means of another, or with money? "supports them by sending tents", "responded with $135 million"."""
    if read.lower[place : place + 1] == ["with"]:
        return place + 1 < high and (read.words[place + 1] in "$£€" or read.words[place + 1][0].isdigit())
    end = min(high - 1, place + _DOING)
    return any(read.lower[each] == "by" and read.lower[each + 1].endswith("ing") for each in range(place, end))


def deed_at(read: Reading, place: int | None, high: int) -> bool:
    """Is a deed all that is claimed? "claimed the bombing", but "claimed the attack killed 12"."""
    phrase = phrase_after(read, place, high) if place is not None else None
    if phrase is None or not read.within(head_of(read, phrase), "counted_nouns"):
        return False
    return not (phrase.end < high and (read.finite(phrase.end) or read.adverb(phrase.end)))


def turned_down(read: Reading, place: int | None, high: int) -> bool:
    """Is what is rejected no claim and no harm, but a thing offered or chosen? "rejected his first choice", "dismissed the team"."""
    if place is None:
        return False
    rejected = range(place, next((each for each in range(place + 1, min(high, place + _OBJECT)) if _leaves(read, each)), high))
    lists = ("counted_nouns", "denied_nouns", "tallies", "carriers", "pronouns", "object_pronouns", "demonstratives", "questions", "saying")
    return not any(read.within(each, name) or read.words[each][0].isdigit() for each in rejected for name in lists)


def _leaves(read: Reading, place: int) -> bool:
    """Does the object end before this word?"""
    return read.within(place, "prepositions") or not read.words[place][0].isalnum() or read.finite(place)
