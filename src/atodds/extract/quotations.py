"""Quotations of a document, over sentences and paragraphs, from their marks alone. Offsets are those of the flow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atodds.model.text import Block, Flow, Span

_MARK = re.compile("[“”\"]|''|``")
_OPENS = ("“", '"', "''", "``")
_SINGLE = re.compile(r"‘(?=\w)([^‘“”]{2,1500}?[.,?!…])’(?!\w)")  # not "the so-called ‘safe zone’"
_LONGEST = 12_000  # characters; a mark that nothing closes opens no longer quotation


def quotations(flow: Flow) -> Iterator[Span]:
    """The words between two marks that belong together; a paragraph that opens with a mark goes on with what is open before it."""
    opened: int | None = None
    for number, block in enumerate(flow.blocks):
        for mark in _MARK.finditer(flow.text, block.start, block.end):
            if _faces_in(flow.text, block, mark, opened):
                if opened is not None and _begins(flow.text, block, mark.start()):
                    continue  # every paragraph of a long quotation opens with a mark
                opened = mark.end()
            elif opened is not None:
                yield Span(opened, mark.start())
                opened = None
        yield from (Span(*single.span(1)) for single in _SINGLE.finditer(flow.text, block.start, block.end))
        if opened is not None and not (_goes_on(flow, number + 1) and block.end - opened < _LONGEST):
            yield Span(opened, block.end)
            opened = None


def _faces_in(text: str, block: Block, mark: re.Match[str], opened: int | None) -> bool:
    """Does the mark open a quotation? A straight one does where only blanks stand before it, or where none is open."""
    if mark[0] in ("“", "”", "``"):
        return mark[0] != "”"
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    after = text[mark.end()] if mark.end() < block.end else " "
    if before.isspace() == after.isspace():
        return opened is None
    return before.isspace() and (opened is None or _begins(text, block, mark.start()))


def _begins(text: str, block: Block, place: int) -> bool:
    return not text[block.start : place].strip()


def _goes_on(flow: Flow, number: int) -> bool:
    """Does the next paragraph open with a mark?"""
    return number < len(flow.blocks) and flow.text[flow.blocks[number].start : flow.blocks[number].end].lstrip().startswith(_OPENS)
