"""Numbers that cannot all be true, and those that can: the examples of docs/methodology.md, rule by rule."""

from __future__ import annotations

import pytest

from atodds.disputes.find import find
from atodds.model.claim import Claim
from atodds.model.dispute import Dispute
from atodds.model.figure import Measure
from tests.disputes.claims import DISTRICT, OTHER_TOWN, PAKISTAN, PROVINCE, TOWN, Told, claim, told, when

Found = set[tuple[str, str]]  # relation, ids of the claims


def disputes(*claims: Claim, **how: object) -> list[Dispute]:
    return of(told(*claims, **how))  # type: ignore[arg-type]


def of(case: Told) -> list[Dispute]:
    return list(find(case.claims, case.origins, case.grouping, case.revisions).disputes)


def found(*claims: Claim, **how: object) -> Found:
    return {(each.relation, " ".join(each.claims)) for each in disputes(*claims, **how) if each.dimension == "count"}


def none_in(during: str = "2012-01-01/2013-12-31", id: str = "ministry", number: str = "no", **how: object) -> Claim:
    """A ministry's total: no civilian, or so many."""
    sides = {"place": PAKISTAN, "means": "drone", "extent": "total", "by": "the ministry", "made": "2013-10-30"} | how
    return claim(id, number, "civilian", during=during, **sides)  # type: ignore[arg-type]


def nineteen(**how: object) -> Claim:
    sides = {"during": "2012", "place": PROVINCE, "means": "drone", "extent": "incidents", "by": "Amnesty", "made": "2013-10-22"} | how
    return claim("amnesty", "19", "civilian", **sides)  # type: ignore[arg-type]


BOTH: Found = {("contradiction", "amnesty ministry")}
SOFTLY: Found = {("at_odds", "amnesty ministry")}


# 5.2: a pair. Each row changes one thing in "19 civilians in 2012" inside "none in 2012 and 2013".
PAIRS: dict[str, tuple[Claim, Claim, Found]] = {
    "19 inside none": (nineteen(), none_in(), BOTH),
    "19 inside at most 18": (nineteen(), none_in(number="up to 18"), BOTH),
    "19 inside 19": (nineteen(), none_in(number="19"), set()),
    "another year": (nineteen(during="2011"), none_in(), set()),
    # 1.5: the count of 30 October 2013 ends on that day, whatever its period says
    "the day it was made": (nineteen(during="2013-10-30", made="2013-10-30"), none_in(), BOTH),
    "the day after": (nineteen(during="2013-10-31", made="2013-11-02"), none_in(), set()),
    # 1.5: the 19 were counted before the period was over as well
    "a year not yet over": (nineteen(during="2013-01-01/2013-12-31"), none_in(), BOTH),
    "since 2012, on a day that nobody knows": (nineteen(), none_in("2012-01-01/", made=None), set()),
    "since 2012, by October 2013": (nineteen(), none_in("2012-01-01/"), BOTH),
    # 2.1: a Thursday that nobody can date proves nothing
    "unresolved": (nineteen(during="unresolved"), none_in(), set()),
    "unresolved total": (nineteen(), none_in("unresolved"), set()),
    # 2.2
    "a town inside the country": (nineteen(place=TOWN), none_in(), BOTH),
    "the country inside a town": (nineteen(place=PAKISTAN), none_in(place=TOWN), set()),
    "no place said": (nineteen(place=None), none_in(), set()),
    # 2.3 and 2.6: "by drones" is whoever flew them, and "by the CIA" with whatever
    "the CIA's drones are drones": (nineteen(agent="CIA"), none_in(), BOTH),
    "drones are not the CIA's": (nineteen(), none_in(agent="CIA"), set()),
    "the CIA is the United States": (nineteen(agent="CIA"), none_in(agent="United States", means=None), BOTH),
    "the United States are not the CIA": (nineteen(agent="United States"), none_in(agent="CIA", means=None), set()),
    # 2.4
    "a drone strikes from the air": (nineteen(), none_in(means="airstrike"), BOTH),
    "an air strike is not a drone's": (nineteen(means="airstrike"), none_in(), set()),
    "a suicide bomb is a bomb": (nineteen(means="suicide_bomb"), none_in(means="bomb"), BOTH),
    # 1.6: soft
    "about 19": (claim("amnesty", "about 19", "civilian", during="2012", place=TOWN, means="drone"), none_in(), SOFTLY),
    "reportedly 19": (nineteen(hedge="reportedly"), none_in(), SOFTLY),
    # 1.3
    "doubted": (nineteen(stance="doubts"), none_in(), set()),
    "denied": (nineteen(), none_in(stance="denies"), set()),
    "conceded": (nineteen(stance="concedes"), none_in(), BOTH),
    "planned": (nineteen(status="planned"), none_in(), set()),
    # 1.2
    "no extent": (nineteen(extent=None), none_in(), set()),
    "nor does 19 cap anything": (nineteen(), none_in(number="400"), set()),
}  # fmt: skip


