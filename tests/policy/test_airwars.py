"""Airwars: five grades, and who may give the fifth."""

from __future__ import annotations

import pytest

from atodds.model.dispute import Dispute, Findings
from atodds.policy.airwars import AIRWARS
from tests.policy.accounts_of import Told

GRADE = "civilian_harm_status"


def harmed(*voices: str) -> Told:
    told = Told()
    for number, voice in enumerate(voices, start=5):
        told.exactly(number, voice, of="civilian")
    return told


def test_one_origin_is_weak() -> None:
    told = harmed("Alpha")
    told.charge("Syria’s army")
    assert told.values(AIRWARS, GRADE, "strike_status", "independent") == ("weak", "single source claim", 1)


def test_two_origins_and_a_party_by_name_are_fair() -> None:
    told = harmed("Alpha", "Beta")
    told.charge("Syria’s army")
    assert told.values(AIRWARS, GRADE, "strike_status", "belligerents") == ("fair", "likely", "Syria’s army")
    assert told.row(AIRWARS).notes[0] == "fair: 2 independent origins, and a belligerent is named"


def test_two_bodies_of_one_state_are_one_source() -> None:
    told = Told()
    told.exactly(5, "the ministry", of="civilian", side="norland")
    told.exactly(7, "the army", of="civilian", side="norland")
    told.charge("Hezbollah")
    assert told.values(AIRWARS, GRADE) == ("weak",)


def test_nobody_named_is_no_grade() -> None:
    told = harmed("Alpha", "Beta")
    told.charge("gunmen")
    assert told.values(AIRWARS, GRADE) == (None,)


def test_competing_accounts_are_contested() -> None:
    told = harmed("Alpha", "Beta")
    told.charge("Syria’s army", "Alpha")
    told.charge("Hezbollah", "Beta")
    assert told.values(AIRWARS, GRADE, "strike_status") == ("contested", "contested")


@pytest.mark.parametrize(
    ("second", "by", "stance"),
    [
        # a body of the same state, two parties in one account, an accused who denies: no rival account
        ("Syria’s Ministry of Defence", "Beta", "blames"),
        ("Hezbollah", "Alpha", "blames"),
        ("Hezbollah", "Beta", "denies"),
        ("gunmen", "Beta", "blames"),
    ],
)
def test_what_makes_nothing_contested(second: str, by: str, stance: str) -> None:
    told = harmed("Alpha", "Beta")
    told.charge("Syria’s army", "Alpha")
    told.charge(second, by, stance=stance)  # type: ignore[arg-type]
    assert told.values(AIRWARS, GRADE) == ("fair",)


def test_a_dispute_about_who_did_it_is_contested_even_where_nobody_has_a_name() -> None:
    told = harmed("Alpha", "Beta")
    first, second = told.charge("militants", "Alpha"), told.charge("intelligence services", "Beta")
    third = told.charge("militants", "Gamma", stance="denies")
    incident = told.given().grouping.incidents[0].id

    def found(*claims: str) -> Findings:
        return Findings(disputes=(
            Dispute(
                id="d", relation="at_odds", dimension="responsibility", question="", claims=claims, reason="", incident=incident
            ),
        ))  # fmt: skip

    row = told.row(AIRWARS, findings=found(first.id, second.id))
    assert row.values[GRADE] == "contested"
    assert {first.id, second.id} <= set(row.used)
    assert told.row(AIRWARS, findings=found(first.id, third.id)).values[GRADE] is None


def test_a_concession_confirms() -> None:
    told = harmed("Alpha")
    owned = told.exactly(3, "the coalition", of="civilian", stance="concedes", agent="the coalition")
    row = told.row(AIRWARS)
    assert (row.values[GRADE], row.values["strike_status"]) == ("confirmed", "declared")
    assert (row.values["conceded_killed_min"], row.values["conceded_killed_max"]) == (3, 3)
    assert (row.values["civilians_killed_min"], row.values["civilians_killed_max"]) == (3, 5)
    assert owned.id in row.used


@pytest.mark.parametrize(
    ("stance", "of", "number"),
    [
        # an attack that is claimed, enemies killed, nobody killed: none of these is civilian harm conceded
        ("claims", "civilian", 3),
        ("concedes", "combatant", 3),
        ("concedes", "civilian", 0),
    ],
)
def test_what_concedes_nothing(stance: str, of: str, number: int) -> None:
    told = harmed("Alpha")
    told.exactly(number, "the coalition", of=of, stance=stance)
    assert told.values(AIRWARS, GRADE) != ("confirmed",)


def test_a_claim_of_the_attack_is_a_declared_strike() -> None:
    told = harmed("Alpha", "Beta")
    told.charge("Hezbollah", "Hezbollah", stance="claims")
    assert told.values(AIRWARS, GRADE, "strike_status") == ("fair", "declared")


def test_only_a_person_discounts() -> None:
    told = harmed("Alpha", "Beta")
    told.charge("Syria’s army")
    row = told.row(AIRWARS, discounted={"c01": "all of them fighters, by their families (ana)"})
    assert row.values[GRADE] == "discounted"
    assert row.notes[0] == "discounted by a person: all of them fighters, by their families (ana)"


def test_groups_and_what_is_not_counted() -> None:
    told = Told()
    whole = told.exactly(12)
    told.exactly(8, of="civilian", part_of=whole)
    told.exactly(3, of="child", part_of=whole)
    told.exactly(2, of="combatant", part_of=whole)
    told.at_least(20, of="civilian", measure="wounded")
    row = told.row(AIRWARS)
    assert {name: value for name, value in row.values.items() if name.endswith(("_min", "_max")) and value is not None} == {
        "civilians_killed_min": 8, "civilians_killed_max": 8, "children_killed_min": 3, "children_killed_max": 3,
        "belligerents_killed_min": 2, "belligerents_killed_max": 2, "civilians_injured_min": 20,
    }  # fmt: skip
    assert [claim.id for claim in told.claims if claim.id not in row.used] == [whole.id]
    assert {each.claim: each.reason for each in row.suppressed}[whole.id] == "of no stated status: Airwars counts civilians"


@pytest.mark.parametrize("of", [None, "combatant", "man"])
def test_no_civilian_is_no_row(of: str | None) -> None:
    told = Told()
    told.exactly(5, of=of)
    assert told.rolled(AIRWARS).rows == ()
