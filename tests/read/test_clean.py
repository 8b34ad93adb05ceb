"""Re-flowing: the flow reads on where the report does, and every character of it stands in the document."""

from __future__ import annotations

import time
from textwrap import dedent, fill

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atodds.model.text import Flow
from atodds.read.clean import flow

WRAPPED = """\
    Three boats were shelled off the coast on Monday and at
least twelve fishermen drowned, the harbour master told a
radio station. The navy said nobody was hurt in the inci-
dent, which it called a warning.
   Families of the missing waited at the pier until night.
The Directorate for Inter-
Regional Relief sent two ambulances. Its chief, Colonel Omar

Haddad, said that five bodies were found
"""

STORY = "The town was shelled all night, and the hospital counted nine dead."


def blocks(text: str) -> list[tuple[str, str]]:
    read = flow(text)
    return [(block.kind, read.text[block.start : block.end]) for block in read.blocks]


def words(text: str) -> list[str]:
    return [words for _, words in blocks(text)]


def test_wrapped_lines_become_paragraphs() -> None:
    assert words(WRAPPED) == [
        "Three boats were shelled off the coast on Monday and at least twelve fishermen drowned, the harbour master told a radio "
        "station. The navy said nobody was hurt in the incident, which it called a warning.",
        "Families of the missing waited at the pier until night. The Directorate for Inter-Regional Relief sent two ambulances. "
        "Its chief, Colonel Omar Haddad, said that five bodies were found",
    ]


def test_a_page_break_with_a_small_letter_behind_it_is_no_paragraph() -> None:
    above = "The ministry of the interior, which answers to the\npresident, reported to the assembly and to the press"
    text = f"{above}\n\n12\n\nthat only nine people were hurt since the ceasefire.\n"
    assert words(text) == [
        "The ministry of the interior, which answers to the president, reported to the assembly and to the press that only nine "
        "people were hurt since the ceasefire."
    ]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("a spokesman of the govern-", "ment said", "government said"),
        ("the Inter-", "Services office", "Inter-Services office"),
        ("a wave of anti-", "government marches", "anti-government marches"),
        ("in the Swat pro-", "vince of the north", "province of the north"),
        ("the bomb ex-", "ploded near it", "exploded near it"),
        ("a former, ex-", "general told us", "ex-general told us"),
        ("some twenty-", "one men", "twenty-one men"),
        ("a three-year-", "old boy", "three-year-old boy"),
        ("a militia-", "led council", "militia-led council"),
        ("between 2012-", "2013 alone", "2012-2013 alone"),
        ("a 16-", "year-old girl", "16-year-old girl"),
        # the hyphen waits for a later word
        ("both pre-", "and post-war figures", "pre- and post-war figures"),
        ("drones overhead\u2014", "a sound they know", "overhead\u2014a sound"),
        ("the hospi\u00ad", "tal was hit", "the hospital was hit"),
    ],
)
def test_hyphens_at_a_line_end(above: str, below: str, joined: str) -> None:
    assert joined in flow(f"{above}\n{below}.").text


def test_what_the_text_writes_elsewhere_decides_on_a_hyphen() -> None:
    assert "the cease-fire line" in flow("The cease-fire held. Both sides of the cease-\nfire line were quiet.").text
    assert "the ceasefire line" in flow("The ceasefire held. Both sides of the cease-\nfire line were quiet.").text


def test_capitals_are_joined_as_small_letters_are() -> None:
    text = "THE ARMY REPORTED THAT FIVE SOLDIERS OF THE GOVERN-\nMENT WERE WOUNDED IN THE AMBUSH NEAR THE BRIDGE\nYESTERDAY."
    assert words(text) == ["THE ARMY REPORTED THAT FIVE SOLDIERS OF THE GOVERNMENT WERE WOUNDED IN THE AMBUSH NEAR THE BRIDGE YESTERDAY."]


def test_one_line_a_paragraph_stays_so() -> None:
    text = "The convoy was hit at dawn, a driver said by telephone.\nThe army denied it.\nNobody else was asked."
    assert len(words(text)) == 3


