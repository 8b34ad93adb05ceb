"""Figures: bounds follow the words, and two figures are rivals for one another or not at all."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from atodds.model.figure import Figure, Modality, exactly
from tests.laws.reports import claims, texts

# What each modality leaves open: (low is given, high is given).
BOUNDS: dict[Modality, set[tuple[bool, bool]]] = {
    "exact": {(True, True)},
    "about": {(True, True)},
    "none": {(True, True)},
    "at_least": {(True, False)},
    "more_than": {(True, False)},
    "at_most": {(False, True)},
    "less_than": {(False, True)},
    "vague": {(True, False), (False, True)},  # "dozens"; "up to several dozen"
}
# Modifiers of a plain number: the modality, and how far each bound lies from it.
MODIFIERS: dict[str, tuple[Modality, int | None, int | None]] = {
    "{n}": ("exact", 0, 0),
    "only {n}": ("exact", 0, 0),  # a speaker's stance, not a bound
    "at least {n}": ("at_least", 0, None),
    "no fewer than {n}": ("at_least", 0, None),
    "{n} or more": ("at_least", 0, None),
    "more than {n}": ("more_than", 1, None),
    "up to {n}": ("at_most", None, 0),
    "as many as {n}": ("at_most", None, 0),
    "fewer than {n}": ("less_than", None, -1),
    "about {n}": ("about", 0, 0),
}

counts = st.integers(0, 10**7)
numbers = st.integers(2, 999_999)


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    """Any figure with lawful bounds."""
    low, high = sorted((draw(counts), draw(counts)))
    return between(None if draw(st.booleans()) else low, None if draw(st.booleans()) else high)


def between(low: float | None, high: float | None) -> Figure:
    return Figure(measure="killed", low=low, high=high, text="so many", modality="exact", unit="people")


def allows(figure: Figure, count: int) -> bool:
    return (figure.low is None or figure.low <= count) and (figure.high is None or count <= figure.high)


@given(figures(), figures())
def test_rivalry_is_mutual(one: Figure, other: Figure) -> None:
    assert one & other == other & one


@given(figures())
def test_nothing_rivals_itself(figure: Figure) -> None:
    assert figure & figure == (figure.low, figure.high)


@given(figures(), figures(), counts)
def test_what_both_could_agree_on_is_what_each_allows(one: Figure, other: Figure, count: int) -> None:
    both = one & other
    agreed = both is not None and allows(between(*both), count)
    assert agreed is (allows(one, count) and allows(other, count))


@given(figures(), figures())
def test_rivals_have_no_number_in_common(one: Figure, other: Figure) -> None:
    ends = {end for figure in (one, other) for end in (figure.low, figure.high) if end is not None}
    common = [end for end in ends if allows(one, int(end)) and allows(other, int(end))]
    assert (one & other is None) is (bool(ends) and not common)


@given(counts, counts)
def test_plain_numbers_are_rivals_unless_they_are_one(one: int, other: int) -> None:
    assert (exactly(one) & exactly(other) is None) is (one != other)


@given(texts())
def test_bounds_follow_the_modality(text: str) -> None:
    for claim in claims(text):
        figure = claim.figure
        if figure is None:
            continue
        assert (figure.low is not None, figure.high is not None) in BOUNDS[figure.modality], figure
        assert figure.low is None or figure.low >= 0
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert figure.modality != "none" or (figure.low, figure.high) == (0, 0)


@pytest.mark.parametrize("words", MODIFIERS)
@given(number=numbers)
def test_a_modifier_moves_the_bounds_of_any_number_alike(words: str, number: int) -> None:
    modality, low, high = MODIFIERS[words]
    for written in (str(number), f"{number:,}"):
        said = f"{words.format(n=written).capitalize()} people were killed in the raid."
        (figure,) = (claim.figure for claim in claims(said) if claim.figure is not None)
        assert figure.modality == modality
        assert figure.low == (None if low is None else number + low)
        assert figure.high == (None if high is None else number + high)


@given(numbers, numbers)
def test_a_range_has_both_its_ends(one: int, other: int) -> None:
    assume(one != other)
    low, high = sorted((one, other))
    said = f"Between {low} and {high} people were killed in the raid."
    (figure,) = (claim.figure for claim in claims(said) if claim.figure is not None)
    assert (figure.low, figure.high) == (low, high)
