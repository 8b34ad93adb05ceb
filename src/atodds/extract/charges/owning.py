"""What somebody says of his own part: "claimed responsibility", "denied involvement", "admitted that its forces had killed"."""

from __future__ import annotations

from atodds.extract.charges.blame import deed_of
from atodds.extract.charges.held import NEAR, Held, act_before, act_behind, act_told, supposed
from atodds.extract.charges.line import Act, Line
from atodds.extract.charges.subjects import issuer, men, subject, verb_start
from atodds.model.text import Span

_BACK = 5  # tokens from "claimed" to "responsibility", from "denied" to "any involvement"
_OWN = 12  # tokens of "that its forces had mistakenly killed"


def responsibility(line: Line, place: int) -> Held | None:
    """ "Claimed responsibility for the blast", "responsibility was claimed by", "denied responsibility", "bears responsibility for"."""
    act = act_behind(line, place + 2) if line.at(place + 1) in ("for", "in") else None
    for each in range(place - 1, max(-1, place - _BACK), -1):
        if line.within(each, "claiming") or line.within(each, "accepting"):
            taken = line.within(each, "claiming") and not line.any(each, place, "wholly")  # "takes full responsibility" owns up
            return _owned(line, each, place, "claims" if taken else "concedes")
        if line.within(each, "denying"):
            return denied(line, each)
        if line.within(each, "bearing") and act is not None:
            start = verb_start(line, each)
            who = line.name_before(start)
            negated = line.any(start, each, "negations")
            return Held(who, Span(each, place + 1), act, "stands_behind", "denies" if negated else "blames") if who is not None else None
        if line.at(each) in (",", ";", "."):
            break
    return _claimed_by(line, place)


def _owned(line: Line, verb: int, place: int, stance: str) -> Held | None:
    """The subject of "claimed responsibility"; "no group has" names nobody."""
    start = verb_start(line, verb)
    if line.any(start, verb, "negations") or supposed(line, start) or line.at(verb - 1) == "to":
        return None
    who = issuer(line, start) if line.at(verb).endswith("ing") and subject(line, start) is None else subject(line, start)
    act = _claimed_for(line, place)
    if act is None and who is not None and "for" in (line.at(who.start - 2), line.at(who.start - 3)):
        act = act_told(line, who.start - 2)  # "attacks in Tamar, for which the Front claimed"
    act = act or next((each for each in line.acts if place < each.at.start <= place + NEAR), None)
    if who is None or (act is None and not line.at(verb).startswith("claim")):
        return None  # "must take on responsibility"
    return Held(who, Span(verb, place + 1), act, "claimed_own", "claims" if stance == "claims" else "concedes", own=True)


def _claimed_for(line: Line, place: int) -> Act | None:
    """ "Responsibility | today for the bombing", "for killing", "of bombing"."""
    link = next((each for each in range(place + 1, min(len(line), place + _BACK)) if line.at(each) in ("for", "in", ",", ".", "and")), None)
    if link is None or line.at(link) not in ("for", "in"):
        return None
    return act_behind(line, link + 1) or deed_of(line, link + 1)


def _claimed_by(line: Line, place: int) -> Held | None:
    """ "Responsibility for the blast was claimed by the rebels"."""
    for each in range(place + 1, min(len(line), place + NEAR)):
        if line.at(each) in ("claimed", "taken") and line.at(each + 1) == "by":
            who = line.name_after(each + 2)
            return Held(who, Span(each, each + 2), line.act_in(place, each), "claimed_own", "claims", own=True) if who is not None else None
        if line.at(each) in ("lies", "lay", "rests", "falls", "fell") and line.at(each + 1) in ("with", "on"):
            who, act = line.name_after(each + 2), line.act_in(place, each)
            return Held(who, Span(each, each + 2), act, "stands_behind") if who is not None and act is not None else None
        if line.at(each) in (",", ";", "."):
            break
    return None


