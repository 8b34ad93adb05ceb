"""A later figure of one origin on one incident revises the earlier: rule 3.6."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations
from typing import Any

import msgspec
import pytest

from atodds.incidents.revisions import history, revisions
from atodds.model.claim import Claim, Scope
from atodds.model.figure import Figure, exactly
from atodds.model.incident import Grouping, Incident
from atodds.model.origin import Origin, Revision

FOURTH = date(2013, 5, 4)


def told(id: str, figure: Figure, day: int | None, origin: str = "Reuters", **fields: Any) -> tuple[Claim, Origin]:
    """A figure said on so many days after 4 May 2013."""
    content: dict[str, Any] = {
        "kind": "figure", "stance": "asserts", "author": "neutral", "scope": Scope(aggregate=False), "rule": "figure",
    }  # fmt: skip
    claim = Claim(id=id, document=f"d-{id}", quote="", start=0, end=0, attribution=(), figure=figure, **(content | fields))
    made = None if day is None else FOURTH + timedelta(days=day)
    return claim, Origin(key=origin.lower(), side=origin.lower(), name=origin, made=made)


def found(*tellings: tuple[Claim, Origin], incidents: tuple[tuple[str, ...], ...] | None = None) -> tuple[Revision, ...]:
    claims = [claim for claim, _ in tellings]
    groups = incidents or (tuple(sorted(claim.id for claim in claims)),)
    grouping = Grouping(incidents=tuple(Incident(id=ids[0], claims=ids, documents=()) for ids in groups))
    return revisions(claims, {claim.id: origin for claim, origin in tellings}, grouping)


def pairs(*tellings: tuple[Claim, Origin], **options: Any) -> list[tuple[str, str]]:
    return [(each.earlier, each.later) for each in found(*tellings, **options)]


def of(number: int, **fields: Any) -> Figure:
    return msgspec.structs.replace(exactly(number), **fields)


def test_3_6_the_next_day_revises_with_a_sentence() -> None:
    (revision,) = found(told("a", of(12), 0), told("b", of(15), 1))
    assert (revision.earlier, revision.later, revision.incident) == ("a", "b", "a")
    assert revision.reason == "15 people killed (Reuters, 5 May 2013) revises 12 people killed (4 May 2013)"


def test_3_6_a_chain_goes_from_day_to_day() -> None:
    rows = [told("a", of(12), 0), told("b", of(15), 1), told("c", of(18), 5)]
    assert pairs(*rows) == [("a", "b"), ("b", "c")]
    assert history(found(*rows)) == (("a", "b", "c"),)


def test_3_6_the_order_of_claims_is_nothing() -> None:
    rows = [told("a", of(12), 0), told("b", of(15), 1), told("c", of(15), 1), told("d", of(18), 5)]
    assert {found(*each) for each in permutations(rows)} == {found(*rows)}
    assert pairs(*rows) == [("a", "b"), ("b", "d"), ("c", "d")]


AT_LEAST = of(12, high=None, modality="at_least", text="at least 12")
NOTHING = [
    ("on one day", told("a", of(12), 0), told("b", of(15), 0)),
    ("without a day", told("a", of(12), None), told("b", of(15), 1)),
    ("the same figure again", told("a", of(12), 0), told("b", of(12), 1)),
    ("a figure with room for it", told("a", of(12), 0), told("b", AT_LEAST, 1)),
    ("another origin", told("a", of(12), 0), told("b", of(15), 1, "AFP")),
    ("another measure", told("a", of(12), 0), told("b", of(15, measure="wounded"), 1)),
    ("another kind", told("a", of(12), 0), told("b", of(3, category="child"), 1)),
    ("another unit", told("a", of(12, measure="materiel", unit="tanks"), 0), told("b", of(15, measure="materiel", unit="trucks"), 1)),
    ("who denies a figure gives none", told("a", of(12), 0), told("b", of(15), 1, stance="denies")),
    ("a share of the same kind", told("a", of(12), 0), told("b", of(4), 1, part_of="a")),
    ("one who is named", told("a", of(12), 0), told("b", of(1, names=("Omar Said",)), 1)),
]  # fmt: skip


@pytest.mark.parametrize(("why", "one", "other"), NOTHING, ids=[row[0] for row in NOTHING])
def test_3_6_nothing_is_revised(why: str, one: tuple[Claim, Origin], other: tuple[Claim, Origin]) -> None:
    assert found(one, other) == ()


def test_3_6_incidents_are_apart() -> None:
    assert pairs(told("a", of(12), 0), told("b", of(15), 1), incidents=(("a",), ("b",))) == []


def test_3_6_at_least_twelve_is_revised_by_fifteen() -> None:
    assert pairs(told("a", AT_LEAST, 0), told("b", of(15), 1)) == [("a", "b")]


def test_3_6_an_opening_and_its_report_are_one_toll() -> None:
    assert pairs(told("a", AT_LEAST, 0), told("b", of(12), 0), told("c", of(15), 1)) == [("a", "c"), ("b", "c")]


def test_3_6_two_places_of_one_day_are_not_one_toll() -> None:
    assert pairs(told("a", of(15), 0), told("b", of(3), 0), told("c", of(18), 1)) == []


def test_3_6_a_part_revises_a_part_of_its_kind() -> None:
    children = of(3, category="child"), of(5, category="child")
    rows = [told("a", of(12), 0), told("b", children[0], 0, part_of="a"), told("c", of(15), 1), told("d", children[1], 1, part_of="c")]
    assert pairs(*rows) == [("a", "c"), ("b", "d")]


def test_3_6_what_was_said_again_in_between_is_revised_too() -> None:
    assert pairs(told("a", of(12), 0), told("b", of(12), 1), told("c", of(15), 2)) == [("a", "c"), ("b", "c")]
