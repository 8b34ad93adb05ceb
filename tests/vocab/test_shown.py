"""Figures in words: never more certain than claimed."""

from __future__ import annotations

import pytest

from atodds.model.figure import Figure
from atodds.vocab.shown import counted, folded


def figure(
    measure: str = "killed",
    low: float | None = None,
    high: float | None = None,
    modality: str = "exact",
    text: str = "",
    unit: str = "people",
    **more: object,
) -> Figure:
    return Figure(measure=measure, low=low, high=high, modality=modality, text=text, unit=unit, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (figure(low=67, high=67, category="civilian"), "67 civilians killed"),
        # one is singular
        (figure(low=1, high=1, category="child"), "1 child killed"),
        # zero is a claim
        (figure(low=0, high=0, category="civilian", modality="none"), "0 civilians killed"),
        # a bound stays a bound
        (figure(low=400, modality="at_least", category="civilian"), "at least 400 civilians killed"),
        (figure(low=151, modality="more_than"), "151 or more people killed"),
        (figure(high=25, modality="at_most"), "at most 25 people killed"),
        (figure(high=24, modality="less_than"), "24 or fewer people killed"),
        (figure(low=4, high=7), "4 to 7 people killed"),
        # about is not exactly, and great numbers are grouped
        (figure("crowd", 150000, 150000, "about"), "about 150,000 people in a crowd"),
        # a vague word shows its literal reading and itself
        (figure(low=24, modality="vague", text="dozens of"), "24 or more (dozens) people killed"),
        # a word that carries a judgement stays as claimed, its quotation marks once
        (figure(low=319, high=319, category="combatant", as_claimed="“militants”"), "319 “militants” killed"),
        # not told apart by the report
        (figure("casualties", 50, 50), "50 people killed or wounded"),
        (figure("attacks", 59, 59), "59 attacks"),
        (figure("attacks", 1, 1), "1 attack"),
        (figure("troops", 2500, 2500), "2,500 troops"),
        (figure("materiel", 30, 30, unit="helicopters"), "30 helicopters"),
        (figure("money", 6000000000, None, "more_than", unit="USD"), "6,000,000,000 or more USD"),
        (figure("money", 1.5, 1.5, unit="USD"), "1.5 USD"),
        # no number at all
        (figure(modality="none"), "an unstated number of people killed"),
    ],
)
def test_counted(given: Figure, words: str) -> None:
    assert counted(given) == words


def test_folded_joins_hard_wrapped_lines() -> None:
    assert folded("civilians were\n  killed\tthere") == "civilians were killed there"
