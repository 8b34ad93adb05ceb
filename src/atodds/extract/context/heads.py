"""Heads of entries: "Dec. 26, 2018, near the port, via a monitor's report." A day that opens an entry is the day of all that it tells."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from atodds.extract.act import Act
from atodds.extract.context.case import Case
from atodds.extract.context.merging import is_open
from atodds.extract.context.scopes import OPEN_TO_DOUBT
from atodds.extract.page import Page, Reading
from atodds.model.mention import Time
from atodds.vocab import words_of
from atodds.vocab.calendar import listed

_NOUNS = frozenset(("reports", "claims"))  # of saying, but in a head rather nouns
_OPENS = 4  # tokens before the day of a head: "(14.) On"
_LONGEST = 30  # tokens of a head
_FAR = 12  # sentences of an entry that its head reaches


def under_heads(page: Page, cases: Sequence[Case[Act]]) -> None:
    """Give every act of an entry that names no day itself the day of the entry's head."""
    for case in cases:
        time = case.scope.time
        head = head_time(page, case.index) if time is None or is_open(time) else None
        if head is not None and case.scope.extent != "total":
            case.scope = msgspec.structs.replace(case.scope, time=msgspec.structs.replace(head.when, from_="previous"))
            case.review = None if case.review == OPEN_TO_DOUBT else case.review


def head_time(page: Page, index: int) -> Time | None:
    """The time that the head of an entry gives to a sentence of it."""
    block = page.sentences[index].block
    start = index
    while start > 0 and index - start < _FAR and page.sentences[start - 1].block == block:
        start -= 1
    while start < index and not any(text[0].isalpha() for text in page.sentences[start].tokens.lower):
        start += 1  # "(14.)"
    reading = page.readings[start]
    return _opening(reading) if start < index and is_head(reading) else None


def is_head(reading: Reading) -> bool:
    """Does a sentence without a verb give the day of an entry, and often its place?"""
    size, first = len(reading.sentence.tokens.lower), _opening(reading)
    return first is not None and size <= _LONGEST and _verbless(reading, first.at.end, size)


def _opening(reading: Reading) -> Time | None:
    """The time with which a sentence opens, behind a number or "on" at most."""
    first = next(iter(reading.dated), None)
    if first is None or first.speech or first.at.start > _OPENS or first.when.earliest is None or first.when.latest is None:
        return None
    before = reading.sentence.tokens.lower[: first.at.start]
    plain = all(not text.isalpha() or text in listed("before_head") for text in before)
    return first if plain and first.when.precision in ("day", "span", "week", "month") else None


def _verbless(reading: Reading, start: int, end: int) -> bool:
    lower = reading.sentence.tokens.lower[start:end]
    if not words_of("grammar", "be", "have", "modals", "pronouns").isdisjoint(lower) or not (listed("say") - _NOUNS).isdisjoint(lower):
        return False
    return all(deed.form == "noun" or deed.at.start >= end for deed in reading.told.deeds)
