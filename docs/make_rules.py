"""Write `docs/rules.md` from the rules themselves: `python docs/make_rules.py`. A test compares the two."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from atodds.extract.figures.rules import ALL_RULES, RULES
from atodds.extract.rule import Rule
from atodds.extract.rules import BESIDE_FIGURES
from atodds.language.pipeline import load
from atodds.model.claim import Claim
from atodds.model.ids import text_digest
from atodds.model.text import Document
from atodds.pipeline import claims_of
from atodds.views.lines import heading
from atodds.vocab.shown import counted

PAGE = Path(__file__).with_name("rules.md")
HEAD = """# The rules that find claims

*Made from the rules themselves by `docs/make_rules.py`; do not edit.*

Every claim names the rule that found it. Here is each with what it is for, a sentence, and what the program reads in that sentence:
a figure as its `figure.text` and as the sheet counts it, any other claim as its head and its stance.
[how-it-reads.md](how-it-reads.md) tells how the rules work,
[extending.md](extending.md) how to add one; those of figures stand in `src/atodds/extract/figures/rules.py`.
"""
TRIED = """## Read from a pattern

Tried in this order; a counted group that one rule has read is left alone by those behind it.
"""
OTHERS = """## Read beside the patterns

Parts of another figure, second counts under one deed, and figures that need no deed of harm.
"""


def page() -> str:
    """The whole page, a section for each rule."""
    tried = [section(rule) for rule in RULES]
    others = [section(rule) for rule in ALL_RULES if rule not in RULES]
    beside = [part for title, rules in BESIDE_FIGURES.items() for part in (f"## {title}\n", *map(section, rules))]
    return "\n".join([HEAD, TRIED, *tried, OTHERS, *others, *beside])


def section(rule: Rule) -> str:
    return "\n".join([f"### `{rule.name}`", rule.doc, "", f"> {rule.example}", "", *_yields(rule), ""])


def read(text: str) -> list[Claim]:
    """The claims of a sentence that stands alone, without outlet and date."""
    return claims_of(Document(id="example", text=text, sha256=text_digest(text), language="en"), load())


def _yields(rule: Rule) -> Iterator[str]:
    """One line a claim of the rule's kind in the example; those of other rules say whose they are."""
    found = read(rule.example)
    if rule not in ALL_RULES:
        yield from (f"- “{claim.quote}”: {_whose(claim)}" for claim in found if claim.rule == rule.name)
        return
    found = [claim for claim in found if claim.kind == "figure"]
    words = {claim.id: claim.figure.text for claim in found if claim.figure is not None}
    for claim in found:
        assert claim.figure is not None
        by = "" if claim.rule == rule.name else f" (by `{claim.rule}`)"
        part = f", part of “{words[claim.part_of]}”" if claim.part_of is not None else ""
        yield f"- “{claim.figure.text}”: {counted(claim.figure)}{part}{by}"


def _whose(claim: Claim) -> str:
    """What a claim without a figure is, or who makes the statement that it is."""
    if claim.kind == "statement":
        return " via ".join(link.speaker for link in claim.attribution)
    return f"{heading(claim)}, {claim.stance}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
