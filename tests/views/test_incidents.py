"""What an incident's line says of its toll: from the least to the most, never a sum."""

from __future__ import annotations

from msgspec.structs import replace

from atodds.model.claim import Claim
from atodds.model.figure import Figure
from atodds.views.incidents import span
from tests.incidents.tales import claim, report

WIRE = report("Wire")


def killed(low: int, high: int | None, category: str = "unknown", **fields: object) -> Claim:
    figure = Figure(measure="killed", low=low, high=high, text=str(low), modality="exact", unit="people", category=category)  # type: ignore[arg-type]
    return replace(claim(WIRE, killed=low), figure=figure, **fields)


def test_from_the_least_to_the_most() -> None:
    assert span([killed(12, 12), killed(15, 15)], "killed") == "12 to 15 killed"
    assert span([killed(12, 12)], "killed") == "12 killed"
    assert span([killed(12, None), killed(15, 15)], "killed") == "12 to 15 or more killed"
    assert span([killed(1200, 1200)], "killed") == "1,200 killed"


def test_people_of_no_kind_before_a_kind_and_one_kind_at_a_time() -> None:
    assert span([killed(12, 12), killed(3, 3, "child")], "killed") == "12 killed"
    assert span([killed(3, 3, "child"), killed(4, 4, "child"), killed(0, 0, "civilian")], "killed") == "3 to 4 children killed"


def test_parts_and_what_is_denied_are_left_out() -> None:
    assert span([killed(12, 12), killed(2, 2, part_of="x"), killed(40, 40, stance="denies")], "killed") == "12 killed"
    assert span([killed(40, 40, stance="doubts")], "killed") is None
