"""Who printed a plain text, where the text states it: by its rights, its nameplate, its dateline, or the address it gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from atodds.read.furniture import plain
from atodds.read.lines import Line
from atodds.vocab import load
from atodds.vocab.datelines import PLACE, at_an_opening
from atodds.vocab.days import DAY

_EDGE = 12  # lines at the head and at the foot
_TOP = 2000  # characters in which a dateline stands
_LONGEST = 160  # characters of a line
_NAME_WORDS = 8
_PLATE_WORDS = 5
_SMALL = 4  # letters; shorter words of a name may be small: "Voice of the Port"

_WORDS: Any = load("masthead")
# "GENEVA, 4 November 2013 (Wire) --", "GENEVA (Wire) - ..."
_AGENCY = re.compile(
    rf"{PLACE}(?:,\s[^\n()]{{3,24}})?\s\(([A-Z][A-Za-z'’&.]{{1,20}}(?:\s[A-Z&][A-Za-z'’.]{{0,20}}){{0,4}})\)\s?(?:--|—|–|-|:)\s"
)

_RIGHTS = "|".join(re.escape(word) for word in _WORDS["rights"])
_OWNER = re.compile(rf"(?:(?:{_RIGHTS})\s?){{1,2}}(?:[0-9]{{4}}(?:\s?[-–]\s?[0-9]{{4}})?,?\s)?(?:by\s)?([^|;:]{{2,80}})", re.IGNORECASE)
_OWNER_END = re.compile(r"[.,]?\s+all rights\b.*|\.\s.*|[.,\s]+$|\s[0-9]{4}(?:[-–][0-9]{4})?$", re.IGNORECASE)
_STATED = re.compile(rf"(?:{'|'.join(_WORDS['outlet_labels'])}):\s(.{{2,80}})", re.IGNORECASE)
_HOST = r"(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12}"
_FOLLOW = re.compile(rf"follow\s(?:www\.)?({_HOST})\s(?:on|at)\b.{{0,60}}", re.IGNORECASE)
_ADDRESS = re.compile(rf"(?:https?://)?(?:www\.)?({_HOST})/?", re.IGNORECASE)
_DATED = re.compile(rf"(.{{2,60}}?)\s[|·•–—-]\s{DAY}", re.IGNORECASE)


def outlet(text: str, lines: Sequence[Line], headings: Sequence[str]) -> tuple[str | None, str | None]:
    """The outlet, and the heading that is its nameplate and no title. Two names that differ are none."""
    both = (*lines[:_EDGE], *lines[max(_EDGE, len(lines) - _EDGE) :])
    edges = [one_line(line.text) for line in both if len(line.text) <= _LONGEST]
    wire = agency(text)
    plate = _nameplate(headings, wire)
    name = wire if plate and wire and plate.lower() == wire.lower() else plate or wire  # Harbour Wire, not HARBOUR WIRE
    told = (_labelled(edges), _owners(edges), _followed(edges), [name], _dated(edges[:1], headings), _addresses(edges))
    for names in told:
        found = [name for name in dict.fromkeys(names) if name and plain(name) not in _not_outlets()]
        if found:
            return (found[0] if len(found) == 1 else None), plate
    return None, plate


def _labelled(lines: Sequence[str]) -> Iterator[str]:
    return (found[1] for line in lines if (found := _STATED.fullmatch(line)))


def _owners(lines: Sequence[str]) -> Iterator[str]:
    """ "© 2013 The Daily. All rights reserved" names The Daily."""
    for line in lines:
        if found := _OWNER.match(line):
            name = _OWNER_END.sub("", found[1]).strip()
            if name and name[0].isalpha() and len(name.split()) <= _NAME_WORDS:
                yield name


def _followed(lines: Sequence[str]) -> Iterator[str]:
    return (found[1].lower() for line in lines if (found := _FOLLOW.fullmatch(line)))


def _addresses(lines: Sequence[str]) -> Iterator[str]:
    return (found[1].lower() for line in lines if (found := _ADDRESS.fullmatch(line)))


def agency(text: str) -> str | None:
    """The agency of a dateline: "GENEVA (Wire) - ..."."""
    found = next(at_an_opening(_AGENCY, text[:_TOP]), None)
    return found[1] if found else None


def _nameplate(headings: Sequence[str], agency: str | None) -> str | None:
    """The first of several headings, if it is a paper's name: "The Port Courier" in capitals, or as the dateline has it."""
    if len(headings) < 2:
        return None
    first = headings[0]
    words = first.split()
    if agency is not None and first.lower().startswith(agency.lower()):
        return first
    named = plain(words[-1]) in _WORDS["nameplates"] or plain(words[0]) in _WORDS["nameplates"]
    capital = all(word[0].isupper() for word in words if len(word) >= _SMALL)
    return first if named and capital and len(words) <= _PLATE_WORDS else None


def _dated(lines: Sequence[str], headings: Sequence[str]) -> Iterator[str]:
    """ "The Daily - 4 November 2013" above a title; not the name of a section, and not the title itself."""
    sections = load("furniture")["sections"]
    for line in lines:
        found = _DATED.fullmatch(line)
        if found and headings and found[1] not in headings and not all(word in sections for word in plain(found[1]).split()):
            yield found[1]


def one_line(words: str) -> str:
    return " ".join(words.split())


@cache
def _not_outlets() -> frozenset[str]:
    data = load("furniture")
    return frozenset((*data["tools"], *data["pictures"]))
