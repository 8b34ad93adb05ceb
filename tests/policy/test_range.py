"""Range: the least and the most of any account, kind by kind."""

from __future__ import annotations

from atodds.policy.base import Row
from atodds.policy.range import RANGE
from tests.policy.accounts_of import DAY, Told, on


def cells(told: Told) -> dict[tuple[object, object], Row]:
    return {(row.values["measure"], row.values["kind"]): row for row in told.rolled(RANGE).rows}


def numbers(row: Row) -> tuple[object, ...]:
    return tuple(row.values[name] for name in ("low", "high", "least", "most"))


def test_the_least_and_the_most_of_any_account() -> None:
    told = Told()
    told.exactly(12, "SANA")
    told.exactly(30, "SOHR")
    told.exactly(15, "Wire")
    row = told.row(RANGE)
    assert numbers(row) == (12, 30, 12, 30)
    assert row.notes == ("Reports differ: 12 (SANA), 15 (Wire) to 30 (SOHR)",)
    assert (row.values["origins"], row.values["independent"]) == (3, 3)


def test_an_open_side_stays_open_unless_another_goes_beyond() -> None:
    told = Told()
    told.at_least(12, "SANA")
    assert numbers(told.row(RANGE)) == (12, None, 12, 12)
    told.exactly(15, "SOHR")
    assert numbers(told.row(RANGE)) == (12, 15, 12, 15)
    told.at_least(20, "Wire")
    assert numbers(told.row(RANGE)) == (12, None, 12, 20)


def test_kinds_and_measures_are_kept_apart() -> None:
    told = Told()
    told.exactly(20)
    told.exactly(5, of="civilian")
    told.exactly(3, of="child")
    told.exactly(9, measure="wounded")
    assert {key: numbers(row)[:2] for key, row in cells(told).items()} == {
        ("killed", "people"): (20, 20),
        ("killed", "civilians"): (5, 5),
        ("killed", "children"): (3, 3),
        ("wounded", "people"): (9, 9),
    }


def test_what_is_not_counted_stands_beside_with_the_reason() -> None:
    told = Told()
    kept = told.exactly(12, "Alpha")
    denied = told.exactly(40, "Alpha", stance="denies")
    doubted = told.exactly(50, "Beta", stance="doubts")
    again = told.exactly(12, "Alpha")
    early = told.exactly(10, "Beta")
    later = told.exactly(15, "Beta")
    part = told.exactly(4, "Alpha", part_of=kept)
    told.revised(early, later)
    row = told.row(RANGE)
    assert row.used == (kept.id, later.id)
    assert {each.claim: (each.reason, each.by) for each in row.suppressed} == {
        denied.id: ("denied: a denial gives no number of its own", None),
        doubted.id: ("doubted: binds nothing", None),
        again.id: ("the same figure of the same origin, Alpha", kept.id),
        early.id: ("revised: 15 the next day", later.id),
        part.id: ("a part of the people that another figure counts", kept.id),
    }


def test_who_only_names_people_has_not_counted_the_rest() -> None:
    told = Told()
    named = told.exactly(1, "Alpha", of="combatant", names=("Omar Said",))
    assert numbers(told.row(RANGE))[:2] == (1, 1)
    told.exactly(33, "Beta", of="combatant")
    assert numbers(told.row(RANGE))[:2] == (33, 33)
    assert [each.claim for each in told.row(RANGE).suppressed] == [named.id]


def test_a_part_of_a_kind_is_a_figure_of_that_kind() -> None:
    told = Told()
    whole = told.exactly(12)
    told.exactly(4, of="woman", part_of=whole)
    assert numbers(cells(told)["killed", "women"])[:2] == (4, 4)


def test_two_bodies_of_a_state_are_two_origins_and_one_side() -> None:
    told = Told()
    told.exactly(12, "the ministry", side="norland")
    told.exactly(14, "the army", side="norland")
    told.exactly(9, "an envoy", draws_on=("the ministry",))
    row = told.row(RANGE)
    assert (row.values["origins"], row.values["independent"]) == (3, 1)
    assert "an envoy drew on the ministry: not surely a voice of its own" in row.notes


def test_hedged_and_vague_figures_count_and_say_so() -> None:
    told = Told()
    told.exactly(12, "Alpha", hedge="reportedly", text="12")
    told.figure(24, None, "Beta", modality="vague", text="dozens")
    told.figure(30, 30, "Gamma", modality="about", text="some 30")
    assert told.row(RANGE).notes[1:] == (
        "“12” is hedged by “reportedly”",
        "“dozens” is vague: counted as 24 or more",
        "“some 30” is only about",
    )


def test_totals_are_rolled_up_with_nothing() -> None:
    told = Told()
    told.exactly(12)
    total = told.total(67, 67, on(DAY.replace(year=2019), DAY))
    several = told.total(19, 19, on(DAY.replace(month=1), DAY), extent="incidents")
    rolled = told.rolled(RANGE)
    assert len(rolled.rows) == 1
    assert {each.claim: each.reason.split(":")[0] for each in rolled.left_out} == {
        total.id: "a total",
        several.id: "a counted set of attacks, not one incident",
    }


def test_an_incident_of_which_everything_is_denied_has_no_row() -> None:
    told = Told()
    told.exactly(12, stance="denies")
    rolled = told.rolled(RANGE)
    assert rolled.rows == ()
    assert [each.reason for each in rolled.left_out] == ["denied: a denial gives no number of its own"]


def test_attacks_counted_over_a_year_are_a_set_and_those_of_one_day_an_incident() -> None:
    year = Told(time=on(DAY.replace(month=1, day=1), DAY.replace(month=12, day=31)))
    year.exactly(19, extent="incidents")
    assert [each.reason for each in year.rolled(RANGE).left_out] == ["a counted set of attacks, not one incident"]
    year.exactly(18, "Beta")  # somebody speaks of one attack
    assert numbers(year.row(RANGE))[:2] == (18, 19)
    day = Told()
    day.exactly(126, extent="incidents")
    assert numbers(day.row(RANGE))[:2] == (126, 126)
