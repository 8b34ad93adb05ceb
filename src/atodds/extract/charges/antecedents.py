"""Whom a reporter asked: in "wrote a reporter who interviewed survivors, “they believed”", "they" and "few" are the survivors."""

from __future__ import annotations

from functools import cache

from atodds.model.source import Link
from atodds.model.text import Sentence, Span
from atodds.vocab import load
from atodds.vocab.lexicon import Phrases
from atodds.vocab.people import nouns

_PHRASE = 4  # tokens of "more than thirty survivors"


def people_asked(sentence: Sentence, link: Link) -> Link:
    """The link with the people asked instead of the pronoun, where the sentence names just one such group."""
    if link.speaker.lower() not in load("responsibility")["asked_ones"]:
        return link
    lower = sentence.tokens.lower
    asked = [hit[0] for place in range(1, len(lower)) if lower[place - 1] == "who" and (hit := _interviewed().at(lower, place))]
    if len(asked) != 1:
        return link
    for place in range(asked[0], min(len(lower), asked[0] + _PHRASE)):
        noun = nouns().at(lower, place)
        if noun is not None and lower[noun[0] - 1].endswith("s"):
            at = Span(place, noun[0])
            span = sentence.span(at)
            return Link(
                speaker=sentence.words(at), start=span.start, end=span.end, role=link.role, date=link.date, cue=link.cue,
                cue_start=link.cue_start, cue_end=link.cue_end,
            )  # fmt: skip
    return link


@cache
def _interviewed() -> Phrases[bool]:
    return Phrases(dict.fromkeys(load("responsibility")["interviewed"], True))