def test_a_wrap_inside_a_short_record() -> None:
    text = "May 3, 2016, near Hit, by an aid worker. The details that were given provided\r\ninsufficient information."
    assert words(text) == [text.replace("\r\n", " ")]


def test_a_heading_broken_over_an_empty_line() -> None:
    text = "Shells fall on the northern port as\n\nU.N. calls for a truce\n\nAt least six dockers were killed, their union said.\n"
    assert blocks(text)[0] == ("heading", "Shells fall on the northern port as U.N. calls for a truce")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Can the truce survive the massacre?", "heading"),
        ("The second day", "heading"),
        ("## The second day", "heading"),
        ("The army denied it.", "paragraph"),
        ("The army said:", "paragraph"),
        # a sentence that ends in a quotation
        ("He said: “Nobody was hurt.”", "paragraph"),
        ("(Reuters, May 3)", "paragraph"),
        ("• Nine people were hurt in the east", "item"),
        ("- Nine people were hurt in the east", "item"),
        ("1. Nine people were hurt in the east", "item"),
    ],
)
def test_kinds_of_blocks(line: str, kind: str) -> None:
    text = f"{STORY}\n\n{line}\n\nThe next morning was quiet, and people left their cellars.\n"
    assert blocks(text)[1][0] == kind


def test_the_last_line_is_no_heading_as_nothing_stands_under_it() -> None:
    assert [kind for kind, _ in blocks("Five dead, three hurt in Kabul")] == ["paragraph"]


def test_a_number_that_a_wrap_put_first_is_no_item() -> None:
    first = "In the first of the two attacks, the inquiry said, they killed"
    text = f"{first}\n19. In the second they killed nobody, as the house was empty\nby then.\n"
    assert words(text) == [text.replace("\n", " ").strip()]


def test_items_keep_their_wrapped_lines_and_lose_their_bullet() -> None:
    text = "• Four people were killed in the north of the\n  district, the mayor said.\n• Nobody was hurt in the south.\n"
    assert blocks(text) == [
        ("item", "Four people were killed in the north of the district, the mayor said."),
        ("item", "Nobody was hurt in the south."),
    ]


@pytest.mark.parametrize(
    "furniture",
    [
        "HOME", "• HOME", "• WIRE", "Loading ...", "Share", "Print this page", "Subscribe", "Follow us",
        "Follow example.org on Twitter",
        "Follow example.org on\nTwitter Facebook", "Twitter | Facebook | Instagram", "Powered by PageMill (www.pagemill.example)",
        "© The Daily Example", "Copyright 2013 The Daily Example. All rights reserved",
        "http://www.example.org", "news@example.org",
        "example.org/contact", "12", "- 12 -", "Page 3 of 9",
        "To contact the paper and the\nLabour Club visit:", "Published Nov 2, 2007 11:49 PM",
        "HOME BOOKS VIDEO DONATE", "----------", "-30-",
    ],
)  # fmt: skip
def test_page_furniture_is_left_out(furniture: str) -> None:
    text = f"{furniture}\n\n{STORY}\n"
    assert words(text) == [STORY]


@pytest.mark.parametrize(
    "line",
    [
        "Share of the dead who were civilians: a third.",
        "Copyright law was the last thing on their minds.",
        "Home was no refuge for the nine who died.",
        "Published figures differ, and 67 is one of them.",
        "World politics shifts",
        "More than 40 died.",
        "Search teams found 12 bodies.",
    ],
)
def test_what_only_looks_like_furniture_stays(line: str) -> None:
    assert line in words(f"{line}\n\n{STORY}\n")


def test_a_word_that_ends_a_paragraph_is_no_button() -> None:
    text = "The two papers that the minister named would not be allowed to\nprint\nthe list of the dead in\nMay.\n"
    assert words(text) == [text.replace("\n", " ").strip()]


def test_lines_that_stand_on_every_page_are_left_out() -> None:
    pages = [
        f"The Inquiry Report\n\n{body}\n\nDraft of May, sheet {n}\n"
        for n, body in enumerate(["Six died in the first raid.", "Two died in the second.", "None died later."], 1)
    ]
    assert words("\f".join(pages)) == ["Six died in the first raid.", "Two died in the second.", "None died later."]


