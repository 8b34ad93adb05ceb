"""Beginnings: the year in which a war began dates what it has done since, and not what it did that year."""

from __future__ import annotations

from collections.abc import Sequence

from atodds.extract.act import Act
from atodds.extract.page import Reading
from atodds.model.mention import Time
from atodds.model.text import Span
from atodds.model.when import When
from atodds.vocab import words_of

_LONGEST = 16  # tokens from "since", or from "began", to its date: "since a rising against the old king's rule began in 2011"
_HAVE = frozenset(("has", "have", "'ve"))


def since_it_began(reading: Reading, act: Act, time: Time | None) -> Time | None:
    """ "killed since the war began in March 2011", "the war began in 2011 and has killed": from then on, not in that month."""
    lower = reading.sentence.tokens.lower
    if time is None:
        time = next((each for each in reading.marks.times if _in_an_aside(lower, each, act)), None)
    if time is None or time.when.earliest is None:
        return time
    start = _since(lower, time)
    if start is None and _has_done(lower, time, act):
        start = _began(lower, time)
    if start is None or start <= act.at.start < time.at.end:
        return time  # what happened at the beginning itself: "since it launched an assault in September"
    return _from_then_on(reading, Span(start, time.at.end), time)


def _since(lower: Sequence[str], time: Time) -> int | None:
    """Where "since" stands, with what began between it and the date."""
    start = next((place for place in _back(lower, time) if lower[place] == "since"), None)
    if start is None or words_of("times", "beginning").isdisjoint(lower[start : time.at.start]):
        return None
    return start


def _began(lower: Sequence[str], time: Time) -> int | None:
    """Where "began" stands: "a war that began with protests in 2011"."""
    return next((place for place in _back(lower, time) if lower[place] in words_of("times", "began")), None)


def _has_done(lower: Sequence[str], time: Time, act: Act) -> bool:
    """ "has killed", "has since claimed the lives of": the perfect reaches until now, and takes no year that is over."""
    between = lower[time.at.end : act.tokens.start]
    return ";" not in between and not _HAVE.isdisjoint(between)


def _in_an_aside(lower: Sequence[str], time: Time, act: Act) -> bool:
    """ "The war, which began in 2012, has killed": the aside closes right before the perfect."""
    behind = lower[time.at.end : time.at.end + 2]
    return time.at.end <= act.tokens.start and behind[:1] == [","] and not _HAVE.isdisjoint(behind) and _began(lower, time) is not None


def _back(lower: Sequence[str], time: Time) -> Sequence[int]:
    """The tokens before a date, from the nearest on, as far as no comma stands between."""
    stop = max(-1, time.at.start - 1 - _LONGEST)
    comma = next((place for place in range(time.at.start - 1, stop, -1) if lower[place] == ","), stop)
    return range(time.at.start - 1, comma, -1)


def _from_then_on(reading: Reading, at: Span, time: Time) -> Time:
    """Until the day of publication, where it is known."""
    published, earliest = reading.document.published, time.when.earliest
    latest = published if published is not None and earliest is not None and published >= earliest else None
    return Time(at=at, when=When(earliest=earliest, latest=latest, precision="span", text=reading.sentence.words(at)))