@pytest.mark.parametrize("row", PAIRS)
def test_a_figure_inside_a_total(row: str) -> None:
    lower, total, expected = PAIRS[row]
    assert found(lower, total) == expected


# 2.5: what kind of people. The kinds of the 12, of the total, and whether 12 inside it refutes none.
KINDS = [
    ("civilian", "civilian", True),
    ("child", None, True),  # a child is one of the people
    (None, "child", False),
    ("child", "civilian", False),  # and not therefore a civilian
    ("journalist", "civilian", True),  # by the vocabulary, with its reason
    ("combatant", "civilian", False),
    ("security_forces", "combatant", False),
]


@pytest.mark.parametrize(("lower", "total", "refutes"), KINDS)
def test_kinds_of_people(lower: str, total: str, refutes: bool) -> None:
    one = claim("a", "12", lower, during="2012-10-24", place=TOWN, means="drone", by="Amnesty")  # type: ignore[arg-type]
    other = claim("b", "no", total, during="2012", place=PAKISTAN, means="drone", extent="total", by="the ministry")  # type: ignore[arg-type]
    assert bool(found(one, other)) is refutes


def test_a_mixture_of_kinds_is_people_from_below_and_nobody_from_above() -> None:
    mixture = claim("a", "15", kinds=("woman", "child"), during="2012-10-24", place=TOWN, means="drone", by="Amnesty")
    assert found(mixture, claim("b", "12", during="2012", place=PAKISTAN, means="drone", extent="total")) == {("contradiction", "a b")}
    assert not found(mixture, claim("b", "no", "woman", during="2012", place=PAKISTAN, means="drone", extent="total"))
    assert not found(mixture, claim("b", "20", during="2012-10-24", place=TOWN, means="drone", by="police"), incidents=[["a", "b"]])


# 5.1: figures on one incident bind each other, a total's part or a figure of other events does not.
def test_one_incident() -> None:
    one = claim("a", "12", during="2012-10-24", place=TOWN, by="police")
    other = claim("b", "15", during="2012-10-24", place=TOWN, by="a doctor")
    assert found(one, other, incidents=[["a", "b"]]) == {("contradiction", "a b")}
    assert found(one, other) == set()


def test_an_early_count_against_a_later_one_is_at_odds() -> None:
    early = claim("a", "12", during="2012-10-24", place=TOWN, by="police", made="2012-10-24")
    later = claim("b", "15", during="2012-10-24", place=TOWN, by="a doctor", made="2012-10-26")
    (one,) = disputes(early, later, incidents=[["a", "b"]])
    assert (one.relation, one.claims) == ("at_odds", ("a", "b"))
    assert one.resolves is not None
    again = claim("c", "15", during="2012-10-24", place=TOWN, by="a doctor", made="2012-10-24", document="r2")
    assert found(early, later, again, incidents=[["a", "b", "c"]]) == {("contradiction", "a c")}  # a later print hides no earlier one
    fewer = claim("b", "9", during="2012-10-24", place=TOWN, by="a doctor", made="2012-10-26")
    assert found(early, fewer, incidents=[["a", "b"]]) == {("contradiction", "a b")}


def test_one_voice_on_one_incident_revises_or_speaks_of_two_things() -> None:
    one, other = (claim(id, number, during="2012-10-24", place=TOWN, by="police") for id, number in (("a", "12"), ("b", "15")))
    assert not found(one, other, incidents=[["a", "b"]])
    doctor = claim("c", "15", during="2012-10-24", place=TOWN, by="a doctor")
    assert found(one, other, doctor, incidents=[["a", "b", "c"]], revised=[("a", "b")]) == set()


