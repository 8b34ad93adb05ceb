"""Write `docs/rules.md` from the rules themselves: `python docs/make_rules.py`. A test compares the two."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from atodds.exchange.tables.columns import TableMap, table_map
from atodds.exchange.tables.table import imported
from atodds.extract.figures.rules import ALL_RULES, RULES
from atodds.extract.rule import Rule
from atodds.extract.rules import BESIDE_FIGURES
from atodds.extract.tables import TABLE_RULES
from atodds.language.pipeline import load
from atodds.model.claim import Claim
from atodds.model.ids import text_digest
from atodds.model.text import Document
from atodds.pipeline import claims_of
from atodds.read.documents import Overrides
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
TABLES = """## Read from a table

`atodds import` reads the rows of coded data sets, by a map of their columns: [tables.md](tables.md). A row is shown here as its
columns with their cells.
"""
COLUMNS = """
[time]
start = "date"
"""
FIGURES = """
[[figures]]
"""


def page() -> str:
    """The whole page, a section for each rule."""
    tried = [section(rule) for rule in RULES]
    others = [section(rule) for rule in ALL_RULES if rule not in RULES]
    beside = [part for title, rules in BESIDE_FIGURES.items() for part in (f"## {title}\n", *map(section, rules))]
    rows = [table_section(rule) for rule in TABLE_RULES]
    return "\n".join([HEAD, TRIED, *tried, OTHERS, *others, *beside, TABLES, *rows])


def table_section(rule: Rule) -> str:
    found = [f"- {heading(claim)}" for claim in read_row(rule.example) if claim.rule == rule.name]
    return "\n".join([f"### `{rule.name}`", rule.doc, "", f"> {rule.example}", "", *found, ""])


def read_row(example: str) -> tuple[Claim, ...]:
    """The claims of a row that is written as "column: cell | column: cell"."""
    cells = dict(cell.split(": ") for cell in example.split(" | "))
    table = f"{','.join(cells)}\n{','.join(cells.values())}\n"
    return imported(table.encode(), "example.csv", Overrides(outlet="example"), _map_of(cells)).claims


def _map_of(cells: dict[str, str]) -> TableMap:
    """The map of the columns that an example has."""
    roles = {"killed": "count", "killed_min": "low", "killed_max": "high", "best": "best"}
    counted = "".join(f'{roles[column]} = "{column}"\n' for column in cells if column in roles)
    act = '[event]\ntype = { column = "type", words = { attack = "ASSAULT" } }\n'
    return table_map((COLUMNS + (FIGURES + counted if counted else act)).encode(), "example.toml")


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
