"""The sheet of two invented reports, as it must stand, and what holds for every sheet."""

from __future__ import annotations

import random
import re
from pathlib import Path

import msgspec
import pytest

from atodds.views.answers import differing, sections
from atodds.views.names import names
from atodds.views.sheet import sheet
from tests.views.invented import courier, document, gazette

EXPECTED = Path(__file__).with_name("sheet.txt").read_text(encoding="utf-8")
DOCUMENTS = (gazette().document, courier().document)
CLAIMS = (*gazette().made, *courier().made)


def test_the_sheet_as_it_stands() -> None:
    assert sheet(DOCUMENTS, CLAIMS) == EXPECTED


@pytest.mark.parametrize("seed", range(5))
def test_order_of_claims_and_documents_leaves_no_trace(seed: int) -> None:
    claims, documents = list(CLAIMS), list(DOCUMENTS)
    random.Random(seed).shuffle(claims)
    random.Random(seed).shuffle(documents)
    assert sheet(documents, claims) == EXPECTED


def test_no_line_is_wider_than_a_page_or_ends_in_blanks() -> None:
    lines = EXPECTED.splitlines()
    assert max(map(len, lines)) <= 100
    assert [line for line in lines if line != line.rstrip()] == []


def test_every_claim_stands_once_with_its_place_in_the_document() -> None:
    named = names(DOCUMENTS)
    for claim in CLAIMS:
        assert EXPECTED.count(f"{named[claim.document]}:{claim.start}-{claim.end}   claim {claim.id[:10]}") == 1


def test_numbers_run_from_one_without_a_gap() -> None:
    assert [int(number) for number in re.findall(r"^ *\[(\d+)\]", EXPECTED, re.MULTILINE)] == list(range(1, len(CLAIMS) + 1))


def test_nothing_is_added_up() -> None:
    counted = sum(claim.figure.low or 0 for claim in CLAIMS if claim.figure is not None)
    assert f"{counted:g}" not in re.findall(r"\d+", re.sub(r"\S+:\d+-\d+   claim \w+", "", EXPECTED))


def test_a_part_stands_under_its_whole_and_is_pointed_to_from_its_own_question() -> None:
    maker = gazette()
    whole = next(claim for claim in maker.made if claim.quote == "31 people died")
    other = msgspec.structs.replace(whole, id="f" * 64, figure=msgspec.structs.replace(whole.figure, category="child", low=9, high=9))
    found = sections([*maker.made, other])
    asked = {section.question.category: section for section in found if section.question.means == "raid"}
    assert [answer.depth for answer in asked[None].answers] == [0, 1]
    assert [part.claim.quote for part in asked["child"].parts] == ["among them 6 children"]
    assert differing(asked["child"].claims) == 2
    part = asked["child"].parts[0]
    assert f"see [{part.number}] 6 children killed" in sheet([maker.document], [*maker.made, other])


def test_parts_of_one_text_kept_as_two_documents_are_not_mixed() -> None:
    maker = gazette()
    twin = [msgspec.structs.replace(claim, document="twin") for claim in maker.made]
    answers = [answer for section in sections([*maker.made, *twin]) for answer in section.answers]
    assert len(answers) == 2 * len(maker.made)


def test_a_part_without_its_whole_stands_alone() -> None:
    part = next(claim for claim in gazette().made if claim.part_of is not None)
    assert [answer.depth for section in sections([part]) for answer in section.answers] == [0]


def test_a_sheet_of_nothing_says_so() -> None:
    assert sheet([], []) == "0 reports · 0 claims · 0 questions\n\n\nNo figure is claimed here.\n"


def test_a_file_name_that_two_documents_share_gives_way_to_their_ids() -> None:
    one, two = document("a/report.txt", "One."), document("b/report.txt", "Two.")
    assert names([one, two]) == {one.id: one.id[:10], two.id: two.id[:10]}
    assert names([one]) == {one.id: "report.txt"}
