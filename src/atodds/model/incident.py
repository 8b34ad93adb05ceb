"""Incidents: which claims speak of one event, and why they are held to; a reading of claims, recomputed at will."""

from __future__ import annotations

from typing import Literal

from atodds.model.record import Record
from atodds.model.when import When
from atodds.model.where import Place

Judgement = Literal["same", "different", "unsure"]


class Pair(Record, frozen=True, kw_only=True):
    """Two claims and whether they are about one event. `one < other`; the reason is a sentence.

    Where a person decided, `decided` is the id of the decision, and `score` is left at 1 or 0.
    """

    one: str
    other: str
    judgement: Judgement
    score: float  # 0 to 1: how alike the machine finds them
    reason: str  # "same day, 4 km apart, both drone strikes"
    decided: str | None = None


class Incident(Record, frozen=True, kw_only=True, tag_field="type", tag="incident"):
    """Claims about one event, across documents. Aggregates are never among them; rivals are.

    `id` is the least claim id. `time`, `place` and `means` are those that most of its claims give, ties by least claim id.
    """

    id: str
    claims: tuple[str, ...]  # sorted
    documents: tuple[str, ...]  # sorted
    time: When | None = None
    place: Place | None = None
    means: str | None = None
    joined: tuple[Pair, ...] = ()  # why: enough pairs to hold the group together


class Grouping(Record, frozen=True, kw_only=True):
    """Every incident of some claims, by id, and the pairs that nobody could decide on. A claim is in one incident at most."""

    incidents: tuple[Incident, ...] = ()
    unsure: tuple[Pair, ...] = ()
    different: tuple[Pair, ...] = ()  # those that a person keeps apart
