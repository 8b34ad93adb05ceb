"""The sheet: for each question, who says how many, in which words; then who is held responsible. Nothing is added up or judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from atodds.model.claim import Claim, Kind
from atodds.model.text import Document
from atodds.views.answers import Answer, Section, differing, sections
from atodds.views.chain import outlet
from atodds.views.charges import charge, charges
from atodds.views.lines import WIDTH, facts, heading, labelled
from atodds.views.names import names, short
from atodds.views.questions import asked
from atodds.vocab.shown import many

_Decided = Mapping[str, Sequence[str]]
_Lines = Iterator[str]
_STEP = 4  # columns by which a claim stands in, and a part under its whole


def sheet(
    documents: Iterable[Document],
    claims: Iterable[Claim],
    *,
    decided: _Decided = MappingProxyType({}),
    left_out: int = 0,
) -> str:
    """The reports, the questions that their claims answer, who is held responsible. The same claims give the same sheet, in any order.

    `decided`: what people decided on a claim, by its id; `left_out`: how many claims people rejected, so that none is missing silently.
    """
    reports = {report.id: report for report in documents}
    given = list(claims)
    every = [claim for claim in given if claim.kind != "statement"]
    named, found = names(reports.values()), sections(every)
    lines = [*_opening(reports, every, named, len(found), left_out)]
    for section in found:
        lines += ["", "", *_asked(section)]
        for answer in section.answers:
            lines += ["", *_answer(answer, section, reports[answer.claim.document], named, decided.get(answer.claim.id, ()))]
        lines += _parts(section)
    figures = sum(len(section.answers) for section in found)
    lines += _charges(every, figures + 1, reports, named, decided)
    lines += besides(given)
    return "\n".join(lines) + "\n"


def besides(claims: Iterable[Claim], kinds: Sequence[Kind] = ("event", "statement")) -> list[str]:
    """How many claims of other kinds there are, and how to list them: so that none is left out silently."""
    count = Counter(claim.kind for claim in claims)
    told = [f"{many(count[kind], kind)} (atodds claims --kind {kind})" for kind in kinds if count[kind]]
    return ["", f"Besides, not listed here: {', '.join(told)}."] if told else []


def numbered(number: int, lines: Sequence[str]) -> list[str]:
    """Lines of one claim behind its number: the first stands beside "[1]", the rest under it."""
    mark = f"[{number}] "
    return [(mark if place == 0 else " " * len(mark)) + line for place, line in enumerate(lines)]


def _opening(
    reports: Mapping[str, Document], claims: Sequence[Claim], named: Mapping[str, str], questions: int, left_out: int
) -> Iterator[str]:
    held = Counter(claim.document for claim in claims)
    yield f"{many(len(reports), 'report')} · {many(len(claims), 'claim')} · {many(questions, 'question')}"
    yield ""
    width = max(map(len, named.values()), default=0)
    for key in sorted(reports, key=lambda each: (named[each], each)):
        day = reports[key].published
        words = f"{outlet(reports[key])}, {day.isoformat() if day else 'no publication date'}: {many(held[key], 'claim')}"
        yield f"  {named[key]:<{width}}  {words}"
    if left_out:
        yield ""
        yield f"Left out: {many(left_out, 'claim')} that a person rejected (atodds claims --rejected)."
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
    head = ("part of it: " if answer.depth else "") + heading(claim, under=section.question)
    rows = [("", head), *facts(claim, document), *(("decided", each) for each in decided), (" ", _where(claim, named))]
    lines = labelled(rows, width=inner)
    return [" " * margin + line for line in numbered(answer.number, lines)]


def _parts(section: Section) -> Iterator[str]:
    """Figures that answer this question and stand elsewhere, under the figure that they are a part of."""
    for part in section.parts:
        yield ""
        yield from labelled([("", f"see [{part.number}] {heading(part.claim, under=section.question)}, part of another figure")])


def _charges(claims: Sequence[Claim], first: int, reports: Mapping[str, Document], named: Mapping[str, str], decided: _Decided) -> _Lines:
    """Who is said to have done it: charges and denials under the day and place that they give."""
    groups = charges(claims, reports)
    if groups:
        yield from ("", "", "Who is held responsible?", "------------------------")
        yield f"{many(sum(len(group.claims) for group in groups), 'claim')}, by the day and place that they give"
    number = first
    for group in groups:
        yield from ("", group.title)
        for claim in group.claims:
            yield ""
            yield from _charge(number, claim, reports[claim.document], named, decided.get(claim.id, ()))
            number += 1


def _charge(number: int, claim: Claim, document: Document, named: Mapping[str, str], decided: Sequence[str]) -> Iterator[str]:
    told = (row for row in facts(claim, document) if row[0] != "stance")  # the head says it
    rows = [("", charge(claim)), *told, *(("decided", each) for each in decided), (" ", _where(claim, named))]
    yield from (f"    {line}" for line in numbered(number, labelled(rows, width=WIDTH - _STEP - len(f"[{number}] "))))


def _where(claim: Claim, named: Mapping[str, str]) -> str:
    """Where a claim stands, and its id: what leads from the sheet to the words."""
    return f"{named[claim.document]}:{claim.start}-{claim.end}   claim {short(claim.id)}"
