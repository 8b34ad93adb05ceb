"""UCDP: best, low, high; who the dead were; how finely day and place are known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from atodds.model.when import When
from atodds.model.where import Place
from atodds.policy.precision import UNDATED
from atodds.policy.ucdp import UCDP
from tests.policy.accounts_of import DAY, Told, on

ESTIMATES = ("best", "low", "high")
DEATHS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")


def test_of_accounts_equally_reliable_the_lower() -> None:
    told = Told()
    told.exactly(12, "SANA")
    told.exactly(30, "SOHR")
    assert told.values(UCDP, *ESTIMATES) == (12, 12, 30)
    assert told.values(UCDP, *DEATHS) == (0, 0, 0, 12)
    assert told.row(UCDP).notes == ("Reports differ: 12 (SANA) to 30 (SOHR)",)


def test_best_is_the_lowest_plain_figure_low_the_lowest_of_all() -> None:
    told = Told()
    told.exactly(8, "Alpha", hedge="reportedly")
    told.figure(10, 10, "Beta", modality="about")
    told.exactly(12, "Gamma")
    told.exactly(15, "Delta")
    assert told.values(UCDP, *ESTIMATES) == (12, 8, 15)


def test_where_nothing_is_plain_best_is_the_lowest() -> None:
    told = Told()
    told.figure(24, None, modality="vague", text="dozens")
    assert told.values(UCDP, *ESTIMATES) == (24, 24, 24)
    assert "high is the largest number stated; the account that gives it says 24 or more" in told.row(UCDP).notes


def test_the_dead_by_side_and_the_rest_unknown() -> None:
    told = Told()
    whole = told.exactly(20)
    told.exactly(5, of="civilian", part_of=whole)
    told.exactly(2, of="security_forces", part_of=whole)
    told.exactly(7, of="combatant", part_of=whole)
    assert told.values(UCDP, *ESTIMATES) == (20, 20, 20)
    assert told.values(UCDP, *DEATHS) == (2, 7, 5, 6)


def test_sides_alone_are_added_where_one_account_tells_of_two() -> None:
    told = Told()
    told.exactly(3, of="security_forces")
    told.exactly(9, of="combatant")
    told.exactly(5, "Beta", of="civilian")
    # Alpha counts 12 dead; Beta's five civilians are not more than that, and not a rival count of all
    assert told.values(UCDP, *ESTIMATES) == (12, 12, 12)


def test_sides_of_different_accounts_are_added_where_nobody_counts_all() -> None:
    told = Told()
    told.exactly(3, "Alpha", of="civilian")
    told.exactly(9, "Beta", of="combatant")
    told.exactly(5, "Gamma", of="civilian")
    assert told.values(UCDP, *ESTIMATES) == (12, 12, 14)
    assert told.values(UCDP, *DEATHS) == (0, 9, 3, 0)


def test_the_same_people_on_two_sides_are_of_none() -> None:
    told = Told()
    told.exactly(18, "the ministry", of="combatant", as_claimed="“militants”")
    told.exactly(18, "Amnesty", of="civilian")
    assert told.values(UCDP, *ESTIMATES) == (18, 18, 18)
    assert told.values(UCDP, *DEATHS) == (0, 0, 0, 18)
    assert told.row(UCDP).notes == (
        "the accounts differ about who the dead were: all of them are deaths_unknown",
        "Reports differ: 18 civilians (Amnesty) to 18 “militants” (the ministry)",
    )


def test_sides_that_exceed_the_whole_are_in_dispute() -> None:
    told = Told()
    told.exactly(12, "Alpha")
    told.exactly(18, "Beta", of="civilian")
    assert told.values(UCDP, *ESTIMATES) == (12, 12, 18)
    assert told.values(UCDP, *DEATHS) == (0, 0, 0, 12)


def test_a_child_is_not_therefore_a_civilian() -> None:
    told = Told()
    told.exactly(3, of="child")
    told.exactly(2, of="woman")
    assert told.values(UCDP, *ESTIMATES) == (5, 5, 5)
    assert told.values(UCDP, *DEATHS) == (0, 0, 0, 5)


def test_people_of_no_known_side_count_beside_a_side_that_is_empty() -> None:
    told = Told()
    told.exactly(24, of="child")
    told.exactly(0, of="combatant")
    assert told.values(UCDP, *ESTIMATES) == (24, 24, 24)


def test_first_reports_give_way_to_later_ones() -> None:
    told = Told()
    first = told.exactly(70, "the ministry", made=DAY + timedelta(days=1))
    told.exactly(139, "Wire", made=DAY + timedelta(days=2))
    told.exactly(133, "the police", made=DAY + timedelta(days=3))
    assert told.values(UCDP, *ESTIMATES) == (133, 133, 139)
    assert [(each.claim, each.reason) for each in told.row(UCDP).suppressed] == [
        (first.id, "a first report, of 2021-05-05: later accounts count the dead")
    ]


def test_first_reports_alone_count() -> None:
    told = Told()
    told.exactly(70, "the ministry", made=DAY)
    told.exactly(139, "Wire")
    assert told.values(UCDP, *ESTIMATES) == (70, 70, 139)


def test_one_death_by_some_account_is_needed() -> None:
    told = Told()
    told.exactly(0, "Alpha")
    told.exactly(9, measure="wounded")
    assert told.rolled(UCDP).rows == ()
    told.exactly(1, "Beta")
    assert told.values(UCDP, *ESTIMATES) == (0, 0, 1)


def test_killed_or_wounded_are_no_count_of_the_dead() -> None:
    told = Told()
    told.exactly(40, measure="casualties")
    rolled = told.rolled(UCDP)
    assert rolled.rows == ()
    assert [each.reason for each in rolled.left_out] == ["no account counts the dead alone: UCDP codes deaths"]


def test_parties_are_named_as_claimed() -> None:
    told = Told()
    told.exactly(4)
    charge = told.charge("Syria’s army", "Beta")
    told.charge("gunmen", "Gamma")
    told.charge("Hezbollah", "Delta", stance="denies")
    assert told.values(UCDP, "side_a", "side_b") == ("Syria’s army", None)
    assert charge.id in told.row(UCDP).used


@pytest.mark.parametrize(
    ("time", "code"),
    [
        (on(DAY), 1),
        (on(DAY, DAY + timedelta(days=5)), 2),
        (on(DAY, DAY + timedelta(days=6)), 3),
        (on(date(2021, 5, 1), date(2021, 5, 31)), 4),
        (on(date(2021, 1, 1), date(2021, 12, 31)), 5),
    ],
)
def test_date_prec(time: When, code: int) -> None:
    told = Told(time=time)
    told.exactly(2)
    assert told.values(UCDP, "date_prec") == (code,)


@pytest.mark.parametrize(
    ("time", "reason"),
    [
        (on(date(2021, 1, 1), date(2022, 3, 1)), "over more than a year: UCDP codes events of a year at most"),
        (When(precision="day", text="Thursday", unresolved=True), UNDATED),
        (When(precision="open"), UNDATED),
        (None, UNDATED),
    ],
)
def test_what_has_no_date_is_left_out(time: When | None, reason: str) -> None:
    told = Told(time=time)
    told.exactly(2)
    rolled = told.rolled(UCDP)
    assert rolled.rows == ()
    assert [each.reason for each in rolled.left_out] == [reason]


@pytest.mark.parametrize(
    ("precision", "code"), [("exact", 1), ("town", 1), ("admin2", 3), ("admin1", 4), ("area", 5), ("country", 6), (None, None)]
)
def test_where_prec(precision: str | None, code: int | None) -> None:
    told = Told(place=Place(text="Tarn", precision=precision))  # type: ignore[arg-type]
    told.exactly(2)
    assert told.values(UCDP, "where_prec") == (code,)


def test_a_row_without_a_place_says_that_it_could_not_be_entered() -> None:
    told = Told(place=None)
    told.exactly(2)
    assert told.row(UCDP).notes == ("no account gives a place: a coder would not enter it as it stands",)


def test_a_child_among_civilians_is_one_of_them() -> None:
    told = Told()
    whole = told.exactly(18, of="civilian")
    told.exactly(1, of="child", part_of=whole)
    assert told.values(UCDP, *DEATHS) == (0, 0, 18, 0)
    assert told.row(UCDP).notes == ()


def test_sides_of_a_toll_that_is_set_aside_are_no_toll() -> None:
    told = Told()
    first = told.exactly(12, "Wire", made=DAY)
    told.exactly(5, "Wire", of="civilian", part_of=first, made=DAY)
    told.exactly(2, "Wire", of="combatant", part_of=first, made=DAY)
    told.exactly(14, "the hospital", made=DAY + timedelta(days=3))
    assert told.values(UCDP, *ESTIMATES, *DEATHS) == (14, 14, 14, 0, 2, 5, 7)


def test_a_part_of_a_toll_that_is_set_aside_is_still_a_part() -> None:
    told = Told()
    first = told.exactly(12, "Wire", made=DAY)
    told.exactly(4, "Wire", part_of=first, made=DAY + timedelta(days=3))
    told.exactly(14, "the hospital", made=DAY + timedelta(days=3))
    assert told.values(UCDP, *ESTIMATES) == (14, 14, 14)


def test_the_same_number_at_least_is_no_difference() -> None:
    told = Told()
    told.exactly(7, "ahram")
    told.at_least(7, "times")
    assert told.row(UCDP).notes == ("high is the largest number stated; the account that gives it says 7 or more",)
