"""Sources -> documents, one at a time; what cannot be read is a problem in one sentence, and reading goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from atodds.errors import UnreadableDocument
from atodds.model.ids import digest, text_digest
from atodds.model.record import Record
from atodds.model.text import Document, Problem
from atodds.read import lines_of_json, tongue
from atodds.read.clean import flow
from atodds.read.dateline import dateline
from atodds.read.derived import Derived
from atodds.read.html import read_html
from atodds.read.paths import Format, Source, sniffed, sources
from atodds.read.pdf import read_pdf
from atodds.read.text import Undecodable, plain_text

MOST_BYTES = 50_000_000  # of one document


class Overrides(Record, frozen=True, kw_only=True):
    """What the caller knows better than the report."""

    published: date | None = None
    outlet: str | None = None
    title: str | None = None


class Found(Record, frozen=True, kw_only=True):
    """A document, with the bytes it was read from; None for text that came inside JSONL."""

    document: Document
    original: bytes | None = None


NOTHING = Overrides()


def read(paths: Sequence[str], overrides: Overrides = NOTHING) -> Iterator[Found | Problem]:
    """Every document that the paths name. Raises NoSuchFile for a path that names nothing."""
    for each in sources(paths):
        if isinstance(each, Problem):
            yield each
        else:
            yield from documents(each, overrides)


def documents(source: Source, overrides: Overrides = NOTHING) -> Iterator[Found | Problem]:
    """The documents of one source: one of a file, one a line of JSONL, which is never held in memory as a whole."""
    try:
        with source.opened() as stream:
            found = sniffed(stream.peek(), source.format)
            if found == "jsonl":
                for entry in lines_of_json.entries(stream, source.name, MOST_BYTES):
                    yield from [entry] if isinstance(entry, Problem) else _of_entry(entry, source, overrides)
                return
            data = stream.read(MOST_BYTES + 1)
    except OSError as fault:
        yield _problem(source.name, "open", f"it cannot be opened ({fault.strerror})")
        return
    yield from _of_file(data, found, source, overrides)


def _of_file(data: bytes, found: Format | None, source: Source, overrides: Overrides) -> Iterator[Found | Problem]:
    if len(data) > MOST_BYTES:
        yield _problem(source.name, "open", f"larger than the {MOST_BYTES // 1_000_000} MB that are read of one document; split it")
        return
    try:
        derived = _derived(data, found)
    except UnreadableDocument as fault:
        yield _problem(source.name, "decode" if isinstance(fault, Undecodable) else "parse", str(fault))
        return
    if not derived.text.strip():
        yield _problem(source.name, "parse", "it holds no text" if data else "the file is empty")
        return
    identity = digest(data)
    yield Found(document=_document(derived, identity, identity, source.path and source.name, overrides), original=data)
    if derived.warning is not None:
        yield _problem(source.name, "parse", derived.warning)


def _derived(data: bytes, found: Format | None) -> Derived:
    if found == "pdf":
        return read_pdf(data)
    if found == "docx":
        from atodds.read.docx import read_docx  # loaded for Word files alone

        return read_docx(data)
    return read_html(data) if found == "html" else Derived(text=plain_text(data), media_type="text/plain")


def _of_entry(entry: lines_of_json.Entry, source: Source, overrides: Overrides) -> Iterator[Found | Problem]:
    try:
        derived, original = entry.derived()
    except UnreadableDocument as fault:
        yield _problem(entry.name, "parse", str(fault))
        return
    if not derived.text.strip():
        yield _problem(entry.name, "parse", "it holds no text")
        return
    given = digest(original) if original is not None else None
    identity = entry.id or given or text_digest(derived.text)
    yield Found(document=_document(derived, identity, given, source.path and source.name, overrides), original=original)


def _document(derived: Derived, identity: str, original: str | None, path: str | None, overrides: Overrides) -> Document:
    """What the caller says comes first, then what the format states, then what the text's own masthead does."""
    masthead = dateline(derived.text, flow(derived.text))
    return Document(
        id=identity,
        text=derived.text,
        sha256=text_digest(derived.text),
        bytes_sha256=original,
        media_type=derived.media_type,
        path=path,
        title=overrides.title or derived.title or masthead.title,
        outlet=overrides.outlet or derived.outlet or masthead.outlet,
        published=overrides.published or derived.published or masthead.published,
        language=_language(derived),
        url=derived.url,
    )


def _language(derived: Derived) -> str | None:
    """As stated; a page made from an English template whose letters are Arabic is not English."""
    return tongue.script(derived.text[:4000]) or derived.language or tongue.language(derived.text)


def _problem(name: str, stage: Literal["open", "decode", "parse"], message: str) -> Problem:
    return Problem(document=name, stage=stage, message=f"{name}: {message}")


def original(source: Source) -> bytes:
    """The bytes of a source, as they are kept beside the document."""
    with source.opened() as stream:
        return stream.read(MOST_BYTES + 1)
