"""Credits: the agency or body that a report names as the maker of its own words (rule 3.4)."""

from __future__ import annotations

import re
from functools import cache

from atodds.incidents.parties import Party, party
from atodds.model.text import Document
from atodds.read.outlet import agency
from atodds.vocab import load

_FOOT = 160  # characters at the end of a text in which a credit stands


def credit(document: Document) -> Party | None:
    """Whom a report credits with its text: in its dateline, "HARBOUR (Reuters) -", or in brackets at its foot, "(Source: Reuters)".

    A name in brackets elsewhere is most often a picture's. A name that identifies nobody is no credit.
    """
    feet = [found[1] for found in _form().finditer(document.text, max(0, len(document.text) - _FOOT))]
    for name in (agency(document.text), *feet[-1:]):
        found = party(name, None, document.text) if name is not None else None
        if found is not None and found.identified:
            return found
    return None


@cache
def _form() -> re.Pattern[str]:
    labels = "|".join(re.escape(label) for label in load("parties")["credits"])
    return re.compile(rf"[(\[](?i:{labels}):\s?([^()\[\]\n]{{2,60}})[)\]]")
