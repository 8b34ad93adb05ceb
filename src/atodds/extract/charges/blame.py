"""Blame laid on somebody by others: "blamed the army for", "accused it of", "attributed to", "suspected of"."""

from __future__ import annotations

from atodds.extract.charges.held import NEAR, Held, act_before, act_behind, by_agent, by_subject, supposed, verb_start
from atodds.extract.charges.line import Act, Line, links
from atodds.model.text import Span

_FAR = 14  # tokens from "blamed" to "for" or "on", from "accused" to "of"
_DEED = 7  # tokens from "of" to the deed
_BREAKS = (",", ";", ".", "that", "but", "while")
_QUALIFIERS = ("the", "a", "an", "this", "that", "these", "those", "having", "deliberately", "systematically", "directly", "its", "such")


def blamed(line: Line, place: int) -> Held | None:
    """ "Blamed Al Qaeda for the bombing", "blamed the bombing on Al Qaeda", "the army was to blame", "laid the blame on"."""
    if line.at(place - 1) == "to" and line.at(place) == "blame":
        return _to_blame(line, place)
    if line.at(place) == "blame" and line.any(place - 4, place, "laying"):
        return _on(line, place)
    start = verb_start(line, place)
    if line.at(place) == "blamed" and line.any(start, place, "be"):
        return _passively(line, place, start)
    if line.any(place - 3, place, "negations") or line.at(place - 1) == "to":
        return None
    return by_subject(line, _on(line, place) if _laid_on(line, place) else _for(line, place), place)


def _to_blame(line: Line, place: int) -> Held | None:
    """ "The government was to blame for the attacks"."""
    start = verb_start(line, place - 1)
    who = line.name_before(start) if line.any(start, place, "be") and not supposed(line, start) else None
    act = _deed_behind(line, place + 1)
    if who is None or (act is None and line.at(place + 1) == "for"):
        return None
    negated = line.any(start, place, "negations")
    return Held(who, Span(start, place + 1), act, "stands_behind", "denies" if negated else "blames")


def _passively(line: Line, place: int, start: int) -> Held | None:
    """ "The army was blamed for the raid", "the raid was blamed on the army"."""
    if line.any(start, place, "negations") or supposed(line, start):
        return None
    if line.at(place + 1) == "on":
        act, who = act_before(line, start), line.name_after(place + 2)
    else:
        link = next((each for each in range(place + 1, min(len(line), place + _FAR)) if line.at(each) in ("for", *_BREAKS)), place + 1)
        act, who = _deed_behind(line, link), line.name_before(start)
    held = Held(who, Span(place, place + 1), act, "blamed_for") if act is not None and who is not None else None
    return by_agent(line, held, place + 1 if line.at(place + 1) != "on" or who is None else who.end)


def _laid_on(line: Line, place: int) -> bool:
    """ "Blamed the shootings on": what stands before "on" is the deed, not who did it."""
    on = next((each for each in range(place + 1, min(len(line), place + _FAR)) if line.at(each) in ("on", "upon", "for", *_BREAKS)), None)
    return on is not None and line.at(on) in ("on", "upon") and line.act_in(place + 1, on) is not None


def _on(line: Line, place: int) -> Held | None:
    """ "Blame the bombings on Al Qaeda", "laid the blame for the raid on the army"."""
    for on in range(place + 1, min(len(line), place + _FAR)):
        if line.at(on) in _BREAKS:
            return None
        if line.at(on) not in ("on", "upon"):
            continue
        act = line.act_in(place + 1, on)
        who = line.name_after(on + 1)
        laid = line.at(place) == "blame" and line.any(place - 4, place, "laying")
        if who is not None and (laid or (act is not None and line.at(on - 1) not in ("attack", "attacks", "assault", "raid"))):
            return Held(who, Span(place, on + 1), act, "blamed_for")
    return None


