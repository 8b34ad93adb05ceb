"""Everybody whom a sentence holds to be behind a deed: the patterns by the word that each hangs on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from atodds.extract.charges.blame import accused, attributed, blamed
from atodds.extract.charges.held import Held
from atodds.extract.charges.line import Line, links, words
from atodds.extract.charges.owning import admitted, claimed, denied, responsibility
from atodds.extract.charges.standing import authored, behind, joint, plotted, requested, responsible
from atodds.model.text import Sentence

_CONDITION = 3  # tokens of "if the"
Pattern = Callable[[Line, int], Held | None]


def held_in(sentence: Sentence, text: str) -> tuple[Line, list[Held]]:
    """The line of a sentence of a report and everybody held on it, from left to right, each once."""
    line = Line(sentence, text)
    found: list[Held] = []
    for place, word in enumerate(line.lower):
        for pattern in patterns().get(word, ()):
            held = pattern(line, place)
            if held is not None and not _supposed(line, held) and not any(_same(held, other) for other in found):
                found.append(held)
    return line, found


def _supposed(line: Line, held: Held) -> bool:
    """ "If the rebels were behind it": the one held stands behind the condition."""
    return held.accused.end <= held.cue.start and line.any(held.accused.start - _CONDITION, held.accused.start, "conditional")


def _same(held: Held, other: Held) -> bool:
    """ "Denied responsibility", found by both its words; "accused the army of being behind the raid"."""
    return held.accused.meets(other.accused) and (held.cue.meets(other.cue) or (held.act is not None and held.act == other.act))


@cache
def patterns() -> Mapping[str, tuple[Pattern, ...]]:
    """For each word the patterns that hang on it. A sentence without one of these words holds nobody."""
    listed: tuple[tuple[frozenset[str], Pattern], ...] = (
        (words("blame"), blamed), (frozenset(links()), accused), (words("attribute"), attributed), (words("behind"), behind),
        (words("responsible"), responsible), (words("responsibility"), responsibility), (words("claiming"), claimed),
        (words("denying"), denied), (words("admitting"), admitted), (words("authored") | words("hallmarks"), authored),
        (words("asking"), requested), (words("joint"), joint), (words("plotted"), plotted),
    )  # fmt: skip
    table: dict[str, tuple[Pattern, ...]] = {}
    for hanging, pattern in listed:
        for word in hanging:
            table[word] = (*table.get(word, ()), pattern)
    return table
