"""Releases: who issues a statement that stands behind a colon: "The minister released the following statement today:"."""

from __future__ import annotations

from collections.abc import Iterator

from atodds.extract.mentions.speech.phrases import phrase_after
from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.said import Said
from atodds.extract.mentions.speech.subjects import clause_subject, speaker_before
from atodds.extract.mentions.speech.voices import Voice, voice
from atodds.model.text import Span

_NEAR = 4  # tokens: "issued | the | following | press | statement"


def releases(read: Reading) -> Iterator[Said]:
    """ "X made the following remarks in Kabul:": the words are those of the paragraphs behind, or behind the colon."""
    if not read.places("following_words"):
        return
    colon = next((place for place in range(read.size - 1, 0, -1) if read.words[place] == ":"), None)
    if colon is None:
        return
    for following in read.places("following_words"):
        found = _of(read, following, colon) if read.within(following + 1, "be") else _issued(read, following, colon)
        if found is None or not found[0].sure:
            continue
        speaker, cue = found
        after = colon + 1 if colon + 1 < read.size else None
        left = min(speaker.at.start, cue.start)
        yield Said(
            speaker, cue, "asserts", "release", left, colon + 1, None, after, read.size, None, speaker.role, leads=after is None,
        )  # fmt: skip


def _issued(read: Reading, following: int, colon: int) -> tuple[Voice, Span] | None:
    """ "X issued the following statement": the subject, and the verb."""
    verb = next((each for each in range(following - 1, max(0, following - _NEAR), -1) if read.within(each, "releasing")), None)
    named = any(read.within(each, "released") for each in range(following + 1, min(colon, following + _NEAR)))
    if verb is None or not named:
        return None
    start = verb
    while start > 1 and (read.within(start - 1, "auxiliaries") or read.adverb(start - 1) or read.time_word(start - 1)):
        start -= 1
    speaker = speaker_before(read, start, 0) or clause_subject(read, start, 0)
    return None if speaker is None else (speaker, Span(verb, verb + 1))


def _of(read: Reading, following: int, colon: int) -> tuple[Voice, Span] | None:
    """ "The following is a statement by X": whom the noun names, and the noun."""
    noun = next((each for each in range(following + 2, min(colon, following + 2 + _NEAR)) if read.within(each, "released")), None)
    if noun is None or not read.within(noun + 1, "makers"):
        return None
    phrase = phrase_after(read, noun + 2, colon)
    speaker = voice(read, phrase) if phrase is not None else None
    return None if speaker is None else (speaker, Span(noun, noun + 1))
