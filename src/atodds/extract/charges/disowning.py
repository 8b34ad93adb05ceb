"""What somebody denies that he, or another, did: "denied that it had shelled the market", "a charge denied by the army"."""

from __future__ import annotations

from atodds.extract.charges.held import Held, act_behind, act_told, supposed
from atodds.extract.charges.line import Act, Line
from atodds.extract.charges.subjects import light, men, subject, verb_start, voice_of
from atodds.model.text import Span

_CLAIMS = 9  # tokens from "rejected" to "that" of "rejected accusations by the mayor that"
_OWN = 4  # tokens of "its own war planes"
_DEED = 6  # tokens from "carried out" to the deed
_NEAR_ACT = 4  # tokens from "carried out" to "the attack"


def disowned(line: Line, place: int) -> Held | None:
    """ "Denied that it had shelled", "denied its planes bombed", "denied that the army had shelled", "dismissed claims that it had"."""
    start = verb_start(line, place)
    if line.any(start, place, "negations") or line.at(place - 1) == "to" or supposed(line, start):
        return None
    clause = _clause(line, place)
    denier = voice_of(line, place) if clause is not None else None
    if clause is None or denier is None:
        return None
    accused, verb = _doer(line, clause, denier)
    act = committed(line, verb) if accused is not None else None
    if accused is None or act is None:
        return None
    return Held(accused, Span(place, place + 1), act, "denied_part", "denies", own=accused == denier, active=True, by=denier)


def _clause(line: Line, place: int) -> int | None:
    """Where the clause begins that is denied; "denied" alone needs no "that"."""
    first = place + 1
    while line.within(first, "times"):
        first += 1
    while line.within(first, "any") and line.at(first) not in ("its", "his", "her", "their", "the", "that"):
        first += 1
    first += line.at(first) == "the" and line.within(first + 1, "alleging")
    if not line.within(first, "alleging"):
        return first + (line.at(first) == "that")
    for each in range(first + 1, min(len(line), first + _CLAIMS)):
        if line.at(each) in ("that", ",", ";", "."):
            return each + 1 if line.at(each) == "that" else None
    return None


def _doer(line: Line, first: int, denier: Span) -> tuple[Span | None, int]:
    """Who did not do it, and where the verb begins: "it", "its planes" are the denier, "Russian jets" another."""
    if line.within(first, "own") and line.at(first) not in ("we", "i"):
        return denier, first + 1
    if line.at(first) in ("its", "their"):
        near = range(first + 1, min(len(line), first + _OWN))
        verb = next((each for each in near if line.within(each, "light") or _violent(line, each)), None)
        return (denier, verb) if verb is not None else (None, first)
    if line.at(first) in ("his", "her"):
        his = men(line, first)
        return (his, his.end) if his is not None else (None, first)
    other = line.name_after(first)
    return (other, other.end) if other is not None and not other.meets(denier) else (None, first)


def committed(line: Line, verb: int) -> Act | None:
    """The deed that a clause in the active tells of: "had shelled", "had deliberately killed", "carried out the raid", "used gas"."""
    passive = False
    while light(line, verb):
        passive = passive or line.within(verb, "be")
        verb += 1
    if passive:
        return act_behind(line, verb + 2) if line.at(verb) == "involved" else None
    if line.within(verb, "carrying_out"):
        act = act_behind(line, verb + 1, reach=_DEED)
        return act or (Act(Span(verb, verb + 1), None) if line.armed(verb + 1, verb + _DEED) else None)
    if line.within(verb, "armed_verbs") and line.armed(verb + 1, verb + _DEED):
        return Act(Span(verb, verb + 1), None)
    return Act(Span(verb, verb + 1), None) if line.within(verb, "harmed") else None


def _violent(line: Line, place: int) -> bool:
    return line.within(place, "harmed") or line.within(place, "carrying_out")


def charge_denied(line: Line, place: int) -> Held | None:
    """ "Blamed the army, a charge denied by the army", "..., a charge the army denied", "..., which Damascus denies"."""
    if line.at(place + 1) == "by":
        who, noun = line.name_after(place + 2), verb_start(line, place)
    else:
        start = verb_start(line, place)
        who = line.name_before(start)
        noun = who.start if who is not None else start
    while line.at(noun - 1) in ("the", "that", "which"):
        noun -= 1
    charged = line.within(noun - 1, "accusations") or (line.at(noun - 1) == "," and line.at(noun) == "which")
    if who is None or not charged or not line.named(who):
        return None
    act = act_told(line, noun)
    held = act is not None and any(line.within(each, "charging") for each in range(noun))
    return Held(who, Span(place, place + 1), act, "denied_part", "denies", own=True, alone=True) if held else None


def nothing_to_do(line: Line, place: int) -> Held | None:
    """ "The Front had nothing to do with that murder"."""
    if line.lower[place + 1 : place + 4] != ["to", "do", "with"] or not line.any(place - 1, place, "having_had"):
        return None
    start = verb_start(line, place - 1)
    who = subject(line, start) or line.voice_before(start)
    act = act_behind(line, place + 4 + (line.at(place + 4) == "that"))
    return Held(who, Span(place - 1, place + 4), act, "stands_behind", "denies") if who is not None and act is not None else None


def own_deed(line: Line, place: int) -> Held | None:
    """ "Said it carried out the attack", "said its fighters carried out the attack": the party that speaks did it."""
    first = place + 1 + (line.at(place + 1) == "out")
    start = verb_start(line, place)
    if not line.within(first, "pointing") or line.any(start, place, "negations"):
        return None
    act = line.act_in(first, min(len(line), first + _NEAR_ACT))
    if act is None:
        return None
    if line.at(start - 1) in ("it", "they"):
        whole = Span(start - 1, start)
    else:
        owner = next((each for each in range(start - 2, max(0, start - _OWN), -1) if line.at(each) in ("its", "their")), None)
        if owner is None or not line.people(start - 1):
            return None
        whole = Span(owner, owner + 1)
    return Held(whole, Span(place, act.at.end), act, "claimed_own", "claims", own=True, pronoun=True)
