"""Every worked example of the page is what the program prints: its blocks are golden cases, `--accept` renews what they show."""

from __future__ import annotations

from datetime import date

import pytest

from atodds.language.pipeline import load
from atodds.model.ids import text_digest
from atodds.model.text import Document
from atodds.pipeline import claims_of
from tests.docs.pages import DOCS, Block, blocks, page
from tests.test_cases import HEADLINE, SECTIONS, printed

PAGE = DOCS / "how-it-reads.md"
EXAMPLES = [block for block in blocks(page(PAGE.name)) if block.info.startswith("case ")]


def shown(block: Block) -> str:
    """The example with what is printed for each of its sections."""
    text, *sections = HEADLINE.split(block.body)
    published = date.fromisoformat(block.info.removeprefix("case "))
    document = Document(id="x", text=text, sha256=text_digest(text), language="en", outlet="Harbour Wire", published=published)
    found = claims_of(document, load())
    made = (f"=== {title}\n{printed(document, [each for each in found if each.kind == SECTIONS[title]])}" for title in sections[::2])
    return text + "".join(made)


@pytest.mark.parametrize("block", EXAMPLES, ids=lambda block: str(block.line))
def test_the_example_is_what_is_printed(block: Block, request: pytest.FixtureRequest) -> None:
    actual = shown(block)
    if actual != block.body and request.config.getoption("--accept"):
        PAGE.write_text(page(PAGE.name).replace(block.body, actual), encoding="utf-8")
        return
    assert actual == block.body


def test_every_kind_has_an_example() -> None:
    assert {title for block in EXAMPLES for title in HEADLINE.split(block.body)[1::2]} == set(SECTIONS)
