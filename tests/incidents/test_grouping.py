"""Claims about one event in one incident, across reports; everything else apart (section 4 of docs/methodology.md)."""

from __future__ import annotations

import pytest

from atodds.incidents.grouping import group
from atodds.model.claim import Claim
from atodds.model.incident import Grouping, Pair
from tests.incidents.tales import KESTA, NORR, OLVA, SENNA, TARM, claim, day, groups, month, report

WIRE, PAPER, RADIO = report("Wire"), report("Paper"), report("Radio")
MONDAY, TUESDAY = day("2014-05-05"), day("2014-05-06")


def of(*claims: Claim, judgements: tuple[Pair, ...] = ()) -> list[set[int]]:
    return groups(grouped(*claims, judgements=judgements), claims)


def grouped(*claims: Claim, judgements: tuple[Pair, ...] = ()) -> Grouping:
    return group(claims, {each.id: each for each in (WIRE, PAPER, RADIO)}, judgements)


def test_rival_figures_of_one_event_are_one_incident() -> None:
    wire = claim(WIRE, killed=12, when=MONDAY, where=KESTA, means="drone")
    assert of(wire, claim(PAPER, killed=15, when=MONDAY, where=KESTA, means="airstrike")) == [{0, 1}]


def test_the_only_event_that_two_reports_have_of_a_town_and_day_is_one_whatever_the_numbers() -> None:
    rivals = claim(WIRE, killed=4, when=MONDAY, where=KESTA), claim(PAPER, killed=11, when=MONDAY, where=KESTA)
    assert of(*rivals) == [{0, 1}]


def test_where_a_report_has_two_events_of_a_town_and_day_a_third_is_unsure() -> None:
    one = claim(WIRE, killed=4, when=MONDAY, where=KESTA, means="bomb")
    other = claim(WIRE, killed=30, when=MONDAY, where=KESTA, means="drone")
    assert of(one, other, claim(PAPER, killed=12, when=MONDAY, where=KESTA)) == [{0}, {1}, {2}]


def test_the_reason_is_a_sentence() -> None:
    found = grouped(
        claim(WIRE, killed=12, when=MONDAY, where=KESTA, means="drone"), claim(PAPER, killed=12, when=MONDAY, where=OLVA, means="drone")
    )  # fmt: skip
    assert [pair.reason for each in found.incidents for pair in each.joined] == [
        "same day, 4 km apart, both drone strikes, 12 killed in both"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # two towns of one day
        ({"when": MONDAY, "where": KESTA, "means": "drone"}, {"when": MONDAY, "where": SENNA, "means": "drone"}),
        ({"when": MONDAY, "where": KESTA, "means": "drone"}, {"when": MONDAY, "where": NORR, "means": "drone"}),
        # two days in one town
        ({"when": MONDAY, "where": KESTA, "means": "drone"}, {"when": TUESDAY, "where": KESTA, "means": "drone"}),
        # a wire story without a place is no story of every place
        ({"when": MONDAY, "means": "drone"}, {"when": MONDAY, "where": KESTA, "means": "drone"}),
        # a day of printing is no day of an event
        ({"where": KESTA, "means": "drone"}, {"where": KESTA, "means": "drone"}),
    ],
)
def test_apart(one: dict[str, object], other: dict[str, object]) -> None:
    assert of(claim(WIRE, killed=12, **one), claim(PAPER, killed=12, **other)) == [{0}, {1}]  # type: ignore[arg-type]


def test_other_means_and_a_far_number_speak_against_it() -> None:
    assert of(
        claim(WIRE, killed=2, when=MONDAY, where=KESTA, means="shooting"),
        claim(PAPER, killed=60, when=MONDAY, where=KESTA, means="airstrike"),
    ) == [{0}, {1}]


def test_a_town_and_its_province_agree() -> None:
    assert of(
        claim(WIRE, killed=12, when=MONDAY, where=KESTA, means="bomb"), claim(PAPER, killed=12, when=MONDAY, where=TARM, means="bomb")
    ) == [{0, 1}]


def test_a_story_of_the_province_that_fits_two_towns_is_unsure_and_joins_neither() -> None:
    claims = (
        claim(WIRE, killed=12, when=MONDAY, where=KESTA, means="bomb"),
        claim(PAPER, killed=12, when=MONDAY, where=SENNA, means="bomb"),
        claim(RADIO, killed=12, when=MONDAY, where=TARM, means="bomb"),
    )
    found = grouped(*claims)
    assert groups(found, claims) == [{0}, {1}, {2}]
    assert {frozenset((each.one, each.other)) for each in found.unsure} == {
        frozenset((claims[0].id, claims[2].id)), frozenset((claims[1].id, claims[2].id)),
    }  # fmt: skip


def test_a_name_joins_where_place_and_day_are_told_by_one_only() -> None:
    wire = claim(WIRE, when=MONDAY, where=KESTA, means="drone", names=("Hakim Tarn",))
    assert of(wire, claim(PAPER, when=MONDAY, means="drone", names=("Hakim Tarn",))) == [{0, 1}]


def test_a_day_against_a_month_needs_more() -> None:
    assert of(claim(WIRE, killed=2, when=MONDAY, where=KESTA), claim(PAPER, killed=2, when=month("2014-05"), where=KESTA)) == [{0}, {1}]
    assert of(
        claim(WIRE, killed=31, when=MONDAY, where=KESTA, means="bomb"),
        claim(PAPER, killed=31, when=month("2014-05"), where=KESTA, means="bomb"),
    ) == [{0, 1}]


