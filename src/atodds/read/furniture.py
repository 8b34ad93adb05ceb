"""Page furniture: the lines around a report that are no part of it. The words stand in `vocab/furniture.yml`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from atodds.read.lines import UNSEEN, Line, finished
from atodds.vocab import load
from atodds.vocab.days import DAY

BULLETS = "•‣◦▪●·∙■□►*"
_LONGEST = 200  # characters; longer lines are text
_LONGEST_BLOCK = 4  # lines
_MARKS = f" :.|…»›>«‹-–—{BULLETS}"
_BLANK = re.compile(rf"[\s{UNSEEN}]+")
_UNSEEN = re.compile(rf"[{UNSEEN}]+")

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S{2,}"
    r"|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
    r"|[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.[a-z]{2,12}(?:/\S*)?(?:\s[0-9]{1,4}/[0-9]{1,4})?"  # with "1/2", the page
)
_PAGE_NUMBER = re.compile(r"[-–—\s]{0,3}[0-9]{1,4}(?:\s?/\s?[0-9]{1,4})?[-–—\s]{0,3}")
_RULE = re.compile(r"[-–—_=*~#+.|•·\s]+")  # drawn with characters
_NAVIGATION = re.compile(rf"[{BULLETS}]\s+(?:[A-Z]+|[A-Z]+\s[A-Z]+)")
_FIGURES = re.compile(r"[0-9]+")
_FIRST = 60  # characters; no first word of the lists is longer
_ROW_LINES = 40  # lines above which a row of navigation stands
_ROW_SHARE = 0.75  # of the words; "World politics shifts" is a headline
_UNFINISHED = 30  # characters; a line as long that ends no sentence goes on in the next one

# What a placeholder of a template stands for; all bounded, on lines of bounded length.
_PLACEHOLDERS = {
    "{name}": r"\S+(?: \S+){0,5}",
    "{rest}": r"\S+(?: \S+){0,11}",
    "{number}": r"[0-9]{1,4}(?:[-–][0-9]{2,4})?",
    "{day}": DAY,
    "{time}": r"(?:at |[|,–-] ?)?[0-9]{1,2}[:.][0-9]{2}(?: ?[ap]\.?m\b\.?)?(?: [a-z]{2,5})?",
}


class Furniture(NamedTuple):
    """The words of `furniture.yml`, made ready."""

    lines: frozenset[str]
    templates: dict[str, str]  # patterns by first word; most are never asked for, and compiling all takes longer than reading a report
    sections: frozenset[str]
    first: frozenset[str]  # the first words of lines and templates


def without_furniture(lines: Sequence[Line]) -> list[Line]:
    """The lines that are the report's. What is left out counts as an empty line."""
    out = _page_edges(lines) | _blocks(lines)
    for place in range(len(lines)):
        if place not in out and not _goes_on_from(lines, place, out) and _is_furniture(lines, place):
            out.add(place)
    if lines:
        out |= _rows(lines, out)
        out -= {place for place in out if place and place - 1 not in out and _ends_a_word(lines[place - 1], lines[place])}
    return list(_kept(lines, out)) if out else list(lines)


def _ends_a_word(above: Line, line: Line) -> bool:
    """ "Inte- / rior Ministry": the second half of a word goes with the first, however often it stands on a page."""
    broken = above.text[-1:] in ("-", "\u2010") and above.text[-2:-1].isalpha()
    return broken and line.gap == 0 and line.text[:1].islower()


def _kept(lines: Sequence[Line], out: set[int]) -> Iterator[Line]:
    gap, page = 0, False
    for place, line in enumerate(lines):
        if place in out:
            gap, page = gap + line.gap + 1, page or line.page
        else:
            yield line._replace(gap=gap + line.gap, page=page or line.page) if gap else line
            gap, page = 0, False


def plain(line: str) -> str:
    """A line as the word lists have it: small letters, single spaces, no bullet, no end mark."""
    words = _BLANK.sub(" ", _UNSEEN.sub("", line).replace("©", "© ")).casefold()
    return words.strip().lstrip(_MARKS).rstrip(_MARKS)


def is_furniture(line: str) -> bool:
    """Is this line, or block of lines, one that the word lists know?

    >>> is_furniture("• Follow example.org on Twitter | Facebook"), is_furniture("Share of the dead who were civilians")
    (True, False)
    """
    known = _furniture()
    if line[:1].isalpha() and line[:_FIRST].split(maxsplit=1)[0].casefold().strip(_MARKS) not in known.first:
        return False  # most lines of a report, at the price of one look
    words = plain(line)
    if words in known.lines:
        return True
    template = known.templates.get(words.split(" ", 1)[0].rstrip(":"))
    return template is not None and _compiled(template).fullmatch(words) is not None


