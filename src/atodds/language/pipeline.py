"""What any language pipeline must do, and which one is used.

The rules cut a flow into sentences and tokens. A pipeline of another kind (a parser, a user's own) implements the same
`Language`: it may set sentence borders of its own and fill `Sentence.analysis`; every extractor works without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from atodds.errors import UsageError
from atodds.language.rules import Rules
from atodds.model.text import Flow, Sentence


class Language(Protocol):
    """Flow -> sentences, in order, each inside one block, none overlapping another."""

    name: str
    version: str

    def sentences(self, flow: Flow) -> Sequence[Sentence]: ...


def load(name: str = "rules") -> Language:
    """The pipeline called `name`. Raises UsageError for one that is not there."""
    if name == "rules":
        return Rules()
    raise UsageError(f"no language pipeline is called {name!r}", "this release reads with `rules`")
