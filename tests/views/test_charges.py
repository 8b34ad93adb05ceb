"""Who is held responsible: charges and denials side by side, and the rows of each kind of claim."""

from __future__ import annotations

import random

import pytest

from atodds.model.claim import Kind
from atodds.views.charges import charges
from atodds.views.rows import rows, table
from atodds.views.sheet import sheet
from atodds.views.topics import about
from tests.views.charged import herald
from tests.views.invented import gazette

HERALD = herald()
DOCUMENTS = {HERALD.document.id: HERALD.document}
SAID, ACT, BLAMED, DENIED, CLAIMED, QUOTED = HERALD.made


def test_charges_of_one_day_and_place_stand_together_by_whom_they_accuse() -> None:
    assert [(group.title, group.claims) for group in charges(HERALD.made, DOCUMENTS)] == [
        ("Port Ansel (Pakistan) · 2012-05-03", (BLAMED, DENIED)),
        ("No day and no place given: Shore Herald, 2012-05-04", (CLAIMED,)),
    ]


def test_the_sheet_says_who_blames_whom_and_counts_the_rest() -> None:
    printed = sheet([HERALD.document], HERALD.made, decided={BLAMED.id: ["reject, by Ana"]})
    assert (
        "\n    [1] the Ridge Army · blamed · arson\n"
        "        said by  The mayor   via  Shore Herald, 2012-05-04\n"
        '        quote    "The mayor blamed the Ridge Army for the attack"\n'
        "        decided  reject, by Ana\n"
        f"                 herald.txt:{BLAMED.start}-{BLAMED.end}   claim {BLAMED.id[:10]}\n"
    ) in printed
    last = "Besides, not listed here: 1 event (atodds claims --kind event), 2 statements (atodds claims --kind statement).\n"
    assert printed.endswith(last)


def test_numbers_go_on_behind_those_of_the_figures() -> None:
    both = gazette()
    printed = sheet([HERALD.document, both.document], [*HERALD.made, *both.made])
    assert f"[{len(both.made)}] " in printed
    assert f"[{len(both.made) + 1}] the Ridge Army" in printed


@pytest.mark.parametrize("seed", range(3))
def test_order_leaves_no_trace(seed: int) -> None:
    mixed = list(HERALD.made)
    random.Random(seed).shuffle(mixed)
    assert sheet([HERALD.document], mixed) == sheet([HERALD.document], HERALD.made)


def test_a_topic_finds_charges_by_accused_place_and_day() -> None:
    assert about(HERALD.made, "ridge port") == [BLAMED, DENIED]
    assert about(HERALD.made, "2012-05 arson blamed") == [BLAMED]


@pytest.mark.parametrize(
    ("kind", "cells"),
    [
        ("event", {"act": "ASSAULT/destroy", "by": "Gunmen", "upon": "ferry", "who": "the mayor", "when": "2012-05-03"}),
        ("responsibility", {"stance": "blames", "accused": "the Ridge Army", "of": "arson", "who": "The mayor"}),
        ("statement", {"who": "the mayor", "cue": "said", "stance": "asserts", "report": "Shore Herald"}),
    ],
)
def test_each_kind_has_columns_of_its_own(kind: Kind, cells: dict[str, str]) -> None:
    found = rows([each for each in HERALD.made if each.kind == kind], DOCUMENTS, kind)
    assert cells.items() <= found[0].cells.items()
    printed = list(table(found, kind))
    assert cells.keys() <= set(printed[0].split())
    assert max(map(len, printed)) <= 100


def test_one_table_holds_every_kind() -> None:
    assert [row.cells["what"] for row in rows([ACT, BLAMED], DOCUMENTS)] == [
        "ASSAULT/destroy upon ferry, arson",
        "blames: the Ridge Army, arson",
    ]


def test_whom_a_pronoun_stands_for_is_told() -> None:
    assert rows([QUOTED], DOCUMENTS, "statement")[0].cells["who"] == "she [mayor]"
