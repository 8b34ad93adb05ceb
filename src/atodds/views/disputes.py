"""Disputes as a person reads them: question by question, the strongest first, each claim with its words and its chain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from atodds.model.claim import Claim
from atodds.model.dispute import Agreement, Dispute
from atodds.model.text import Document
from atodds.views.lines import describe, labelled
from atodds.views.names import short
from atodds.vocab import load

_STRENGTH = ("contradiction", "at_odds")


def pages(disputes: Iterable[Dispute]) -> list[tuple[str, tuple[Dispute, ...]]]:
    """Disputes of one question together: contradictions first, totals before incidents, then the most disputed, then by their words."""
    by_question: dict[str, list[Dispute]] = {}
    for each in disputes:
        by_question.setdefault(each.question, []).append(each)
    found = [(asked, tuple(sorted(each, key=_order))) for asked, each in by_question.items()]
    return sorted(found, key=lambda page: (_STRENGTH.index(page[1][0].relation), page[1][0].incident is not None, -len(page[1]), page[0]))


def dispute_lines(disputes: Sequence[Dispute], claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> Iterator[str]:
    """The list: under each question what is at odds and why, then the claims of it, each once."""
    for asked, several in pages(disputes):
        yield asked[0].upper() + asked[1:]
        yield ""
        yield from _sides(several) if _are_sides(several) else (line for each in several for line in _sentence(each))
        yield ""
        for id in dict.fromkeys(id for each in several for id in each.claims):
            yield from _claim(claims[id], documents)
        yield ""


def explained(dispute: Dispute, claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> Iterator[str]:
    """One dispute in full: the proof step by step, what would resolve it, the claims and those that say the same."""
    yield dispute.question[0].upper() + dispute.question[1:]
    yield ""
    yield from _sentence(dispute)
    yield ""
    for step in dispute.steps:
        yield from labelled([(step.rule, f"{step.says} [{', '.join(map(short, step.claims))}]")])
    if dispute.resolves is not None:
        yield ""
        yield from labelled([("resolved", dispute.resolves)])
    yield ""
    for id in dispute.claims:
        yield from _claim(claims[id], documents)
    if dispute.also:
        yield from labelled([("the same", f"is said in {', '.join(map(short, dispute.also))}")])


def agreement_lines(agreements: Iterable[Agreement]) -> Iterator[str]:
    """A line each: the question, and how the claims agree."""
    for each in sorted(agreements, key=lambda each: (each.question, each.id)):
        yield from labelled([("agreed", f"{each.reason} [{', '.join(map(short, each.claims))}]")])


def _claim(claim: Claim, documents: Mapping[str, Document]) -> Iterator[str]:
    head, *rest = describe(claim, documents[claim.document])
    yield f"  {short(claim.id)}  {head}"
    yield from (f"      {line}" for line in rest)


def _are_sides(disputes: Sequence[Dispute]) -> bool:
    """Three parties or more, of which each two are at odds: shown as sides of one question, not as pairs."""
    return len(disputes) > 1 and all(each.dimension == "responsibility" and each.relation == "at_odds" for each in disputes)


def _sides(disputes: Sequence[Dispute]) -> Iterator[str]:
    sides = dict.fromkeys(step.says for each in disputes for step in each.steps if step.move == "accused")
    ids = ", ".join(short(each.id) for each in disputes)
    yield from labelled([("", f"{load('shown')['relations']['at_odds']}: {len(sides)} sides hold different parties responsible [{ids}]")])
    yield from (line for side in sorted(sides, key=str.casefold) for line in labelled([("", f"    {side}")]))


def _sentence(dispute: Dispute) -> list[str]:
    """ "contradiction: 19 civilians killed ... [3f9a2b1c7d]"."""
    return labelled([("", f"{load('shown')['relations'][dispute.relation]}: {dispute.reason} [{short(dispute.id)}]")])


def _order(dispute: Dispute) -> tuple[int, str]:
    return _STRENGTH.index(dispute.relation), dispute.id
