"""Precision: how finely a day and a place are known, in the codes of those who code them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from atodds.incidents.nearness import days_of
from atodds.model.when import When
from atodds.model.where import Place
from atodds.policy.base import Value
from atodds.vocab.shown import folded

UNDATED = "no account tells when: a coder enters days, weeks, months or a year"


def days(time: When | None) -> int | None:
    """How many days a time spans; None where it is open or not anchored."""
    found = days_of(time)
    return None if found is None else found[1] - found[0] + 1


def of_days(time: When | None, codes: Mapping[int, int]) -> int | None:
    """The code of a time, from a table of the most days for each; None where it spans more, or is not told.

    >>> from datetime import date
    >>> of_days(When(earliest=date(2013, 10, 21), latest=date(2013, 10, 23), precision="span"), {1: 1, 6: 2, 7: 3})
    2
    """
    span = days(time)
    return None if span is None else next((code for most, code in sorted(codes.items()) if span <= most), None)


def of_place(place: Place | None, codes: Mapping[str, int]) -> int | None:
    """The code of a place, from a table by precision; None where the place or how fine it is is not told."""
    return None if place is None or place.precision is None else codes.get(place.precision)


def when_and_where(time: When | None, place: Place | None) -> dict[str, Value]:
    """The columns that every table of events has; a day is never made up between the first and the last."""
    known = time is not None and not time.unresolved
    return {
        "date_start": str(time.earliest) if time is not None and known and time.earliest is not None else None,
        "date_end": str(time.latest) if time is not None and known and time.latest is not None else None,
        "country": place.country if place is not None else None,
        "adm_1": place.admin1 if place is not None else None,
        "adm_2": place.admin2 if place is not None else None,
        "location": folded(place.name or place.text) if place is not None else None,
        "latitude": place.lat if place is not None else None,
        "longitude": place.lon if place is not None else None,
    }


def not_placed(place: Place | None) -> Iterator[str]:
    """What keeps a row from being entered as it stands."""
    if place is None:
        yield "no account gives a place: a coder would not enter it as it stands"
