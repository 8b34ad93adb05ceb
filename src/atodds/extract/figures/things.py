"""Things: figures that need no deed of harm - attacks, troops, crowds, materiel, money, members, bodies."""

from __future__ import annotations

import re
from functools import cache

from atodds.extract.figures import rules
from atodds.extract.figures.chunks import Chunk
from atodds.extract.figures.draft import Board, Draft
from atodds.model.mention import Group
from atodds.vocab import load, words_of
from atodds.vocab.people import plural_of

_GATHERED = re.compile(rf"{rules.AFTER}{{0,12}}?[abhn]*C")
_SENT_BEFORE = re.compile(r"R[.ab]{0,2}$")
_SENT_BEHIND = re.compile(r"[abhnz]*R")
_NOT_YET = re.compile(r"[Vz]a?$")
_THINGS = "$AMG"  # symbols of groups that can be counted without a deed
_AROUND = 4  # chunks between "destroyed" and what was


def add(board: Board) -> None:
    """Figures of every group that no deed has taken."""
    for place, symbol in enumerate(board.symbols):
        item = board.found.items[place] if symbol in _THINGS and place not in board.made else None
        if item is not None and item.group is not None:
            draft = _draft(board, place, item, item.group)
            if draft is not None:
                board.made[place] = draft


def _draft(board: Board, place: int, item: Chunk, group: Group) -> Draft | None:
    if item.symbol == "$":
        return Draft(group, "money", rules.MONEY.name, place)
    if item.symbol in "AM":
        return _counted_thing(board, place, item, group)
    return _people(board, place, group) if item.symbol == "G" else None


def _counted_thing(board: Board, place: int, item: Chunk, group: Group) -> Draft | None:
    """ "59 drone attacks", "30 helicopters"; one attack is an event, no count."""
    if group.by != "number" or group.low == group.high == 1:
        return None
    if group.modality == "none" and any(each.deed is not None for each in board.found.items[place + 1 : place + _AROUND]):
        return None  # "no drone has killed anybody" counts no drones
    if item.symbol == "A":
        return Draft(group, "attacks", rules.ATTACKS.name, place)
    if group.unit not in _infrastructure():
        return Draft(group, "materiel", rules.MATERIEL.name, place)
    around = board.symbols[max(0, place - _AROUND) : place + _AROUND + 1]
    return Draft(group, "other", rules.DESTROYED.name, place) if "H" in around else None


@cache
def _infrastructure() -> frozenset[str]:
    return frozenset(plural_of(noun) for noun in load("counted")["infrastructure"])


def _people(board: Board, place: int, group: Group) -> Draft | None:
    """People counted without a verb of harm: bodies, the injured, members of a body, troops, crowds."""
    if group.member:
        return Draft(group, "other", rules.MEMBERS.name, place)
    if group.head is None or group.modality == "none":
        return None
    if board.sentence.tokens.lower[group.head.end - 1] in words_of("counted", "bodies"):
        return Draft(group, "killed", rules.BODIES.name, place)
    if group.deed is not None:
        return Draft(group, group.deed, rules.ADJECTIVE.name, place)
    return _troops(board, place, group) or _crowd(board, place, group)


def _troops(board: Board, place: int, group: Group) -> Draft | None:
    """ "sent 2,500 troops"; "will send 3,000 troops" sends none yet."""
    assert group.head is not None
    head = board.sentence.tokens.lower[group.head.end - 1]
    if head not in words_of("counted", "troop_nouns"):
        return None
    before, behind = _SENT_BEFORE.search(board.symbols, 0, place), _SENT_BEHIND.match(board.symbols, place + 1)
    if before is not None and _NOT_YET.search(board.symbols, 0, before.start()):
        return None
    if before is None and behind is None and head != "troops":
        return None
    verb = before.start() if before is not None else behind.end() - 1 if behind is not None else None
    return Draft(group, "troops", rules.TROOPS.name, place, verb=board.found.items[verb].span if verb is not None else None)


def _crowd(board: Board, place: int, group: Group) -> Draft | None:
    """ "some 150,000 people had assembled", "a crowd of 300 people"."""
    gathered = _GATHERED.match(board.symbols, place + 1) if "C" in board.symbols else None
    if gathered is not None:
        return Draft(group, "crowd", rules.CROWD.name, place, verb=board.found.items[gathered.end() - 1].span)
    before = " ".join(board.sentence.tokens.lower[max(0, group.at.start - 2) : group.at.start])
    return Draft(group, "crowd", rules.CROWD.name, place) if before in words_of("counted", "crowd_nouns") else None