def test_white_space_and_unseen_characters() -> None:
    text = "Nine\u00a0people \t were\u200b killed  in the\u202a raid\u202c, the hos\u00adpital said.\r\n"
    assert flow(text).text == "Nine people were killed in the raid, the hospital said."


def test_quotation_marks_stay_as_they_are() -> None:
    text = "“Nobody,” he said, 'was \"hurt\"'."
    assert flow(text).text == text


def test_spans_lead_back_to_the_document() -> None:
    read = flow(WRAPPED)
    start = read.text.index("the incident")
    span = read.span(start, start + len("the incident"))
    assert span.of(WRAPPED) == "the inci-\ndent"


PIECES = st.sampled_from(
    ["a", "The army ", "said.", "\n", "\n\n", "\r\n", "\r", " ", "   ", "\u00a0", "\u00ad", "\u200b", "-", "—",
     "\f", "\u2028", "\x85", "• ", "1. ", "# ", "HOME", "© X",
     "Follow us", "12", "“", "”", ".", "?", "\x00", "\ud800", "Inter-", "anti-", "Published 2 May 2012", "١٢", "语", "\x1c", "\t"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.text(alphabet=st.characters(), max_size=200), st.lists(PIECES, max_size=60).map("".join))


def assert_faithful(text: str, read: Flow) -> None:
    for offset, character in enumerate(read.text):
        assert character.isspace() or text[read.origin(offset)] == character
    for pair, following in zip(read.pieces, read.pieces[1:], strict=False):
        assert pair[0] < following[0]
        assert pair[1] < following[1]
    end = 0
    for block in read.blocks:
        assert end <= block.start < block.end <= len(read.text)
        assert read.text[block.start : block.end] == read.text[block.start : block.end].strip()
        assert "\n" not in read.text[block.start : block.end]
        end = block.end


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_the_flow_holds_characters_of_the_document_in_order(text: str) -> None:
    read = flow(text)
    assert_faithful(text, read)
    assert "  " not in read.text


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_the_same_text_has_the_same_flow(text: str) -> None:
    assert flow(text) == flow(text)


SENTENCES = [
    "Ten people died in the raid on the market, its guard told us.",
    "The general denied that any shell had fallen on the town.",
    "A nurse counted nine wounded children before the power failed.",
    "Later figures were lower, and nobody explained the difference.",
]


@settings(max_examples=100, deadline=None)
@given(st.integers(min_value=34, max_value=90), st.permutations(SENTENCES))
def test_a_wrap_never_cuts_a_sentence(width: int, sentences: list[str]) -> None:
    whole = " ".join(sentences)
    read = words(fill(whole, width, break_on_hyphens=False))
    assert " ".join(read) == whole
    assert all(paragraph.endswith(".") for paragraph in read)


@pytest.mark.parametrize(
    "piece",
    ["a", " ", "\n", "-\n", "a-\nb", "a.\n", ".", "(a ",
     "• A\n", "\u00ad", "a\u00ad\n", '"', "© x ", "KABUL ", "1. a\n", "share\n",
     "\f a\n", "a…”’»)", "http://", "word word word\n", "to contact a ", "\ud800"],
)  # fmt: skip
def test_a_hostile_text_costs_no_more_than_its_length(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    flow("warm")
    start = time.process_time()
    read = flow(text)
    # no measure of speed: a pattern that backtracks without bound takes minutes
    assert time.process_time() - start < 20.0
    assert len(read.text) <= len(text)


def test_dedented_text_reads_as_the_indented_does() -> None:
    text = "  The bridge was hit twice, the mayor of the town said,\n  and four people drowned.\n"
    assert flow(dedent(text)).text == flow(text).text


def test_a_broken_word_keeps_its_second_half_though_the_line_stands_on_every_page() -> None:
    towns = ("Aden", "Taiz", "Marib", "Ibb")
    text = "".join(f"Nine people died in the town of {town} on Monday, said an officer of the Inte-\nrior Ministry\n\f" for town in towns)
    assert flow(text).text.count("Interior Ministry") == len(towns)
