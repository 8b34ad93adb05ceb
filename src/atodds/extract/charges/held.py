"""Somebody held to be behind a deed, by the words of one line: whom, by which words, for what. And what all patterns ask of a line."""

from __future__ import annotations

from typing import NamedTuple

from atodds.extract.charges.line import Act, Line
from atodds.extract.charges.subjects import voice_of
from atodds.model.claim import Stance
from atodds.model.text import Span

_BY = 4  # tokens from the end of the cue, or of the name behind it, to "by"
NEAR = 10  # tokens from a cue to the deed that it is of


class Held(NamedTuple):
    """Who is held to have done what. Spans are of the line.

    `own`: the one held is who says so. `active`: the cue is a verb whose subject holds so, `by` where the subject stands right before it.
    `unsaid`: a passive, or a word as "suspicion", that hides who holds so.
    """

    accused: Span
    cue: Span
    act: Act | None
    rule: str
    stance: Stance = "blames"
    own: bool = False
    pronoun: bool = False  # "said it was behind the raid"
    active: bool = False
    by: Span | None = None
    unsaid: bool = False
    alone: bool = False  # whoever speaks around it said something else


def by_subject(line: Line, held: Held | None, verb: int) -> Held | None:
    """The same, said by the subject of an active verb; "blaming the army" has none of its own."""
    if held is None:
        return None
    return held._replace(active=True, by=voice_of(line, verb))


def by_agent(line: Line, held: Held | None, end: int) -> Held | None:
    """The same, said by whom "by" names behind a passive: "was blamed by the mayor for"."""
    by = next((each for each in range(end, min(len(line), end + _BY)) if line.at(each) in ("by", ",", ".", ";")), None)
    who = line.voice_after(by + 1) if by is not None and line.at(by) == "by" else None
    if held is None or who is None or who.meets(held.accused):
        return None if held is None else held._replace(unsaid=True)
    return held._replace(active=True, by=who)


def supposed(line: Line, start: int) -> bool:
    """ "If the army was behind it", "whether they did": nobody is held."""
    return line.any(max(0, start - 2), start, "conditional") or line.within(start, "conditional")


def act_behind(line: Line, place: int, *, reach: int = NEAR) -> Act | None:
    """The deed behind a cue, before the clause breaks."""
    place += line.at(place) in ("that", "this")
    end = place
    while end < min(len(line), place + reach) and line.at(end) not in (",", ";", ".", "but", "while", "that", "who", "which"):
        end += 1
    act = line.act_in(place, end)
    if act is None:
        return None
    others = [each for each in range(place, act.at.start) if line.at(each).endswith("ing") and not line.within(each, "doing")]
    return None if others or line.any(place, act.at.start, "beside") else act  # "for supplying arms used in attacks"


def act_told(line: Line, place: int) -> Act | None:
    """The last deed of the sentence before a cue that names none: "claimed the bombing, but the ministry blamed the League"."""
    found = [act for act in line.acts if act.at.end <= place and not line.within(act.at.start, "no_charge")]
    return found[-1] if found else None


def act_before(line: Line, place: int) -> Act | None:
    """The last deed right before a cue."""
    found = [act for act in line.acts if max(0, place - NEAR) <= act.at.start and act.at.end <= place]
    return found[-1] if found else None