@cache
def _compiled(template: str) -> re.Pattern[str]:
    return re.compile(template, re.IGNORECASE)


def _is_furniture(lines: Sequence[Line], place: int) -> bool:
    line = lines[place]
    if len(line.text) > _LONGEST:
        return False
    if _RULE.fullmatch(line.text):
        return True
    if _PAGE_NUMBER.fullmatch(line.text):
        return _stands_alone(lines, place)
    return is_furniture(line.text) or _ADDRESS.fullmatch(line.text) is not None or _NAVIGATION.fullmatch(line.text) is not None


def _stands_alone(lines: Sequence[Line], place: int) -> bool:
    """Is there nothing right above and right below? A number inside a paragraph or a column is no page number."""
    before = lines[place].gap > 0 or place == 0
    after = place + 1 == len(lines) or lines[place + 1].gap > 0
    return before and after and len(lines) > 1


def _goes_on_from(lines: Sequence[Line], place: int, out: set[int]) -> bool:
    """Does the line before run on into this one? Then a lone "print" ends a sentence and is no button."""
    before = lines[place - 1] if place and lines[place].gap == 0 and place - 1 not in out else None
    return before is not None and len(before.text) >= _UNFINISHED and not finished(before.text)


def _blocks(lines: Sequence[Line]) -> set[int]:
    r"""Furniture that is broken over lines: "To contact the paper and the\nparty visit:"."""
    out: set[int] = set()
    starts = [place for place, line in enumerate(lines) if line.gap > 0 or place == 0]
    for start, end in pairwise((*starts, len(lines))):
        block = lines[start:end]
        short = 1 < len(block) <= _LONGEST_BLOCK and sum(len(line.text) for line in block) <= _LONGEST
        if short and is_furniture(" ".join(line.text for line in block)):
            out.update(range(start, end))
    return out


def _rows(lines: Sequence[Line], out: set[int]) -> set[int]:
    """Rows of navigation above the report: "HOME  BOOKS  DONATE"."""
    rows: set[int] = set()
    sections = _furniture().sections
    for place, line in enumerate(lines[:_ROW_LINES]):
        if place in out:
            continue
        words = plain(line.text[:_LONGEST]).replace("|", " ").split()
        if len(line.text) > _LONGEST or finished(line.text):
            break
        if 2 <= len(words) <= 12 and sum(word in sections for word in words) >= _ROW_SHARE * len(words):
            rows.add(place)
    return rows


def _page_edges(lines: Sequence[Line]) -> set[int]:
    """Lines that stand at the head or foot of most pages, numbers aside."""
    starts = [0, *(place for place, line in enumerate(lines) if line.page and place)]
    if len(starts) < 2:
        return set()
    edges = [_edge(start, end) for start, end in pairwise((*starts, len(lines)))]
    seen = Counter(text for edge in edges for text in {_numberless(lines[place]) for place in edge})
    often = {text for text, pages in seen.items() if pages >= 2 and pages * 2 >= len(starts)}
    return {place for edge in edges for place in edge if _numberless(lines[place]) in often and len(lines[place].text) <= _LONGEST}


def _edge(start: int, end: int) -> set[int]:
    """The two first and two last lines of a page."""
    return {*range(start, min(start + 2, end)), *range(max(start, end - 2), end)}


def _numberless(line: Line) -> str:
    return _FIGURES.sub("0", plain(line.text[:_LONGEST]))


@cache
def _furniture() -> Furniture:
    data = load("furniture")
    network = "(?:" + "|".join(re.escape(word) for word in data["networks"]) + ")"
    kinds = _PLACEHOLDERS | {"{network}": rf"{network}(?:[ ,|/&]{{1,3}}(?:and )?{network}){{0,9}}"}
    by_first: dict[str, list[str]] = {}
    for template in data["templates"]:
        by_first.setdefault(template.split(" ", 1)[0].rstrip(":"), []).append(_pattern(template, kinds))
    by_first |= {word: [*by_first.get(word, []), kinds["{network}"]] for word in data["networks"]}
    templates = {first: "|".join(patterns) for first, patterns in by_first.items()}
    whole = frozenset(plain(line) for line in data["lines"])
    first = frozenset(word.strip(_MARKS) for word in (*(line.split(" ")[0] for line in whole), *by_first))
    return Furniture(whole, templates, frozenset(data["sections"]), first)


def _pattern(template: str, kinds: dict[str, Any]) -> str:
    return " ".join(kinds.get(word) or re.escape(word) for word in template.casefold().split())
