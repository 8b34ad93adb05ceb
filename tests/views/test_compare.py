"""Who says how many: which claims stand together, which stand apart and why, what is said of each."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from atodds.model.claim import Claim
from atodds.model.dispute import Findings
from atodds.model.incident import Grouping
from atodds.model.origin import Origin
from atodds.model.when import When
from atodds.views.asking import Asked, Wanted, asking
from atodds.views.compare import Compared, Group, compare
from tests.views import rivals
from tests.views.rivals import (
    AGAIN,
    ALL,
    AT_LEAST,
    DENIED,
    DOCUMENTS,
    EARLIER,
    ELSEWHERE,
    FINDINGS,
    FIRST,
    GROUPING,
    LATER,
    MILITANTS,
    NO_PLACE,
    NONE_IN_2012,
    REVISIONS,
    SINCE_2008,
    TWO_ATTACKS,
    WOUNDED,
    claim,
    span,
)

ASKED = asking("civilians killed by drones in Pakistan since 2008")


def compared(asked: Asked | Claim = ASKED, claims: list[Claim] = ALL) -> Compared:
    return compare(asked, claims, DOCUMENTS, grouping=GROUPING, revisions=REVISIONS, findings=FINDINGS)


def quotes(group: Group) -> list[str]:
    return [each.quote for each in group.lanes]


def test_claims_stand_in_groups_of_what_they_are_about() -> None:
    found = compared()
    assert {group.title: quotes(group) for group in found.groups} == {
        "Totals · since 2008": [AGAIN.quote, SINCE_2008.quote, AT_LEAST.quote],
        "Totals · 2012": [NONE_IN_2012.quote, NO_PLACE.quote],
        "Counted incidents · North Waziristan (Pakistan) · 2012": [TWO_ATTACKS.quote],
        # LATER names no means: its incident lends it the drone
        "One incident · Mir Ali (Pakistan) · 2012-07-06": [FIRST.quote, DENIED.quote, LATER.quote],
        "Not comparable: other period": [EARLIER.quote],
        "Not comparable: other place": [ELSEWHERE.quote],
        "Not comparable: other kind of people": [MILITANTS.quote],
    }
    assert [group.comparable for group in found.groups] == [True] * 4 + [False] * 3
    assert found.left_out == 0  # another measure is another question


def test_each_lane_says_what_has_to_be_granted_or_minded() -> None:
    notes = {each.quote: each.notes for each in compared().lanes}
    assert notes[NO_PLACE.quote] == ("place not stated",)
    assert notes[AGAIN.quote] == ("the report rejects this",)
    assert notes[DENIED.quote] == ("denies this (excludes the figure, claims no zero)",)
    assert notes[SINCE_2008.quote] == ()


def test_a_figure_has_the_shape_of_what_it_says() -> None:
    shapes = {each.quote: (each.shape, each.soft) for each in compared().lanes}
    assert shapes[NONE_IN_2012.quote] == ("zero", False)
    assert shapes[AT_LEAST.quote] == ("from", False)
    assert shapes[NO_PLACE.quote] == ("from", True)  # "dozens"
    assert shapes[LATER.quote] == ("range", True)
    assert shapes[DENIED.quote] == ("denied", False)
    assert shapes[MILITANTS.quote] == ("upto", False)


def test_a_revised_figure_is_history_and_binds_nothing() -> None:
    first, later = (next(each for each in compared().lanes if each.claim == one.id) for one in (FIRST, LATER))
    assert first.revised == LATER.id
    assert not first.binds
    assert later.binds


def test_the_same_voice_with_the_same_figure_is_named() -> None:
    first, again = compared().groups[0].lanes[:2]
    assert (first.same_voice, again.same_voice) == (None, first.number)
    origins = {each.id: Origin(key=name, side=name, name=name) for each, name in ((AGAIN, "one"), (SINCE_2008, "other"))}
    assert compare(ASKED, ALL, DOCUMENTS, origins=origins).groups[0].lanes[1].same_voice is None


def test_a_pronoun_is_shown_as_the_one_it_stands_for() -> None:
    it = claim("it said none", 0, 0, says="It", time=span(2012, 2012))
    origin = Origin(key="pak-ministry-of-defence", side="pak", name="the Ministry of Defence")
    assert [each.speaker for each in compare(ASKED, [it], DOCUMENTS, origins={it.id: origin}).lanes] == ["the Ministry of Defence (“It”)"]


def test_what_repeats_a_disputed_claim_is_disputed_with_it() -> None:
    dispute = replace(FINDINGS.disputes[0], also=(AGAIN.id,))
    found = compare(ASKED, ALL, DOCUMENTS, findings=Findings(disputes=(dispute,)))
    numbers = {each.claim: each.number for each in found.lanes}
    assert found.odds[0].lanes == (numbers[SINCE_2008.id], numbers[AT_LEAST.id])
    assert numbers[AGAIN.id] in found.odds[0].touches


def test_disputes_are_told_where_all_their_claims_are_comparable() -> None:
    found = compared()
    numbers = {each.claim: each.number for each in found.lanes}
    assert [(each.letter, each.relation, each.lanes) for each in found.odds] == [
        ("A", "contradiction", (numbers[NONE_IN_2012.id], numbers[TWO_ATTACKS.id])),
        ("B", "at_odds", (numbers[SINCE_2008.id], numbers[AT_LEAST.id])),
        ("C", "agreement", (numbers[AGAIN.id], numbers[SINCE_2008.id])),
    ]


def test_beside_a_claim_of_an_incident_stands_its_whole_incident() -> None:
    found = compared(FIRST)
    assert found.title == "Who says how many: drone strikes · Mir Ali (Pakistan) · 2012-07-06?"
    assert {group.title: quotes(group) for group in found.groups} == {
        "One incident · civilians killed": [FIRST.quote, DENIED.quote, LATER.quote],
        "One incident · combatants killed": [MILITANTS.quote],
        "One incident · children wounded": [WOUNDED.quote],
    }


def test_two_blows_of_one_event_stand_with_the_event_and_counted_events_for_themselves() -> None:
    two = replace(TWO_ATTACKS, scope=replace(LATER.scope, extent="incidents", means="drone"))
    for members, title in (((LATER, two), "One incident · civilians killed"), ((two,), "Counted incidents · civilians killed")):
        ids = tuple(sorted(each.id for each in members))
        grouping = Grouping(incidents=(replace(rivals.INCIDENT, id=ids[0], claims=ids),))
        assert [group.title for group in compare(two, members, DOCUMENTS, grouping=grouping).groups] == [title]


def test_beside_a_claim_of_no_incident_stands_nothing() -> None:
    assert [each.claim for each in compare(FIRST, ALL, DOCUMENTS).lanes] == [FIRST.id]


def test_beside_a_total_stands_what_its_scope_meets() -> None:
    found = compared(NONE_IN_2012)
    assert found.title == "How many civilians were killed by drone strikes in Pakistan, 2012?"
    assert [group.title for group in found.groups if group.comparable] == [
        "Totals · since 2008", "Totals · 2012", "Counted incidents · North Waziristan (Pakistan) · 2012",
        "One incident · Mir Ali (Pakistan) · 2012-07-06",
    ]  # fmt: skip
    assert found.groups[0].notes == ("period wider than asked",)


# What a claim is compared with the question -> the reason why it is not comparable; None: it is.
STANDS = [
    # a total that leaves a side open may mean what is asked (2.6); an incident may lie anywhere
    ({"place": None}, None),
    ({"place": None, "extent": "incident"}, "no place stated"),
    ({"time": None}, None),
    ({"time": None, "extent": "incident"}, "no period stated"),
    ({"means": None}, None),
    ({"means": None, "agent": "United States"}, None),
    ({"means": None, "extent": "incident"}, "not said by what means"),
    ({"means": "bomb"}, "other means"),
    # an air strike is no drone strike, a drone strike is an air strike: here the claim counts more than was asked
    ({"means": "airstrike"}, None),
    ({"time": When(precision="day", text="Thursday", unresolved=True), "extent": "incident"}, "a day that hangs on no date"),
    ({"time": span(2005, 2012)}, None),
    ({"time": span(2005, 2012), "extent": "incidents"}, "period reaches beyond the one asked"),
    ({"place": rivals.WAZIRISTAN, "extent": "incidents"}, None),
    ({"means": "airstrike", "extent": "incident"}, "not said that it was by these means"),
    ({"time": span(2005, 2006)}, "other period"),
    ({"category": "unknown"}, "other kind of people"),
    ({"category": None}, "other kind of people"),
    # journalists are civilians; a child may not be one
    ({"category": "journalist"}, None),
    ({"category": "child"}, "other kind of people"),
    ({"extent": None}, "not said whether it is one event or all"),
]


@pytest.mark.parametrize(("fields", "why"), STANDS)
def test_how_a_claim_stands_to_the_question(fields: dict[str, object], why: str | None) -> None:
    one = claim("so many", 7, 7, **{"time": span(2012, 2012), **fields})  # type: ignore[arg-type]
    found = compare(ASKED, [one], DOCUMENTS)
    assert [group.title for group in found.groups if not group.comparable] == ([f"Not comparable: {why}"] if why is not None else [])
    assert len(found.lanes) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"time": span(2006, 2006), "place": rivals.YEMEN},  # another place and another time
        {"time": span(2005, 2012), "place": None},  # wider on one side and open on another
        {"time": span(2005, 2012), "means": "airstrike"},  # wider on two
        {"time": None, "place": None, "means": None},  # states no side that is asked for
        {"time": span(2006, 2006), "place": None},  # another time, and a place that would have to be granted
    ],
)
def test_what_differs_on_several_sides_is_only_counted(fields: dict[str, object]) -> None:
    found = compare(ASKED, [claim("so many", 7, 7, **fields)], DOCUMENTS)  # type: ignore[arg-type]
    assert (found.lanes, found.left_out) == ((), 1)


def test_everyone_is_one_of_people_and_each_kind_stands_for_itself() -> None:
    asked = Asked(Wanted(measure="killed", category="unknown", means="drone", place=rivals.MIR_ALI))
    found = compare(asked, ALL, DOCUMENTS, grouping=GROUPING)
    assert [group.title for group in found.groups if group.comparable and "incident" in group.title] == [
        "One incident · civilians killed · 2012-07-06",
        "One incident · combatants killed · 2012-07-06",
    ]


def test_a_count_reaches_no_farther_than_the_day_on_which_it_was_made() -> None:
    asked = asking("civilians killed by drones in Pakistan in December 2013")
    made = claim("none in 2012 and 2013", 0, 0, time=When(earliest=date(2012, 1, 1), latest=date(2013, 12, 31), precision="span"))
    assert [group.title for group in compare(asked, [made], DOCUMENTS).groups] == ["Not comparable: other period"]


def test_a_question_can_ask_for_a_voice() -> None:
    found = compare(asking("civilians killed by drones in Pakistan according to Hill Watch"), ALL, DOCUMENTS)
    assert [each.claim for each in found.lanes] == [TWO_ATTACKS.id]


def test_a_question_without_a_side_asks_for_everything() -> None:
    assert len(compare(Asked(Wanted(place=rivals.PAKISTAN)), ALL, DOCUMENTS).lanes) == len(ALL)


def test_a_count_that_ends_on_the_day_of_its_report_is_one_scope_with_another_such() -> None:
    early = rivals.report("The Early Bird", date(2013, 3, 1))
    one = claim("61 since 2008", 61, 61, early, time=When(earliest=date(2008, 1, 1), latest=date(2013, 3, 1), precision="span"))
    found = compare(ASKED, [one, SINCE_2008], {**DOCUMENTS, early.id: early})
    assert [group.title for group in found.groups] == ["Totals · since 2008"]


def test_one_text_kept_as_two_documents_has_a_lane_in_each() -> None:
    twin = replace(rivals.GAZETTE, id="twin")
    found = compare(ASKED, [SINCE_2008, replace(SINCE_2008, document="twin")], {**DOCUMENTS, "twin": twin})
    assert [each.claim for each in found.lanes] == [SINCE_2008.id] * 2
