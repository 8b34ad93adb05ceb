"""Cues in full: the verb of a statement with what its speaker puts before it, "has repeatedly denied", "would not say"."""

from __future__ import annotations

from atodds.extract.mentions.speech.words import lexicon
from atodds.model.mention import Speech
from atodds.model.source import Link
from atodds.model.text import Sentence, Span

_LONGEST = 5  # words before the verb


def with_whole_cue(sentence: Sentence, speech: Speech, link: Link) -> Link:
    """The link of a speech with its cue as a person would underline it; a link that spans only say what they hold keeps its cue."""
    if speech.cue is None or link.cue_start is None:
        return link
    start = _start(sentence, speech, speech.cue)
    if start == speech.cue.start:
        return link
    whole = Span(start, speech.cue.end)
    span = sentence.span(whole)
    return Link(speaker=link.speaker, start=link.start, end=link.end, actor=link.actor, role=link.role, date=link.date,
                cue=sentence.words(whole), cue_start=span.start, cue_end=span.end)  # fmt: skip


def _start(sentence: Sentence, speech: Speech, cue: Span) -> int:
    """Where the verb group begins, behind the speaker."""
    sets, tokens, start = lexicon().sets, sentence.tokens, cue.start
    low = speech.speaker.end if speech.speaker is not None and speech.speaker.end <= cue.start else 0
    while start > max(low, cue.start - _LONGEST):
        word = tokens.lower[start - 1]
        helping = word in sets["auxiliaries"] or word in sets["negations"] or word in sets["clitics"]
        manner = word in sets["adverbs"] or (word.endswith("ly") and word not in sets["adjectives_in_ly"])
        if not (helping or manner) or (tokens.words[start - 1][0].isupper() and start > 1):
            break
        start -= 1
    return start
