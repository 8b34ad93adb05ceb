"""The subject of a verb on a line: over "on Monday", over "which", over what stands between two commas behind the name."""

from __future__ import annotations

from atodds.extract.charges.line import Line
from atodds.model.text import Span

_APPOSED = 14  # tokens between the commas of "the Front, a group of former soldiers, claimed"
_CARRIED = 8  # tokens from "issued" to "claiming" of "issued a long statement claiming"
_MEN = 4  # tokens of "his own men"


def verb_start(line: Line, place: int) -> int:
    """Where the auxiliaries and adverbs before a verb begin."""
    while place > 0 and line.within(place - 1, "light"):
        place -= 1
    return place


def subject(line: Line, start: int) -> Span | None:
    """Who does what the verb group says that begins here, and whom the words between commas only explain."""
    end = _over_times(line, start)
    if line.at(end - 1) in ("which", "that", "who"):
        end -= 1 + (line.at(end - 2) == ",")  # "the ELN, which has claimed responsibility"
        return line.name_before(end)
    name = line.name_before(end)
    if name is not None or line.at(end - 1) != ",":
        return name
    opened = next((each for each in range(end - 2, max(0, end - _APPOSED), -1) if line.at(each) == ","), None)
    explained = opened is not None and (opened + 3 == end or line.within(opened + 1, "apposed"))
    return line.name_before(opened) if opened is not None and explained else None


def voice_of(line: Line, verb: int) -> Span | None:
    """Who says what an active verb says: its subject, "with the opposition | accusing", "issued a statement | blaming"."""
    start = verb_start(line, verb)
    if not line.at(verb).endswith("ing"):
        return subject(line, start) or line.voice_before(_over_times(line, start))
    name = line.voice_before(start)
    if name is not None and "with" in (line.at(name.start - 1), line.at(name.start - 2)):
        return name
    return issuer(line, start)


def men(line: Line, place: int) -> Span | None:
    """The people of a person, who did what he did not do himself: "his | men", "her two soldiers"."""
    end = next((each for each in range(place + 1, min(len(line), place + _MEN)) if line.people(each)), None)
    return Span(place, end + 1) if end is not None else None


def issuer(line: Line, end: int) -> Span | None:
    """Who issued the statement that stands right before: "the Front issued a statement | claiming"."""
    if not line.within(end - 1, "carriers"):
        return None
    issued = next((each for each in range(end - 2, max(0, end - _CARRIED), -1) if line.within(each, "issuing")), None)
    return subject(line, verb_start(line, issued)) if issued is not None else None


def _over_times(line: Line, end: int) -> int:
    """Back over "on Monday", "late on 25 January", "yesterday" before a verb."""
    start = end
    while start > 0 and (line.within(start - 1, "times") or line.at(start - 1).isdigit() or line.within(start - 1, "light")):
        start -= 1
    if start < end and line.within(start - 1, "dating"):
        start -= 1
    timed = any(line.within(each, "times") for each in range(start, end))
    return verb_start(line, start) if timed else end
