"""A quote inside its paragraph, and how each field was read."""

from __future__ import annotations

import msgspec

from atodds.ledger.ledger import Held
from atodds.views.account import account
from atodds.views.fields import fields
from atodds.views.passage import passage
from atodds.views.rows import rows
from tests.views.charged import herald
from tests.views.invented import Maker, courier, document, gazette

GAZETTE, COURIER, HERALD = gazette(), courier(), herald()


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


def test_what_a_list_says_of_the_place_and_which_list() -> None:
    found = {field.name: field for field in fields(HERALD.made[1], HERALD.document)}
    assert [found[f"scope.place.{name}"].value for name in ("name", "admin1", "precision", "geoname", "lat")] == [
        "Port Ansel", "Balochistan", "town", "17", "25.5",
    ]  # fmt: skip
    assert found["scope.place.lon"].origin == "geonames"
    assert found["event.agent"][1:] == ("Gunmen", "Gunmen", "")


def test_stretches_of_an_interrupted_statement() -> None:
    parts = {"statement.0": HERALD.span("“It will rain"), "statement.1": HERALD.span("It always rains")}
    found = fields(msgspec.structs.replace(HERALD.made[-1], spans=parts), HERALD.document)
    assert [field.words for field in found if field.name.startswith("statement.")] == ["“It will rain", "It always rains"]


def test_an_account_tells_where_it_is_said_and_what_it_holds() -> None:
    said, act, *_ = HERALD.made
    around = account(Held(claim=act, found=act, text_sha256=HERALD.document.sha256, current=True), HERALD.document, HERALD.made)
    assert f"  said inside  {said.id[:10]}  the mayor: “Gunmen burned the ferry" in around
    held = account(Held(claim=said, found=said, text_sha256=HERALD.document.sha256, current=True), HERALD.document, HERALD.made)
    assert f"  holds  {act.id[:10]}  ASSAULT/destroy · by Gunmen · upon ferry" in held


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
