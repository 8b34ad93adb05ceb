"""Numbers: in figures and in words, one or a range of two, before anything says what bounds them or what they count."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from atodds.model.figure import Modality
from atodds.vocab import load
from atodds.vocab.lexicon import Phrases

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_DASHES = frozenset("-–—")
# "as many as 25", "how many", "very few"
_NO_NUMBER = frozenset((lead, word) for lead in ("as", "how", "so", "too", "very", "not", "that") for word in ("few", "many"))
_BARE_SUM = 1000  # a sum below this before "to $5 million" is of the same scale
_MOVED = 4  # tokens between "rose" and "from"


class Core(NamedTuple):
    """A bare number: its bounds, the token after it, and whether a vague word gave it."""

    low: int | float
    high: int | float | None
    end: int
    vague: bool = False


class Words(NamedTuple):
    """The number vocabulary, made ready for look-up."""

    units: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    vague: dict[str, int]
    vague_scales: frozenset[str]
    none: Phrases[str]
    before: dict[tuple[str, ...], Modality]
    after: Phrases[Modality]
    plain: frozenset[tuple[str, ...]]
    not_counts: frozenset[str]
    money: dict[str, str]
    currency: dict[str, str]
    starts: frozenset[str]
    phrasal: frozenset[str]
    labels: frozenset[str]
    moves: frozenset[str]
    after_a: dict[str, int]
    of_number: frozenset[str]


@cache
def words() -> Words:
    data = load("numbers")
    starts = {*data["units"], *data["tens"], *data["vague"], *data["money"], "a", "half", "between", "from"}
    starts |= {phrase.split()[0] for phrase in data["none"]}
    starts |= {f"{tens}-{unit}" for tens in data["tens"] for unit in data["units"]}
    return Words(
        units=data["units"], tens=data["tens"], scales=data["scales"], vague=data["vague"], vague_scales=frozenset(data["vague_scales"]),
        none=Phrases((phrase, phrase) for phrase in data["none"]),
        before={tuple(phrase.split()): modality for modality, phrases in data["before"].items() for phrase in phrases},
        after=Phrases((phrase, modality) for modality, phrases in data["after"].items() for phrase in phrases),
        plain=frozenset(tuple(phrase.split()) for phrase in data["plain"]),
        not_counts=frozenset(data["not_counts"]), money=data["money"], currency=data["currency_words"], starts=frozenset(starts),
        phrasal=frozenset(data["phrasal"]), labels=frozenset(data["labels"]), moves=frozenset(data["moves"]), after_a=data["after_a"],
        of_number=frozenset(data["of_number"]),
    )  # fmt: skip


def span_of_numbers(lower: list[str], place: int, known: Words) -> Core | None:
    """A number or a range of two: "80-83", "8 to 12", "four or five", "between 8 and 12"."""
    if place < len(lower) and lower[place] == "from" and known.moves & set(lower[max(0, place - _MOVED) : place]):
        return None  # "the toll rose from 12 to 20" is 20 now
    if place < len(lower) and lower[place] in ("between", "from"):
        first = number_at(lower, place + 1, known)
        link = "and" if lower[place] == "between" else "to"
        if first and first.end + 1 < len(lower) and lower[first.end] in (link, *_DASHES):
            return _joined(first, number_at(lower, first.end + 1, known))
        return None
    first = number_at(lower, place, known)
    if first is None or first.vague or first.end + 1 >= len(lower):
        return first
    if place and lower[place - 1] in known.money and lower[first.end + 1] in known.money and lower[first.end] in ("to", "and", *_DASHES):
        return _sums(first, number_at(lower, first.end + 2, known)) or first
    if (
        lower[first.end] == "to"
        and place
        and lower[place - 1] == "from"
        and known.moves & set(lower[max(0, place - 1 - _MOVED) : place - 1])
    ):
        return first
    if lower[first.end] in ("to", "or", *_DASHES):
        second = number_at(lower, first.end + 1, known)
        if second is not None and lower[first.end] in _DASHES and second.low < first.low:
            return None  # "5-0": the result of a game
        return _joined(first, second) or first
    return first


def _sums(first: Core, second: Core | None) -> Core | None:
    """ "$3 to $5 million": both are millions."""
    if second is not None and not second.vague and first.low < _BARE_SUM <= second.low:
        scale = next(scale for scale in (10**12, 10**9, 10**6, 10**3) if second.low >= scale)
        first = Core(first.low * scale, first.low * scale, first.end)
    return _joined(first, second)


def _joined(first: Core, second: Core | None) -> Core | None:
    """One range of two numbers; None where the second is not the greater ("one to one")."""
    if second is None or second.vague or second.low <= first.low:
        return None
    return Core(first.low, second.low, second.end)


def number_at(lower: list[str], place: int, known: Words) -> Core | None:
    """One number in figures or words, with its scale: "2,500", "six billion", "two hundred and fifty", "several dozen"."""
    if place >= len(lower):
        return None
    word = lower[place]
    if _DIGITS.fullmatch(word):
        return _scaled(lower, float(word.replace(",", "")), place + 1, known)
    if word in known.vague:
        if place > 0 and (lower[place - 1], word) in _NO_NUMBER:
            return None
        return _vague(lower, known.vague[word], place + 1, known)
    if word == "a" and place + 1 < len(lower):
        return _after_article(lower, place + 1, known)
    if word == "half" and lower[place + 1 : place + 2] == ["a"] and lower[place + 2 : place + 3] and lower[place + 2] in known.scales:
        half = known.scales[lower[place + 2]] // 2
        return Core(half, half, place + 3)
    spelt = _spelt(lower, place, known)
    return _scaled(lower, spelt[0], spelt[1], known) if spelt else None


def _after_article(lower: list[str], place: int, known: Words) -> Core | None:
    """ "a hundred", "a dozen", "a few", "a couple of"; "a man" is no number here."""
    if lower[place] in known.scales:
        return _scaled(lower, 1, place, known)
    if lower[place] in known.vague:
        return _vague(lower, known.vague[lower[place]], place + 1, known)
    if lower[place] in known.of_number and place + 1 < len(lower):
        place += 1
    if lower[place] in known.after_a and lower[place + 1 : place + 2] == ["of"]:
        return Core(known.after_a[lower[place]], None, place + 1, vague=True)
    return None


def _vague(lower: list[str], number: int, end: int, known: Words) -> Core:
    """ "dozens", "tens of thousands", "several hundred": the least number the words can mean."""
    following = end + 1 if lower[end : end + 1] == ["of"] else end
    if following < len(lower) and lower[following] in known.vague_scales:
        scale = known.scales.get(lower[following].rstrip("s"), 1)
        # "tens of thousands" is at least two tens of them; "hundreds of thousands" two hundred
        return Core(number * scale, None, following + 1, vague=True)
    return Core(number, None, end, vague=True)


def _scaled(lower: list[str], number: float, end: int, known: Words) -> Core:
    """Multiply by the scale words that follow: "6 billion", "two hundred and fifty thousand", "1.5 million"."""
    total, current = 0.0, number
    while end < len(lower) and lower[end] in known.scales:
        scale = known.scales[lower[end]]
        current *= scale
        end += 1
        following = end + 1 if lower[end : end + 1] == ["and"] and scale >= 100 else end
        spelt = _spelt(lower, following, known) if following < len(lower) else None
        if spelt and spelt[0] < scale and scale >= 100:
            if spelt[1] < len(lower) and lower[spelt[1]] in known.scales and known.scales[lower[spelt[1]]] < scale:
                total, current, end = total + current, spelt[0], spelt[1]
            else:
                current, end = current + spelt[0], spelt[1]
    value = total + current
    exact = int(value) if value == int(value) else value
    return Core(exact, exact, end)


def _spelt(lower: list[str], place: int, known: Words) -> tuple[int, int] | None:
    """A number below a hundred in words: "twenty", "twenty-one", "twenty one"."""
    word = lower[place]
    if word in known.units:
        return known.units[word], place + 1
    if word in known.tens:
        if place + 1 < len(lower) and 0 < known.units.get(lower[place + 1], 0) < 10:
            return known.tens[word] + known.units[lower[place + 1]], place + 2
        return known.tens[word], place + 1
    tens, dash, unit = word.partition("-")
    if dash and tens in known.tens and 0 < known.units.get(unit, 0) < 10:
        return known.tens[tens] + known.units[unit], place + 1
    return None
