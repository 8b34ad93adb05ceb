"""Heads of entries: "Dec. 26, 2018, near the port, via a monitor's report." A day that opens an entry is the day of all that it tells."""

from __future__ import annotations

from atodds.extract.page import Page, Reading
from atodds.model.mention import Time
from atodds.vocab import words_of
from atodds.vocab.calendar import listed

_NOUNS = frozenset(("reports", "claims"))  # of saying, but in a head rather nouns
_OPENS = 4  # tokens before the day of a head: "(14.) On"
_LONGEST = 30  # tokens of a head
_FAR = 12  # sentences of an entry that its head reaches


def head_time(page: Page, index: int) -> Time | None:
    """The time that the head of an entry gives to a sentence of it."""
    block = page.sentences[index].block
    start = index
    while start > 0 and index - start < _FAR and page.sentences[start - 1].block == block:
        start -= 1
    reading = page.readings[start]
    return _opening(reading) if start < index and _is_head(reading) else None


def heads_sentence(reading: Reading, time: Time) -> bool:
    """ "June 6, 2017, near the port: during a strike ...": does the time stand in a head before a colon?"""
    lower = reading.sentence.tokens.lower
    if time.at.start > _OPENS or ":" not in lower[time.at.end : _LONGEST]:
        return False
    colon = lower.index(":", time.at.end)
    return _opening(reading) == time and _verbless(reading, colon)


def _is_head(reading: Reading) -> bool:
    size = len(reading.sentence.tokens.lower)
    return size <= _LONGEST and _verbless(reading, size)


def _opening(reading: Reading) -> Time | None:
    """The time with which a sentence opens, behind a number or "on" at most."""
    first = next(iter(reading.dated), None)
    if first is None or first.speech or first.at.start > _OPENS or first.when.earliest is None or first.when.latest is None:
        return None
    before = reading.sentence.tokens.lower[: first.at.start]
    plain = all(not text.isalpha() or text in listed("before_head") for text in before)
    return first if plain and first.when.precision in ("day", "span", "week", "month") else None


def _verbless(reading: Reading, end: int) -> bool:
    lower = reading.sentence.tokens.lower[:end]
    if not words_of("grammar", "be", "have", "modals", "pronouns").isdisjoint(lower) or not (listed("say") - _NOUNS).isdisjoint(lower):
        return False
    return all(deed.form == "noun" or deed.at.start >= end for deed in reading.told.deeds)
