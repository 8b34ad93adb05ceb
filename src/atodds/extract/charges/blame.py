"""Blame laid on somebody by others: "blamed the army for", "accused it of", "attributed to", "suspected of"."""

from __future__ import annotations

from atodds.extract.charges.held import NEAR, Held, act_before, act_behind, act_told, by_agent, by_subject, supposed
from atodds.extract.charges.line import Act, Line, links
from atodds.extract.charges.subjects import first_subject, over_apposition, subject, verb_start
from atodds.model.text import Span

_FAR = 14  # tokens from "blamed" to "for" or "on", from "accused" to "of"
_DEED = 7  # tokens from "of" to the deed
_BREAKS = (",", ";", ".", "-", "--", "—", "–", "that", "but", "while")
_QUALIFIERS = ("the", "a", "an", "this", "that", "these", "those", "having", "deliberately", "systematically", "directly", "its", "such")


def blamed(line: Line, place: int) -> Held | None:
    """ "Blamed Al Qaeda for the bombing", "blamed the bombing on Al Qaeda", "the army was to blame", "laid the blame on"."""
    if line.at(place - 1) == "to" and line.at(place) == "blame":
        return _to_blame(line, place)
    if line.at(place) == "blame" and line.any(place - 4, place, "laying"):
        return _on(line, place)
    start = verb_start(line, place)
    if line.at(place) == "blamed" and (line.any(start, place, "be") or _laid_behind(line, place, start)):
        return _passively(line, place, start)
    if line.any(place - 3, place, "negations") or line.at(place - 1) == "to":
        return None
    if line.at(place + 1) == "for" and (whom := _whom_blamed(line, place, start)) is not None:
        return whom
    if line.at(place + 1) == "on" and (relative := _which_blamed(line, place, start)) is not None:
        return relative
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


def _laid_behind(line: Line, place: int, start: int) -> bool:
    """ "A chemical attack | blamed on the regime": of a deed that stands right before."""
    return line.at(place + 1) == "on" and any(act.at.end == start for act in line.acts)


def _passively(line: Line, place: int, start: int) -> Held | None:
    """ "The army was blamed for the raid", "the raid was blamed on the army"."""
    if line.any(start, place, "negations") or supposed(line, start):
        return None
    if line.at(place + 1) == "on":
        act, who = act_before(line, start), line.name_after(place + 2)
    else:
        link = next((each for each in range(place + 1, min(len(line), place + _FAR)) if line.at(each) in ("for", *_BREAKS)), place + 1)
        act, who = _deed_behind(line, link), line.name_before(start)
        if act is None and who is not None and "for" in (line.at(who.start - 2), line.at(who.start - 3)):
            act = act_told(line, who.start - 2)  # "the bombing, for which the army is blamed"
    held = Held(who, Span(place, place + 1), act, "blamed_for") if act is not None and who is not None else None
    return by_agent(line, held, place + 1 if line.at(place + 1) != "on" or who is None else who.end)


def _which_blamed(line: Line, place: int, start: int) -> Held | None:
    """ "The attack on Monday, which the government blamed on the rebels"."""
    by = line.voice_before(start)
    before = () if by is None else (by.start - 1, by.start - 2)
    which = next((each for each in before if line.at(each) in ("that", "which")), None)
    act, who = (act_told(line, which), line.name_after(place + 2)) if which is not None else (None, None)
    return Held(who, Span(place, place + 2), act, "blamed_for", active=True, by=by) if act is not None and who is not None else None


def _whom_blamed(line: Line, place: int, start: int) -> Held | None:
    """ "Israel, which Iran blames for the killing"; of "which it blames" the sentence's first subject says so."""
    by = line.voice_before(start) or (Span(start - 1, start) if line.at(start - 1) in ("it", "they") else None)
    before = () if by is None else (by.start - 1, by.start - 2)
    which = next((each for each in before if line.at(each) in ("whom", "which")), None)
    act = _deed_behind(line, place + 1) if which is not None else None
    if by is None or which is None or act is None:
        return None
    who = line.name_before(which - (line.at(which - 1) == ","))
    if line.at(by.start) in ("it", "they"):
        by = first_subject(line, which - (line.at(which - 1) == ","))
    if who is None or by is None or by.meets(who):
        return None
    return Held(who, Span(place, place + 1), act, "blamed_for", active=True, by=by)


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
        laid = laid or (act is not None and not any(place < each.start < act.at.start for each in line.crew))  # "blamed the attack on"
        if who is not None and (laid or (act is not None and line.at(on - 1) not in ("attack", "attacks", "assault", "raid"))):
            return Held(who, Span(place, on + 1), act, "blamed_for")
    return None


