"""Guards: where the words of a rule stand and nobody is said to have come to harm."""

from __future__ import annotations

import re
from functools import cache

from atodds.extract.figures.draft import Board
from atodds.extract.figures.rules import RULES
from atodds.model.mention import Group
from atodds.model.text import Span
from atodds.vocab import load, words_of
from atodds.vocab.attacks import attack_nouns, calendar, finite

_OF_ANOTHER = re.compile(r"(?P<n>[GU])[.a]{0,2}[op]$")
_OF_NONE = re.compile(r"(?P<n>G)o[.a]{0,2}(?:[GU][.]{0,2},?&[.a]{0,2}){0,3}$")  # "none of the priests and ..."
_BY_NONE = re.compile(r"(?P<n>[GUMA])\.{0,2}[hVab]{0,3}$")  # "no drone has": right before the deed
_OWNER = 6  # tokens from "of" to its number: "half of | the old town's | 40,000"
_PLAN = 3  # tokens between a plan and its deed: "plotting | the murder"
_NOT_DONE = re.compile(r"[Vn]a?h?a?$")  # "could have", "did not": right before the deed
_NOT_YET = re.compile(r"[Vzn]a?$")  # "will", "to": right before the plain form


def refused(name: str, match: re.Match[str], board: Board) -> bool:
    """Does something in the sentence rule this match of a rule out?"""
    return (
        _unreal(match, board.symbols)
        or (name == "toll" and _moved_on(match, board))
        or _counterfactual(match, board)
        or (name not in ("headline", "headline_with_part", "deaths") and _share(match, board))
        or _one_of_things(name, match, board)
        or (name in ("death_of", "possessive") and _group(match, board).by == "name" and _natural(match, board))
        or (name == "active_dated" and not _dated(match, board))
        or (name == "the_wounded_were" and _group(match, board).of != "bare")
        or (name == "death_of" and _planned(match, board))
        or (name == "possessive" and not _owns(match, board))
        or (_group(match, board).by == "name" and _of_a_place(match, board))
        or _governed(match, board)
        or _none_of(match, board)
        or _by_nothing(match, board)
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


def _group(match: re.Match[str], board: Board) -> Group:
    group = board.group(match.start("n"))
    assert group is not None
    return group


def _counterfactual(match: re.Match[str], board: Board) -> bool:
    """ "200 civilians would have been killed": nobody was. "may have been killed" is hedged."""
    if "V" not in match[0]:
        return False
    items = board.found.items[match.start() : match.end()]
    return any(item.symbol == "V" and board.sentence.words(item.span).lower() in load("grammar")["counterfactual"] for item in items)


def _share(match: re.Match[str], board: Board) -> bool:
    """ "half of the 90 prisoners were killed", "all but two of the 30", "a population of 80,000": a share of a set is no count of it."""
    lower, start = board.sentence.tokens.lower, _group(match, board).at.start
    before = lower[max(0, start - 4) : start]
    if before[-2:] == ["all", "but"] or " ".join(before[-2:]) in load("counted")["out_of"]:
        return True
    of = next((place for place in range(start - 1, max(-1, start - 1 - _OWNER), -1) if lower[place] == "of"), None)
    owned = of == start - 1 or lower[start - 1] in load("numbers")["owners"]
    return of is not None and owned and not words_of("numbers", "shares").isdisjoint(lower[max(0, of - 3) : of])


def _one_of_things(name: str, match: re.Match[str], board: Board) -> bool:
    """ "two recordings, one captured by a camera": one of what is no person, but where somebody died or was hurt."""
    group = _group(match, board)
    if name != "headline" or group.of != "bare" or group.others or not group.low == group.high == 1 or "d" not in match.groupdict():
        return False
    deed = board.found.items[match.start("d")].deed
    return deed is not None and deed.measure not in ("killed", "wounded")


def _moved_on(match: re.Match[str], board: Board) -> bool:
    """ "the toll was revised from 500 to 300": the number it moved from is told no more."""
    deed = board.found.items[match.start("d")].deed
    return any(each.rule == "toll_moves" and each.deed == deed for each in board.made.values())


def _governed(match: re.Match[str], board: Board) -> bool:
    """ "three of the five attackers were killed", "five children from one family died": the first count is the subject."""
    before = _OF_ANOTHER.search(board.symbols, 0, match.start("n"))
    if before is None or before.start("n") not in board.made or "d" not in match.groupdict():
        return False
    return board.made[before.start("n")].deed == board.found.items[match.start("d")].deed


def _none_of(match: re.Match[str], board: Board) -> bool:
    """ "none of the four monks and about 100 refugees was hurt": those who came to no harm."""
    before = _OF_NONE.search(board.symbols, 0, match.start("n"))
    group = board.group(before.start("n")) if before is not None else None
    return group is not None and group.low == group.high == 0


def _by_nothing(match: re.Match[str], board: Board) -> bool:
    """ "No drone has killed a civilian": the one whom nothing killed."""
    deed = match.start("d") if "d" in match.groupdict() else -1
    doer = _BY_NONE.search(board.symbols, 0, deed) if -1 < deed < match.start("n") else None
    group = board.group(doer.start("n")) if doer is not None else None
    return group is not None and group.low == group.high == 0


def _natural(match: re.Match[str], board: Board) -> bool:
    """The "death" of one who is named may be anybody's, a "murder" or "killing" may not."""
    deed = board.found.items[match.start("d")]
    violent = _violently(board) or not words_of("counted", "of_force").isdisjoint(board.sentence.tokens.lower)
    return board.sentence.words(deed.span).lower() in words_of("counted", "natural") and not violent


def _planned(match: re.Match[str], board: Board) -> bool:
    """ "planning the assassination of an official", "attempted murder of two guards": nobody died of it."""
    start = board.found.items[match.start("d")].span.start
    unreal, be = words_of("counted", "unreal_deeds"), words_of("grammar", "be")
    for word in reversed(board.sentence.tokens.lower[max(0, start - _PLAN) : start]):
        if word in unreal or word in be:  # "the plan was the murder of X": it came to pass
            return word in unreal
    return False


def _dated(match: re.Match[str], board: Board) -> bool:
    """ "forced out on Wednesday 1,000 refugees": does nothing but a day stand between?"""
    items = board.found.items
    between = board.sentence.tokens.lower[items[match.start("d")].span.end : items[match.start("n")].span.start]
    return not words_of("counted", "days_between").union(calendar()).isdisjoint(between) and not any(word.isdecimal() for word in between)


def _of_a_place(match: re.Match[str], board: Board) -> bool:
    """ "the capture of Tel Marsa": who or what is named may be a town."""
    return "d" in match.groupdict() and board.sentence.words(board.found.items[match.start("d")].span).lower() in words_of(
        "counted", "of_places"
    )


def _owns(match: re.Match[str], board: Board) -> bool:
    """ "Karim Shah's murder", but no "Karim Shah's murder trial"."""
    deed = board.found.items[match.start("d")].span
    lower, ends = board.sentence.tokens.lower, words_of("grammar", "noun_phrase_ends")
    behind = lower[deed.end : deed.end + 1]
    return lower[deed.start - 1] in ("'s", "'") and all(word in ends or finite(word) or not word[0].isalnum() for word in behind)


def _violently(board: Board) -> bool:
    """One person who "died" is a casualty only where the sentence says of what: an attack, a weapon, wounds, torture."""
    return not _violence().isdisjoint(board.sentence.tokens.lower)


@cache
def _violence() -> frozenset[str]:
    return attack_nouns() | words_of("counted", "violent")


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
