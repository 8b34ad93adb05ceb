"""Parts: a count inside another is part of it, and never added to it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

import msgspec

from atodds.extract.figures import rules
from atodds.extract.figures.chunks import Chunks
from atodds.extract.figures.draft import Board, Draft, can_be_part
from atodds.extract.figures.names import named
from atodds.model.figure import Measure
from atodds.model.mention import Group
from atodds.model.text import Span
from atodds.vocab import load, words_of
from atodds.vocab.people import nouns

# After "including": items in a row, each with what belongs to it: "three women and six children", "50 from her security detail".
_ROW = re.compile(r"[i(][.aq]{0,3}[.aqopPtyM]{0,6}[GU]?(?:[.aqoptyMPr]{0,6}(?:,&|,|&)[.aq]{0,3}[GU.P]?)*")
_ROW_ENDS = re.compile(r"[cKbhI)]|$")
_OWN_VERB = re.compile(r"[.at]{0,3}[bhKID]")
_AMONG = re.compile(r"(?P<n>[GU])[.aoqpP,]{0,5}b?m[.aq]{0,2}(?P<e>G)")
_OF_A_SET = re.compile(r"^o(?P<e>G)[.K]{0,3},(?P<n>G)b")  # "Of the 60 people killed, 48 were civilians"
_PREDICATE = re.compile(r"[.oDKiq]{0,4}b[a.]{0,2}(?P<e>P)")
_PLACED = re.compile(r"Gp[.]")
_LISTED = re.compile(r"[bi,&][a.]{0,2}$")


def rows(found: Chunks) -> dict[int, list[int]]:
    """For each "including", the counted groups in the row behind it."""
    return {place: _row(found, place) for place, symbol in enumerate(found.symbols) if symbol == "i"}


def add(board: Board) -> None:
    """All parts that a sentence tells of, and the people it names among those counted."""
    _including(board)
    _named_among(board)
    _among(board)
    _of_them(board)
    _of_a_set(board)
    _of_the_dead(board)


def _row(found: Chunks, place: int) -> list[int]:
    match = _ROW.match(found.symbols, place)
    behind = range(place, match.end()) if match is not None else ()
    return [each for each in behind if found.symbols[each] in "GU" and _opens_item(found, each) and not _next_clause(found, each, place)]


def _opens_item(found: Chunks, place: int) -> bool:
    """Does the group open an item of the row? In "50 from her security detail" the detail does not."""
    return found.symbols[:place].rstrip(".aq").endswith(("i", ",", "&", "("))


def _next_clause(found: Chunks, place: int, including: int) -> bool:
    """ "including two women, and five others were hurt": a group behind a comma with a verb of its own is no part."""
    row = found.symbols[including:place]
    if not any(symbol in ",&" for symbol in row) or not _OWN_VERB.match(found.symbols, place + 1):
        return False
    # "five civilians including a child and a woman were killed": the verb is the whole's, which has none yet
    return any(symbol in "KJkIL" for symbol in found.symbols[:including])


def _including(board: Board) -> None:
    for including, places in board.rows.items():
        whole = board.last_whole(including)
        for place in places if whole is not None else ():
            group = board.group(place)
            if whole is not None and group is not None and group.by in ("number", "article") and place not in board.made:
                _part(board, group, place, whole, rules.INCLUDING.name)


def _part(board: Board, group: Group, place: int, whole: Draft, rule: str) -> None:
    if can_be_part(group, whole):
        # "17 casualties, including 9 wounded soldiers": the part says more than the whole
        measure = group.deed if whole.measure == "casualties" and group.deed is not None else whole.measure
        board.made[place] = _with_predicate(board, Draft(group, measure, rule, place, whole.deed, whole))


def _named_among(board: Board) -> None:
    """ "killed eight, including the commander Karim Shah": people named in the row behind including are among those counted."""
    for including in board.rows:
        whole = board.last_whole(including)
        if whole is None:
            continue
        behind = re.sub(r"\([^()]*\)", lambda inner: "." * len(inner[0]), board.symbols[including + 1 :])  # "(TTP)" ends no row
        stop = _ROW_ENDS.search(behind)
        last = including + (stop.start() if stop else 0)
        if _PLACED.search(board.symbols, including, last):
            continue  # "including 9 in Ansari and 8 in Karm Albeiq": a row of places
        items = board.found.items
        whole.names.extend(named(board.sentence, Span(items[including].span.end, items[last].span.end)))


def _among(board: Board) -> None:
    """ "Two commanders among 15 militants killed": the lesser count is part of the greater."""
    for match in _AMONG.finditer(board.symbols) if "m" in board.symbols else ():
        place, other = match.start("n"), match.start("e")
        part, whole, group, greater = board.made.get(place), board.made.get(other), board.group(place), board.group(other)
        if part is not None and whole is None and greater is not None and part.rule != rules.AMONG.name:
            # "two commanders were among 15 militants killed": the verb's subject is the part
            whole = board.made[other] = Draft(greater, part.measure, rules.AMONG.name, other, part.deed)
        if whole is not None and group is not None:
            _part(board, group, place, whole, rules.AMONG.name)


def _of_them(board: Board) -> None:
    """ "14 people, seven of them children"."""
    for place in _counts(board.symbols):
        item = board.found.items[place]
        if item.symbol != "G" or item.group is None or item.group.quantity is None or not _partitive(board, item.group):
            continue
        before = [each for chunk, each in board.made.items() if chunk < place]
        whole = max(before, key=lambda each: each.chunk, default=None)  # "15 children, five of them girls": of the children
        if whole is not None:
            _part(board, item.group, place, whole, rules.OF_THEM.name)


def _partitive(board: Board, group: Group) -> bool:
    return " ".join(_behind(board, group)[:2]) in words_of("counted", "of_them")


def _behind(board: Board, group: Group) -> list[str]:
    """The words behind the number of a group."""
    return board.sentence.tokens.lower[group.quantity.at.end :] if group.quantity is not None else []


def _of_a_set(board: Board) -> None:
    """ "Of the 60 people killed, 48 were civilians"."""
    match = _OF_A_SET.match(board.symbols)
    if match is None or match.start("e") not in board.made or match.start("n") in board.made:
        return
    group = board.group(match.start("n"))
    if group is not None:
        _part(board, group, match.start("n"), board.made[match.start("e")], rules.OF_THE_DEAD.name)


def _of_the_dead(board: Board) -> None:
    """ "Four of the dead were women", "Among the dead were two children", "Three of them were guards": parts of a figure told before."""
    counted = load("counted")
    opener = " ".join(board.sentence.tokens.lower[:5])
    among = opener.startswith(_among_the_dead())
    for place in _counts(board.symbols):
        item = board.found.items[place]
        if item.group is None or place in board.made:
            continue
        measure = _measured(_behind(board, item.group)[:5], counted["of_the_dead"])
        partitive = place <= 1 and _partitive(board, item.group) and _PREDICATE.match(board.symbols, place + 1) is not None
        listed = among and _LISTED.search(board.symbols, 0, place) is not None
        if measure is not None or partitive or listed:
            draft = Draft(item.group, measure or "killed", rules.OF_THE_DEAD.name, place, back=True)
            board.made[place] = _with_predicate(board, draft)


@cache
def _among_the_dead() -> tuple[str, ...]:
    return tuple(load("counted")["among_the_dead"])


def _counts(symbols: str) -> list[int]:
    """Which chunks are counted people."""
    return [place for place, symbol in enumerate(symbols) if symbol in "GU"]


def _measured(words: Sequence[str], listed: Mapping[str, Measure]) -> Measure | None:
    """The measure that "of the dead", "of those wounded" names."""
    if words[:1] != ["of"]:
        return None
    text = " ".join(words[1:]) + " "
    return next((measure for phrase, measure in listed.items() if text.startswith(phrase + " ")), None)


def _with_predicate(board: Board, draft: Draft) -> Draft:
    """ "four of the dead were women": the noun behind the verb says who they were."""
    match = _PREDICATE.match(board.symbols, draft.chunk + 1)
    noun = nouns().at(board.sentence.tokens.lower, board.found.items[match.start("e")].span.start) if match else None
    if match is None or noun is None or draft.group.category != "unknown" or draft.rule not in _BY_PREDICATE:
        return draft
    group = msgspec.structs.replace(draft.group, category=noun[1].category, kinds=noun[1].kinds if len(noun[1].kinds) > 1 else ())
    return replace(draft, group=group, verb=board.found.items[match.start("e")].span)


_BY_PREDICATE = (rules.OF_THEM.name, rules.OF_THE_DEAD.name)
