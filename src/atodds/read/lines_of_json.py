"""JSONL -> one document a line.

A broken line is a problem that names the file and the line; the next one is read all the same.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from atodds.errors import UnreadableDocument
from atodds.model.record import Record
from atodds.model.text import Problem
from atodds.read.derived import Derived
from atodds.read.html import from_markup
from atodds.read.tongue import tag
from atodds.vocab.days import iso_day

_SHOWN = 40  # characters of a wrong value


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A line as `docs/claim.md` has it; fields that we do not know are passed over."""

    id: str | int | None = None
    text: str | None = None
    html: str | None = None
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    language: str | None = None
    url: str | None = None


class Entry(Record, frozen=True, kw_only=True):
    """One document of a JSONL file, before its HTML, if it has some, is read."""

    name: str  # "news.jsonl, line 17"
    line: Line
    published: date | None = None

    @property
    def id(self) -> str | None:
        return None if self.line.id in (None, "") else str(self.line.id)

    def derived(self) -> tuple[Derived, bytes | None]:
        """Text and fields, and the page's bytes where the line holds HTML. Raises UnreadableDocument."""
        line = self.line
        if line.text is None:
            page = line.html or ""
            return self._over(from_markup(page)), page.encode("utf-8", "surrogatepass")
        return self._over(Derived(text=line.text, media_type="text/plain")), None

    def _over(self, derived: Derived) -> Derived:
        """What the line states comes before what its page does."""
        line = self.line
        return msgspec.structs.replace(
            derived,
            title=line.title or derived.title,
            outlet=line.outlet or derived.outlet,
            published=self.published or derived.published,
            language=tag(line.language) or derived.language,
            url=line.url or derived.url,
        )


def entries(stream: io.BufferedReader, name: str, most_bytes: int) -> Iterator[Entry | Problem]:
    """The documents of a JSONL stream, read line by line."""
    number = 0
    while raw := stream.readline(most_bytes + 1):
        number += 1
        place = f"{name}, line {number}"
        if len(raw) > most_bytes:
            _skip(stream, raw)
            yield Problem(
                document=place,
                stage="open",
                message=f"{place}: longer than the {most_bytes // 1_000_000} MB that are read of one document",
            )
        elif raw.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _entry(raw, place)


def _skip(stream: io.BufferedReader, raw: bytes) -> None:
    """Pass over the rest of a line."""
    while raw and not raw.endswith(b"\n"):
        raw = stream.readline(1 << 20)


def _entry(raw: bytes, place: str) -> Entry | Problem:
    try:
        return _checked(_parsed(raw), place)
    except UnreadableDocument as fault:
        return Problem(document=place, stage="parse", message=f"{place}: {fault}")


def _parsed(raw: bytes) -> Any:
    try:
        return json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise UnreadableDocument(f"byte {fault.start + 1} is not UTF-8", "save the file as UTF-8") from None
    except json.JSONDecodeError as fault:
        raise UnreadableDocument(f"not JSON: {fault.msg} at character {fault.pos + 1}", "put one JSON object on each line") from None
    except (ValueError, RecursionError):  # a number of ten thousand digits, ten thousand brackets
        raise UnreadableDocument("not a document: JSON beyond all measure", "put one JSON object on each line") from None


def _checked(data: Any, place: str) -> Entry:
    try:
        line = msgspec.convert(data, Line)
        msgspec.json.encode(line)
    except UnicodeEncodeError:  # an escape such as \ud800 alone: no line could be written with it
        raise UnreadableDocument("it holds half a character (a lone surrogate)", "save the file as UTF-8 again") from None
    except msgspec.ValidationError as fault:
        raise UnreadableDocument(f"not a document: {fault}", "see `id text html published outlet title language url`") from None
    if line.text is None and line.html is None:
        raise UnreadableDocument("the object has neither `text` nor `html`", "give it one of them")
    published = iso_day(line.published) if line.published else None
    if line.published and published is None:
        raise UnreadableDocument(f"`published` is {line.published[:_SHOWN]!r}", "write a day as 2013-11-04, or leave it out")
    return Entry(name=place, line=line, published=published)
