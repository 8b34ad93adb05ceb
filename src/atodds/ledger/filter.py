"""Filters: which claims a recorder asks for, and words folded so that the asking does not hang on letter case or line ends."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, exists, or_

from atodds.ledger.log import storable
from atodds.ledger.schema import claims, links
from atodds.model.claim import Author, Kind, Stance, Status
from atodds.model.figure import Category, Measure
from atodds.model.record import Record


class Filter(Record, frozen=True, kw_only=True):
    """What is asked for; None asks nothing. Names match on any part of them, in any letter case.

    `speaker` is who says it, `voice` anyone in the chain. A window of time takes the claims that state some time and do not lie
    outside it: "since 2008" may reach into 2012, a claim without any period is not taken.
    """

    document: str | None = None  # a whole id
    kind: Kind | None = None
    measure: Measure | None = None
    category: Category | None = None
    speaker: str | None = None
    voice: str | None = None
    place: str | None = None  # words, or a country by its ISO 3166-1 code
    earliest: date | None = None
    latest: date | None = None
    means: str | None = None
    agent: str | None = None
    type: str | None = None  # PLOVER, in any letter case
    mode: str | None = None
    recipient: str | None = None
    accused: str | None = None
    status: Status | None = None
    stance: Stance | None = None
    author: Author | None = None
    rejected: bool | None = False  # None: both
    current: bool | None = True  # False: only what a newer reading no longer finds; None: both


def fold(text: str) -> str:
    r"""Words for comparing: one line, no letter case, nothing that an engine cannot store.

    >>> fold("Pakistan's  Ministry\nof Defence")
    "pakistan's ministry of defence"
    """
    return " ".join(storable(text).casefold().split())


def conditions(asked: Filter) -> list[ColumnElement[bool]]:
    """The filter as conditions on the table of claims, all of which must hold."""
    return [*_equal(asked), *_named(asked), *_in_time(asked)]


def _equal(asked: Filter) -> list[ColumnElement[bool]]:
    names = ("document", "kind", "measure", "category", "means", "mode", "status", "stance", "author", "current")
    found = [claims.c[name] == getattr(asked, name) for name in names if getattr(asked, name) is not None]
    if asked.type is not None:
        found.append(claims.c.type == asked.type.upper())
    if asked.rejected is not None:
        found.append(claims.c.rejected.is_not(None) if asked.rejected else claims.c.rejected.is_(None))
    return found


def _named(asked: Filter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    for name in ("speaker", "agent", "recipient", "accused"):
        words = getattr(asked, name)
        if words is not None:
            found.append(claims.c[name].contains(fold(words), autoescape=True))
    if asked.place is not None:
        named = claims.c.place.contains(fold(asked.place), autoescape=True)
        found.append(or_(named, claims.c.country == asked.place.upper()))
    if asked.voice is not None:
        same = (links.c.document == claims.c.document) & (links.c.claim == claims.c.id)
        found.append(exists().where(same, links.c.speaker.contains(fold(asked.voice), autoescape=True)))
    return found


def _in_time(asked: Filter) -> list[ColumnElement[bool]]:
    if asked.earliest is None and asked.latest is None:
        return []
    found = [or_(claims.c.earliest.is_not(None), claims.c.latest.is_not(None))]
    if asked.earliest is not None:
        found.append(or_(claims.c.latest.is_(None), claims.c.latest >= asked.earliest))
    if asked.latest is not None:
        found.append(or_(claims.c.earliest.is_(None), claims.c.earliest <= asked.latest))
    return found
