"""What a rule is: a named way to find a claim, with the sentence that shows it."""

from __future__ import annotations

import re
from typing import NamedTuple

_NAMED = re.compile(r"\(\?P<[nde]>\[?(\w+)\]?\)")


class Rule(NamedTuple):
    """A named way to find a claim. `example` is read by a test: the rule must find its claim in it.

    `pattern` is that of a figure rule, over the symbols of `figures/rules.py`; other rules have none.
    """

    name: str
    doc: str
    example: str
    pattern: str = ""

    @property
    def regex(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    @property
    def needed(self) -> tuple[frozenset[str], ...]:
        """The symbols that its group and its deeds can be: a sentence without one of each need not be searched.

        >>> rule = Rule("killed", "Somebody is killed.", "They killed six.", r"(?P<d>[Kk])a*(?P<n>G)")
        >>> [sorted(each) for each in rule.needed]
        [['K', 'k'], ['G']]
        """
        return tuple(frozenset(symbols) for symbols in _NAMED.findall(self.pattern))