def test_nobody_reports_what_is_to_come() -> None:
    late = day("2014-05-20")
    assert of(claim(WIRE, killed=12, when=late, where=KESTA), claim(PAPER, killed=12, where=KESTA, names=("Hakim Tarn",))) == [{0}, {1}]


def test_totals_statements_and_what_did_not_happen_are_of_no_incident() -> None:
    total = claim(WIRE, killed=67, where=KESTA, extent="total")
    said = claim(WIRE, kind="statement")
    assert of(total, said) == []


# -- sets of events


def test_a_set_is_no_single_event() -> None:
    assert of(
        claim(WIRE, killed=19, when=month("2014-05"), where=KESTA, means="drone", extent="incidents"),
        claim(PAPER, killed=19, when=month("2014-05"), where=KESTA, means="drone"),
    ) == [{0}, {1}]  # fmt: skip


@pytest.mark.parametrize(
    ("killed", "when", "same"), [(19, month("2014-05"), True), (18, month("2014-05"), False), (19, month("2014-04"), False)]
)
def test_two_sets_are_one_where_time_place_and_number_fit(killed: int, when: object, same: bool) -> None:
    found = of(
        claim(WIRE, killed=19, when=month("2014-05"), where=KESTA, extent="incidents"),
        claim(PAPER, killed=killed, when=when, where=KESTA, extent="incidents"),  # type: ignore[arg-type]
    )
    assert (found == [{0, 1}]) is same


# -- what people decided


def pair(one: Claim, other: Claim, judgement: str) -> Pair:
    first, second = sorted((one.id, other.id))
    return Pair(one=first, other=second, judgement=judgement, score=float(judgement == "same"), reason="seen by us", decided="d1")  # type: ignore[arg-type]


A = claim(WIRE, killed=12, when=MONDAY, where=KESTA, means="drone")
B = claim(PAPER, killed=12, when=MONDAY, where=KESTA, means="drone")
C = claim(RADIO, killed=14, when=MONDAY, where=KESTA, means="drone")
FAR = claim(RADIO, killed=3, when=TUESDAY, where=NORR, means="shooting")


def test_the_same_joins_what_the_machine_keeps_apart() -> None:
    assert of(A, FAR) == [{0}, {1}]
    assert of(A, FAR, judgements=(pair(A, FAR, "same"),)) == [{0, 1}]


def test_the_same_joins_what_one_voice_counts_twice() -> None:
    nine, twelve = claim(WIRE, killed=9, when=MONDAY, where=KESTA), claim(WIRE, killed=12, when=MONDAY, where=KESTA)
    assert of(nine, twelve) == [{0}, {1}]
    assert of(nine, twelve, judgements=(pair(nine, twelve, "same"),)) == [{0, 1}]


def test_different_goes_before_a_chain_and_the_weakest_link_is_cut() -> None:
    assert of(A, B, C) == [{0, 1, 2}]
    found = grouped(A, B, C, judgements=(pair(A, C, "different"),))
    assert groups(found, (A, B, C)) == [{0, 1}, {2}]  # 12 and 12 hold together more strongly than 12 and 14
    assert [each.decided for each in found.different] == ["d1"]


def test_different_within_one_report_parts_what_one_sentence_tells() -> None:
    text = report("Wire", "A raid in Kesta killed five and wounded nine.")
    killed, wounded = claim(text, "killed five", killed=5), claim(text, "wounded nine", killed=9, measure="wounded")
    found = group((killed, wounded), {"Wire": text})
    assert groups(found, (killed, wounded)) == [{0, 1}]
    found = group((killed, wounded), {"Wire": text}, (pair(killed, wounded, "different"),))
    assert groups(found, (killed, wounded)) == [{0}, {1}]


def test_unsure_is_remembered_and_not_joined() -> None:
    found = grouped(A, B, judgements=(pair(A, B, "unsure"),))
    assert groups(found, (A, B)) == [{0}, {1}]
    assert [each.decided for each in found.unsure] == ["d1"]


def test_two_decisions_that_cannot_both_hold_keep_apart() -> None:
    both = (pair(A, B, "same"), pair(B, C, "same"), pair(A, C, "different"))
    found = of(A, B, C, judgements=both)
    assert {0, 2} not in found
    assert len(found) == 2


def test_decisions_on_claims_that_are_not_here_change_nothing() -> None:
    assert of(A, B, judgements=(pair(FAR, C, "same"),)) == of(A, B)


# -- what an incident says of itself


def test_an_incident_is_named_by_its_least_claim_and_says_what_most_claims_say() -> None:
    (found,) = grouped(A, B, claim(RADIO, killed=13, when=MONDAY, where=OLVA, means="drone")).incidents
    assert found.id == min(found.claims)
    assert found.place == KESTA
    assert (found.time, found.means, found.documents) == (MONDAY, "drone", ("Paper", "Radio", "Wire"))


def test_the_same_words_in_two_documents_are_one_claim() -> None:
    copy = claim(WIRE, killed=12, when=MONDAY, where=KESTA, means="drone", document="Mirror")
    twin = [A, claim(WIRE, killed=12, when=MONDAY, where=KESTA, means="drone", id=A.id, document="Mirror")]
    (found,) = group(twin, {"Wire": WIRE}).incidents
    assert copy.document == "Mirror"
    assert found.documents == ("Mirror", "Wire")
