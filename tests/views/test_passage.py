"""A quote inside its paragraph, and how each field was read."""

from __future__ import annotations

from atodds.views.fields import fields
from atodds.views.passage import passage
from atodds.views.rows import rows
from tests.views.invented import Maker, courier, document, gazette

GAZETTE, COURIER = gazette(), courier()


def test_the_paragraph_and_nothing_else() -> None:
    assert passage(GAZETTE.made[0], GAZETTE.document).marked() == (
        "The ministry told parliament on Monday that [[only 12 civilians had been killed by drones in Pakistan since 2009]]."
        " That count is absurd."
    )


def test_a_page_without_paragraphs_is_cut_and_says_so() -> None:
    text = "Many words stand here. " * 90 + "Some 40 people fled. " + "And more follow here. " * 90
    maker = Maker(document("long.txt", text))
    figure = GAZETTE.made[2].figure
    assert figure is not None
    claim = maker.claim("Some 40 people fled", "Some 40 people fled.", figure)
    found = passage(claim, maker.document)
    assert found.quote == "Some 40 people fled"
    assert found.before.startswith("… ")
    assert found.after.endswith(" …")
    assert len(found.marked()) < 1600


def test_each_field_leads_back_to_its_words() -> None:
    found = {field.name: field for field in fields(GAZETTE.made[0], GAZETTE.document)}
    assert found["figure.low"][1:] == ("12", "only 12", "")
    assert found["figure.category"][1:] == ("civilian", "civilians", "")
    assert found["scope.time"][1:] == ("2009/2013-11-04", "since 2009", "words")
    assert found["attribution.0.speaker"].value == "The ministry"
    assert found["author"].value == "rejects"


def test_a_value_without_words_says_where_it_comes_from() -> None:
    found = {field.name: field for field in fields(GAZETTE.made[1], GAZETTE.document)}
    assert found["scope.place"][1:] == ("Pakistan", "", "previous")
    assert found["scope.means"][1:] == ("drone", "", "previous")


def test_a_row_of_the_table() -> None:
    documents = {maker.document.id: maker.document for maker in (GAZETTE, COURIER)}
    row = rows(COURIER.made, documents)[0]
    assert [row.cells[name] for name in ("claim", "what", "who", "when", "where")] == [
        "24 or more (dozens)", "people killed, drone strikes", "Villagers via the Frontier Wire", "“Thursday” (no date to count it from)",
        "Miran Shah (Pakistan)",
    ]  # fmt: skip
    assert row.quote == "dozens of dead after a strike near Miran Shah on Thursday"
    assert COURIER.made[0].id.startswith(row.cells["id"])
    assert rows([GAZETTE.made[2]], documents)[0].cells["who"] == "report's own voice: Hillside Gazette"
