"""Words as data: every list of words a rule needs stands in a YAML file here, each doubtful entry with its reason.

`load(name)` reads `vocab/<name>.yml` once. The files hold plain lists and mappings; what they mean is said at the top of each.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_FASTEST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader reads the lexicon ten times faster


class _Words(_FASTEST):  # type: ignore[misc]
    """YAML in which "on", "off", "yes" and "no" are words, as in every list of English words; only true and false are booleans."""


_Words.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in _FASTEST.yaml_implicit_resolvers.items()
}
_Words.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


@cache
def load(name: str) -> Any:
    """The content of `vocab/<name>.yml`. Callers must not change it."""
    return parsed(files(__name__).joinpath(f"{name}.yml").read_bytes())


def parsed(data: bytes) -> Any:
    """A word list of this kind, shipped or a user's own."""
    return yaml.load(data, Loader=_Words)  # noqa: S506 - a safe loader


@cache
def words_of(name: str, *lists: str) -> frozenset[str]:
    """The words of some lists of `vocab/<name>.yml` as one set, made once: asking it takes no longer for a long list.

    >>> "was" in words_of("grammar", "be", "have")
    True
    """
    return frozenset(word for each in lists for word in load(name)[each])
