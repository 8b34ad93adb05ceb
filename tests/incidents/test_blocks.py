"""Which tellings are compared: all that can be of one event, and never all with all."""

from __future__ import annotations

from collections.abc import Iterable

from atodds.incidents.blocks import pairs
from atodds.incidents.nearness import near, near_days
from atodds.incidents.tellings import Telling, telling
from atodds.model.claim import Claim
from atodds.model.where import Place
from tests.incidents.tales import KESTA, OLVA, SENNA, TARM, claim, day, month, report

MONDAY = day("2014-05-05")


def told(claims: Iterable[Claim]) -> list[Telling]:
    return [telling([each], None, several=False) for each in claims]


def met(*claims: Claim) -> set[tuple[int, int]]:
    return set(pairs(told(claims)))


A, B = report("A"), report("B")


def test_a_day_and_a_place_nearby_meet() -> None:
    assert met(claim(A, when=MONDAY, where=KESTA), claim(B, when=MONDAY, where=OLVA)) == {(0, 1)}
    assert met(claim(A, when=MONDAY, where=KESTA), claim(B, when=MONDAY, where=TARM)) == {(0, 1)}


def test_neither_other_days_nor_far_towns_do() -> None:
    assert met(claim(A, when=MONDAY, where=KESTA), claim(B, when=day("2014-05-06"), where=KESTA)) == set()
    assert met(claim(A, when=MONDAY, where=KESTA), claim(B, when=MONDAY, where=SENNA)) == set()


def test_a_coarse_time_meets_by_place_and_number() -> None:
    assert met(claim(A, killed=31, when=MONDAY, where=KESTA), claim(B, killed=31, when=month("2014-05"), where=KESTA)) == {(0, 1)}
    assert met(claim(A, killed=31, when=MONDAY, where=KESTA), claim(B, killed=32, when=month("2014-05"), where=KESTA)) == set()


def test_a_country_meets_its_town_by_number() -> None:
    country = Place(text="Kosovo", country="XKX", precision="country")
    assert met(claim(A, killed=31, when=MONDAY, where=KESTA), claim(B, killed=31, when=MONDAY, where=country)) == {(0, 1)}


def test_a_crowded_cell_grows_by_neighbours_and_not_by_squares() -> None:
    crowd = [claim(report(f"R{number}"), killed=number, when=MONDAY, where=KESTA) for number in range(400)]
    assert len(set(pairs(told(crowd)))) < 400 * 60


def test_two_spellings_of_one_town() -> None:
    one = Place(text="Khan Sheikhun", country="SYR", precision="town")
    other = Place(text="Khan Shaykhoun", name="Khān Shaykhūn", country="SYR", geoname=1, admin1="Idlib", precision="town")
    found = near(one, other)
    assert found is not None
    assert found.points == 3


def test_days_that_do_not_meet_are_apart_and_longer_times_say_less() -> None:
    assert near_days((1, 1), (3, 3)) is None
    points = [found.points for last in (1, 2, 7, 31, 365) if (found := near_days((1, 1), (1, last))) is not None]
    assert points == sorted(points, reverse=True)
    assert (points[0], points[-1]) == (3, 0)
