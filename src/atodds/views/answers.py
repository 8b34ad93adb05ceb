"""Claims side by side under the questions they answer, each part under its whole, numbered as they stand on the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from atodds.model.claim import Claim
from atodds.views.chain import speaker
from atodds.views.questions import Question, question


class Answer(NamedTuple):
    """A claim where it stands: its number, and how deep under its whole (0: a claim of its own)."""

    number: int
    claim: Claim
    depth: int


class Section(NamedTuple):
    """A question with its answers; `parts` answer it too but stand under their wholes, in other sections."""

    question: Question
    answers: tuple[Answer, ...]
    parts: tuple[Answer, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims that answer this very question."""
        return tuple(each.claim for each in (*self.answers, *self.parts) if question(each.claim) == self.question)


def sections(claims: Iterable[Claim]) -> list[Section]:
    """Every figure once, under the question that it or its whole answers; the same for any order of the claims."""
    tops, parts = _tops_and_parts(sorted((claim for claim in claims if claim.figure is not None), key=_order))
    numbers = iter(range(1, 1 << 62))
    placed = {
        asked: tuple(Answer(next(numbers), claim, depth) for top in tops[asked] for claim, depth in _with_parts(top, parts, 0))
        for asked in sorted(tops, key=lambda each: each.order)
    }
    every = [answer for answers in placed.values() for answer in answers]
    return [
        Section(asked, answers, tuple(each for each in every if each not in answers and question(each.claim) == asked))
        for asked, answers in placed.items()
    ]


def differing(claims: Iterable[Claim]) -> int:
    """How many different figures the claims give: by their bounds, and whether only about."""
    figures = (claim.figure for claim in claims if claim.figure is not None)
    return len({(figure.low, figure.high, figure.modality == "about") for figure in figures})


_Key = tuple[str, str]  # document and claim: the same text kept as two documents has the same claims


def _tops_and_parts(claims: Iterable[Claim]) -> tuple[dict[Question, list[Claim]], dict[_Key, list[Claim]]]:
    """Claims of their own by question, and parts by their whole; a part whose whole is not here stands alone."""
    every = list(claims)
    keys = {(claim.document, claim.id) for claim in every}
    tops: dict[Question, list[Claim]] = {}
    parts: dict[_Key, list[Claim]] = {}
    for claim in every:
        asked, whole = question(claim), (claim.document, claim.part_of or "")
        if whole in keys:
            parts.setdefault(whole, []).append(claim)
        elif asked is not None:
            tops.setdefault(asked, []).append(claim)
    return tops, parts


def _with_parts(whole: Claim, parts: Mapping[_Key, list[Claim]], depth: int) -> Iterator[tuple[Claim, int]]:
    yield whole, depth
    for part in parts.get((whole.document, whole.id), ()):
        yield from _with_parts(part, parts, depth + 1)


def _order(claim: Claim) -> tuple[object, ...]:
    """By period, then speaker; a claim without a period comes last, the report's own voice first."""
    time = claim.scope.time if claim.scope is not None else None
    first = (time.earliest if time is not None else None) or date.max
    last = (time.latest if time is not None else None) or date.max
    return first, last, speaker(claim) or "", claim.document, claim.start, claim.end, claim.id
