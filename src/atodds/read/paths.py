"""What the caller named: files, folders, globs and `-`, as sources of bytes."""

from __future__ import annotations

import glob
import io
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Literal, cast

from atodds.errors import NoSuchFile
from atodds.model.record import Record
from atodds.model.text import Problem

Format = Literal["text", "html", "pdf", "docx", "jsonl"]

SUFFIXES: dict[str, Format] = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".pdf": "pdf", ".docx": "docx",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip
STDIN = "-"
_HEAD = 2048  # bytes that tell a format
_WILD = "*?["


class Source(Record, frozen=True, kw_only=True):
    """Something to read, by the name that the caller gave it. `path` is None for standard input."""

    name: str
    path: str | None
    format: Format | None  # by suffix; None: only the bytes tell

    @contextmanager
    def opened(self) -> Iterator[io.BufferedReader]:
        """The bytes, from the beginning."""
        if self.path is None:
            yield _buffered(sys.stdin.buffer)
        else:
            with open(self.path, "rb") as file:
                yield file


def _buffered(stream: BinaryIO) -> io.BufferedReader:
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))


def sources(paths: Sequence[str]) -> Iterator[Source | Problem]:
    """Every source that the paths name, folders in the order of their names. Raises NoSuchFile before anything is read.

    In a folder hidden files are passed over, and a file of an unknown kind is a problem; a file that is itself named is read
    as what its bytes are.
    """
    named = [(path, _meant(path)) for path in paths]
    for _, found in named:
        for each in found:
            yield from [source(each)] if each == STDIN or not os.path.isdir(each) else _folder(Path(each))


def _meant(path: str) -> list[str]:
    """The path itself, or what a glob matches."""
    if path == STDIN or os.path.exists(path):
        return [path]
    found = sorted(glob.glob(path, recursive=True)) if any(mark in path for mark in _WILD) else []
    if not found:
        what = "nothing matches" if any(mark in path for mark in _WILD) else "there is no file or folder"
        raise NoSuchFile(f"{what} {printable(path)}", "check the name; `atodds read -` reads standard input")
    return found


def source(path: str) -> Source:
    """The source of one file, or of standard input."""
    if path == STDIN:
        return Source(name="stdin", path=None, format=None)
    return Source(name=printable(path), path=path, format=SUFFIXES.get(Path(path).suffix.lower()))


def _folder(folder: Path) -> Iterator[Source | Problem]:
    faults: list[OSError] = []
    for root, folders, files in os.walk(folder, onerror=faults.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield _file(os.path.join(root, name))
    for fault in faults:
        name = printable(str(fault.filename))
        yield Problem(document=name, stage="open", message=f"{name}: the folder cannot be opened ({fault.strerror})")


def _file(path: str) -> Source | Problem:
    found = source(path)
    if not os.path.isfile(path):
        return Problem(document=found.name, stage="open", message=f"{found.name}: not a file that can be read; left out")
    if found.format is None:
        known = " ".join(SUFFIXES)
        return Problem(
            document=found.name,
            stage="open",
            message=f"{found.name}: left out, its name ends in none of {known}; name the file itself to have it read",
        )
    return found


def sniffed(head: bytes, by_suffix: Format | None) -> Format | None:
    """The format that the first bytes show, whatever the name says; else that of the name.

    >>> sniffed(b"%PDF-1.7", "text"), sniffed(b"<!DOCTYPE html><p>", None), sniffed(b"Ten died.", None)
    ('pdf', 'html', 'text')
    """
    start = head[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n\x00")[:512].lower()
    if by_suffix == "jsonl" or (by_suffix is None and start.startswith((b'{"', b"{ "))):
        return "jsonl"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "docx"
    if start.startswith((b"<!doctype html", b"<html", b"<head")) or (start.startswith(b"<?xml") and b"<html" in start):
        return "html"
    return by_suffix or "text"


def printable(path: str) -> str:
    """A path as text: bytes that are no UTF-8 shown as replacement marks."""
    return os.fsencode(path).decode("utf-8", "replace")
