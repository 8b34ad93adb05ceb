"""Incidents: the groups depend on the claims and decisions alone; what is kept apart stays apart; every join has its reason."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from atodds.incidents.grouping import group
from atodds.incidents.members import is_member
from atodds.model.claim import Claim
from atodds.model.incident import Grouping, Pair
from atodds.model.text import Document
from tests.incidents.tales import KESTA, NORR, OLVA, SENNA, TARM, claim, day, month, report

TEXTS = (
    "A bomb hit Kesta on Monday. The bombing killed twelve. In a separate attack, gunmen shot nine. The mayor blamed rebels for it all.",
    "Drones struck Olva. Another seven people died in Senna, while in the other the toll was twelve. The attack was on the army.",
    "", "", "",
)  # fmt: skip
PRINTED = ("2014-05-06", None, "2014-05-10", "2014-05-06", "2014-05-07")
REPORTS = {name: report(name, text, printed) for name, text, printed in zip("ABCDE", TEXTS, PRINTED, strict=True)}
MONDAY, TUESDAY = day("2014-05-05"), day("2014-05-06")
WHEN = (MONDAY, MONDAY, MONDAY, TUESDAY, None, replace(MONDAY, from_="previous"), month("2014-05"))
WHERE = (KESTA, KESTA, OLVA, SENNA, NORR, TARM, None, replace(KESTA, from_="previous"))


@st.composite
def told(draw: st.DrawFn) -> Claim:
    """One claim of one of some reports, at some place of its text; days and towns are few, so that many meet."""
    of = draw(st.sampled_from(list(REPORTS.values())))
    start = draw(st.integers(0, max(0, len(of.text) - 12)))
    words = of.text[start : start + 10].strip(" .,") or "told"
    kind = draw(st.sampled_from(("figure", "figure", "figure", "event", "responsibility")))
    return claim(
        of, words, kind=kind,  # type: ignore[arg-type]
        killed=draw(st.sampled_from((9, 9, 12, 12, 13, 1))), when=draw(st.sampled_from(WHEN)), where=draw(st.sampled_from(WHERE)),
        means=draw(st.sampled_from((None, "bomb", "bomb", "drone", "shooting"))),
        accused=draw(st.sampled_from(("rebels", "the army"))) if kind == "responsibility" else None,
        said_by=draw(st.sampled_from((None, "the mayor"))), names=draw(st.sampled_from(((), (), ("Hakim Tarn",)))),
        extent=draw(st.sampled_from(("incident",) * 6 + ("incidents", "total"))),
    )  # fmt: skip


@st.composite
def stories(draw: st.DrawFn) -> tuple[list[Claim], list[Pair]]:
    claims = list({each.id: each for each in draw(st.lists(told(), min_size=2, max_size=20))}.values())
    decided: list[Pair] = []
    if len(claims) > 1:
        for one, other in draw(st.lists(st.tuples(st.sampled_from(claims), st.sampled_from(claims)), max_size=3)):
            if one.id < other.id:
                judgement = draw(st.sampled_from(("same", "different", "unsure")))
                decided.append(Pair(one=one.id, other=other.id, judgement=judgement, score=0.0, reason="seen", decided="d"))  # type: ignore[arg-type]
    return claims, decided


def grouped(claims: Sequence[Claim], decided: Sequence[Pair]) -> Grouping:
    return group(iter(claims), REPORTS, decided)


def order_does_not_matter(story: tuple[list[Claim], list[Pair]], chance: Random) -> None:
    claims, decided = story
    first = grouped(claims, decided)
    shuffled, again = list(claims), list(decided)
    chance.shuffle(shuffled)
    chance.shuffle(again)
    documents: dict[str, Document] = dict(sorted(REPORTS.items(), reverse=True))
    assert group(shuffled, documents, again) == first
    assert group([*shuffled, *shuffled[:3]], documents, again) == first  # a part that is handed over twice changes nothing


def what_holds(story: tuple[list[Claim], list[Pair]]) -> None:
    claims, decided = story
    found = grouped(claims, decided)
    incident_of = {id: each.id for each in found.incidents for id in each.claims}
    assert sorted(incident_of) == sorted(id for each in found.incidents for id in each.claims)  # one incident each
    assert set(incident_of) == {each.id for each in claims if is_member(each)}
    for each in found.incidents:
        assert each.id == min(each.claims)
        assert len(each.joined) == len(each.claims) - 1  # as many reasons as hold it together, and no more
        assert all(pair.judgement == "same" and pair.reason and {pair.one, pair.other} <= set(each.claims) for pair in each.joined)
    for pair in (*found.unsure, *found.different):
        assert pair.one < pair.other
        assert incident_of[pair.one] != incident_of[pair.other]
    apart = {(each.one, each.other) for each in decided if each.judgement != "same"}
    for each in decided:
        if each.one in incident_of and each.other in incident_of and (each.one, each.other) in apart:
            assert incident_of[each.one] != incident_of[each.other]
    if not apart:
        here = [each for each in decided if {each.one, each.other} <= set(incident_of)]
        assert all(incident_of[each.one] == incident_of[each.other] for each in here)


@settings(max_examples=500)
@given(stories(), st.randoms(use_true_random=False))
def test_neither_order_nor_parts_matter(story: tuple[list[Claim], list[Pair]], chance: Random) -> None:
    order_does_not_matter(story, chance)


@settings(max_examples=500)
@given(stories())
def test_every_claim_is_of_one_incident_and_every_join_has_its_reason(story: tuple[list[Claim], list[Pair]]) -> None:
    what_holds(story)


@pytest.mark.long
@settings(max_examples=10_000)
@given(stories(), st.randoms(use_true_random=False))
def test_both_hold_long(story: tuple[list[Claim], list[Pair]], chance: Random) -> None:
    order_does_not_matter(story, chance)
    what_holds(story)
