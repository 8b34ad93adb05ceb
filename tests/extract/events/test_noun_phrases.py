"""Noun phrases around a verb: subjects, objects and names, by the words alone."""

from __future__ import annotations

import pytest

from atodds.extract.events.line import Line
from atodds.extract.events.noun_phrases import behind, name, subject
from atodds.extract.page import Page
from atodds.language.rules import Rules
from atodds.model.text import Block, Document, Flow


def line(text: str) -> Line:
    flow = Flow(text=text, blocks=(Block(start=0, end=len(text)),), pieces=((0, 0),))
    return Line(Page(Document(id="d", text=text, sha256="", language="en"), Rules().sentences(flow)).readings[0])


def words(read: Line, span: tuple[int, int] | None) -> str | None:
    return None if span is None else read.reading.sentence.words(span)


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Three gunmen attacked a bus.", "attacked", "gunmen"),
        # what hangs on the phrase is passed over
        ("Gunmen in two trucks attacked a bus.", "attacked", "Gunmen"),
        ("Men armed with knives attacked a bus.", "attacked", "Men"),
        # between commas
        ("The army, backed by tanks, attacked the town.", "attacked", "army"),
        # a relative clause
        ("The gunmen who attacked a bus fled.", "attacked", "gunmen"),
        # the subject of the first of two joined verbs
        ("A man walked up and shot her.", "shot", "man"),
        # the name behind a title and a country
        ("The ambassador to Kenya Ann Lee met him.", "met", "Ann Lee"),
    ],
)
def test_the_subject_of_a_verb(text: str, verb: str, expected: str) -> None:
    read = line(text)
    assert words(read, name(read, subject(read, read.lower.index(verb)))) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("They attacked a police convoy in May.", "attacked", "police convoy"),
        ("They killed at least eight people.", "killed", "people"),
        # a group is named by those it is of
        ("They attacked a group of farmers.", "attacked", "farmers"),
        # a pronoun names nobody
        ("They attacked him.", "attacked", None),
    ],
)
def test_the_object_of_a_verb(text: str, verb: str, expected: str | None) -> None:
    read = line(text)
    assert words(read, name(read, behind(read, read.lower.index(verb) + 1))) == expected
