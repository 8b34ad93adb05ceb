"""Rows: several counts under one deed, before it or behind it."""

from __future__ import annotations

import re

import msgspec

from atodds.extract.figures.draft import Board, Draft, names_of
from atodds.extract.figures.rules import COORDINATED
from atodds.model.mention import Group

# The next item of a row, unless it has a verb of its own or speaks: "killed three soldiers and two children".
_NEXT = re.compile(r"[.aopqtP]{0,4}?(?:,&|,|&)a*(?P<n>[GU])(?![.apt]{0,5}[bhKDIJks])")
_SUBJECT_BEFORE = re.compile(r"(?P<n>[GU])[.]{0,2},?&a*$")
_OPENS = re.compile(r"(?:^|[c,r(])a?$")  # a clause begins: "The leader and two of his guards were captured"
_SUBJECT_IN_ROW = re.compile(r"(?P<n>[GU])[.]{0,2},a*$")


def coordinate(draft: Draft, board: Board) -> None:
    """Make the other counts of the row that a figure belongs to."""
    if draft.deed is None:
        return
    if draft.deed.at.start < draft.group.at.start:
        _behind(draft, board)
    else:
        _before(draft, board)


def _behind(draft: Draft, board: Board) -> None:
    """ "killed three soldiers and two children"."""
    place = draft.chunk
    row: list[Draft] = []
    while match := _NEXT.match(board.symbols, place + 1):
        place = match.start("n")
        group = board.group(place)
        if not board.free(place) or group is None:
            break
        if group.by == "article" and draft.group.by in ("name", "definite") and board.symbols[place - 1] == ",":
            break  # "killed Karim Shah, a teacher": the noun behind the name counts nobody else
        row.append(_another(group, draft, place))
    # A row closes with "and": in "the raid that killed nine guards, a nurse told reporters" there is none.
    if row and "&" in board.symbols[draft.chunk : row[-1].chunk]:
        board.made.update({each.chunk: each for each in row})


def _before(draft: Draft, board: Board) -> None:
    """ "Four policemen and a passer-by died", "four Americans, three Britons and a German were killed"."""
    place = draft.chunk
    while match := (_SUBJECT_BEFORE if place == draft.chunk else _SUBJECT_IN_ROW).search(board.symbols, 0, place):
        place = match.start("n")
        group = board.group(place)
        if not board.free(place) or group is None or (group.by == "definite" and not _OPENS.search(board.symbols, 0, place)):
            return
        board.made[place] = _another(group, draft, place)


def _another(group: Group, first: Draft, place: int) -> Draft:
    return Draft(
        _same_people(group, first.group), first.measure, COORDINATED.name, place, first.deed, coordinated=True, names=names_of(group)
    )


def _same_people(group: Group, first: Group) -> Group:
    """ "no civilians in 2012 and none in 2013": a bare second count is of the same people as the first."""
    if group.of != "bare" or group.others:
        return group
    return msgspec.structs.replace(group, of=first.of, category=first.category, kinds=first.kinds, as_claimed=first.as_claimed)
