"""A claim in a few lines: what golden cases compare with."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from atodds.model.claim import Claim, Scope
from atodds.model.source import Link
from atodds.model.where import Place
from atodds.views.lines import describe
from tests.views.invented import courier, gazette

GAZETTE, COURIER = gazette(), courier()


def lines(claim: Claim, width: int = 100) -> list[str]:
    return describe(claim, GAZETTE.document, width=width)


def test_a_total_that_the_report_rejects() -> None:
    assert lines(GAZETTE.made[0]) == [
        "12 civilians killed · drone strikes · Pakistan · 2009/2013-11-04",
        "said by  The ministry   via  Hillside Gazette, 2013-11-04",
        "author   the report rejects this",
        'quote    "only 12 civilians had been killed by drones in Pakistan since 2009"',
    ]


def test_two_voices_a_hedge_and_a_day_without_an_anchor() -> None:
    assert describe(COURIER.made[0], COURIER.document) == [
        "24 or more (dozens) people killed · drone strikes · Miran Shah (Pakistan) ·",
        "    “Thursday” (no date to count it from) · one incident",
        "said by  Villagers   via  the Frontier Wire   via  Strike near Miran Shah",
        "hedge    “reportedly”",
        'quote    "dozens of dead after a strike near Miran Shah on Thursday"',
    ]


def test_the_reports_own_voice() -> None:
    assert "said by  report's own voice: Hillside Gazette, 2013-11-04" in lines(GAZETTE.made[2])


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"stance": "denies"}, "stance   denies this (excludes the figure, claims no zero)"),
        ({"stance": "concedes"}, "stance   concedes this"),
        ({"author": "endorses"}, "author   the report endorses this"),
        ({"review": "date of claim or of event"}, "review   date of claim or of event"),
        # roles and dates of a voice
        ({"attribution": (Link(speaker="Nadia Qazi", role="UN rapporteur", date=date(2013, 10, 24)),)},
         "said by  Nadia Qazi (UN rapporteur), 2013-10-24   via  Hillside Gazette, 2013-11-04"),
        # the report's own outlet is not named twice
        ({"attribution": (Link(speaker="hillside gazette"),)}, "said by  hillside gazette"),
    ],
)  # fmt: skip
def test_what_is_not_said_by_default_gets_its_line(changes: dict[str, object], line: str) -> None:
    assert line in lines(msgspec.structs.replace(GAZETTE.made[1], **changes))


def test_who_did_it_stands_in_the_head() -> None:
    claim = msgspec.structs.replace(
        GAZETTE.made[1], scope=Scope(agent="United States", place=Place(text="Kabul", country="AFG"), aggregate=False)
    )
    assert lines(claim)[0] == "at least 90 civilians killed · by United States · Kabul (Afghanistan) · no period given"


def test_a_claim_without_a_scope_says_nothing_of_it() -> None:
    assert lines(msgspec.structs.replace(GAZETTE.made[1], scope=None))[0] == "at least 90 civilians killed"


@pytest.mark.parametrize("width", [60, 72, 100])
def test_lines_keep_to_their_width(width: int) -> None:
    for maker in (GAZETTE, COURIER):
        for claim in maker.made:
            assert max(map(len, describe(claim, maker.document, width=width))) <= width
