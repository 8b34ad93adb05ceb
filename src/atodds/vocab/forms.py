"""Forms: one lower-case form for every word that a report writes, the same object each time, so that looking it up costs little.

A word is written in few ways and read thousands of times. Its form is made once; whoever asks for it in a list then finds it by identity.
What many rules ask of it is answered once as well: `Sort`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from sys import intern

_MOST = 1 << 17  # ways of writing that are remembered: more than the words of any language in use


def forms_of(words: Iterable[str]) -> list[str]:
    """The forms of some words: lower case, with a typewriter's apostrophe.

    >>> forms_of(["Pakistan", "’s", "Army"])
    ['pakistan', "'s", 'army']
    """
    return list(map(_FORMS.__getitem__, words))


class Sort(dict[str, bool]):
    """By each word whether it is of a sort, found out once: what is asked of every word of every sentence must cost no more than a look.

    The question may be about letters, endings and lists, of the word alone.

    >>> figures = Sort(str.isdigit)
    >>> figures["12"], figures["men"]
    (True, False)
    """

    def __init__(self, test: Callable[[str], bool]) -> None:
        super().__init__()
        self.test = test

    def __missing__(self, word: str) -> bool:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = self.test(word)
        return found


class _Forms(dict[str, str]):
    """By each way of writing a word its form."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST:
            self.clear()
        form = self[word] = intern(word.replace("’", "'").lower())
        return form


_FORMS = _Forms()
