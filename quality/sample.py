"""A random sample of claims to judge by hand: each with its paragraph, its fields, and an empty box for every field.

    python quality/sample.py reports/ --number 200 --seed 7 > audit.txt      write y or n into the boxes
    python quality/sample.py --count audit.txt                               the share of wrong boxes, field by field

Precision cannot be had from data that someone coded for another end: it is read. Draw from texts that no rule was written for.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from atodds.language.pipeline import load
from atodds.model.claim import Claim
from atodds.model.text import Document, Problem
from atodds.pipeline import extract
from atodds.read.documents import Overrides
from atodds.views.fields import fields
from atodds.views.passage import passage

_SHOWN = 900  # characters of the paragraph around a quote
_BOX = re.compile(r"^\[(.)\] (\w+)", re.MULTILINE)


class Drawn(NamedTuple):
    """One claim of the sample, with the document it stands in."""

    claim: Claim
    document: Document


def draw(found: Iterable[Drawn], number: int, seed: int, kinds: Sequence[str] = ()) -> list[Drawn]:
    """`number` claims, each as likely as any other, in the order of the texts; the same for the same seed."""
    every = [each for each in found if not kinds or each.claim.kind in kinds]
    picked = random.Random(seed).sample(range(len(every)), min(number, len(every)))  # noqa: S311  not for secrets
    return [every[place] for place in sorted(picked)]


def sheet(sample: Sequence[Drawn]) -> Iterator[str]:
    """The sample as text, a box before every question: is there such a claim at all, and is each field right?"""
    for number, (claim, document) in enumerate(sample, start=1):
        yield f"=== {number} {claim.kind} {document.id} {claim.start}-{claim.end} {claim.rule}"
        around = passage(claim, document)
        half = max(0, (_SHOWN - len(around.quote)) // 2)
        yield f"{around.before[-half:]}[[{around.quote}]]{around.after[:half]}"
        yield "[ ] claim"
        for name, told in _questions(claim, document):
            yield f"[ ] {name}: {told}"
        yield ""


def _questions(claim: Claim, document: Document) -> Iterator[tuple[str, str]]:
    """One question a group of fields: its first word names it in the count."""
    asked: dict[str, list[str]] = {}
    for field in fields(claim, document):
        part, _, rest = field.name.partition(".")
        name = rest.split(".")[0] if part in ("scope", "event") else part
        asked.setdefault(name, []).append(f"{rest or part}={field.value}" + (f" ({field.origin})" if field.origin else ""))
    if not claim.attribution:
        asked["attribution"] = ["the report itself"]
    for name, told in asked.items():
        yield name, "; ".join(told)


def count(audit: str) -> str:
    """How many boxes of each name say n, of those that say y or n."""
    right, wrong = Counter[str](), Counter[str]()
    for mark, name in _BOX.findall(audit):
        (right if mark == "y" else wrong if mark == "n" else Counter[str]())[name] += 1
    names = sorted(right.keys() | wrong.keys(), key=lambda name: (name != "claim", name))
    asked = {name: right[name] + wrong[name] for name in names}
    return "\n".join(f"{name:<14} {wrong[name]:>4} wrong of {asked[name]:>4}  {wrong[name] / asked[name]:.3f}" for name in names)


def _found(paths: Sequence[str]) -> Iterator[Drawn]:
    for each in extract(paths, Overrides(), load()):
        if isinstance(each, Problem):
            print(each.message, file=sys.stderr)
        else:
            yield from (Drawn(claim, each.document) for claim in each.claims)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", help="reports to draw from")
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", action="append", default=[], help="figure, event, responsibility, statement; may be repeated")
    parser.add_argument("--count", metavar="FILE", help="count a sample that was judged")
    options = parser.parse_args()
    if options.count:
        with open(options.count, encoding="utf-8") as judged:
            print(count(judged.read()))
        return
    print("\n".join(sheet(draw(_found(options.paths), options.number, options.seed, options.kind))))


if __name__ == "__main__":
    main()
