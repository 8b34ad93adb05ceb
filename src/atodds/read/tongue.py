"""The language of a text: by its script, then by the small words that no text of a language does without."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any, NamedTuple

from atodds.vocab import load

_SAMPLE = 20_000  # characters
_WORD = re.compile(r"[^\W\d_]+")
_LATIN_END = 0x0250  # the first letter beyond Latin and its extensions
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")


class Tongues(NamedTuple):
    """`vocab/tongues.yml`, made ready."""

    scripts: list[dict[str, Any]]
    words: dict[str, frozenset[str]]
    fewest: int
    least: float
    kana: float
    letters: float


def language(text: str) -> str | None:
    """ISO 639-1 of a text; None where it is too short or too odd to tell.

    >>> language("Five people were killed in the strike on Miran Shah"), language("Tres personas murieron en el ataque")
    ('en', 'es')
    """
    sample = text[:_SAMPLE]
    return script(sample) or _vote(sample)


def tag(stated: str | None) -> str | None:
    """The language that a page or a record states: "en-GB" is "en"."""
    found = _TAG.fullmatch(stated.strip()) if stated else None
    return found[1].lower() if found else None


def script(sample: str) -> str | None:
    """The language of a script other than Latin, where most letters are of one."""
    letters = [letter for letter in sample if letter.isalpha()]
    foreign = Counter(letter for letter in letters if ord(letter) >= _LATIN_END)
    if sum(foreign.values()) * 2 <= len(letters):
        return None
    known = _tongues()
    counts = {each["language"]: sum(n for letter, n in foreign.items() if _within(letter, each["ranges"])) for each in known.scripts}
    if counts["ja"] >= known.kana * len(letters):
        return "ja"
    best = max(counts, key=lambda name: counts[name])
    return _by_letters(best, foreign, known) if counts[best] else None


def _by_letters(best: str, foreign: Counter[str], known: Tongues) -> str:
    """Urdu and Persian write letters that Arabic has not; Ukrainian ones that Russian has not."""
    total = sum(foreign.values())
    for each in known.scripts:
        if each["language"] == best:
            for name, own in each.get("letters", {}).items():
                if sum(foreign[letter] for letter in own) >= known.letters * total:
                    return str(name)
    return best


def _within(letter: str, ranges: list[list[int]]) -> bool:
    return any(first <= ord(letter) <= last for first, last in ranges)


def _vote(sample: str) -> str | None:
    words = Counter(_WORD.findall(sample.lower()))
    total = sum(words.values())
    known = _tongues()
    if total < known.fewest:
        return None
    votes = {name: sum(words[word] for word in small) for name, small in known.words.items()}
    first, second = sorted(votes, key=lambda name: -votes[name])[:2]
    return first if votes[first] > votes[second] and votes[first] >= known.least * total else None


@cache
def _tongues() -> Tongues:
    data = load("tongues")
    words = {name: frozenset(small) for name, small in data["words"].items()}
    return Tongues(data["scripts"], words, data["fewest_words"], data["least_share"], data["kana_share"], data["letter_share"])
