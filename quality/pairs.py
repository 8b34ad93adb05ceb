"""Sixty pairs of reports on a strike, and whether the program tells what they are to each other.

    python quality/pairs.py statements/docs.jsonl                   the share of each kind that is classed right
    python quality/pairs.py statements/docs.jsonl --show            the pairs that are not

The first report of a pair is a published statement of a belligerent that names a day, a place and a number of civilians killed. The second
is made here, in words of our own, from what the first says: another outlet with a rival, an equal or a compatible figure; the same words
about another day or another place; or the same outlet later with another number, which is a revision.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from atodds.language.pipeline import load
from atodds.model.claim import Claim
from atodds.model.ids import text_digest
from atodds.model.text import Document
from atodds.pipeline import Material, claims_of

EACH = 10  # pairs of each kind
OWN, OTHER = "Coalition Statements", "Hill Watch"
KINDS = ("rival", "equal", "compatible", "another day", "another place", "revision")
FAR = {"SYR": "Daraa", "IRQ": "Basra"}  # a town far from where most of the statements are about
EXPECTED = {"another day": "apart", "another place": "apart"}  # every other kind is classed by its own name


class First(NamedTuple):
    """A statement with the one figure that its pair is made from."""

    document: Document
    killed: int
    day: date
    place: str
    country: str
    several: bool  # strikes, and not one


def statements(path: Path) -> Iterator[First]:
    """The statements that say on one day, at one place, how many civilians were killed, and no second number of dead."""
    for line in path.read_text(encoding="utf-8").splitlines():
        given = json.loads(line)
        document = _document(given["id"], given["text"], OWN, None)
        found = [each for each in claims_of(document, load()) if each.figure is not None and each.figure.measure == "killed"]
        if len(found) == 1 and (first := _first(document, found[0])) is not None:
            yield first


def _first(document: Document, claim: Claim) -> First | None:
    figure, scope = claim.figure, claim.scope
    if figure is None or scope is None or scope.time is None or scope.place is None or scope.extent == "total":
        return None
    time, place = scope.time, scope.place
    stated = figure.low is not None and figure.low == figure.high and figure.low > 1 and claim.stance in ("asserts", "concedes")
    if not stated or time.earliest is None or time.earliest != time.latest or place.country not in FAR or place.precision != "town":
        return None
    return First(document, int(figure.low or 0), time.earliest, place.name or place.text, place.country, scope.extent == "incidents")


def second(kind: str, first: First) -> Document:
    """The other report of a pair."""
    number, day, place, outlet, lead = first.killed, first.day, first.place, OTHER, ""
    printed = first.day + timedelta(days=20)
    if kind == "rival":
        number += 4
    elif kind == "compatible":
        number, lead = number - 1, "at least "
    elif kind == "another day":
        day += timedelta(days=9)
    elif kind == "another place":
        place = FAR[first.country]
    elif kind == "revision":
        number, outlet, printed = number + 3, OWN, printed + timedelta(days=30)
    country = {"SYR": "Syria", "IRQ": "Iraq"}[first.country]
    on = f"{day:%B} {day.day}, {day.year}"
    strikes = "air strikes" if first.several else "an air strike"
    text = f"{lead}{number} civilians were killed in {strikes} by the US-led coalition in {place}, {country}, on {on}.\n"
    return _document(f"{first.document.id} {kind}", text[0].upper() + text[1:], outlet, printed)


def classed(first: Document, other: Document) -> str:
    """What the program makes of two reports."""
    documents = (first, other)
    claims = tuple(claim for each in documents for claim in claims_of(each, load()))
    found = Material(claims=claims, documents={each.id: each for each in documents}).compared()
    if found.revisions:
        return "revision"
    dead = {each.id for each in claims if each.figure is not None and each.figure.measure == "killed"}
    of = {each.id: each.document for each in claims}
    together = any(len({of[id] for id in each.claims if id in dead}) > 1 for each in found.grouping.incidents)
    if any(len({of[id] for id in each.claims}) > 1 for each in found.findings.disputes):
        return "rival"
    if not together:
        return "apart"
    return "equal" if found.findings.agreements else "compatible"


def _document(id: str, text: str, outlet: str, published: date | None) -> Document:
    return Document(id=id, text=text, sha256=text_digest(text), media_type="text/plain", outlet=outlet, published=published, language="en")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("statements", type=Path, help="JSON lines, a document each")
    parser.add_argument("--show", action="store_true", help="print the pairs that are classed wrongly")
    options = parser.parse_args()
    firsts = list(statements(options.statements))
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for number in range(EACH * len(KINDS)):
        first, kind = firsts[number % len(firsts)], KINDS[number % len(KINDS)]
        made = second(kind, first)
        dated = _document(first.document.id, first.document.text, OWN, first.day + timedelta(days=20))
        found, wanted = classed(dated, made), EXPECTED.get(kind, kind)
        asked[kind] += 1
        right[kind] += found == wanted
        if options.show and found != wanted:
            print(f"{kind}: classed {found}\n  {first.document.text.strip()}\n  {made.text}", file=sys.stderr)
    for kind in KINDS:
        print(f"{kind:14} {right[kind]} of {asked[kind]}")
    print(f"{'all':14} {right.total()} of {asked.total()}  {right.total() / max(1, asked.total()):.2f}")


if __name__ == "__main__":
    main()
