"""What an extractor is: a function over one sentence that reads some layers of mentions and assigns one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from atodds.model.mention import Marks, Mention
from atodds.model.text import Document, Sentence

Finder = Callable[[Sentence, Marks, Document], Iterable[Mention]]


class Extractor(NamedTuple):
    """A finder with its name, the layers of `Marks` it reads and the one it fills. Its docstring is its documentation."""

    name: str
    requires: tuple[str, ...]
    assigns: str
    find: Finder

    def __call__(self, sentence: Sentence, marks: Marks, document: Document) -> tuple[Any, ...]:
        return tuple(self.find(sentence, marks, document))


def extractor(*, assigns: str, requires: tuple[str, ...] = ()) -> Callable[[Finder], Extractor]:
    """Make an extractor of a function `(sentence, marks, document) -> mentions`."""
    for layer in (assigns, *requires):
        if layer not in Marks.__struct_fields__:
            raise TypeError(f"no layer of mentions is called {layer!r}")

    def make(find: Finder) -> Extractor:
        return Extractor(find.__name__, requires, assigns, find)

    return make


def in_order(extractors: Iterable[Extractor]) -> tuple[Extractor, ...]:
    """The same extractors; raises TypeError where one requires a layer that none before it assigns."""
    ready: set[str] = set()
    checked = tuple(extractors)
    for each in checked:
        missing = set(each.requires) - ready
        if missing:
            raise TypeError(f"{each.name} requires {', '.join(sorted(missing))}, which no extractor before it assigns")
        ready.add(each.assigns)
    return checked
