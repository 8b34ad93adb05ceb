"""Times as a person writes them down, without saying more or less than the interval does."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from atodds.model.when import When
from atodds.vocab.shown import folded

NO_PERIOD = "no period given"


def period(when: When | None) -> str:
    """The interval in the coarsest ISO dates that name exactly its days.

    >>> period(When(earliest=date(2008, 1, 1), latest=date(2013, 11, 30), precision="span"))
    '2008/2013-11'
    >>> period(When(earliest=date(2012, 1, 1), latest=date(2012, 12, 31), precision="year"))
    '2012'
    >>> period(When(precision="day", text="Thursday", unresolved=True))
    '“Thursday” (no date to count it from)'
    """
    if when is None:
        return NO_PERIOD
    if when.unresolved:
        return f"“{folded(when.text)}” (no date to count it from)" if when.text else "a time that is not anchored"
    if when.earliest is not None and when.latest is not None:
        return between(when.earliest, when.latest)
    if when.earliest is not None:
        return f"since {_cut(when.earliest, _grain_of_start(when.earliest))}"
    if when.latest is not None:
        return f"until {_cut(when.latest, _grain_of_end(when.latest))}"
    return NO_PERIOD


def between(earliest: date, latest: date) -> str:
    """Both ends, each no coarser than its day allows: "2007-10", "2012/2013", "2012-01/2012-06"."""
    if earliest == latest:
        return earliest.isoformat()
    start, end = _grain_of_start(earliest), _grain_of_end(latest)
    end = min(end, start)  # "2007-10-25/2007-10" would be hard to read
    if earliest.year == latest.year:
        start = end  # "2012/2012-06" would name the whole year
    first, last = _cut(earliest, start), _cut(latest, end)
    return first if first == last else f"{first}/{last}"


_DAY, _MONTH, _YEAR = 0, 1, 2


def _grain_of_start(day: date) -> int:
    return _DAY if day.day != 1 else _MONTH if day.month != 1 else _YEAR


def _grain_of_end(day: date) -> int:
    return _DAY if day.day != monthrange(day.year, day.month)[1] else _MONTH if day.month != 12 else _YEAR


def _cut(day: date, grain: int) -> str:
    return day.isoformat()[: {_DAY: 10, _MONTH: 7, _YEAR: 4}[grain]]
