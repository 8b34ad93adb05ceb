"""The whole account of one claim: its words in their paragraph, how each field was read, what people decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from atodds.extract.rules import EVERY_RULE
from atodds.model.claim import Claim
from atodds.model.text import TABLE, Document
from atodds.views.chain import outlet, voices
from atodds.views.columns import columns, fitting
from atodds.views.fields import Field, fields
from atodds.views.lines import KEPT, WIDTH, facts, heading, labelled
from atodds.views.names import short
from atodds.views.passage import passage
from atodds.vocab.shown import folded

if TYPE_CHECKING:
    from atodds.ledger.ledger import Decision, Held

MARKS = ("[[", "]]")  # around the quote, where there is no colour
_OPEN, _CLOSE = "\ue000", "\ue001"  # one column each while lines are broken; no text of ours holds them


def account(
    held: Held, document: Document, others: Iterable[Claim] = (), *, judged: Iterable[Decision] = (), marks: tuple[str, str] = MARKS
) -> str:
    """Everything a person needs to check a claim against its report, section by section.

    `others` are the claims of its report, `judged` the decisions on pairs that it is one of.
    """
    claim = held.claim
    beside = list(_beside(claim, others, document))
    parts = [
        labelled([("", heading(claim)), *facts(claim, document)]),
        ["In its row" if document.media_type == TABLE else "In its paragraph", *_paragraph(claim, document, marks)],
        *([["Beside it", *beside]] if beside else []),
        ["How it was read", *_table(fields(claim, document))],
        ["Rule", *_rule(claim.rule)],
        ["Decisions", *_decisions(held, tuple(judged))],
        _identity(held, document),
    ]
    return "\n\n".join("\n".join(line.rstrip() for line in part) for part in parts) + "\n"


def rule_words(name: str) -> tuple[str, str] | None:
    """What a rule does, in one sentence, and the example it must read; None for a rule of another version."""
    return next(((rule.doc, rule.example) for rule in EVERY_RULE if rule.name == name), None)


def _paragraph(claim: Claim, document: Document, marks: tuple[str, str]) -> Iterator[str]:
    found = passage(claim, document).marked(_OPEN, _CLOSE)
    for line in wrap(found, WIDTH - 6, break_long_words=False, break_on_hyphens=False):
        yield "  " + line.replace(_OPEN, marks[0]).replace(_CLOSE, marks[1])


def _beside(claim: Claim, others: Iterable[Claim], document: Document) -> Iterator[str]:
    """The statement in which it is said, the figure that it is part of, and the claims that it holds itself."""
    rows: list[tuple[str, str, str]] = []
    for other in sorted(others, key=lambda each: (each.start, -each.end)):
        for name, words in _BESIDE.items():
            if getattr(claim, name) == other.id:
                rows.append((words[0], short(other.id), _line(other, document)))
            elif getattr(other, name) == claim.id:
                rows.append((words[1], short(other.id), _line(other, document)))
    widths = fitting([("", *row) for row in rows], (0, 12, 10, WIDTH - 28))
    for row in rows:
        yield from columns(("", *row), widths)


# The field that names another claim: how that one is called here, and how this one is called there.
_BESIDE = {"within": ("said inside", "holds"), "part_of": ("part of", "its part")}


def _line(claim: Claim, document: Document) -> str:
    """Another claim in a few words."""
    who = " via ".join(voices(claim)) or outlet(document)
    return f"{who}: “{folded(claim.quote)}”" if claim.kind == "statement" else heading(claim).replace(KEPT, " ")


def _table(found: Iterable[Field]) -> Iterator[str]:
    """Field, value, and the words or the place that it comes from, in columns."""
    rows = [("", field.name, field.value, _origin(field)) for field in found]
    widths = fitting(rows, (0, 24, 28, 42))
    for row in rows:
        yield from columns(row, widths)


def _origin(field: Field) -> str:
    """The words that carry a value, and where they stand if not beside the figure; "-" where it follows from the rule alone."""
    words = f"“{field.words}”" if field.words else ""
    elsewhere = f"({_FROM[field.origin]})" if field.origin in _FROM else ""
    return " ".join(part for part in (words, elsewhere) if part) or "-"


_FROM = {
    "whole": "the figure that it is part of", "previous": "the sentence before", "document": "elsewhere in the document",
    "speaker": "the speaker's own territory", "geonames": "GeoNames", "list": "the program's own list", "report": "the report's own point",
    "map": "the map of the table",
}  # fmt: skip


def _rule(name: str) -> Iterator[str]:
    words = rule_words(name)
    yield f"  {name}" if words is None else f"  {name}: {words[0]}"
    if words is not None and words[1]:
        yield f'  as in "{words[1]}"'


def _decisions(held: Held, judged: Sequence[Decision]) -> Iterator[str]:
    if not held.decisions and not judged:
        yield "  none"
    for decision in held.decisions:
        yield f"  {short(decision.id)}  {decision}"
    for decision in judged:
        other = decision.claim if decision.claim != held.found.id else decision.other or ""
        yield f"  {short(decision.id)}  with {short(other)}: {decision.said}"
    if held.rejected is not None:
        yield "  This claim stands rejected."


def _identity(held: Held, document: Document) -> list[str]:
    """Whole ids, for a citation that holds on every machine."""
    claim = held.found
    lines = [
        f"claim     {claim.id}",
        f"document  {document.id}",
        f"text      {held.text_sha256}",
        f"span      {claim.start}-{claim.end}",
    ]
    return lines if held.current else [*lines, "The newest reading of the document no longer finds this claim."]
