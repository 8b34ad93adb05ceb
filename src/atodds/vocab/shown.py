"""Figures, means and countries in a recorder's words; the words themselves stand in `vocab/shown.yml`."""

from __future__ import annotations

import re

from atodds.model.figure import OF_PEOPLE, Figure
from atodds.vocab import load

_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def amount(figure: Figure) -> str:
    """The number with its bounds, never with more certainty than claimed.

    >>> amount(Figure(measure="killed", low=400, text="at least 400", modality="at_least", unit="people"))
    'at least 400'
    >>> amount(Figure(measure="killed", low=24, text="dozens", modality="vague", unit="people"))
    '24 or more (dozens)'
    """
    low, high = figure.low, figure.high
    if low is None and high is None:
        return "an unstated number of"
    if low == high:
        words = _number(low)
    elif low is None:
        words = f"at most {_number(high)}" if figure.modality == "at_most" else f"{_number(high)} or fewer"
    elif high is None:
        words = f"at least {_number(low)}" if figure.modality == "at_least" else f"{_number(low)} or more"
    else:
        words = f"{_number(low)} to {_number(high)}"
    if figure.modality == "about":
        return f"about {words}"
    return f"{words} ({folded(figure.text).removesuffix(' of')})" if figure.modality == "vague" else words


def counted(figure: Figure) -> str:
    """The figure with what it counts: "at least 400 civilians killed", "0 civilians killed", "59 attacks"."""
    one = figure.low == figure.high == 1
    behind = load("shown")["measures"][figure.measure]
    return " ".join(word for word in (amount(figure), noun(figure, one=one), behind) if word)


def noun(figure: Figure, *, one: bool = False) -> str:
    """What is counted; a word that carries a judgement stays the report's own, in quotation marks."""
    if figure.as_claimed is not None:
        word = folded(figure.as_claimed).strip("“”‘’\"'")
        return f"“{word}”"
    shown = load("shown")
    if figure.unit != "people":
        return figure.unit
    if figure.measure == "troops" or (figure.category is None and figure.measure in shown["nouns"]):
        forms = shown["nouns"][figure.measure]
    elif figure.category is None or figure.measure in OF_PEOPLE:
        forms = shown["categories"][figure.category or "unknown"]
    else:
        forms = shown["nouns"].get(figure.measure, shown["categories"]["unknown"])
    return str(forms[0 if one else 1])


def means_words(means: str) -> str:
    """A key of the vocabulary as a heading names it: "drone strikes"."""
    return str(load("shown")["means"].get(means, means.replace("_", " ")))


def attacks_by(means: str) -> str:
    """Attacks of one means, as a question counts them: "drone strikes", "attacks by poison"."""
    return str(load("shown")["attack_means"].get(means, f"attacks by {means_words(means)}"))


def folded(text: str) -> str:
    """The same words on one line: line ends and runs of blanks become one blank.

    A report may hold characters that steer a terminal or turn the reading direction round; each shows as a mark instead.
    """
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))


def _number(value: int | float | None) -> str:
    """Digits in groups of three; a whole number never shows a point."""
    if value is None:
        raise ValueError("an open bound has no number")
    return f"{int(value):,}" if value == int(value) else f"{value:,}"
