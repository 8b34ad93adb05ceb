"""Everybody whom a sentence holds to be behind a deed: the patterns by the word that each hangs on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from atodds.extract.charges.blame import accused, attributed, blamed
from atodds.extract.charges.disowning import charge_denied, disowned, nothing_to_do, own_deed
from atodds.extract.charges.held import Held
from atodds.extract.charges.line import Line, links, words
from atodds.extract.charges.owning import admitted, claimed, denied, responsibility
from atodds.extract.charges.standing import authored, behind, joint, plotted, requested, responsible
from atodds.extract.charges.suspicion import deemed, fingers, mastermind, suspected, suspicion
from atodds.model.text import Sentence

_CONDITION = 3  # tokens of "if the"
Pattern = Callable[[Line, int], Held | None]


def held_in(sentence: Sentence, text: str) -> tuple[Line, list[Held]]:
    """The line of a sentence of a report and everybody held on it, from left to right, each once."""
    line = Line(sentence, text)
    found: list[Held] = []
    hanging = patterns()
    for place in [place for place, word in enumerate(line.lower) if word in hanging]:
        for pattern in hanging[line.lower[place]]:
            held = pattern(line, place)
            if held is None or _supposed(line, held) or _anyone(line, held):
                continue
            if not any(_same(held, other) for other in found):
                found.append(held)
    return line, found


def _supposed(line: Line, held: Held) -> bool:
    """ "If the rebels were behind it": the one held stands behind the condition."""
    return held.accused.end <= held.cue.start and line.any(held.accused.start - _CONDITION, held.accused.start, "conditional")


def _anyone(line: Line, held: Held) -> bool:
    """ "The person who masterminded it": nobody that could be told from others."""
    return held.accused.end - held.accused.start == 1 and line.within(held.accused.start, "anyone")


def _same(held: Held, other: Held) -> bool:
    """ "Denied responsibility", found by both its words; "accused the army of being behind the raid"."""
    if held.own and other.own and held.act is not None and held.act == other.act:
        return True  # "denied it was behind the raid"
    return held.accused.meets(other.accused) and (held.cue.meets(other.cue) or (held.act is not None and held.act == other.act))


@cache
def patterns() -> Mapping[str, tuple[Pattern, ...]]:
    """For each word the patterns that hang on it. A sentence without one of these words holds nobody."""
    listed: tuple[tuple[frozenset[str], Pattern], ...] = (
        (words("blame"), blamed), (frozenset(links()), accused), (words("attribute"), attributed), (words("behind"), behind),
        (words("responsible"), responsible), (words("responsibility"), responsibility), (words("claiming"), claimed),
        (words("denying"), disowned), (words("denying"), denied), (words("denying"), charge_denied), (words("nothing"), nothing_to_do),
        (words("admitting"), admitted), (words("authored") | words("hallmarks"), authored), (words("carrying_out"), own_deed),
        (words("asking"), requested), (words("joint"), joint), (words("plotted"), plotted), (words("suspecting"), suspected),
        (words("suspicions"), suspicion), (words("fingers"), fingers), (words("masterminds"), mastermind),
        (words("supposed"), deemed),
    )  # fmt: skip
    table: dict[str, tuple[Pattern, ...]] = {}
    for hanging, pattern in listed:
        for word in hanging:
            table[word] = (*table.get(word, ()), pattern)
    return table
