"""Who stands behind a deed, as a state of things: "was behind the attack", "are responsible for", "the work of", "at the request of"."""

from __future__ import annotations

from atodds.extract.charges.blame import deed_of
from atodds.extract.charges.held import NEAR, Held, act_before, act_behind, by_subject, supposed
from atodds.extract.charges.line import Act, Line
from atodds.extract.charges.subjects import subject, verb_start
from atodds.model.claim import Stance
from atodds.model.text import Span

_HOLDING = 8  # tokens from "holds" to "responsible"


def behind(line: Line, place: int) -> Held | None:
    """ "“Very powerful figures” were behind the assassination attempt"; "stood behind the raid"."""
    act = act_behind(line, place + 1, reach=6)
    return _stands(line, place, Span(place, place + 1), act) if act is not None else None


def responsible(line: Line, place: int) -> Held | None:
    """ "Rebels were responsible for the blast", "held the army responsible for the deaths"."""
    cue = Span(place, place + 2)
    act = act_behind(line, place + 2) or deed_of(line, place + 2) if line.at(place + 1) in ("for", "of") else None
    if act is None:
        return None
    holding = next((each for each in range(place - 1, max(-1, place - _HOLDING), -1) if line.within(each, "holding")), None)
    if holding is not None and not line.any(holding, place, "be"):
        who = line.name_after(holding + 1)
        start = verb_start(line, holding)
        clear = not line.any(start, holding, "negations") and not supposed(line, start) and line.at(holding - 1) != "to"
        return by_subject(line, Held(who, Span(holding, cue.end), act, "stands_behind"), holding) if who is not None and clear else None
    return _stands(line, place, cue, act)


def _stands(line: Line, place: int, cue: Span, act: Act) -> Held | None:
    """The subject that "is behind", "stood behind", "are believed to be responsible for"; nobody in "those behind the attack"."""
    end = place - 1 if line.within(place - 1, "standing") else place
    start = verb_start(line, end)
    if not (line.any(start, place, "be") or end < place) or supposed(line, start):
        return None
    negated = line.any(start, place, "negations")
    who = subject(line, start)
    if who is not None:
        unsaid = line.any(start, place, "deemed") or line.any(who.start - 3, who.start - 1, "alleging")
        return Held(who, Span(start, cue.end), act, "stands_behind", "denies" if negated else "blames", unsaid=unsaid)
    if line.within(start - 1, "own"):  # "said it was behind the raid": the speaker itself
        stance: Stance = "denies" if negated else "claims"
        return Held(Span(start - 1, start), Span(start, cue.end), act, "claimed_own", stance, own=True, pronoun=True)
    return None


def authored(line: Line, place: int) -> Held | None:
    """ "The attack was the work of rebels", "the raid bore the hallmarks of Al Qaeda"."""
    who = line.name_after(place + 2) if line.at(place + 1) == "of" else None
    act = act_before(line, place) if who is not None else None
    if who is None or act is None or line.any(act.at.start - 4, place, "conditional"):
        return None
    negated = line.any(act.at.end, place, "negations")
    linked = line.any(act.at.end, place, "be") or line.any(place - 4, place, "bearing")
    if not linked or line.at(place - 1) == "to":
        return None
    return Held(who, Span(place, place + 2), act, "attributed_to", "denies" if negated else "blames")


def requested(line: Line, place: int) -> Held | None:
    """ "Some drone attacks were at the request of the government", "shot on the orders of the general"."""
    asked = next((each for each in range(place - 1, max(-1, place - 4), -1) if line.within(each, "asked")), None)
    if asked is None or line.at(place + 1) not in ("of", "from", "by"):
        return None
    act, who = act_before(line, asked), line.name_after(place + 2)
    if act is None and line.within(asked - 1, "harmed"):
        act = Act(Span(asked - 1, asked), None)  # "executed by order of the colonel"
    if act is None or who is None or line.any(act.at.end, asked, "negations"):
        return None
    return Held(who, Span(asked, place + 2), act, "at_request")


def joint(line: Line, place: int) -> Held | None:
    """ "The strikes were the result of a joint CIA-ISI targeting effort"."""
    if not line.any(place - 5, place, "be") and line.at(place - 2) != "of":
        return None
    if not line.any(place - 4, place, "results"):
        return None
    end = place + 1
    while end < len(line) and (line.words[end][0].isupper() or line.words[end] == "-") and not line.within(end, "efforts"):
        end += 1
    near = line.any(end, end + 3, "efforts")
    act = line.acts[0] if line.acts and line.acts[0].at.start < place else None
    return Held(Span(place + 1, end), Span(place, end), act, "at_request") if end > place + 1 and near and act is not None else None


def plotted(line: Line, place: int) -> Held | None:
    """ "The raid was masterminded by the general", "Iran orchestrated the attack"."""
    start = verb_start(line, place)
    if line.any(start, place, "negations") or supposed(line, start):
        return None
    if line.at(place + 1) == "by":
        act, who = act_before(line, place), line.name_after(place + 2)
    else:
        act, who = act_behind(line, place + 1, reach=NEAR // 2), subject(line, start)
    return Held(who, Span(place, place + 1), act, "at_request") if act is not None and who is not None else None
