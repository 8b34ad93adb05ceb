"""What a report is mainly about (rule 4.6)."""

from __future__ import annotations

from atodds.incidents.grouping import group
from atodds.incidents.mainly import assignment, main_incident
from atodds.incidents.provinces import Province, province_of
from atodds.model.claim import Claim
from atodds.model.text import Document
from tests.incidents.tales import KESTA, NORR, OLVA, TARM, claim, day, month, report

TEXT = "A raid on Kesta killed nine and wounded two. Years ago a bomb killed 80 in Norr. Ministers met."


def assigned(claims: list[Claim], *documents: Document) -> dict[str, str]:
    return dict(assignment(claims, documents, group(claims, {each.id: each for each in documents})))


def test_what_is_told_first_and_not_what_was_deadlier_once() -> None:
    wire = report("Wire", TEXT)
    first = claim(wire, "killed nine", killed=9, where=KESTA)
    background = claim(wire, "killed 80 in Norr", killed=80, where=NORR)
    found = group([first, background], {"Wire": wire})
    held = {id: each for each in found.incidents for id in each.claims}
    main = main_incident(wire, [background, first], held)
    assert main.incident == first.id
    assert main.province == Province("XKX", "Tarm")


def test_reports_of_one_day_about_one_province_are_one_news() -> None:
    one, other, later = report("One"), report("Other"), report("Later", published="2014-05-11")
    claims = [claim(one, killed=9, where=KESTA), claim(other, killed=3, where=OLVA), claim(later, killed=9, where=KESTA)]
    found = assigned(claims, one, other, later)
    assert found["One"] == found["Other"] != found["Later"]


def test_an_older_event_is_another_news_than_that_of_the_week() -> None:
    one, other = report("One"), report("Other")
    claims = [claim(one, when=day("2014-05-08"), where=KESTA), claim(other, when=day("2014-02-01"), where=KESTA)]
    found = assigned(claims, one, other)
    assert found["One"] != found["Other"]


def test_a_month_is_no_day_of_an_event() -> None:
    one, other = report("One"), report("Other")
    found = assigned([claim(one, where=KESTA), claim(other, when=month("2014-02"), where=KESTA)], one, other)
    assert found["One"] == found["Other"]


def test_reports_that_tell_of_nothing_or_of_no_place_stand_alone() -> None:
    one, other = report("One"), report("Other")
    assert assigned([], one, other) == {"One": "One/2014-05-10", "Other": "Other/2014-05-10"}
    found = assigned([claim(one, killed=9), claim(other, killed=8)], one, other)
    assert found["One"] != found["Other"]


def test_the_province_that_most_claims_give_else_the_first_named_in_title_and_lead() -> None:
    wire = report("Wire", "Explosion near Karachi. Sindh and Punjab mourned in Pakistan.")
    assert province_of([claim(wire, where=TARM), claim(wire, killed=2, where=NORR), claim(wire, killed=3, where=OLVA)], wire) == Province(
        "XKX", "Tarm"
    )
    assert province_of([], wire) == Province("PAK", "Sindh")
    assert province_of([], report("Wire", "Nothing is said of where it was.")) is None
