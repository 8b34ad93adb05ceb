"""Quantities: the numbers of a sentence with what bounds them, before anything says what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atodds.extract.base import extractor
from atodds.extract.mentions.numbers import Core, Words, number_at, span_of_numbers, words
from atodds.model.figure import Modality
from atodds.model.mention import Marks, Quantity
from atodds.model.text import Document, Sentence, Span
from atodds.vocab.forms import Sort

_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_LEAD = 4  # words of the longest modifier: "at the very least"
_OPENING = Sort(lambda word: word in words().starts or word[0].isdigit())  # a number can begin with it


@extractor(assigns="quantities", requires=("times",))
def quantities(sentence: Sentence, marks: Marks, document: Document) -> Iterator[Quantity]:
    """Numbers in figures and words with their modifiers: "at least 400", "between 8 and 12", "dozens of", "no"."""
    known, lower = words(), sentence.tokens.lower
    busy = {place for time in marks.times for place in range(*time.at)}
    free = 0
    for place in [place for place, word in enumerate(lower) if _OPENING[word]]:
        if place < free or place in busy or _year_of(lower, place, busy):
            continue
        found = _quantity(lower, place, free, known)
        if found is None or any(inner in busy for inner in range(*found.number)):
            continue
        yield found
        free = found.at.end


def _year_of(lower: list[str], place: int, busy: set[int]) -> bool:
    """ "12 February 2015 Casualties mount": the year right behind a day counts nothing."""
    return place - 1 in busy and _YEAR.fullmatch(lower[place]) is not None


def _quantity(lower: list[str], place: int, free: int, known: Words) -> Quantity | None:
    """The quantity whose number begins at `place`; modifiers are looked for back to `free`."""
    nobody = known.none.at(lower, place)
    if nobody is not None:
        # "no one", "without" and "none" count nobody; "no more than" is read as a modifier of its number
        if lower[place] in ("no", "not") and tuple(lower[place : place + 3]) in known.before:
            return None
        return Quantity(at=Span(place, nobody[0]), number=Span(place, nobody[0]), low=0, high=0, modality="none")
    if place and lower[place - 1] in known.labels and lower[place].isdecimal():
        return None  # "flight 17", "Route 9": a number that is a name
    currency = known.money.get(lower[place])
    core = span_of_numbers(lower, place + (currency is not None), known)
    if core is None:
        return None
    end, currency = _currency_word(lower, core.end, currency, known)
    if currency is None and end < len(lower) and lower[end] in known.not_counts:
        return None
    start, modality = _lead(lower, place, free, known)
    if modality == "at_least" and (ceiling := _ceiling(lower, core, known)) is not None:
        return Quantity(at=Span(start, ceiling.end), number=Span(place, ceiling.end), low=core.low, high=ceiling.high, modality="exact")
    after = known.after.at(lower, end) if end < len(lower) else None
    if modality is None and after is not None:
        modality, end = after[1], after[0]
    low, high, modality = bounds(core, modality, whole=currency is None)
    return Quantity(at=Span(start, end), number=Span(place, core.end), low=low, high=high, modality=modality, currency=currency)


def bounds(core: Core, modality: Modality | None, *, whole: bool = True) -> tuple[int | float | None, int | float | None, Modality]:
    """Low, high and modality of a number with its modifier; `whole`: it counts whole units, so more than 150 is 151.

    >>> bounds(Core(150, 150, 1), "more_than")
    (151, None, 'more_than')
    >>> bounds(Core(6000000000, 6000000000, 1), "more_than", whole=False)
    (6000000000, None, 'more_than')
    """
    step = 1 if whole else 0
    upper = core.low if core.high is None else core.high
    if core.vague:
        return (None, upper, "vague") if modality in ("at_most", "less_than") else (core.low, None, "vague")
    if modality == "at_least":
        return core.low, None, modality
    if modality == "more_than":
        return core.low + step, None, modality
    if modality == "at_most":
        return None, upper, modality
    if modality == "less_than":
        return None, upper - step, modality
    return core.low, core.high, modality or "exact"


def _ceiling(lower: list[str], core: Core, known: Words) -> Core | None:
    """ "at least three and as many as 25 people": the second number closes the range that the first one opens."""
    place = core.end
    if lower[place : place + 1] not in (["and"], ["but"], [","], ["or"]):
        return None
    for width in range(_LONGEST_LEAD, 0, -1):
        phrase = tuple(lower[place + 1 : place + 1 + width])
        if known.before.get(phrase) == "at_most":
            top = number_at(lower, place + 1 + width, known)
            return top if top is not None and not top.vague and top.low >= core.low else None
    return None


def _lead(lower: list[str], place: int, free: int, known: Words) -> tuple[int, Modality | None]:
    """Where the modifiers before a number begin, and the bound they set: "only some 40", "at least another two"."""
    start, modality = place, None
    while True:
        for width in range(min(_LONGEST_LEAD, start - free), 0, -1):
            phrase = tuple(lower[start - width : start])
            if (
                modality is None
                and phrase in known.before
                and not (phrase == ("over",) and lower[start - 2 : start - 1] and lower[start - 2] in known.phrasal)
            ):
                modality, start = known.before[phrase], start - width
                break
            if phrase in known.plain and lower[start - width - 1 : start - width + 1] != ["well", "as"]:
                start -= width
                break
        else:
            return start, modality


def _currency_word(lower: list[str], end: int, currency: str | None, known: Words) -> tuple[int, str | None]:
    """ "6 billion dollars", "hundreds of millions of dollars": the end after the currency's name."""
    skip = end + 1 if end < len(lower) and lower[end] == "of" else end
    if currency is None and skip < len(lower) and lower[skip] in known.currency:
        return skip + 1, known.currency[lower[skip]]
    return end, currency
