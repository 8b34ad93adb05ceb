"""The sheet: for each question, who says how many, through whom, in which words. Nothing is added up and nothing is judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from atodds.model.claim import Claim
from atodds.model.text import Document
from atodds.views.answers import Answer, Section, differing, sections
from atodds.views.chain import outlet
from atodds.views.lines import WIDTH, describe, facts, heading, labelled
from atodds.views.names import names, short
from atodds.views.questions import asked

_STEP = 4  # columns by which a claim stands in, and a part under its whole


def sheet(
    documents: Iterable[Document],
    claims: Iterable[Claim],
    *,
    decided: Mapping[str, Sequence[str]] = MappingProxyType({}),
    left_out: int = 0,
) -> str:
    """The reports, then every question that their claims answer. The same claims give the same sheet, in any order.

    `decided`: what people decided on a claim, by its id; `left_out`: how many claims people rejected, so that none is missing silently.
    """
    reports = {report.id: report for report in documents}
    given = list(claims)
    every, said = [claim for claim in given if claim.kind != "statement"], sum(claim.kind == "statement" for claim in given)
    named, found = names(reports.values()), sections(every)
    lines = [*_opening(reports, every, named, len(found), left_out)]
    for section in found:
        lines += ["", "", *_asked(section)]
        for answer in section.answers:
            lines += ["", *_answer(answer, section, reports[answer.claim.document], named, decided.get(answer.claim.id, ()))]
        lines += _parts(section)
    lines += _other([claim for claim in every if claim.figure is None], reports)
    lines += statements_line(said)
    return "\n".join(lines) + "\n"


def statements_line(number: int) -> list[str]:
    """How many statements there are besides, and how to list them: so that none is left out silently."""
    return ["", f"Besides: {_many(number, 'statement')} without listing (atodds claims --kind statement)."] if number else []


def numbered(number: int, lines: Sequence[str]) -> list[str]:
    """Lines of one claim behind its number: the first stands beside "[1]", the rest under it."""
    mark = f"[{number}] "
    return [(mark if place == 0 else " " * len(mark)) + line for place, line in enumerate(lines)]


def _opening(
    reports: Mapping[str, Document], claims: Sequence[Claim], named: Mapping[str, str], questions: int, left_out: int
) -> Iterator[str]:
    held = Counter(claim.document for claim in claims)
    yield f"{_many(len(reports), 'report')} · {_many(len(claims), 'claim')} · {_many(questions, 'question')}"
    yield ""
    width = max(map(len, named.values()), default=0)
    for key in sorted(reports, key=lambda each: (named[each], each)):
        day = reports[key].published
        words = f"{outlet(reports[key])}, {day.isoformat() if day else 'no publication date'}: {_many(held[key], 'claim')}"
        yield f"  {named[key]:<{width}}  {words}"
    if left_out:
        yield ""
        yield f"Left out: {_many(left_out, 'claim')} that a person rejected (atodds claims --rejected)."
    if not claims:
        yield ""
        yield "No figure is claimed here."


def _asked(section: Section) -> Iterator[str]:
    """The question, underlined; how many answers it has, and how many figures they give."""
    words, claims = asked(section.question, section.claims), section.claims
    yield words
    yield "-" * len(words)
    if len(claims) > 1:
        figures = differing(claims)
        yield f"{len(claims)} claims, {'the same figure' if figures == 1 else f'{figures} different figures'}"


def _answer(answer: Answer, section: Section, document: Document, named: Mapping[str, str], decided: Sequence[str]) -> list[str]:
    margin, claim = _STEP * answer.depth, answer.claim
    inner = WIDTH - margin - len(f"[{answer.number}] ")
    where = f"{named[claim.document]}:{claim.start}-{claim.end}   claim {short(claim.id)}"
    head = ("part of it: " if answer.depth else "") + heading(claim, under=section.question)
    rows = [("", head), *facts(claim, document), *(("decided", each) for each in decided), (" ", where)]
    lines = labelled(rows, width=inner)
    return [" " * margin + line for line in numbered(answer.number, lines)]


def _parts(section: Section) -> Iterator[str]:
    """Figures that answer this question and stand elsewhere, under the figure that they are a part of."""
    for part in section.parts:
        yield ""
        yield from labelled([("", f"see [{part.number}] {heading(part.claim, under=section.question)}, part of another figure")])


def _other(claims: Sequence[Claim], reports: Mapping[str, Document]) -> Iterator[str]:
    """What is claimed without a figure."""
    for number, claim in enumerate(claims, start=1):
        if number == 1:
            yield from ("", "", "Claims without a figure", "-----------------------")
        yield ""
        yield from numbered(number, describe(claim, reports[claim.document], width=WIDTH - _STEP))


def _many(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
