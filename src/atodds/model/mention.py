"""Mentions: what extractors find in one sentence, before any of it becomes a claim.

`at` and every other span of a mention are half-open spans of the sentence's *tokens*; `Sentence.span` leads to the document.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from atodds.model.claim import Stance
from atodds.model.figure import Category, Measure, Modality
from atodds.model.record import Record
from atodds.model.text import Span
from atodds.model.when import When
from atodds.model.where import Place


class Mention(Record, frozen=True, kw_only=True):
    """Something an extractor recognised."""

    at: Span


class Quantity(Mention, frozen=True, kw_only=True):
    """A number with its modifiers: "at least 400", "between 8 and 12", "dozens", "no". Not yet of anything."""

    low: int | float | None
    high: int | float | None
    modality: Modality
    number: Span  # without the modifiers: "400"
    currency: str | None = None  # ISO 4217 where it is an amount of money


class Group(Mention, frozen=True, kw_only=True):
    """A counted noun phrase: "at least eight people", "two US drone attacks", "a grandmother". `at` holds all of it."""

    quantity: Quantity | None  # None: counted by its article alone ("a grandmother")
    low: int | float | None
    high: int | float | None
    modality: Modality
    head: Span | None  # the noun; None for a bare number ("killing 5")
    of: Literal["people", "attacks", "materiel", "money", "bare"]
    unit: str = "people"
    category: Category | None = None
    kinds: tuple[Category, ...] = ()
    as_claimed: str | None = None
    names: tuple[str, ...] = ()
    others: bool = False  # "6 others", "five more"
    by: Literal["number", "article", "definite", "name"] = "number"  # what counts it: "two men", "a man", "the man", "Ali Khan"
    deed: Measure | None = None  # the harm that an adjective inside says ("two injured men") or that the head is ("two deaths")
    harm: bool = False  # the head is itself the harm: "two deaths"
    member: bool = False  # "a three-member delegation"


class Deed(Mention, frozen=True, kw_only=True):
    """A word of harm or movement that a figure can hang on: "killed", "fleeing", "death toll"."""

    measure: Measure
    form: Literal["past", "ing", "base", "intransitive", "adjective", "noun", "toll"]


class Time(Mention, frozen=True, kw_only=True):
    """A time expression, read against the day of publication where it needs one."""

    when: When
    speech: bool = False  # it dates what is said ("in his report last month"), not what is said to have happened


class Told(Record, frozen=True, kw_only=True):
    """Where something is said to have happened, in a row of places or off one: "Kabul and Herat", "south of Kabul"."""

    at: Span
    place: Place


class Where(Mention, frozen=True, kw_only=True):
    """A place expression: "in North Waziristan", `at` without the preposition."""

    place: Place
    role: Literal["in", "dateline", "nationality", "name"] = "in"  # only "in" can be the place of an event
    told: Told | None = None  # what is said to be the place, where it is not this name alone: "Kabul and Herat", "south of Kabul"


class Agent(Mention, frozen=True, kw_only=True):
    """Who is said to have done a deed of this sentence: "United States" in "two United States drone attacks"."""

    deed: Span  # the words of the deed or attack that it did


class Means(Mention, frozen=True, kw_only=True):
    """By what means: a key of `vocab/means.yml`."""

    means: str


class Hedge(Mention, frozen=True, kw_only=True):
    """A word that weakens a claim: "reportedly", "alleged", "suspected"."""


class Speech(Mention, frozen=True, kw_only=True):
    """One voice in one sentence: who, with which cue, says which words of it. `at` holds speaker, cue and content.

    Several speeches nest: those whose content holds a token make its chain, the smallest content innermost; `depth` breaks ties
    (deeper is further in: "according to the Times, quoting Khan" gives Khan depth 1).
    """

    speaker: Span | None  # the name as a link prints it; None where a citation alone speaks
    content: tuple[Span, ...]
    cue: Span | None = None
    heard: Span | None = None  # who was told
    role: Span | None = None
    stance: Stance = "asserts"
    date: date | None = None
    carrier: bool = False  # "one news account", "a report": a citation's outlet takes its place
    citation: bool = False  # "(AP, Oct. 29)"
    depth: int = 0
    form: str = ""  # which pattern found it


class Marks(Record, frozen=True, kw_only=True):
    """All mentions of one sentence, a layer each; what an extractor has not yet assigned is empty."""

    quantities: tuple[Quantity, ...] = ()
    groups: tuple[Group, ...] = ()
    deeds: tuple[Deed, ...] = ()
    means: tuple[Means, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Where, ...] = ()
    agents: tuple[Agent, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    speeches: tuple[Speech, ...] = ()
