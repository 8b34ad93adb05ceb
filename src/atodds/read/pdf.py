"""PDF -> text: pages joined, each opened by a form feed, read by a process that may die without us."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import atodds
from atodds.errors import UnreadableDocument
from atodds.read.derived import Derived
from atodds.read.pages import MOST_CHARACTERS, MOST_PAGES, SECONDS
from atodds.vocab import load

CLOCK = 30  # seconds; processor time is bounded below this
_FEWEST_WORDS = 5  # on all pages together

_ERRORS = {
    "locked": ("the PDF is locked with a password", "save an unlocked copy"),
    "damaged": ("the PDF is damaged and cannot be opened", "print it to a new PDF"),
    "pages": (f"the PDF has {{count}} pages, more than the {MOST_PAGES} that are read", "split it"),
    "size": (f"the PDF holds more than {MOST_CHARACTERS:,} characters", "split it"),
}


def read_pdf(data: bytes) -> Derived:
    """The text and title of a PDF. Raises UnreadableDocument; pages that are pictures are told in `warning`."""
    found = _in_child(data)
    if "error" in found:
        message, hint = _ERRORS[found["error"]]
        raise UnreadableDocument(message.format_map(found), hint)
    pages = found["pages"]
    bare = [number for number, page in enumerate(pages, 1) if page["drawn"] and not page["text"].strip()]
    text = "\n\f".join(page["text"] for page in pages)
    if len(text.split()) < _FEWEST_WORDS:
        raise UnreadableDocument(f"no text on {ranges(bare)}" if bare else "the PDF has no text", "run OCR first")
    warning = f"no text on {ranges(bare)}; run OCR first to have all of it read" if bare else None
    return Derived(text=text, media_type="application/pdf", title=real_title(found["title"]), warning=warning)


def _in_child(data: bytes) -> dict[str, Any]:
    home = str(Path(atodds.__file__).parents[1])
    path = os.pathsep.join((home, *filter(None, (os.environ.get("PYTHONPATH"),))))
    # -P: the folder that the user works in, where reports lie, is no place to import modules from
    command = [sys.executable, "-P", "-m", "atodds.read.pages"]
    hint = "it may be damaged or made to do harm; print it to a new PDF"
    try:
        child = subprocess.run(  # noqa: S603 - our own interpreter, no shell, no word of the user's
            command, input=data, capture_output=True, timeout=CLOCK, env=os.environ | {"PYTHONPATH": path}, check=False
        )
    except subprocess.TimeoutExpired:
        raise UnreadableDocument(f"reading the PDF took more than {CLOCK} seconds", hint) from None
    if child.returncode != 0:
        raise UnreadableDocument(f"the PDF could not be read within {SECONDS} seconds of work and 1.5 GB of memory", hint)
    found: dict[str, Any] = json.loads(child.stdout)
    return found


def ranges(pages: list[int]) -> str:
    """Pages in words.

    >>> ranges([3, 4, 5, 8]), ranges([2])
    ('pages 3-5, 8', 'page 2')
    """
    parts: list[list[int]] = []
    for page in pages:
        if parts and parts[-1][-1] == page - 1:
            parts[-1][1:] = [page]
        else:
            parts.append([page])
    words = ", ".join("-".join(str(page) for page in part) for part in parts)
    return f"page{'s' if len(pages) > 1 else ''} {words}"


def real_title(stated: str | None) -> str | None:
    """A title that a person gave, not a program: "untitled" and "Microsoft Word - report.doc" are none."""
    words = " ".join((stated or "").split())
    lists = load("masthead")
    lower = words.lower()
    named_for_file = "." in lower[-5:] and " " not in lower
    if len(words) < 3 or named_for_file or lower in lists["no_titles"] or lower.startswith(tuple(lists["no_title_openings"])):
        return None
    return words
