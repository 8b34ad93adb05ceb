"""The page of tables: its example is what the program makes of it, and every key of a map is on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_type_hints

import msgspec

from atodds.exchange.tables.columns import TableMap, table_map
from atodds.exchange.tables.table import imported
from atodds.model.claim import Claim
from atodds.read.documents import Overrides
from atodds.views.lines import heading
from tests.docs.pages import blocks, page

PAGE = page("tables.md")


def lines(claim: Claim) -> Iterator[str]:
    yield heading(claim).replace("\N{NO-BREAK SPACE}", " ")
    for link in claim.attribution:
        yield f"    said by {link.speaker}"
    yield f"    quote {claim.quote}"
    if claim.part_of is not None:
        yield "    part of the figure above"


def test_the_example_is_what_the_program_makes_of_it() -> None:
    shown = {block.info.split()[0]: block.body for block in blocks(PAGE)}
    found = imported(shown["csv"].encode(), "hills.csv", Overrides(outlet="Hill Watch"), table_map(shown["toml"].encode(), "hills.toml"))
    assert found.problems == ()
    assert "\n".join(line for claim in found.claims for line in lines(claim)) + "\n" == shown["text"]


def test_every_key_of_a_map_is_on_the_page_and_no_other() -> None:
    assert set(re.findall(r"^\| `([\w.]+)` \|", PAGE, re.MULTILINE)) == set(keys())


def keys() -> Iterator[str]:
    for name, kind in get_type_hints(TableMap).items():
        parts = [each for each in getattr(kind, "__args__", (kind,)) if isinstance(each, type) and issubclass(each, msgspec.Struct)]
        structs = [each for each in parts if each.__name__ != "Choice"]
        if not structs:
            yield name
        for struct in structs:
            yield from (f"{name}.{field.name}" for field in msgspec.structs.fields(struct))
