"""The figures of a sentence: the rules tried in order, then rows, parts, and counts of things."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from atodds.extract.fictions import tells_no_fact
from atodds.extract.figures import parts, things
from atodds.extract.figures.chunks import Chunks
from atodds.extract.figures.draft import Board, Draft, names_of
from atodds.extract.figures.guards import refused
from atodds.extract.figures.rows import coordinate
from atodds.extract.figures.rules import RULES
from atodds.model.figure import Measure
from atodds.model.mention import Group
from atodds.model.text import Sentence

# Which rules may count one person by "the" or by a name.
_ONE_PERSON = {
    "definite": ("active", "passive", "left", "predicate", "together_with", "intransitive"),
    "name": ("active", "passive", "left", "death_of", "intransitive", "predicate", "together_with", "who_was", "possessive"),
}
_GOVERNING = ("o", "p", "y", "z", "w", "v")  # prepositions: what follows is governed by them
_AND_HARM = re.compile(r"&a*K(?!a*[GU])")  # "or wounded", with no count of its own


def drafts(sentence: Sentence, found: Chunks) -> list[Draft]:
    """Every figure of the sentence, in the order of its words; each group gives one at most."""
    if tells_no_fact(sentence):
        return []
    board = Board(sentence, found, parts.rows(found))
    for name, pattern in _fitting(_telling() & frozenset(found.symbols)):
        match = pattern.search(found.symbols)
        while match is not None:  # one may begin inside the one before, so that two counts can share a word between them
            _add(name, match, board)
            match = pattern.search(found.symbols, match.start() + 1)
    parts.add(board)
    things.add(board)
    return [board.made[place] for place in sorted(board.made)]


@cache
def _fitting(symbols: frozenset[str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The rules that may find something in a sentence with these of the symbols that rules need."""
    return tuple((rule.name, rule.regex) for rule in RULES if not any(symbols.isdisjoint(each) for each in rule.needed))


@cache
def _telling() -> frozenset[str]:
    """The symbols that some rule needs: few, so that sentences have few sets of them."""
    return frozenset(symbol for rule in RULES for needed in rule.needed for symbol in needed)


def _add(name: str, match: re.Match[str], board: Board) -> None:
    """The figure that a match of a rule gives, and those that share its deed, unless its group has one or something rules it out."""
    if not board.free(match.start("n")) or refused(name, match, board):
        return
    draft = _draft(name, match, board)
    if draft is not None:
        board.made[draft.chunk] = draft
        coordinate(draft, board)


def _draft(name: str, match: re.Match[str], board: Board) -> Draft | None:
    """The figure that a match gives; None where its group cannot be counted by this rule."""
    place = match.start("n")
    group = board.group(place)
    assert group is not None
    if name == "deaths":
        return Draft(group, group.deed or "killed", name, place) if group.by == "number" else None
    deed = board.found.items[match.start("d")].deed
    if deed is None or not _may_count(name, group, place, match.start("d"), board.symbols):
        return None
    group = _of_its_set(group, place, board)
    return Draft(group, _measure(name, match, board), name, place, deed, names=names_of(group))


def _may_count(name: str, group: Group, place: int, deed: int, symbols: str) -> bool:
    if group.by in _ONE_PERSON and name not in _ONE_PERSON[group.by]:
        return False
    # "50 from her security detail, were killed": the detail is no subject
    return group.by == "number" or place > deed or symbols[:place].rstrip("a")[-1:] not in _GOVERNING


def _measure(name: str, match: re.Match[str], board: Board) -> Measure:
    """What was done; killed and wounded under one count are casualties, not told apart."""
    items = board.found.items
    deed = items[match.start("d")].deed
    assert deed is not None
    second = items[match.start("e")].deed if "e" in match.groupdict() else None
    if second is not None:
        both = {deed.measure, second.measure}
        return deed.measure if len(both) == 1 else "casualties" if both == {"killed", "wounded"} else "other"
    shared = name in ("passive", "headline") and _AND_HARM.match(board.symbols, match.start("d") + 1)
    return "casualties" if shared and deed.measure in ("killed", "wounded") else deed.measure


def _of_its_set(group: Group, place: int, board: Board) -> Group:
    """ "three of the five attackers": the three are attackers."""
    inner = board.group(place + 2) if board.symbols[place + 1 : place + 3] == "oG" else None
    if group.of != "bare" or inner is None or inner.of != "people":
        return group
    return msgspec.structs.replace(group, category=inner.category, kinds=inner.kinds, as_claimed=inner.as_claimed)
