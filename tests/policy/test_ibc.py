"""IBC: civilians, two independent origins or provisional, totals less what is known already."""

from __future__ import annotations

from datetime import date

import pytest

from atodds.model.when import When
from atodds.model.where import Place
from atodds.policy.base import Row
from atodds.policy.ibc import IBC
from tests.policy.accounts_of import DAY, TARN, Told, on

YEAR = on(date(2021, 1, 1), date(2021, 12, 31))
DEATHS = ("deaths_min", "deaths_max")


def total_row(told: Told) -> Row:
    (row,) = (each for each in told.rolled(IBC).rows if each.total is not None)
    return row


@pytest.mark.parametrize(
    ("second", "provisional"),
    [
        (None, "yes"),
        ({"by": "Beta"}, "no"),
        # a body of the same state confirms nothing, nor does who drew on the first
        ({"by": "Beta", "side": "norland"}, "yes"),
        ({"by": "Beta", "draws_on": ("Alpha",)}, "yes"),
    ],
)
def test_two_independent_origins_or_provisional(second: dict[str, object] | None, provisional: str) -> None:
    told = Told()
    told.exactly(5, "Alpha", of="civilian", side="norland")
    if second is not None:
        told.exactly(7, of="civilian", **second)
    assert told.values(IBC, "provisional") == (provisional,)


def test_the_least_and_the_most_of_the_civilians() -> None:
    told = Told()
    told.exactly(5, "Alpha", of="civilian")
    told.at_least(7, "Beta", of="civilian")
    told.exactly(9, "Alpha", of="civilian", measure="wounded")
    assert told.values(IBC, *DEATHS, "injuries_min", "injuries_max") == (5, 7, 9, 9)
    assert "deaths_max is the largest number stated; the account that gives it says 7 or more" in told.row(IBC).notes


def test_people_of_no_stated_status_are_civilians() -> None:
    told = Told()
    told.exactly(12)
    assert told.values(IBC, *DEATHS) == (12, 12)


def test_unless_an_account_tells_of_combatants() -> None:
    told = Told()
    told.exactly(12, "Alpha")
    told.exactly(3, "Beta", of="combatant")
    assert told.values(IBC, *DEATHS) == (0, 12)
    assert "deaths: Alpha may count combatants among them: in the maximum only" in told.row(IBC).notes


def test_or_of_a_clash() -> None:
    told = Told(means="clash")
    told.exactly(12)
    told.exactly(4, "Beta", of="civilian")
    assert told.values(IBC, *DEATHS) == (4, 12)


def test_combatants_that_an_account_tells_apart_are_taken_off() -> None:
    told = Told()
    whole = told.exactly(12)
    told.figure(3, 5, of="combatant", part_of=whole)
    assert told.values(IBC, *DEATHS) == (7, 9)


def test_police_or_soldiers_are_in_the_maximum_only() -> None:
    told = Told()
    whole = told.exactly(12)
    told.exactly(5, of="security_forces", part_of=whole)
    assert told.values(IBC, *DEATHS) == (7, 12)


def test_children_and_women_of_one_account_are_added() -> None:
    told = Told()
    told.exactly(3, of="child")
    told.exactly(2, of="woman")
    assert told.values(IBC, *DEATHS) == (5, 5)


@pytest.mark.parametrize("kind", ["combatant", "security_forces"])
def test_combatants_alone_are_no_row(kind: str) -> None:
    told = Told()
    told.exactly(5, of=kind)
    assert told.rolled(IBC).rows == ()


def test_no_civilian_death_is_no_row() -> None:
    told = Told()
    told.exactly(0, of="civilian")
    assert told.rolled(IBC).rows == ()


def test_a_total_less_the_incident_inside_it_line_by_line() -> None:
    told = Told()
    told.exactly(5, "Alpha", of="civilian")
    told.exactly(7, "Beta", of="civilian")
    told.total(67, 67, YEAR, "the ministry")
    row = total_row(told)
    assert [row.values[name] for name in ("total_min", "total_max", *DEATHS)] == [67, 67, 60, 62]
    (line,) = row.overlaps
    assert (line.how, line.low, line.high, line.claims) == ("inside", 5, 7, ("c00", "c01"))
    assert line.reason == "2021-05-04 lies in 2021; Tarn lies in Norland"
    assert row.notes[1].endswith("inside it: 67 - 7 = 60 at least; less those surely inside: 67 - 5 = 62 at most")


def test_an_incident_that_may_lie_inside_lowers_the_minimum_only() -> None:
    told = Told(time=on(date(2020, 12, 31), date(2021, 1, 1)))
    told.exactly(5, of="civilian")
    told.total(67, 67, YEAR, "the ministry")
    row = total_row(told)
    assert [row.values[name] for name in DEATHS] == [62, 67]
    assert [each.how for each in row.overlaps] == ["may lie inside"]


