"""Releases: who issues a statement that stands behind a colon: "The minister released the following statement today:"."""

from __future__ import annotations

from collections.abc import Iterator

from atodds.extract.mentions.speech.reading import Reading
from atodds.extract.mentions.speech.said import Said
from atodds.extract.mentions.speech.subjects import clause_subject, speaker_before
from atodds.model.text import Span

_NEAR = 4  # tokens: "issued | the | following | press | statement"


def releases(read: Reading) -> Iterator[Said]:
    """ "X made the following remarks in Kabul:": the words are those of the paragraphs behind, or behind the colon."""
    if not read.places("following_words"):
        return
    colon = next((place for place in range(read.size - 1, 0, -1) if read.words[place] == ":"), None)
    for following in read.places("following_words"):
        verb = next((each for each in range(following - 1, max(0, following - _NEAR), -1) if read.within(each, "releasing")), None)
        named = any(read.within(each, "released") for each in range(following + 1, min(read.size, following + _NEAR)))
        if colon is None or colon < following or verb is None or not named:
            continue
        start = verb
        while start > 1 and (read.within(start - 1, "auxiliaries") or read.adverb(start - 1) or read.time_word(start - 1)):
            start -= 1
        speaker = speaker_before(read, start, 0) or clause_subject(read, start, 0)
        if speaker is None or not speaker.sure:
            continue
        after = colon + 1 if colon + 1 < read.size else None
        left = min(speaker.at.start, verb)
        yield Said(
            speaker, Span(verb, verb + 1), "asserts", "release", left, colon + 1, None, after, read.size, None, speaker.role,
            leads=after is None,
        )  # fmt: skip
