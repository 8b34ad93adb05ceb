"""Short names that a report itself explains: "the National Coast Front (NCF)", "Army of National Liberation [ELN]"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

# Capitalised words, small ones between, and behind them one short name in brackets.
_NAME = r"[A-Z][\w’'.-]*+"
_EXPLAINED = re.compile(
    rf"({_NAME}(?:\s+(?:(?:of|for|the|and|in|al|on|de|y|to)\s+){{0,2}}{_NAME}){{1,8}})\s*[(\[]\s*([A-Z][A-Za-z0-9-]{{1,9}})\s*[)\]]"
)
_SHORT = re.compile(r"[(\[]\s*[A-Z][A-Za-z0-9-]{1,9}\s*[)\]]")
_RUN = 600  # characters before the brackets that are looked at; no name is longer
_SMALL = frozenset(("of", "for", "the", "and", "in", "on", "de", "y", "to", "al"))
_KEPT = 64  # documents whose short names are remembered


@lru_cache(maxsize=_KEPT)
def short_names(text: str) -> Mapping[str, str]:
    """Every short name of a text with the long one that it stands for.

    >>> short_names("Rebels of the National Coast Front (NCF) fled. The NCF denied it.")
    {'NCF': 'National Coast Front'}
    >>> short_names("In Tamar (AP) the Army (SANA) fled.")
    {}
    """
    found: dict[str, str] = {}
    end = 0
    for short_name in _SHORT.finditer(text):  # few: in a telegram all in capitals, a name could begin at every word
        match = _EXPLAINED.search(text, max(end, short_name.start() - _RUN), short_name.end())
        if match is None:
            continue
        end = match.end()
        words, short = match[1].split(), match[2]
        long = _spelt(words, short)
        if long is not None:
            found.setdefault(short, long)
    return found


def _spelt(words: list[str], short: str) -> str | None:
    """The words at the end of a run whose initials the short name has, in their order: "National Coast Front" of NCF."""
    letters = [letter for letter in short.upper() if letter.isalpha()]
    if len(letters) < 2 or not short[:2].isupper():
        return None
    for start in range(len(words) - 1, -1, -1):
        if words[start].lower() in _SMALL:
            continue
        heads = [part[0].upper() for word in words[start:] if word.lower() not in _SMALL for part in re.split(r"[-’']", word) if part]
        if _in_order(letters, heads) and len(heads) <= len(letters) + 1:
            longer = words[start:]
            return " ".join(longer) if len(heads) >= min(len(letters), 2) and len(longer) > 1 else None
    return None


def _in_order(letters: list[str], heads: list[str]) -> bool:
    """Do the initials give the letters, in any order for a name turned from another tongue (ELN: Army of National Liberation)?"""
    return letters == heads or sorted(letters) == sorted(heads) or (len(heads) > len(letters) and letters == heads[: len(letters)])