# 5.2: parts. "12 dead: 3 children, 4 women, 6 civilians" is consistent; 9 women and 4 men of 12 are not.
def dead(number: str, *parts: tuple[str, str], extent: str = "incident") -> list[Claim]:
    whole = claim("whole", number, during="2012-10-24", place=TOWN, extent=extent)  # type: ignore[arg-type]
    listed = [
        claim(f"{who}{place}", count, who, during="2012-10-24", place=TOWN, part_of="whole")  # type: ignore[arg-type]
        for place, (count, who) in enumerate(parts)
    ]
    return [whole, *listed]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((("3", "child"), ("4", "woman"), ("6", "civilian")), set()),
        ((("9", "woman"), ("4", "man")), {("contradiction", "man1 whole woman0")}),
        ((("9", "woman"), ("4", "child")), set()),  # some of the children may be among the women
        ((("13", "woman"),), {("contradiction", "whole woman0")}),
        ((("7", "civilian"), ("6", "combatant")), {("contradiction", "civilian0 combatant1 whole")}),
        ((("2", "security_forces"), ("1", "woman")), set()),  # nobody says that these are all
    ],
)
def test_parts_of_one_attack(parts: tuple[tuple[str, str], ...], expected: Found) -> None:
    claims = dead("12", *parts)
    assert found(*claims, incidents=[[each.id for each in claims]]) == expected


def test_eighteen_one_and_nineteen_do_not_contradict_each_other() -> None:
    whole = claim("amnesty", "19", "civilian", during="2012", place=PROVINCE, means="drone", extent="incidents")
    one = claim("one", "18", "civilian", during="open", place=PROVINCE, means="drone", part_of="amnesty")
    other = claim("other", "1", "civilian", during="open", place=PROVINCE, means="drone", part_of="amnesty")
    assert not found(whole, one, other)
    assert not found(whole, one, other, incidents=[["one"], ["other"], ["amnesty"]])


def test_a_part_caps_its_kind_where_the_whole_counts_all_of_it() -> None:
    twelve = claim("whole", "12", during="2012-10-24", place=TOWN, by="police")
    children = claim("part", "3", "child", during="2012-10-24", place=TOWN, by="police", part_of="whole")
    five = claim("doctor", "5", "child", during="2012-10-24", place=TOWN, by="a doctor")
    together = [["whole", "part", "doctor"]]
    assert found(twelve, children, five, incidents=together) == {("contradiction", "doctor part")}
    civilians = claim("whole", "12", "civilian", during="2012-10-24", place=TOWN, by="police")
    assert not found(civilians, children, five, incidents=together)


def test_a_part_of_a_total_caps_nothing() -> None:
    """ "67 civilians, including 12 in Dor": those are 12 civilians, though the report names no kind for them."""
    whole = none_in(number="67")
    part = claim("part", "12", during="2012", place=OTHER_TOWN, means="drone", extent="total", by="the ministry", part_of="ministry")
    assert not found(whole, part, nineteen(place=OTHER_TOWN))


# 5.2: sums. Each attack is below the bound, all are not.
def attack(id: str, number: str, day: str, who: str | None = "civilian", **how: object) -> Claim:
    return claim(id, number, who, during=day, place=TOWN, means="drone", by=f"source {id}", **how)  # type: ignore[arg-type]


def test_attacks_of_different_days_add_up() -> None:
    attacks = [attack("a", "18", "2012-07-06"), attack("b", "1", "2012-10-24"), attack("c", "40", "2012-11-01")]
    (one,) = disputes(none_in(number="up to 57"), *attacks)
    assert one.claims == ("a", "c", "ministry")  # the fewest, the largest
    assert "40 + 18 = 58" in one.reason
    (every,) = disputes(none_in(number="up to 58"), *attacks)
    assert every.claims == ("a", "b", "c", "ministry")
    assert not disputes(none_in(number="up to 59"), *attacks)


def test_what_a_pair_refutes_needs_no_sum() -> None:
    both = attack("a", "18", "2012-07-06"), attack("b", "1", "2012-10-24")
    assert found(none_in(number="up to 17"), *both) == {("contradiction", "a ministry")}


@pytest.mark.parametrize(
    "second",
    [
        attack("b", "10", "2012-07-06"),  # the same day and town: it may be the same attack
        attack("b", "10", "2012-07-01/2012-07-31"),
        attack("b", "10", "unresolved"),
        attack("b", "10", "2012-07-06", measure="wounded"),
        attack("b", "10", "2012-10-24", hedge="reportedly"),
    ],
)
def test_what_is_not_apart_does_not_add_up(second: Claim) -> None:
    assert ("contradiction", "a b ministry") not in found(none_in(number="up to 15"), attack("a", "10", "2012-07-06"), second)


