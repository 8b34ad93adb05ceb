"""A cheap look at HTML before a parser sees it.

The parser's time grows with the square of a tag's attributes, and its stack with the depth of the elements.
"""

from __future__ import annotations

import re

from atodds.errors import UnreadableDocument

MOST_ATTRIBUTES = 1000  # of one tag; real pages stay below 60
MOST_DEPTH = 2000
MOST_TAGS = 300_000
_HINT = "it is made to stop a reader; save the page's text instead"

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,40})")
_ATTRIBUTE = re.compile(r"[\s/]+[^\s=>/\"'][^\s=>/]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>\"']*))?")
# Elements that need no end tag: an opened one tells nothing of the depth.
_OPEN = frozenset((
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li", "link",
    "meta", "optgroup", "option", "p", "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
))  # fmt: skip


def check(html: str) -> None:
    """Raises UnreadableDocument for HTML that would stop a parser."""
    depth = tags = place = 0
    while tag := _TAG.search(html, place):
        place, tags = tag.end(), tags + 1
        if tags > MOST_TAGS:
            raise UnreadableDocument(f"the page has more than {MOST_TAGS:,} tags", _HINT)
        if tag[1]:
            depth = max(0, depth - (tag[2].lower() not in _OPEN))
            continue
        place = _attributes(html, place)
        if tag[2].lower() not in _OPEN and html[place : place + 2].lstrip()[:1] != "/":
            depth += 1
        if depth > MOST_DEPTH:
            raise UnreadableDocument(f"the page nests elements more than {MOST_DEPTH:,} deep", _HINT)


def _attributes(html: str, place: int) -> int:
    """Where the attributes of a tag end."""
    count = 0
    while attribute := _ATTRIBUTE.match(html, place):
        place, count = attribute.end(), count + 1
        if count > MOST_ATTRIBUTES:
            raise UnreadableDocument(f"the page has a tag with more than {MOST_ATTRIBUTES:,} attributes", _HINT)
    return place
