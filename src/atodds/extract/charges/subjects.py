"""The subject of a verb on a line: over "on Monday", over "which", over what stands between two commas behind the name."""

from __future__ import annotations

from atodds.extract.charges.line import Line
from atodds.model.text import Span

_APPOSED = 14  # tokens between the commas of "the Front, a group of former soldiers, claimed"
_CARRIED = 8  # tokens from "issued" to "claiming" of "issued a long statement claiming"
_FIRST = 10  # tokens of a name that opens a sentence
_PARTICIPLES = 3  # of "led by the Saudis, backed by the West" at most
_MEN = 4  # tokens of "his own men"


def verb_start(line: Line, place: int) -> int:
    """Where the auxiliaries and adverbs before a verb begin."""
    while place > 0 and light(line, place - 1):
        place -= 1
    return place


def light(line: Line, place: int) -> bool:
    """Does the word belong to a verb group without being its verb: "has", "persistently"?"""
    return line.within(place, "light") or (line.at(place).endswith("ly") and not line.within(place, "not_adverbs"))


def subject(line: Line, start: int) -> Span | None:
    """Who does what the verb group says that begins here, and whom the words between commas only explain."""
    end = _over_times(line, start)
    if line.at(end - 1) in ("which", "that", "who"):
        end -= 1 + (line.at(end - 2) == ",")  # "the ELN, which has claimed responsibility"
        return line.name_before(end)
    name = line.name_before(end)
    if name is not None or line.at(end - 1) != ",":
        return name if name is None else _led_by(line, name)
    opened = next((each for each in range(end - 2, max(0, end - _APPOSED), -1) if line.at(each) == ","), None)
    explained = opened is not None and (opened + 3 == end or line.within(opened + 1, "apposed") or line.people(opened + 1))
    return line.name_before(opened) if opened is not None and explained else None


def _led_by(line: Line, name: Span) -> Span | None:
    """The subject itself where the name only ends it: "a coalition led by the Saudis and backed by the West"."""
    start = name.start - line.within(name.start - 1, "determiners")
    if line.lower[max(0, start - 2) : start] == ["control", "of"]:
        return None  # "groups out of the control of the Front"
    for _ in range(_PARTICIPLES):
        if line.at(start - 1) != "by" or not line.at(start - 2).endswith("ed"):
            return name
        start -= 2 + (line.at(start - 3) == "and")
        outer = line.name_before(start)
        if outer is None:
            return None
        name, start = outer, outer.start - line.within(outer.start - 1, "determiners")
    return name


def voice_of(line: Line, verb: int) -> Span | None:
    """Who says what an active verb says: its subject, "with the opposition | accusing", "issued a statement | blaming"."""
    start = verb_start(line, verb)
    if not line.at(verb).endswith("ing"):
        if line.at(start - 1) in ("and", "but") and line.name_before(start - 1) is None:
            return first_subject(line, start - 1)
        return subject(line, start) or line.voice_before(_over_times(line, start))
    name = line.voice_before(start)
    if name is not None and "with" in (line.at(name.start - 1), line.at(name.start - 2)):
        return name
    return issuer(line, start)


def first_subject(line: Line, end: int) -> Span | None:
    """Who opens the sentence, whose second verb this is: "Damascus denied responsibility and | blamed"."""
    verb = next((each for each in range(1, min(end, _FIRST)) if light(line, each) or line.within(each, "opening")), None)
    broken = verb is None or any(line.within(each, "breaking") for each in range(verb, end))
    return None if verb is None or broken else line.voice_before(verb)


def over_apposition(line: Line, end: int) -> int:
    """Where it goes on behind a name that commas explain: "the ADF, a rebel group, | for the killings"."""
    if line.at(end) != "," or not line.within(end + 1, "apposed"):
        return end
    close = next((each for each in range(end + 1, min(len(line), end + _APPOSED)) if line.at(each) == ","), None)
    return close + 1 if close is not None and line.at(close + 1) == "for" else end


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
