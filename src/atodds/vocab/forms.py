"""Forms: one lower-case form for every word that a report writes, the same object each time, so that looking it up costs little.

A word is written in few ways and read thousands of times. Its form is made once; whoever asks for it in a list then finds it by identity.
"""

from __future__ import annotations

from collections.abc import Iterable
from sys import intern

_MOST = 1 << 17  # ways of writing that are remembered: more than the words of any language in use


def forms_of(words: Iterable[str]) -> list[str]:
    """The forms of some words: lower case, with a typewriter's apostrophe.

    >>> forms_of(["Pakistan", "’s", "Army"])
    ['pakistan', "'s", 'army']
    """
    return list(map(_FORMS.__getitem__, words))


class _Forms(dict[str, str]):
    """By each way of writing a word its form."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST:
            self.clear()
        form = self[word] = intern(word.replace("’", "'").lower())
        return form


_FORMS = _Forms()
