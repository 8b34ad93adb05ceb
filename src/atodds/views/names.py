"""Short names for documents and claims, the same on every machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath
from typing import TYPE_CHECKING

from atodds.errors import NoSuchRecord
from atodds.model.text import Document

if TYPE_CHECKING:
    from atodds.ledger.ledger import LedgerReader

SHORT = 10  # characters of an id: unique up to a million claims, and still typed by hand


def short(identity: str) -> str:
    """The first characters of a SHA-256; an id that the caller gave stays whole."""
    return identity[:SHORT] if len(identity) == 64 else identity


def names(documents: Iterable[Document]) -> dict[str, str]:
    """Each document's file name where no other has it, else its id: never a folder of the machine that read it."""
    every = list(documents)
    files = {each.id: PurePath(each.path).name if each.path else "" for each in every}
    times = Counter(files.values())
    return {key: name if name and times[name] == 1 else short(key) for key, name in files.items()}


def find(reader: LedgerReader, name: str) -> Document:
    """The document of an id, of the beginning of one, or of a file name. Raises NoSuchRecord where that is none or several."""
    try:
        return reader.document(name)
    except NoSuchRecord:
        found = [each for each in reader.documents() if each.path is not None and name in (each.path, PurePath(each.path).name)]
        if len(found) != 1:
            raise
        return found[0]
