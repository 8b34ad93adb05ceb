"""Guards: where the words of a rule stand and nobody is said to have come to harm."""

from __future__ import annotations

import re
from functools import cache

from atodds.extract.figures.draft import Board
from atodds.extract.figures.rules import RULES
from atodds.model.text import Span
from atodds.vocab import load

_OF_ANOTHER = re.compile(r"(?P<n>[GU])[.a]{0,2}[op]$")
_NOT_DONE = re.compile(r"[Vn]a?h?a?$")  # "could have", "did not": right before the deed
_NOT_YET = re.compile(r"[Vzn]a?$")  # "will", "to": right before the plain form


def refused(name: str, match: re.Match[str], board: Board) -> bool:
    """Does something in the sentence rule this match of a rule out?"""
    return (
        _unreal(match, board.symbols)
        or _governed(match, board)
        or (name == "intransitive" and board.symbols[match.start("n")] == "U" and not _violently(board))
        or (name == "predicate" and not _linked(match, board))
        or (name == "apposition" and not _is_name(match, board))
    )


def _unreal(match: re.Match[str], symbols: str) -> bool:
    """ "could be killed", "will die", "were not killed", "to kill ten": no occurrence. "to have been killed" is one."""
    between = match.groupdict().get("x") or ""
    if ("V" in between and "h" not in between) or "n" in between or (between.startswith("z") and "h" not in between):
        return True
    if "d" not in match.groupdict():
        return False
    deed = match.start("d")
    if symbols[deed] == "T":
        return "V" in symbols[deed : match.start("n")]  # "the toll could rise to 100"
    if symbols[deed] == "k":
        return match.re.pattern != _death_of().pattern and _NOT_YET.search(symbols, 0, deed) is not None
    return _NOT_DONE.search(symbols, 0, deed) is not None


@cache
def _death_of() -> re.Pattern[str]:
    """The rule whose deed is a noun even where a verb is spelt alike: "the capture of ten men"."""
    return next(rule.regex for rule in RULES if rule.name == "death_of")


def _governed(match: re.Match[str], board: Board) -> bool:
    """ "three of the five attackers were killed", "five children from one family died": the first count is the subject."""
    before = _OF_ANOTHER.search(board.symbols, 0, match.start("n"))
    if before is None or before.start("n") not in board.made or "d" not in match.groupdict():
        return False
    return board.made[before.start("n")].deed == board.found.items[match.start("d")].deed


def _violently(board: Board) -> bool:
    """One person who "died" is a casualty only where the sentence says of what: an attack, a weapon, wounds, torture."""
    return not _violence().isdisjoint(board.sentence.tokens.lower)


@cache
def _violence() -> frozenset[str]:
    attacks = load("attacks")["nouns"]
    return frozenset((*attacks, *attacks.values(), *load("counted")["violent"]))


def _linked(match: re.Match[str], board: Board) -> bool:
    """ "five found dead", "12 feared dead"; in "another buries its dead" nobody is said to be dead."""
    linking = load("grammar")["linking"]
    between = board.found.items[match.start("n") + 1 : match.start("d")]
    return all(item.symbol != "." or board.sentence.words(item.span).lower() in linking for item in between)


def _is_name(match: re.Match[str], board: Board) -> bool:
    """Is what stands between the deed and the noun a person's name, all in capitals?"""
    items = board.found.items
    between = Span(items[match.start("d")].span.end, items[match.start("n")].span.start - 1)
    return all(word[:1].isupper() for word in board.sentence.tokens.words[between.start : between.end])
