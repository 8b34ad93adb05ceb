"""Drawing on others: a text that says that some of one voice's figures came from another (rule 3.5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from atodds.incidents.parties import party
from atodds.model.text import Document
from atodds.vocab import load

# A sentence ends behind two small letters, a digit or a closing mark: not behind "Mr." or "U.S."
_END = re.compile(r"(?:[a-z]{2}|[0-9)”\"’])[.!?][”\"’)]*\s+(?=[A-Z“\"])")
_CAPITAL = r"[A-Z][\w’'&.-]*"
_NAME = rf"((?:the\s+)?{_CAPITAL}(?:\s+(?:(?:of|for|the|and|in)\s+){{0,2}}{_CAPITAL}){{0,7}})"
_FEW = r"(?:[a-z][\w-]*\s+){0,4}?"  # small words in between: "some of", "directly"


class Said(NamedTuple):
    """Where a voice's name stands in the text."""

    start: int
    voice: str  # key


def draws_on(document: Document, said: Iterable[Said]) -> Mapping[str, tuple[str, ...]]:
    """For each voice, the names of those from whom it got some of its figures, as the text says in so many words.

    The voice is the only one that speaks in the sentence before these words. A source that is not named ("local activists") is none.
    """
    voices, found = sorted(said), dict[str, dict[str, None]]()
    for match in _form().finditer(document.text):
        name = next(each for each in match.groups() if each is not None)
        source = party(name, None, document.text)
        start = max((end.end() for end in _END.finditer(document.text, 0, match.start() + 1)), default=0)
        speaking = {each.voice for each in voices if start <= each.start < match.end()}
        if source.identified and len(speaking) == 1 and source.key not in speaking:
            found.setdefault(speaking.pop(), {})[" ".join(name.split())] = None
    return {voice: tuple(sorted(names)) for voice, names in found.items()}


@cache
def _form() -> re.Pattern[str]:
    words: Any = load("parties")["drawing"]
    any_of = {name: "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in listed) for name, listed in words.items()}
    got, gave, relied, material, origin = (any_of[name] for name in ("got", "gave", "relied", "material", "from"))
    what = rf"(?:{any_of['whose']})\s+{_FEW}(?:{material})\b"
    return re.compile(
        rf"\b(?:{got})\s+{_FEW}{what}\s+{_FEW}(?:{origin})\s+{_NAME}"  # obtained some of his information directly from X
        rf"|\b{what}\s+{_FEW}(?:{gave})\s+{_FEW}(?:{origin})\s+{_NAME}"  # its figures came in part from X
        rf"|\b(?:{relied})\s+{_FEW}on\s+{_FEW}(?:{material})\s+{_FEW}(?:{origin}|of)\s+{_NAME}"  # relies on figures of X
    )
