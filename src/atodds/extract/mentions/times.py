"""Times: the days, months, years and periods of a sentence, and whether they date the deed or the telling of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

import msgspec

from atodds.extract.base import extractor
from atodds.extract.mentions.time_of_saying import dates_saying
from atodds.model.mention import Marks, Time
from atodds.model.text import Document, Sentence, Span, Tokens
from atodds.vocab.bounds import time_at, time_openers
from atodds.vocab.calendar import listed, mapped, unresolved, words
from atodds.vocab.datelines import DATELINE
from atodds.vocab.forms import Sort

_YEAR = re.compile(r"(?:19|20)\d\d|\d[Zz]?[A-Za-z]{3}\d\d|\d(?:st|nd|rd|th|ST|ND|RD|TH)\b")  # 2012, 101530ZOCT11, the 5th
_REACH = 8  # tokens from the beginning of a time to the first word that only times have: "through the end of | August"
_DATELINE = 14  # tokens of the longest dateline before its date
_COMPOUND = re.compile(r"[^\W_]+|-")
_OPENING = Sort(lambda word: word in time_openers() or word[0].isdigit())  # a time can begin with it


@extractor(assigns="times")
def times(sentence: Sentence, marks: Marks, document: Document) -> Iterator[Time]:
    """Days, weeks, months, years, ranges and bounds: "Oct. 18", "last month", "since 2008", "between 2007 and 2011"."""
    if _triggers().isdisjoint(sentence.tokens.lower) and _YEAR.search(sentence.text) is None:
        return
    before: Time | None = None
    for time in _without_nights(list(_one_by_one(sentence, document.published))):
        time = _as_masthead(sentence, time, document.published)
        joined = _told_twice(sentence, before, time) if before is not None else None
        if before is not None and joined is None:
            yield before
        before = joined or time
    if before is not None:
        yield before


def _one_by_one(sentence: Sentence, published: date | None) -> Iterator[Time]:
    whole, free = sentence.tokens, 0
    tokens = opened(whole) if "-" in sentence.text else whole
    for place in _near(tokens.lower, years=_YEAR.search(sentence.text) is not None):
        found = time_at(tokens, place, published) if place >= free else None
        at = _in_whole(whole, tokens, place, found[0]) if found is not None else None
        if found is not None and at is not None:
            when = msgspec.structs.replace(found[1], text=sentence.words(at))
            yield Time(at=at, when=when, speech=dates_saying(tokens, place, found[0]))
            free = found[0]


def _in_whole(whole: Tokens, tokens: Tokens, start: int, end: int) -> Span | None:
    """The same stretch in the tokens that were taken apart; None where it begins or ends inside one of them."""
    if tokens is whole:
        return Span(start, end)
    if tokens.starts[start] not in whole.starts or tokens.ends[end - 1] not in whole.ends:
        return None
    return Span(whole.starts.index(tokens.starts[start]), whole.ends.index(tokens.ends[end - 1]) + 1)


def _without_nights(found: list[Time]) -> list[Time]:
    """ "during an overnight raid yesterday": beside a day of its own, "overnight" adds nothing."""
    nights = [time for time in found if (time.when.text or "").lower() in listed("overnight")]
    if not nights or not any(time.when.precision == "day" and not time.speech for time in found):
        return found
    return [time for time in found if time not in nights]


def _as_masthead(sentence: Sentence, time: Time, published: date | None) -> Time:
    """ "Sunday 3 November 2013 Shells fall on the port": the day of publication, bare in the first sentence, dates no deed."""
    if _in_dateline(sentence, time):
        return msgspec.structs.replace(time, speech=True)
    if sentence.index or time.when.earliest != published or not _YEAR.search(time.when.text or ""):
        return time
    lower = sentence.tokens.lower
    framed = lower[time.at.end : time.at.end + 1] == [","] or (time.at.start and lower[time.at.start - 1] in listed("frames_date"))
    return time if framed else msgspec.structs.replace(time, speech=True)


def _in_dateline(sentence: Sentence, time: Time) -> bool:
    """ "NO CITY (UTOPIA), 20 OCT 89 -- [SPEECH]"."""
    if time.at.start > _DATELINE or time.speech or not _has_figures(time):
        return False
    found = DATELINE.match(sentence.text)
    return found is not None and sentence.tokens.ends[time.at.end - 1] <= found.end()


def _told_twice(sentence: Sentence, first: Time, second: Time) -> Time | None:
    """ "yesterday (Sunday)", "on Wednesday, 3 January": one day in two words. Where they differ, figures count more; else it is open."""
    between = sentence.tokens.lower[first.at.end : second.at.start]
    days = (first.when.precision, second.when.precision) == ("day", "day")
    if between not in ([","], ["("], []) or not days or first.when.unresolved != second.when.unresolved:
        return None
    shown, agree = (_has_figures(first), _has_figures(second)), first.when.earliest == second.when.earliest
    if all(shown) or not (_names_day(first) or _names_day(second)) or (shown[0] and not agree) or not (shown[1] or _names_day(second)):
        return None
    end = second.at.end + (between == ["("] and sentence.tokens.lower[second.at.end : second.at.end + 1] == [")"])
    at = Span(first.at.start, end)
    when = second.when if agree or shown[1] else unresolved("day")
    return Time(at=at, when=msgspec.structs.replace(when, text=sentence.words(at)), speech=first.speech or second.speech)


def _has_figures(time: Time) -> bool:
    return any(letter.isdigit() for letter in time.when.text or "")


def _names_day(time: Time) -> bool:
    """A weekday, or "today", "yesterday"."""
    first = (time.when.text or "").lower().split()
    return any(word in words().weekdays or word in ("today", "yesterday") for word in first)


def _near(lower: Sequence[str], *, years: bool) -> Iterator[int]:
    """The tokens at which a time may begin, from which a word of time is not too far: in most of a sentence nobody need look for one."""
    known, behind = _triggers(), 0
    for place, text in enumerate(lower):
        if text in known or (years and not text.isalpha() and _YEAR.search(text) is not None):
            near = range(max(behind, place - _REACH), place + 1)
            yield from [each for each in near if _OPENING[lower[each]]]
            behind = place + 1


@cache
def _triggers() -> frozenset[str]:
    """A sentence with none of these and no year holds no time."""
    known = words()
    short = {*known.short_months, *known.short_weekdays}
    names = {*known.months, *known.weekdays, *short, *(name + "." for name in short)}
    parts = {f"{part}-{name}" for part in mapped("thirds") for name in known.months}
    groups = (known.months, known.weekdays, known.short_months)
    pairs = {f"{first}-{second}" for group in groups for first in group for second in group}
    units = {*known.units, *listed("hours"), *listed("story_units"), *listed("dayparts"), *mapped("seasons")}
    named = {name for phrase in mapped("moving_feasts") for name in phrase.split() if len(name) > 3}
    near = {"today", "tonight", "yesterday", "tomorrow", "christmas", "since", "ago", "/", *listed("overnight")}
    return frozenset(names | parts | pairs | units | near | named)


def opened(tokens: Tokens) -> Tokens:
    """The same tokens, with "mid-May", "31-Nov" and "January-March" taken apart at their hyphens."""
    if not any(_is_compound(text) for text in [text for text in tokens.lower if "-" in text and len(text) > 1]):
        return tokens
    found = Tokens([], [], [], [])
    for text, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        pieces = [match.span() for match in _COMPOUND.finditer(text)] if _is_compound(text.lower()) else [(0, end - start)]
        for first, last in pieces:
            piece = text[first:last]
            found.words.append(piece)
            found.lower.append(piece.replace("’", "'").lower())
            found.starts.append(start + first)
            found.ends.append(start + last)
    return found


def _is_compound(text: str) -> bool:
    """Is each piece between hyphens a month, a weekday, a figure or a part of a period, and one of them no figure?"""
    pieces, known = text.split("-"), words()
    named = [
        piece in known.months or piece in known.short_months or piece in known.weekdays or piece in mapped("thirds") for piece in pieces
    ]
    return len(pieces) > 1 and any(named) and all(name or piece[:1].isdigit() for name, piece in zip(named, pieces, strict=True))
