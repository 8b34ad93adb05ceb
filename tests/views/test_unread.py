"""What the machine did not understand is shown, not hidden."""

from __future__ import annotations

from atodds.language.pipeline import load
from atodds.model.claim import Claim
from atodds.model.figure import exactly
from atodds.model.source import Link
from atodds.model.text import Document
from atodds.read.clean import flow
from atodds.views.report import unread_lines
from atodds.views.unread import Unread, unread
from tests.views.invented import Maker, document

TEXT = (
    "In May 2012 the shelling killed 14 people, the mayor said. "
    "Two wells were dug. A 16-year-old was buried near kilometre 45 without a name."
)


def left(report: Document, claims: list[Claim]) -> list[Unread]:
    return unread(report, load().sentences(flow(report.text)), claims)


def words(report: Document, claims: list[Claim]) -> list[str]:
    return [each.words for each in left(report, claims)]


def test_every_number_and_casualty_word_is_listed_where_nothing_was_claimed() -> None:
    assert words(document("wells.txt", TEXT), []) == ["killed", "14", "Two", "16-year-old", "45"]


def test_what_a_claim_holds_is_not_listed_and_dates_are_no_numbers() -> None:
    maker = Maker(document("wells.txt", TEXT))
    maker.claim("killed 14 people", "In May 2012 the shelling killed 14 people, the mayor said.", exactly(14))
    assert words(maker.document, maker.made) == ["Two", "16-year-old", "45"]


def test_the_words_of_a_speaker_are_held_too() -> None:
    text = "The Committee of the 12, as always, said 3 died."
    maker = Maker(document("committee.txt", text))
    span = maker.span("The Committee of the 12")
    maker.claim("3 died", text, exactly(3), attribution=(Link(speaker="The Committee of the 12", start=span.start, end=span.end),))
    assert words(maker.document, maker.made) == []


def test_each_stands_in_the_text_where_it_says() -> None:
    report = document("wells.txt", TEXT)
    for each in left(report, []):
        assert report.text[each.start : each.end] == each.words
        assert each.words in each.sentence


def test_they_are_shown_under_their_sentences() -> None:
    report = document("wells.txt", TEXT)
    shown = unread_lines(report, left(report, [])).splitlines()
    assert "In no claim: numbers 4, casualty words 1" in shown
    assert shown[shown.index("Two wells were dug.") + 1] == "    number  59-62  Two"
