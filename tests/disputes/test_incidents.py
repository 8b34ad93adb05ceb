"""What is said of one incident besides its numbers: whether it happened, who they were, who did it; and what agrees."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from atodds.disputes.find import find
from atodds.model.claim import Claim, Extract
from atodds.model.dispute import Agreement
from tests.disputes.claims import TOWN, claim, told

DAY = "2007-10-18"


def found(*claims: Claim, **how: object) -> set[tuple[str, str, str]]:
    case = told(*claims, incidents=[[each.id for each in claims]], **how)  # type: ignore[arg-type]
    disputes = find(case.claims, case.origins, case.grouping, case.revisions).disputes
    return {(each.dimension, each.relation, " ".join(each.claims)) for each in disputes}


def killed(id: str, number: str, who: str | None = None, **how: object) -> Claim:
    return claim(id, number, who, during=DAY, place=TOWN, by=str(how.pop("by", id)), **how)  # type: ignore[arg-type]


def accused(id: str, whom: str, **how: object) -> Claim:
    return claim(id, accused=whom, during=DAY, place=TOWN, stance=how.pop("stance", "blames"), by=id, **how)  # type: ignore[arg-type]


# 5.4
@pytest.mark.parametrize(
    ("asserted", "denied", "expected"),
    [
        ("40", "40", {("occurrence", "contradiction", "a b")}),
        ("12", "40", set()),  # to deny 40 is not to claim 12, or none
        ("at least 40", "40", set()),  # not that very figure
        ("about 40", "40", {("occurrence", "at_odds", "a b")}),
    ],
)
def test_a_denied_figure(asserted: str, denied: str, expected: set[tuple[str, str, str]]) -> None:
    assert found(killed("a", asserted), killed("b", denied, stance="denies")) == expected


def test_a_denied_event() -> None:
    happened, denied = (claim(id, during=DAY, place=TOWN, by=id, stance=stance) for id, stance in (("a", "asserts"), ("b", "denies")))  # type: ignore[arg-type]
    assert found(happened, denied) == {("occurrence", "contradiction", "a b")}
    assert not found(claim("a", during=DAY, place=TOWN, by="a", stance="doubts"), denied)
    assert not found(claim("a", during=DAY, place=TOWN, by="a", status="planned"), denied)


def test_the_same_actor_concedes_what_he_denies() -> None:
    conceded = killed("a", "40", by="the army", stance="concedes")
    assert found(conceded, killed("b", "40", by="the army", stance="denies")) == {("occurrence", "contradiction", "a b")}


# 5.5
@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("18", "combatant"), ("18", "civilian"), {("status", "at_odds", "a b")}),
        (("18", "combatant"), ("18", "child"), set()),  # a child may fight
        (("18", "combatant"), ("5", "civilian"), set()),
        (("18", "woman"), ("18", "man"), {("status", "at_odds", "a b")}),
        (("no", "civilian"), ("18", "civilian"), {("count", "contradiction", "a b")}),
    ],
)
def test_who_they_were(one: tuple[str, str], other: tuple[str, str], expected: set[tuple[str, str, str]]) -> None:
    assert found(killed("a", *one), killed("b", *other)) == expected


# 5.6
def test_three_accused_are_one_question_with_three_sides() -> None:
    case = told(
        accused("a", "Al Qaeda"), accused("b", "Pakistan"), accused("c", "the Taliban"), accused("d", "the Taliban"),
        incidents=[["a", "b", "c", "d"]],
    )  # fmt: skip
    disputes = find(case.claims, case.origins, case.grouping).disputes
    assert {each.dimension for each in disputes} == {"responsibility"}
    assert {each.relation for each in disputes} == {"at_odds"}
    assert {" ".join(each.claims) for each in disputes} == {"a b", "a c", "b c"}
    assert len({each.question for each in disputes}) == 1


@pytest.mark.parametrize(
    ("held", "denied", "expected"),
    [
        ("the Taliban", "the Taliban", {("responsibility", "contradiction", "a b")}),
        ("the CIA", "United States", {("responsibility", "contradiction", "a b")}),  # a state answers for its bodies
        ("United States", "the CIA", set()),  # and they answer neither for it
        ("US Army", "the CIA", set()),  # nor for each other
        ("the Taliban", "Pakistan", set()),
    ],
)
def test_who_denies_it(held: str, denied: str, expected: set[tuple[str, str, str]]) -> None:
    assert found(accused("a", held), accused("b", denied, stance="denies")) == expected


def test_bodies_of_one_state_are_one_party() -> None:
    assert not found(accused("a", "the CIA"), accused("b", "United States"))


# 5.9
def agreements(*claims: Claim, incidents: list[list[str]]) -> list[Agreement]:
    case = told(*claims, incidents=incidents)
    return list(find(case.claims, case.origins, case.grouping).agreements)


def test_equal_figures_of_different_origins_agree() -> None:
    (one,) = agreements(killed("a", "12"), killed("b", "12"), killed("c", "13"), incidents=[["a", "b", "c"]])
    assert one.claims == ("a", "b")
    assert not agreements(killed("a", "12", by="police"), killed("b", "12", by="police"), incidents=[["a", "b"]])


def test_eighteen_and_one_make_nineteen() -> None:
    whole = claim("whole", "19", "civilian", during="2012", place=TOWN, extent="incidents")
    parts = [
        claim("one", "18", "civilian", during="2012-07-06", place=TOWN, part_of="whole"),
        claim("other", "1", "civilian", during="2012-10-24", place=TOWN, part_of="whole"),
    ]
    (one,) = agreements(whole, *parts, incidents=[["whole"], ["one"], ["other"]])
    assert one.claims == ("one", "other", "whole")
    assert "18 + 1 = 19" in one.reason


def test_in_one_in_the_other_is_apart_in_one_sentence() -> None:
    whole = claim("whole", "19", "civilian", during="2012", place=TOWN, extent="incidents")
    one = claim("one", "18", "civilian", during="open", place=TOWN, part_of="whole")
    other = claim("other", "1", "civilian", during="open", place=TOWN, part_of="whole")
    apart = [replace(each, sentence=Extract(start=0, end=90)) for each in (one, other)]
    assert not agreements(whole, one, other, incidents=[])
    assert len(agreements(whole, *apart, incidents=[])) == 1
