"""Names: the people named among the victims of a figure. Names of groups and places are none."""

from __future__ import annotations

from collections.abc import Iterator

from atodds.model.text import Sentence, Span
from atodds.vocab import load
from atodds.vocab.people import nouns
from atodds.vocab.shouting import in_capitals

_LEAST = 2  # words: a single capitalised word may be anything
_MOST = 5


def named(sentence: Sentence, within: Span) -> Iterator[Span]:
    """People named in a stretch of tokens: "militia leader Karim Shah", "Karim Shah and Omar Gul"; as token spans."""
    place = within.end if sentence.once(in_capitals) else within.start
    while place < within.end:
        end = _capitals(sentence, place, within.end)
        if end - place < _LEAST:
            place = max(end, place + 1)
            continue
        if _is_person(sentence, Span(place, end)):
            yield Span(place, end)
        place = end


def _capitals(sentence: Sentence, place: int, stop: int) -> int:
    """Where the run of capitalised words that begins at `place` ends: "Abu Bakr al-Shami"."""
    words, particles = sentence.tokens.words, load("grammar")["name_particles"]
    end = place
    while end < stop and end - place < _MOST:
        word = words[end]
        inner = end > place and end + 1 < stop and word.lower() in particles and words[end + 1][:1].isupper()
        if not (word[:1].isupper() or (end > place and word.lower().startswith(("al-", "el-"))) or inner):
            break
        end += 1
    return end


def _is_person(sentence: Sentence, span: Span) -> bool:
    """A name behind a noun for one person, or alone in its row; never one that names a body or a land."""
    lower, unnamed = sentence.tokens.lower, load("grammar")["never_in_names"]
    if any(word in unnamed for word in lower[span.start : span.end]) or any(nouns().at([word], 0) for word in lower[span.start : span.end]):
        return False
    following = lower[span.end] if span.end < len(lower) else "."
    if following == "(" or nouns().at(lower, min(span.end, len(lower) - 1)) is not None:
        return False
    before = nouns().at([lower[span.start - 1]], 0) if span.start else None
    if before is not None and before[1].single:
        return True
    return following in load("grammar")["row_ends"] and span.start > 0 and lower[span.start - 1] in load("grammar")["row_starts"]