def _for(line: Line, place: int) -> Held | None:
    """ "Blamed Al Qaeda for the bombing"; "few blamed Al Qaeda", the bombing told before."""
    who = line.name_after(place + 1)
    if who is None:
        return None
    after = next((each for each in range(who.end, min(len(line), who.end + _FAR)) if line.at(each) in ("for", *_BREAKS)), None)
    act = _deed_behind(line, after) if after is not None else None
    if act is None and after is not None and line.at(after) == "for":
        return None  # "blamed the government for high prices"
    if act is None and not line.party(who):
        return None  # "blaming Muslims": for nothing of war that is told here
    return Held(who, Span(place, place + 1), act, "blamed_for", "doubts" if line.within(place - 1, "few") else "blames")


def accused(line: Line, place: int) -> Held | None:
    """ "Accused the army of killing 12", "was accused of the bombing", "police charged two men with murder"."""
    link, start = links()[line.at(place)], verb_start(line, place)
    passive = line.any(start, place, "be")
    if line.any(start, place, "negations") or supposed(line, start) or (start < place and line.any(start, place, "maybe")):
        return None
    for of in range(place + 1, min(len(line), place + _FAR)):
        if line.at(of) in (";", ".", "that"):
            break
        if line.within(place, "attributive") and not passive and of > place + 1:
            return None  # "suspected regime air strikes around the site of the attack"
        if line.at(of) == link and (act := deed_of(line, of + 1)) is not None:
            who = line.name_before(start) if passive or of == place + 1 else line.name_after(place + 1)
            if who is None or who.meets(Span(of, of + 1)):
                return None
            if not passive and of == place + 1 and not line.known(who):
                return None  # "five men suspected of killing": of no name, by nobody
            held = Held(who, Span(place, of + 1), act, "accused_of")
            return by_agent(line, held, place + 1) if passive or of == place + 1 else by_subject(line, held, place)
    return by_subject(line, _suspected(line, place), place)


def _suspected(line: Line, place: int) -> Held | None:
    """ "Police suspect Tamil rebels": whom they name, of what was told before."""
    if not line.within(place, "suspects") or line.name_before(place) is None:
        return None
    doer = next((each for each in line.crew if each.start == place + 1 and each.kind in ("force", "state", "joint")), None)
    return Held(doer.at, Span(place, place + 1), None, "accused_of") if doer is not None else None


def attributed(line: Line, place: int) -> Held | None:
    """ "Attributed the attack to the rebels", "the attack was attributed to the rebels"."""
    start = verb_start(line, place)
    to = next((each for each in range(place + 1, min(len(line), place + _FAR)) if line.at(each) == "to"), None)
    if to is None or line.any(start, place, "negations") or any(line.at(each) in _BREAKS for each in range(place, to)):
        return None
    act = act_before(line, start) if to == place + 1 else line.act_in(place + 1, to)
    who = line.name_after(to + 1)
    told = act is not None or line.at(place + 1) in ("it", "this", "them")
    held = Held(who, Span(place, to + 1), act, "attributed_to") if told and who is not None else None
    return by_subject(line, held, place) if to > place + 1 or who is None else by_agent(line, held, who.end)


def deed_of(line: Line, place: int) -> Act | None:
    """What one is accused of: "killing", "the bombing", "carrying out the raid", "being behind the blast", "firing rockets"."""
    first = place
    while line.at(first) in _QUALIFIERS:
        first += 1
    if line.within(first, "plain_doing"):
        return Act(Span(first, first + 1), None)
    limit = min(len(line), place + _DEED)
    limit = next((each for each in range(place, limit) if line.at(each) in _BREAKS), limit)
    act = line.act_in(place, limit)
    beside = act is not None and line.any(first, act.at.start, "beside")  # "of duplicity over the bombings"
    if act is not None and (line.within(first, "doing") or (act.at.start - place <= 4 and not beside)):
        return act
    if line.within(first, "doing") and line.any(first + 1, limit, "weapons"):
        return Act(Span(first, first + 1), None)
    return None


def _deed_behind(line: Line, place: int) -> Act | None:
    """The deed behind "for"."""
    if line.at(place) != "for":
        return None
    return act_behind(line, place + 1, reach=NEAR) or deed_of(line, place + 1)