def _for(line: Line, place: int) -> Held | None:
    """ "Blamed Al Qaeda for the bombing"; "few blamed Al Qaeda", the bombing told before."""
    who = line.name_after(place + 1)
    if who is None:
        return None
    end = over_apposition(line, who.end)
    after = next((each for each in range(end, min(len(line), end + _FAR)) if line.at(each) in ("for", *_BREAKS)), None)
    act = _deed_behind(line, after) if after is not None else None
    if act is None and after is not None and line.at(after + 1) in ("it", "this", "them"):
        act = act_told(line, place)  # "condemned the killing and blamed the Front for it"
    if act is None and after is not None and line.at(after) == "for" and line.at(after + 1) not in ("it", "this", "them"):
        return None  # "blamed the government for high prices"
    before = act_told(line, place) if act is None else None
    fighting = line.party(who) or line.within(who.end - 1, "trailing")
    if act is None and not (fighting or (before is not None and line.known(who))):
        return None  # "blaming Muslims": for nothing of war that is told here
    act = act or before
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
        if line.at(of) in link and (act := deed_of(line, of + 1) or _part_of_it(line, of + 1)) is not None:
            who = subject(line, start) if passive or of == place + 1 else line.name_after(place + 1)
            if who is None or who.meets(Span(of, of + 1)):
                return None
            if not passive and of == place + 1 and not line.known(who):
                return None  # "five men suspected of killing": of no name, by nobody
            held = Held(who, Span(place, of + 1), act, "accused_of")
            return by_agent(line, held, place + 1) if passive or of == place + 1 else by_subject(line, held, place)
    return None


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
    while line.at(first) in _QUALIFIERS or line.at(first).endswith("ly"):
        first += 1
    if line.at(first) == "being":
        return _being(line, first + 1)
    if line.within(first, "roles") and line.at(first + 1) in ("for", "in"):
        return act_behind(line, first + 2)
    if line.within(first, "plain_doing"):
        return Act(Span(first, first + 1), None)
    limit = min(len(line), place + _DEED)
    limit = next((each for each in range(first, limit) if line.at(each) in _BREAKS), limit)
    act = line.act_in(first, limit)
    if act is not None and act.at.start == first and line.within(first, "no_charge"):
        return None  # "accused of fighting": whom, and where, it does not say
    beside = act is not None and line.any(first, act.at.start, "beside")  # "of duplicity over the bombings"
    if act is not None and (line.within(first, "doing") or (act.at.start - place <= 4 and not beside)):
        return act
    struck = line.within(first, "striking") and line.any(first + 1, limit, "targets")
    twofold = line.within(first, "doing") and line.at(first + 1) == "and" and line.within(first + 2, "plain_doing")
    if struck or twofold or (line.within(first, "doing") and line.armed(first + 1, limit)):
        return Act(Span(first, first + 1), None)
    return None


def _part_of_it(line: Line, place: int) -> Act | None:
    """ "Accused Moscow of involvement": in what the sentence told before."""
    last = line.at(place + 1) in ("", ".", ",", ";", "and", "but")
    return act_told(line, place) if line.within(place, "roles") and last else None


def _being(line: Line, place: int) -> Act | None:
    """ "Being directly responsible for the raid", "being behind the raid"."""
    while line.within(place, "light"):
        place += 1
    if line.within(place, "behind"):
        return act_behind(line, place + 1)
    return act_behind(line, place + 2) if line.within(place, "responsible") or line.at(place) == "involved" else None


def _deed_behind(line: Line, place: int) -> Act | None:
    """The deed behind "for"."""
    if line.at(place) != "for":
        return None
    return act_behind(line, place + 1, reach=NEAR) or deed_of(line, place + 1)