@pytest.mark.parametrize(
    ("means", "of_total", "how"),
    [
        ("drone", "drone", "inside"),
        ("drone", "airstrike", "inside"),
        ("drone", None, "inside"),
        # a missile may be a drone's, a suicide bomb is none
        ("missile", "drone", "may lie inside"),
        ("airstrike", "drone", "may lie inside"),
        (None, "drone", "may lie inside"),
        ("suicide_bomb", "drone", None),
    ],
)
def test_means_of_an_overlap(means: str | None, of_total: str | None, how: str | None) -> None:
    told = Told(means=means)
    told.exactly(5, of="civilian")
    told.total(67, 67, YEAR, "the ministry", means=of_total)
    assert [each.how for each in total_row(told).overlaps] == ([how] if how is not None else [])


@pytest.mark.parametrize(("accused", "how"), [("Syria’s army", "inside"), ("Hezbollah", None), ("gunmen", "may lie inside")])
def test_doers_of_an_overlap(accused: str, how: str | None) -> None:
    told = Told()
    told.exactly(5, of="civilian")
    told.charge(accused)
    told.total(67, 67, YEAR, "the ministry", agent="Syria")
    assert [each.how for each in total_row(told).overlaps] == ([how] if how is not None else [])


def test_another_time_or_place_is_no_overlap() -> None:
    told = Told()
    told.exactly(5, of="civilian")
    told.total(67, 67, on(date(2019, 1, 1), date(2019, 12, 31)), "the ministry")
    assert total_row(told).overlaps == ()


def test_an_incident_of_no_known_country_is_set_against_no_total_and_counted() -> None:
    told = Told(place=Place(text="the camp"))
    told.exactly(5, of="civilian")
    told.total(67, 67, YEAR, "the ministry")
    row = total_row(told)
    assert row.overlaps == ()
    assert "1 incident is of no known country, and set against no total" in row.notes


def test_a_total_below_what_is_known_leaves_nothing_and_says_so() -> None:
    told = Told()
    told.exactly(19, of="civilian")
    told.total(3, 3, YEAR, "the ministry")
    row = total_row(told)
    assert [row.values[name] for name in DEATHS] == [0, 0]
    assert any(note.startswith("the incidents inside it have 19 civilian dead at least, more than the total") for note in row.notes)


@pytest.mark.parametrize(
    ("time", "more", "reason"),
    [
        (When(precision="open"), {}, "no stated period: IBC enters exact totals of stated periods only"),
        (When(earliest=date(2019, 1, 1), precision="span"), {}, "no stated period: IBC enters exact totals of stated periods only"),
        (YEAR, {"place": None}, "no place of a known country: nothing tells which incidents it contains"),
        (YEAR, {"of": "combatant"}, "counts no civilians"),
        # children less incidents of all civilians would be less than nothing
        (YEAR, {"of": "child"}, "counts one kind of civilians alone, incidents all"),
        (YEAR, {"of": None}, "of no stated status, and nothing tells how many of them fought"),
        (YEAR, {"low": 0, "high": 0}, "counts no death: nothing to enter"),
    ],
)
def test_totals_that_are_not_entered(time: When, more: dict[str, object], reason: str) -> None:
    told = Told()
    content = {"low": 67, "high": 67, **more}
    total = told.total(content.pop("low"), content.pop("high"), time, **content)  # type: ignore[arg-type]
    rolled = told.rolled(IBC)
    assert rolled.rows == ()
    assert [(each.claim, each.reason) for each in rolled.left_out] == [(total.id, reason)]


def test_combatants_within_a_total_are_taken_off_first() -> None:
    told = Told()
    whole = told.total(2000, 2000, YEAR, of=None)
    armed = told.total(1900, 1900, YEAR, of="combatant", part_of=whole)
    row = total_row(told)
    assert [row.values[name] for name in DEATHS] == [100, 100]
    assert row.used == (whole.id, armed.id)


def test_one_figure_of_one_origin_in_two_reports_is_entered_once() -> None:
    told = Told()
    told.total(67, 67, YEAR, "the ministry", place=None, means="drone")
    told.total(67, 67, YEAR, "the ministry")
    kept = told.total(67, 67, YEAR, "the ministry", means="drone")
    other = told.total(67, 67, YEAR, "Beta", place=TARN)
    rolled = told.rolled(IBC)
    assert {row.total for row in rolled.rows} == {kept.id, other.id}
    assert {each.by for each in rolled.left_out} == {kept.id}


def test_totals_are_never_added() -> None:
    told = Told()
    told.total(67, 67, YEAR, "Alpha")
    told.total(30, 30, on(DAY.replace(day=1), DAY.replace(day=31)), "Beta")
    assert all("1 more total is entered: where times and places overlap, never add them up" in row.notes for row in told.rolled(IBC).rows)
