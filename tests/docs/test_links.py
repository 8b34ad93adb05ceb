"""Links between the pages lead somewhere, and the pages that are quoted by others name what is there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from atodds.extract.rules import EVERY_RULE
from atodds.model.when import From
from tests.docs.pages import DOCS, ROOT, page

PAGES = [*sorted(DOCS.rglob("*.md")), ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]
DECISIONS = sorted((DOCS / "decisions").glob("*.md"))


def anchors(path: Path) -> set[str]:
    """The headings of a page as links write them."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\s-]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", path.read_text(encoding="utf-8")):
        name, _, anchor = target.partition("#")
        there = (path.parent / name).resolve() if name else path
        assert there.exists(), target
        assert not anchor or anchor in anchors(there), target


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_paths_that_a_page_names_exist(path: Path) -> None:
    named = re.findall(r"`((?:src|tests|docs|quality|examples|extract|language|vocab)/[\w./-]+)`", path.read_text(encoding="utf-8"))
    made = {"tests/cases/figures/dated_killing.case"}  # by the one who follows the page
    folders = (ROOT, ROOT / "src" / "atodds")
    assert [name for name in named if name not in made and not any((folder / name).exists() for folder in folders)] == []


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_says_why_what_and_at_what_cost(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "What it costs"]
    assert text.startswith(f"# {int(path.stem[:4])}. ")


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(path.stem[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_how_it_reads_explains_every_place_a_value_is_taken_from() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", page("how-it-reads.md"), re.MULTILINE)
    assert tuple(rows[1:]) == get_args(From)  # behind the head of the table


def test_the_rules_have_a_section_each() -> None:
    sections = re.findall(r"^### `(\w+)`$", page("rules.md"), re.MULTILINE)
    assert sections == [rule.name for rule in EVERY_RULE]