@pytest.mark.parametrize("measure", ["wounded", "casualties", "displaced", "detained", "missing", "abducted", "attacks"])
def test_only_the_dead_add_up(measure: Measure) -> None:
    one = claim("a", "10", measure=measure, during="2012-07-06", place=TOWN, means="drone")
    other = claim("b", "10", measure=measure, during="2012-10-24", place=TOWN, means="drone")
    assert not found(claim("t", "15", measure=measure, during="2012", place=PAKISTAN, means="drone", extent="total"), one, other)


def test_a_person_s_different_keeps_two_apart() -> None:
    one, other = attack("a", "10", "2012-07-06"), attack("b", "10", "2012-07-06")
    assert not found(none_in(number="15"), one, other)
    assert found(none_in(number="15"), one, other, different=[("a", "b")]) == {("contradiction", "a b ministry")}


def test_one_claim_an_incident_counts() -> None:
    three = [attack("a", "10", "2012-07-06"), attack("b", "at least 9", "2012-07-06"), attack("c", "4", "2012-10-24")]
    assert not found(none_in(number="15"), *three, incidents=[["a", "b"]])
    assert found(none_in(number="13"), *three, incidents=[["a", "b"]]) == {("contradiction", "a c ministry")}


def test_a_sure_sum_stands_behind_a_soft_number() -> None:
    """ "Dozens" alone are at odds with 15; 10 and 6 contradict it."""
    claims = [attack("a", "10", "2012-07-06"), attack("b", "6", "2012-10-24"), attack("c", "dozens", "2012-11-01")]
    assert found(none_in(number="15"), *claims) == {("contradiction", "a b ministry"), ("at_odds", "c ministry")}


# 5.2: stocks.
def test_the_displaced_are_compared_for_one_incident_and_for_equal_boxes_alone() -> None:
    def displaced(id: str, number: str, during: str) -> Claim:
        return claim(id, number, measure="displaced", during=during, place=DISTRICT, agent="Taliban", extent="total", by=id)

    may = displaced("may", "900", "2012-05-01/2012-05-31")
    assert not found(may, displaced("year", "400", "2012"))
    assert found(may, displaced("other", "400", "2012-05-01/2012-05-31")) == {("contradiction", "may other")}
    flood = [claim(id, number, measure="displaced", during="2012-05-03", by=id) for id, number in (("a", "900"), ("b", "400"))]
    assert found(*flood, incidents=[["a", "b"]]) == {("contradiction", "a b")}


def test_the_strongest_of_an_origin_is_shown_and_the_rest_beside() -> None:
    claims = [nineteen(), claim("more", "25", "civilian", during="2012", place=PROVINCE, means="drone", extent="incidents", by="Amnesty")]
    assert found(*claims, none_in()) == {("contradiction", "ministry more")}
    again = [nineteen(), none_in(), none_in(id="repeated", during="2012-01-01/2013-12-31", made="2013-10-29")]
    (one,) = disputes(*again)
    assert (one.claims, one.also) == (("amnesty", "ministry"), ("repeated",))


def test_a_lent_side_is_said() -> None:
    (one,) = disputes(nineteen(during=when("2012", from_="document")), none_in())
    assert "the time of 19 (Amnesty) is taken from the rest of the report" in one.reason
    assert any(step.move == "lent" for step in one.steps)


# 5.3: an open side.
def test_four_hundred_against_67_is_at_odds() -> None:
    """Against the widest of the other side, not against each narrower zero."""
    many = none_in("open", id="rapporteur", number="at least 400", by="the rapporteur")
    ministry = none_in("2008-01-01/2013-10-30", number="67")
    narrower = none_in(id="zero")
    (one,) = disputes(many, ministry, narrower)
    assert (one.relation, one.dimension, one.claims) == ("at_odds", "count", ("ministry", "rapporteur"))
    assert one.resolves is not None
    assert "400" in one.reason
    assert "67" in one.reason


def test_about_fifty_against_400_is_at_odds_and_names_the_word() -> None:
    about = claim("a", "about 50", during="2012-10-24", place=TOWN, by="police")
    many = claim("b", "400", during="2012-10-24", place=TOWN, by="a doctor")
    (one,) = disputes(about, many, incidents=[["a", "b"]])
    assert one.relation == "at_odds"
    assert "“about 50”" in one.reason
    assert one.resolves is not None
