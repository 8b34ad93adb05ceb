"""Figures, numbers and means in a recorder's words; the words themselves stand in `vocab/shown.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterable

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
        words = number_words(low)
    elif low is None:
        words = f"at most {number_words(high)}" if figure.modality == "at_most" else f"{number_words(high)} or fewer"
    elif high is None:
        words = f"at least {number_words(low)}" if figure.modality == "at_least" else f"{number_words(low)} or more"
    else:
        words = f"{number_words(low)} to {number_words(high)}"
    if figure.modality == "about":
        return f"about {words}"
    return f"{words} ({folded(figure.text).removesuffix(' of')})" if figure.modality == "vague" else words


def counted(figure: Figure) -> str:
    """The figure with what it counts: "at least 400 civilians killed", "0 civilians killed", "59 attacks"."""
    return f"{amount(figure)} {whom(figure, one=figure.low == figure.high == 1)}"


def whom(figure: Figure, *, one: bool = False) -> str:
    """What is counted, and how it fared: "civilians killed", "attacks"."""
    behind = load("shown")["measures"][figure.measure]
    return f"{noun(figure, one=one)} {behind}" if behind else noun(figure, one=one)


def noun(figure: Figure, *, one: bool = False) -> str:
    """What is counted; a word that carries a judgement stays the report's own, in quotation marks."""
    if figure.as_claimed is not None:
        return quoted(figure.as_claimed)
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


def quoted(word: str) -> str:
    """A word as somebody's own, in one pair of quotation marks.

    >>> quoted("‘militants’"), quoted("militants")
    ('“militants”', '“militants”')
    """
    bare = folded(word).strip("“”‘’\"'")
    return f"“{bare}”"


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


def many(number: int, word: str) -> str:
    """So many of something: "1 claim", "1,200 claims"; "at odds" has no plural."""
    return f"{number:,} {word}" if number == 1 or word.endswith("s") else f"{number:,} {word}s"


def listed(parts: Iterable[str]) -> str:
    """In a row, with "and" before the last.

    >>> listed(["8", "10", "16"]), listed(["8"])
    ('8, 10 and 16', '8')
    """
    every = list(parts)
    return f"{', '.join(every[:-1])} and {every[-1]}" if len(every) > 1 else "".join(every)


def number_words(value: int | float | None) -> str:
    """Digits in groups of three; a whole number never shows a point. Raises ValueError for an open bound, which has no number."""
    if value is None:
        raise ValueError("an open bound has no number")
    return f"{int(value):,}" if value == int(value) else f"{value:,}"
