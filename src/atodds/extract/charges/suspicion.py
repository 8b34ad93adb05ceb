"""Whom suspicion falls on: "police suspect the Front", "pointed the finger at the Front", "the Front is the prime suspect"."""

from __future__ import annotations

from atodds.extract.charges.held import Held, act_before, act_behind, act_told, by_subject, supposed
from atodds.extract.charges.line import Line
from atodds.extract.charges.subjects import subject, verb_start
from atodds.model.text import Span

_NEAR = 5  # tokens from "suspicion" to "fell", from "pointed" to "at"
_AFTER = (",", ".", ";", "", "in", "of", "for", "over", "but", "and", "after")


def suspected(line: Line, place: int) -> Held | None:
    """ "Police suspect Tamil rebels": whom they name, of what was told before; "the prime suspect" is another noun."""
    if line.within(place - 1, "prime"):
        return _prime(line, place)
    if line.within(place - 1, "light") and line.any(verb_start(line, place), place, "negations"):
        return None
    who = line.name_after(place + 1)
    if who is None or line.at(who.end) not in _AFTER or not line.named(who):
        return None
    return by_subject(line, Held(who, Span(place, place + 1), act_told(line, place), "accused_of"), place)


def _prime(line: Line, place: int) -> Held | None:
    """ "The Front is the prime suspect in the bombing", "the prime suspect in the bombing is the Front"."""
    act = act_behind(line, place + 2) if line.at(place + 1) in ("in", "for", "of") else None
    start = place - 1 - (line.at(place - 2) in ("the", "a", "one"))
    if line.within(start - 1, "be"):
        who = subject(line, verb_start(line, start))
        return Held(who, Span(start, place + 1), act, "accused_of", unsaid=True) if who is not None else None
    end = act.at.end if act is not None else place + 1
    who = line.name_after(end + 1) if line.within(end, "be") else None
    return Held(who, Span(place - 1, place + 1), act, "accused_of", unsaid=True) if who is not None else None


def suspicion(line: Line, place: int) -> Held | None:
    """ "Suspicion fell on the Front"."""
    fell = next((each for each in range(place + 1, min(len(line), place + _NEAR)) if line.within(each, "falling")), None)
    if fell is None or line.at(fell + 1) not in ("on", "upon", "to", "toward", "towards"):
        return None
    who = line.name_after(fell + 2)
    act = line.act_in(place, fell) or act_told(line, place)
    return Held(who, Span(place, fell + 2), act, "accused_of", unsaid=True) if who is not None and line.named(who) else None


def fingers(line: Line, place: int) -> Held | None:
    """ "Pointed the finger at the Front for the bombing", "pointed the finger of blame at"."""
    verb = next((each for each in range(place - 1, max(-1, place - _NEAR), -1) if line.within(each, "pointing_at")), None)
    at = next((each for each in range(place + 1, min(len(line), place + _NEAR)) if line.at(each) in ("at", "toward", "towards")), None)
    who = line.name_after(at + 1) if verb is not None and at is not None else None
    if verb is None or who is None or not line.named(who) or line.any(verb_start(line, verb), verb, "negations"):
        return None
    act = act_behind(line, who.end + 1) if line.at(who.end) in ("for", "over", "in") else None
    return by_subject(line, Held(who, Span(verb, place + 1), act or act_told(line, place), "accused_of"), verb)


def mastermind(line: Line, place: int) -> Held | None:
    """ "All investigations point to the major as the mastermind of the murder", "was the mastermind of the raid"."""
    act = act_behind(line, place + 2) if line.at(place + 1) in ("of", "behind") else None
    start = place - (line.at(place - 1) in ("the", "a", "alleged"))
    if line.at(start - 1) == "as" and (who := _pointed_at(line, start - 1)) is not None:
        return Held(who, Span(place, place + 1), act or act_told(line, place), "accused_of", unsaid=True)
    if act is None or not line.within(start - 1, "be"):
        return None
    first = verb_start(line, start)
    who = subject(line, first)
    clear = who is not None and not line.any(first, start, "negations")
    return Held(who, Span(first, place + 1), act, "at_request") if clear and who is not None else None


def _pointed_at(line: Line, end: int) -> Span | None:
    """Whom all points to: "point to | the major | as"."""
    to = next((each for each in range(end - 1, max(0, end - 2 * _NEAR), -1) if line.at(each) in ("to", "at")), None)
    pointed = to is not None and (line.within(to - 1, "pointing_at") or line.within(to - 1, "falling"))
    who = line.name_after(to + 1) if to is not None and pointed else None
    return who if who is not None and who.end == end else None


def deemed(line: Line, place: int) -> Held | None:
    """ "The strike is believed to have been carried out by Russian planes"."""
    start = verb_start(line, place)
    if line.at(place + 1) != "to" or not line.any(start, place, "be") or line.any(start, place, "negations") or supposed(line, start):
        return None
    by = next((each for each in range(place + 3, min(len(line), place + 2 * _NEAR)) if line.at(each) == "by"), None)
    done = by is not None and any(line.within(each, "done") for each in range(place + 2, by))
    act, who = (act_before(line, start), line.name_after(by + 1)) if by is not None and done else (None, None)
    return Held(who, Span(place, (by or place) + 1), act, "attributed_to", unsaid=True) if act is not None and who is not None else None
