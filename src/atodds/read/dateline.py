"""The masthead of a plain text: title, outlet and day of publication, where the report states them.

What is not surely stated stays None: a day inside the story is no day of publication, and a photographer is no outlet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from atodds.model.record import Record
from atodds.model.text import Flow
from atodds.read.lines import Line, cut, finished
from atodds.read.outlet import one_line, outlet
from atodds.vocab import load
from atodds.vocab.datelines import DATELINE, RELEASE, at_an_opening, dated, day_of
from atodds.vocab.days import DAY, YEARLESS_DAY, day

_TOP, _LINES = 2000, 12  # characters and lines in which a masthead stands
_LONGEST = 160  # characters of a line of the masthead
_TITLE_BLOCKS = 4
_SENTENCE = 80  # characters; a finished line as long belongs to the story
_TIME = r"(?:[\s,|–-]{1,3}(?:at\s)?[0-9]{1,2}[:.][0-9]{2}.{0,20})?"

_WORDS: Any = load("masthead")
_STATED = re.compile(rf"(?:{'|'.join(_WORDS['published'])})\b:?,?\s({DAY}){_TIME}", re.IGNORECASE)
_BYLINE = re.compile(rf"(?:{'|'.join(_WORDS['byline'])})\s[^.:]{{2,60}}[,|–-]\s?({DAY}){_TIME}", re.IGNORECASE)
_ALONE = re.compile(rf"(?:.{{0,60}}\s[|·•–—-]\s)?({DAY}){_TIME}(?:\s[|·•]\s.{{0,60}})?", re.IGNORECASE)
# "June 20: Raids in Two Provinces", "Evening Operational Update, June 13, 2011"
_HEADED = re.compile(rf"((?i:{DAY}|{YEARLESS_DAY})):\s.{{8,}}|.{{0,80}}\b(?i:{'|'.join(_WORDS['periodicals'])}),?\s((?i:{DAY}))")


class Masthead(Record, frozen=True, kw_only=True):
    """What a report states of itself."""

    title: str | None = None
    outlet: str | None = None
    published: date | None = None


def dateline(text: str, flow: Flow) -> Masthead:
    """The masthead of a plain text, read from its first and last lines."""
    lines = cut(text)
    headings = _headings(flow)
    printed_by, nameplate = outlet(text, lines, headings)
    titles = (each for each in headings if each != nameplate)
    return Masthead(title=next(titles, None), outlet=printed_by, published=published(text, lines))


def published(text: str, lines: Sequence[Line]) -> date | None:
    """The day of publication: as a line of its own says, as a byline or a dateline gives it, or as it stands alone."""
    top = [one_line(line.text) for line in lines[:_LINES] if line.start < _TOP and len(line.text) <= _LONGEST]
    for form in (_STATED, _BYLINE):
        for line in top:
            if (found := form.fullmatch(line)) and (stated := day(found[1])):
                return stated
    release = next((found for line in top if (found := RELEASE.search(line))), None)
    return _of_dateline(text, release) or _headed(top, release) or _alone(lines)


def _of_dateline(text: str, release: re.Match[str] | None) -> date | None:
    """The day of the first dateline that gives one."""
    for found in at_an_opening(DATELINE, text[:_TOP]):
        if stated := day_of(found, release):
            return stated
    return None


def _headed(top: Sequence[str], release: re.Match[str] | None) -> date | None:
    """The day that opens a release's headline, or that names an issue: "June 20: ...", "Evening Update, June 13, 2011"."""
    found = next((each for line in top[:_TITLE_BLOCKS] if (each := _HEADED.fullmatch(line))), None)
    return dated(found[1] or found[2], release) if found is not None and (release or found[2]) else None


def _alone(lines: Sequence[Line]) -> date | None:
    """A day alone on a line above the story. Where lines with other days follow it is a chronicle, and none dates the report."""
    days = [(place, stated) for place, line in enumerate(lines) if (stated := _only_a_day(line.text)) is not None]
    if len({stated for _, stated in days}) != 1 or days[0][0] >= _LINES:
        return None
    above = lines[: days[0][0]]
    return None if any(finished(line.text) and len(line.text) > _SENTENCE for line in above) else days[0][1]


def _only_a_day(line: str) -> date | None:
    found = _ALONE.fullmatch(one_line(line)) if len(line) <= _LONGEST and line[-1:] not in ".," else None
    return day(found[1]) if found else None


def _headings(flow: Flow) -> list[str]:
    """The headings above the story that have words; numbers of releases, days and datelines are none."""
    found: list[str] = []
    for block in flow.blocks[:_TITLE_BLOCKS]:
        words = flow.text[block.start : block.end]
        if block.kind != "heading" and not _in_masthead(words):
            break
        if block.kind == "heading" and not _in_masthead(words) and sum(_is_word(word) for word in words.split()) >= 2:
            found.append(words)
    return found


def _in_masthead(words: str) -> bool:
    """A line that dates or credits the report, above or below its title."""
    return len(words) <= _LONGEST and any(form.fullmatch(words) for form in (_STATED, _BYLINE, _ALONE, DATELINE))


def _is_word(word: str) -> bool:
    return sum(letter.isalpha() for letter in word) >= 2
