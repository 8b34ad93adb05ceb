"""Golden cases: each file under `cases/` holds a report and the claims that the program finds in it, as they are printed.

A case opens with lines `Key: value` (Outlet, Published, About; optional Title, Language), an empty line, the report, and one section
or more of what is expected of it: `=== claims` for figures, `=== events`, `=== responsibility`, `=== statements`. A section that a case
does not have is not looked at. A case in `cases/nothing/` has none: it must yield no figure, no event that is said to have happened and
no charge. After a change that is wanted, `pytest tests/test_cases.py --accept` rewrites the sections; read the difference first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import unified_diff
from functools import cache
from pathlib import Path

import pytest

from atodds.extract.claims import claims
from atodds.language.pipeline import load
from atodds.model.claim import Claim, Kind
from atodds.model.ids import text_digest
from atodds.model.text import Document
from atodds.read.clean import flow
from atodds.views.lines import WIDTH, describe
from atodds.views.sheet import numbered

CASES = Path(__file__).with_name("cases")
FILES = sorted(CASES.rglob("*.case"))
SECTIONS: dict[str, Kind] = {"claims": "figure", "events": "event", "responsibility": "responsibility", "statements": "statement"}
HEADLINE = re.compile(rf"^=== ({'|'.join(SECTIONS)})\n", re.MULTILINE)
KEYS = {"Outlet", "Published", "About", "Title", "Language"}
STEP = len("[1] ")


@dataclass(frozen=True)
class Case:
    """A report with what is known of it, and what the program must print for it, by section."""

    path: Path
    header: dict[str, str]
    report: str
    expected: dict[str, str]

    @property
    def document(self) -> Document:
        published = self.header.get("Published")
        return Document(
            id=self.path.stem,
            text=self.report,
            sha256=text_digest(self.report),
            title=self.header.get("Title"),
            outlet=self.header.get("Outlet"),
            published=date.fromisoformat(published) if published else None,
            language=self.header.get("Language", "en"),
        )


def read(path: Path) -> Case:
    head, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
    header = dict(line.split(": ", 1) for line in head.splitlines())
    report, *sections = HEADLINE.split(rest)
    return Case(path, header, report.strip("\n") + "\n", dict(zip(sections[::2], sections[1::2], strict=True)))


@cache
def found(path: Path) -> tuple[Claim, ...]:
    document = read(path).document
    return tuple(claims(document, load("rules").sentences(flow(document.text))))


def printed(document: Document, made: Sequence[Claim]) -> str:
    """Claims of one kind in the order of the text, numbered; a part names its whole by number."""
    numbers = {claim.id: number for number, claim in enumerate(made, start=1)}
    lines: list[str] = []
    for number, claim in enumerate(made, start=1):
        rows = describe(claim, document, width=WIDTH - STEP)
        if claim.part_of is not None:
            rows.append(f"part     [{numbers[claim.part_of]}]")
        lines += numbered(number, rows)
    return "".join(line + "\n" for line in lines)


def section(case: Case, title: str) -> str:
    """What the program prints for one section of a case."""
    return printed(case.document, [claim for claim in found(case.path) if claim.kind == SECTIONS[title]])


def accept(case: Case, actual: dict[str, str]) -> None:
    """Write what is printed into the sections; the report and its header stay as they are."""
    before = HEADLINE.split(case.path.read_text(encoding="utf-8"))[0]
    case.path.write_text(before + "".join(f"=== {title}\n{words}" for title, words in actual.items()), encoding="utf-8")


def occurs(claim: Claim) -> bool:
    """Does a claim say that something happened, or that someone did it?"""
    return claim.kind != "statement" and (claim.event is None or claim.event.status is None)


def name(path: Path) -> str:
    return path.relative_to(CASES).with_suffix("").as_posix()


def is_nothing(path: Path) -> bool:
    return path.relative_to(CASES).parts[0] == "nothing"


each_case = pytest.mark.parametrize("path", FILES, ids=name)


@each_case
def test_case(path: Path, request: pytest.FixtureRequest) -> None:
    case = read(path)
    if is_nothing(path):
        assert not case.expected, "a case under nothing/ has no claims to expect"
        assert printed(case.document, [claim for claim in found(path) if occurs(claim)]) == ""
        return
    assert case.expected, "no section of expected claims in the case"
    actual = {title: section(case, title) for title in case.expected}
    if actual == case.expected:
        return
    if request.config.getoption("--accept"):
        accept(case, actual)
        return
    differing = [line for title in actual for line in unified_diff(
        case.expected[title].splitlines(), actual[title].splitlines(), f"{name(path)}, {title} expected", f"{name(path)}, {title} printed",
        lineterm="", n=99,
    )]  # fmt: skip
    pytest.fail("\n".join([case.report, *differing]), pytrace=False)


@each_case
def test_every_value_stands_in_the_text(path: Path) -> None:
    text = read(path).document.text
    for claim in found(path):
        assert claim.quote == text[claim.start : claim.end]
        for start, end in claim.spans.values():
            assert 0 <= start < end <= len(text)
        for link in claim.attribution:
            if link.start is not None and link.end is not None:
                assert 0 <= link.start < link.end <= len(text)


@each_case
def test_ids_are_unique_and_parts_name_a_claim_of_the_case(path: Path) -> None:
    made = found(path)
    ids = [claim.id for claim in made]
    assert len(set(ids)) == len(ids)
    assert {claim.part_of for claim in made} - {None} <= set(ids)


@each_case
def test_the_header_says_what_the_case_is_about(path: Path) -> None:
    header = read(path).header
    assert set(header) <= KEYS
    assert header["About"]
    assert header.get("Outlet") or header.get("Title")


def test_no_phenomenon_has_two_files() -> None:
    names = [path.stem for path in FILES]
    assert FILES
    assert sorted(set(names)) == sorted(names)
