"""Tellings: which mentions of a report tell of one act, and which of them tells it best.

One claim for one act. A mention that names neither a new doer, a new sufferer, a new day nor a new place tells of an act that was told.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from atodds.extract.context.case import Case
from atodds.extract.context.chains import around
from atodds.extract.context.merging import is_open, merged
from atodds.extract.events.draft import EventDraft
from atodds.model.claim import Scope
from atodds.model.text import Span
from atodds.vocab import load
from atodds.vocab.attacks import attack_nouns
from atodds.vocab.people import nouns

EventCase = Case[EventDraft]

_NEAR = 2  # sentences: "the attack" there is this one, and its day and place are this one's
_COMPARED = 12  # mentions of one act that are compared: a hundredth says nothing new
_REMEMBERED = 40  # acts looked back at: a long report tells of no earlier one without naming it


def told_once(cases: Sequence[EventCase]) -> list[EventCase]:
    """One case for each act, in its best wording, in the order of the text."""
    acts: list[list[EventCase]] = []
    for case in cases:
        known = next((told for told in reversed(acts[-_REMEMBERED:]) if _again(told, case)), None)
        if known is not None and len(known) < _COMPARED:
            known.append(case)
        elif known is None and not (case.act.weak and (case.act.pointing or not placed(case))):
            acts.append([case])
    best = [_whole(told) for told in acts]
    return sorted(best, key=lambda each: (each.index, each.act.at))


def _whole(told: Sequence[EventCase]) -> EventCase:
    """The best wording of an act, with the day and the place that its other mentions give where it gives none."""
    best = max(told, key=lambda each: (_filled(each), -each.index, -each.act.at.start))
    for other in sorted(told, key=lambda each: abs(each.index - best.index)):
        near = abs(other.index - best.index) <= _NEAR or _names_common(best, other)
        if other is not best and near and other.said.stance == best.said.stance:
            best.scope = merged(best.scope, _of_this_act(best, other), "document")
    return best


def _of_this_act(best: EventCase, other: EventCase) -> Scope:
    """What another mention gives, without a weapon that somebody only believes in, or that does not fit: nobody besieges with a bomb."""
    told = other.scope
    if told.means is None:
        return told
    believed = any(speech.form == "thought" for speech in around(other.reading, other.act.at))
    mode, known = best.act.word.mode, load("events")["modes"].get(told.means)
    families = load("events")["families"]
    fits = mode is None or known is None or families.get(mode, mode) == families.get(known, known)
    return told if fits and not believed else msgspec.structs.replace(told, means=None, means_from=None)


def _names_common(one: EventCase, other: EventCase) -> bool:
    """Is somebody named in both?"""
    pairs = ((one.act.agent, other.act.agent), (one.act.recipient, other.act.recipient))
    return any(a is not None and b is not None and _overlap(_name(one, a), _name(other, b)) for a, b in pairs)


def placed(case: EventCase) -> bool:
    """Does the mention say at least when or where?"""
    time = case.found.scope.time
    return case.found.place is not None or (time is not None and not is_open(time))


def _filled(case: EventCase) -> int:
    """How much a wording tells: who, to whom, when, where; a deed rather than what came of it."""
    act, scope = case.act, case.scope
    named = (act.agent is not None) + (act.recipient is not None)
    dated = scope.time is not None and not is_open(scope.time)
    return 2 * named + dated + (scope.place is not None) + (not act.word.trait("effect")) + (act.word.mode is not None)


def _again(told: Sequence[EventCase], case: EventCase) -> bool:
    """Does a mention tell of an act that was told? Never where it says "another", and never against what was said of it."""
    act = case.act
    if act.fresh and not act.pointing:
        return False
    first = told[0].act
    if first.word.type != act.word.type or (first.status is None) != (act.status is None):
        return False
    if any(_apart(each, case) for each in told) or (told[-1].index != case.index and _comes_in(case)):
        return False
    bare = act.weak or act.pointing or act.word.trait("effect") or first.word.trait("effect")
    return bool(bare) or any(_shares(each, case) and _same_mode(each.act, act) for each in told)


def _comes_in(case: EventCase) -> bool:
    """ "Near Bayji, one strike engaged a unit": does the attack come in with a number, as none told before does?"""
    lower, act = case.reading.sentence.tokens.lower, case.act
    itself = act.word.form in ("noun", "nouns")
    noun = (act.along.end if act.along is not None else act.at.end if itself else act.at.start) - 1
    return noun > 0 and lower[noun] in attack_nouns() and any(each.at.end == noun for each in case.reading.counted.quantities)


def _same_mode(one: EventDraft, other: EventDraft) -> bool:
    modes = (one.word.mode, other.word.mode)
    return None in modes or modes[0] == modes[1]


def _apart(one: EventCase, other: EventCase) -> bool:
    """Do two mentions say different things of who, whom, how, when or where?"""
    modes = {one.act.word.mode, other.act.word.mode} - {None}
    families = {load("events")["families"].get(mode, mode) for mode in modes}
    if len(families) > 1:
        return True
    toll = bool(one.act.word.trait("effect")) != bool(other.act.word.trait("effect"))  # a blast at a bank, and whom it killed
    if _differ(one, one.act.agent, other, other.act.agent) or (not toll and _differ(one, one.act.recipient, other, other.act.recipient)):
        return True
    return _times_apart(one.scope, other.scope) or _places_apart(one.scope, other.scope)


def _differ(one: EventCase, first: Span | None, other: EventCase, second: Span | None) -> bool:
    if first is None or second is None:
        return False
    return not _overlap(_name(one, first), _name(other, second))


def _name(case: EventCase, words: Span) -> frozenset[str]:
    return _stems(tuple(case.reading.sentence.tokens.lower[words.start : words.end]))


@lru_cache(maxsize=1 << 10)
def _stems(words: tuple[str, ...]) -> frozenset[str]:
    """The words of a name that tell it from others; the same names come again and again."""
    return frozenset([_stem(word) for word in words if len(word) > 2])


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 4 else word


def _overlap(first: frozenset[str], second: frozenset[str]) -> bool:
    return not first.isdisjoint(second)


def _times_apart(one: Scope, other: Scope) -> bool:
    a, b = one.time, other.time
    if a is None or b is None or a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return False
    return a.latest < b.earliest or b.latest < a.earliest


def _places_apart(one: Scope, other: Scope) -> bool:
    a, b = one.place, other.place
    if a is None or b is None or a.precision != b.precision:
        return False
    return (a.name or a.text).lower() != (b.name or b.text).lower()


def _many(case: EventCase, words: Span) -> bool:
    """Does the name end in a noun for several people, whom there can be more of: "soldiers"?"""
    noun = nouns().at(case.reading.sentence.tokens.lower[: words.end], words.end - 1)
    return noun is not None and noun[1].plural


def _shares(one: EventCase, other: EventCase) -> bool:
    """Is somebody named in both, and nobody new in the second? Then it is the same act told again."""
    pairs = ((one.act.agent, other.act.agent), (one.act.recipient, other.act.recipient))
    mine, yours = one.act.recipient, other.act.recipient
    if mine is not None and yours is not None and _overlap(_name(one, mine), _name(other, yours)) and not _many(other, yours):
        return True  # one man is kidnapped once, whoever did it
    return _names_common(one, other) and not any(a is None and b is not None for a, b in pairs)