def claimed(line: Line, place: int) -> Held | None:
    """ "The rebels claimed the attack"; "the attack, claimed by the rebels"."""
    if line.at(place + 1) == "by" and line.at(place) == "claimed":
        who, act = line.name_after(place + 2), act_before(line, place)
        return Held(who, Span(place, place + 2), act, "claimed_own", "claims", own=True) if who is not None and act is not None else None
    first = place + 1
    while line.at(first) in ("the", "this", "both", "that", "all", "two", "three", "several"):
        first += 1
    act = line.act_in(first, min(len(line), first + 3))
    start = verb_start(line, place)
    if act is None or first == place + 1 or act.at.start > first + 1 or line.any(start, place, "negations") or supposed(line, start):
        return None
    after = line.at(act.at.end)
    if line.within(act.at.end, "light") or after.endswith("ed") or after in ("took", "left", "hit", "struck", "came", "of"):
        return None  # "claimed the attack was", "claimed the death of"
    who = subject(line, start)
    return Held(who, Span(place, place + 1), act, "claimed_own", "claims", own=True) if who is not None else None


def denied(line: Line, place: int) -> Held | None:
    """ "Denied any involvement", "denied carrying out the attack", "rejected the accusations"."""
    start = verb_start(line, place)
    if line.any(start, place, "negations") or line.at(place - 1) == "to" or supposed(line, start):
        return None
    first = place + 1
    while line.within(first, "any"):
        first += 1
    if line.within(first, "roles") or line.within(first, "accusations") or line.at(first) == "being":
        act = act_behind(line, first + 1) or act_before(line, start)
    else:
        act = deed_of(line, place + 1)
        if act is None or not (line.within(first, "doing") or line.within(first, "plain_doing")):
            return None
    who = subject(line, start) or line.voice_before(start)
    if who is None:
        return None
    known = line.party(who) if line.within(first, "accusations") else line.named(who)
    if act is None and (line.at(first + 1) in ("for", "in", "with") or not known):
        return None  # "denied responsibility for the losses", "the church denied these allegations"
    if line.within(first, "accusations") and line.within(who.end - 1, "offices"):
        return None  # "the ministry denied the charges": whom they are against, it does not say
    return Held(who, Span(place, first + 1), act, "denied_part", "denies", own=True)


def admitted(line: Line, place: int) -> Held | None:
    """ "Admitted killing the men", "acknowledged that its forces had fired on the bus", "confessed to the murder"."""
    start = verb_start(line, place)
    if line.any(start, place, "negations") or line.at(place - 1) == "to" or supposed(line, start):
        return None
    who = subject(line, start)
    if who is None:
        return None
    first = place + 1 + (line.at(place + 1) in ("to", "that"))
    if line.at(first) in ("its", "their", "his", "it", "they", "our", "we") and (harm := _own_harm(line, first)) is not None:
        if line.at(first) in ("his", "her") and (his := men(line, first)) is not None:
            deed = Act(Span(harm.end - 1, harm.end), None)
            return Held(his, Span(place, place + 1), deed, "admitted_own", "concedes", active=True, by=who)
        return Held(who, Span(place, harm.end), None, "admitted_own", "concedes", own=True)
    if line.within(first, "any") and line.within(first + 1, "roles"):
        act = act_behind(line, first + 2)
        return Held(who, Span(place, first + 2), act, "admitted_own", "concedes", own=True) if act is not None else None
    act = deed_of(line, first)
    if act is None or not (line.within(first, "doing") or line.within(first, "plain_doing") or line.at(place + 1) == "to"):
        return None
    return Held(who, Span(place, first + 1), act, "admitted_own", "concedes", own=True)


def _own_harm(line: Line, first: int) -> Span | None:
    """ "Its forces had mistakenly killed": a deed of one's own, in the active."""
    for place in range(first + 1, min(len(line), first + _OWN)):
        if line.at(place) in (",", ";", ".", "was", "were", "been", "that"):
            return None
        if line.within(place, "harmed"):
            return Span(first, place + 1)
    return None
