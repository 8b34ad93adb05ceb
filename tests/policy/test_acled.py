"""ACLED: the most conservative number, types of events, the note of a dispute."""

from __future__ import annotations

from datetime import timedelta

import pytest

from atodds.model.figure import Figure
from atodds.policy.acled import ACLED, conservative
from tests.policy.accounts_of import DAY, Told, on


@pytest.mark.parametrize(
    ("text", "literal", "read"),
    [
        ("tens", 20, 10),
        ("dozens", 24, 12),
        ("hundreds", 200, 100),
        ("scores", 40, 20),
        ("thousands", 2000, 1000),
        ("dozens of", 24, 12),
        ("tens of thousands", 20000, 10000),
        # not in the table: the least that the word can mean
        ("several", 3, 3),
        ("several hundred", 300, 300),
    ],
)
def test_vague_words(text: str, literal: int, read: int) -> None:
    assert conservative(Figure(measure="killed", low=literal, text=text, modality="vague", unit="people")) == (read, None)


def test_a_number_is_no_vague_word() -> None:
    assert conservative(Figure(measure="killed", low=12, high=12, text="two dozens", modality="exact", unit="people")) == (12, 12)


def test_the_most_conservative_and_the_note_of_the_dispute() -> None:
    told = Told()
    told.exactly(30, "SOHR")
    told.exactly(12, "SANA")
    row = told.row(ACLED)
    assert row.values["fatalities"] == 12
    assert row.notes == ("Reports differ: 12 (SANA) to 30 (SOHR)",)


def test_dozens_are_twelve() -> None:
    told = Told()
    told.figure(24, None, "Alpha", modality="vague", text="dozens")
    told.exactly(30, "Beta")
    row = told.row(ACLED)
    assert row.values["fatalities"] == 12
    assert row.notes == ("Reports differ: 12 or more (Alpha) to 30 (Beta)", "“dozens” is vague: counted as 12 or more")


@pytest.mark.parametrize(("low", "high", "read"), [(12, None, 12), (None, 25, 25), (4, 7, 4), (0, 0, 0)])
def test_one_number_of_any_bounds(low: int | None, high: int | None, read: int) -> None:
    told = Told()
    told.figure(low, high)
    assert told.values(ACLED, "fatalities") == (read,)


def test_who_counts_only_civilians_has_not_counted_the_dead() -> None:
    told = Told()
    told.exactly(3, "Alpha", of="civilian")
    told.exactly(12, "Beta")
    assert told.values(ACLED, "fatalities") == (12,)


def test_an_event_without_a_death_is_an_event() -> None:
    told = Told(means="airstrike")
    told.act("ASSAULT", "aerial")
    row = told.row(ACLED)
    assert (row.values["fatalities"], row.values["sub_event_type"]) == (0, "Air/drone strike")
    assert row.notes == ("no account counts the dead",)


@pytest.mark.parametrize(
    ("means", "act", "of", "expected"),
    [
        ("drone", ("ASSAULT", "drone"), "civilian", ("Explosions/Remote violence", "Air/drone strike")),
        ("suicide_bomb", ("ASSAULT", None), None, ("Explosions/Remote violence", "Suicide bomb")),
        ("bomb", ("ASSAULT", None), "civilian", ("Explosions/Remote violence", "Remote explosive/landmine/IED")),
        (None, ("ASSAULT", "heavy-weapons"), None, ("Explosions/Remote violence", "Shelling/artillery/missile attack")),
        ("clash", ("ASSAULT", "firearms"), "combatant", ("Battles", "Armed clash")),
        # an assault of no means that tells: by who was hit
        ("shooting", ("ASSAULT", "firearms"), "civilian", ("Violence against civilians", "Attack")),
        ("raid", ("ASSAULT", None), "security_forces", ("Battles", "Armed clash")),
        ("shooting", ("ASSAULT", "firearms"), None, (None, None)),
        (None, ("ASSAULT", "abduct"), "civilian", ("Violence against civilians", "Abduction/forced disappearance")),
        # demonstrators were killed: what it was a coder has to say
        (None, ("PROTEST", "demo"), None, (None, None)),
    ],
)
def test_types(means: str | None, act: tuple[str, str | None], of: str | None, expected: tuple[str | None, str | None]) -> None:
    told = Told(means=means)
    told.act(*act)
    told.exactly(2, of=of)
    assert told.values(ACLED, "event_type", "sub_event_type") == expected


def test_an_act_that_was_denied_makes_no_type() -> None:
    told = Told()
    told.act("ASSAULT", "aerial", stance="denies")
    told.exactly(2)
    assert told.values(ACLED, "event_type") == (None,)


def test_the_wounded_tell_who_was_hit() -> None:
    told = Told(means="shooting")
    told.act("ASSAULT", "firearms")
    told.exactly(3, of="civilian", measure="wounded")
    assert told.values(ACLED, "fatalities", "sub_event_type", "actor2") == (0, "Attack", "Civilians (XNO)")


def test_flight_alone_is_no_event() -> None:
    told = Told()
    told.exactly(20000, measure="displaced")
    rolled = told.rolled(ACLED)
    assert rolled.rows == ()
    assert [each.reason for each in rolled.left_out] == ["no act that ACLED has a type for, and nobody killed or wounded"]


def test_talks_are_no_row() -> None:
    told = Told()
    told.act("CONSULT", "visit")
    assert told.rolled(ACLED).rows == ()


def test_civilians_alone_were_hit() -> None:
    told = Told()
    told.exactly(2, of="civilian")
    assert told.values(ACLED, "actor2", "civilian_targeting") == ("Civilians (XNO)", "Civilian targeting")
    told.exactly(1, of="combatant")
    assert told.values(ACLED, "actor2", "civilian_targeting") == (None, None)


def test_no_day_is_made_up() -> None:
    told = Told(time=on(DAY, DAY + timedelta(days=6)))
    told.exactly(2)
    assert told.values(ACLED, "event_date", "date_start", "date_end", "time_precision") == (None, "2021-05-04", "2021-05-10", 2)
    assert told.row(ACLED).notes[0].startswith("no day is told, only a period")
    day = Told()
    day.exactly(2)
    assert day.values(ACLED, "event_date", "time_precision", "geo_precision") == ("2021-05-04", 1, 1)


def test_a_year_is_no_event() -> None:
    told = Told(time=on(DAY.replace(month=1, day=1), DAY.replace(month=12, day=31)))
    told.exactly(2)
    assert [each.reason for each in told.rolled(ACLED).left_out] == ["over more than a month: ACLED codes days, weeks and months"]
