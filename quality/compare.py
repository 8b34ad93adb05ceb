"""Claims gained and lost: two revisions of the program read the same documents, and every difference is shown with its words.

    python quality/compare.py main HEAD examples             two revisions
    python quality/compare.py HEAD . news.jsonl --limit 20   the last commit and the files as they stand

Each revision is checked out into a folder of its own that is removed afterwards; both run in this interpreter's environment.
A claim is known by its content, never by its id, so that a change of one field is one change and not a loss and a gain.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

# Set behind PYTHONPATH: the program of the revision, whichever is installed.
ATODDS = ("-c", "from atodds.cli.main import main; main()", "extract", "--format", "jsonl")
HERE = "."  # in place of a revision: the files as they stand
_SHOWN = 160  # characters of a quote
_NAME = 24  # characters of a document's id

Claim = Mapping[str, Any]  # one line of `atodds extract`


class Change(NamedTuple):
    """The same words read in two ways."""

    old: Claim
    new: Claim

    def fields(self) -> Iterator[tuple[str, Any, Any]]:
        """Each field that is not the same: its name, what it was, what it is."""
        old, new = content(self.old), content(self.new)
        for field in sorted(old.keys() | new.keys()):
            if old.get(field) != new.get(field):
                yield field, old.get(field), new.get(field)


class Difference(NamedTuple):
    """What became of the claims of one revision in another."""

    lost: list[Claim]
    gained: list[Claim]
    changed: list[Change]


def content(claim: Claim) -> dict[str, Any]:
    """What a claim says, flat, without ids, rule and spans.

    >>> content({"kind": "figure", "start": 3, "end": 9, "quote": "67 died", "figure": {"low": 67}, "attribution": [{"speaker": "Khan"}]})
    {'quote': [3, 9, '67 died'], 'figure.low': 67, 'attribution': 'Khan'}
    """
    flat: dict[str, Any] = {"quote": [claim["start"], claim["end"], claim["quote"]]}
    for field in ("figure", "event", "scope"):
        flat.update(_flat(field, claim.get(field) or {}))
    flat["attribution"] = " < ".join(link["speaker"] for link in claim.get("attribution") or ())
    flat.update((field, claim.get(field)) for field in ("stance", "author", "hedge"))
    return {field: value for field, value in flat.items() if value is not None}


def _flat(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flat(f"{name}.{key}", inner)
    else:
        yield name, value


def compare(old: Iterable[Claim], new: Iterable[Claim]) -> Difference:
    """Lost, gained and changed, each in the order of the documents."""
    before, after = _without_same(list(old), list(new))
    changed: dict[int, int] = {}
    taken: set[int] = set()
    for _, first, second in sorted(_pairs(before, after), reverse=True):
        if first not in changed and second not in taken:
            changed[first] = second
            taken.add(second)
    return Difference(
        [claim for place, claim in enumerate(before) if place not in changed],
        [claim for place, claim in enumerate(after) if place not in taken],
        [Change(before[first], after[changed[first]]) for first in sorted(changed)],
    )


def _without_same(old: list[Claim], new: list[Claim]) -> tuple[list[Claim], list[Claim]]:
    """Both lists without what they have in common; a claim that stands twice in one is asked for twice in the other."""
    same = Counter(map(_key, old)) & Counter(map(_key, new))

    def rest(claims: list[Claim]) -> Iterator[Claim]:
        spare = same.copy()
        for claim in claims:
            if spare[key := _key(claim)] > 0:
                spare[key] -= 1
            else:
                yield claim

    return list(rest(old)), list(rest(new))


def _key(claim: Claim) -> str:
    return json.dumps([claim["document"], claim["kind"], content(claim)], sort_keys=True)


def _pairs(old: Sequence[Claim], new: Sequence[Claim]) -> Iterator[tuple[tuple[int, int], int, int]]:
    """Claims of one kind that stand on the same words: how far they share their number, in how many fields they agree; their places."""
    places: dict[tuple[str, str], list[int]] = {}
    for place, claim in enumerate(new):
        places.setdefault((claim["document"], claim["kind"]), []).append(place)
    for first, claim in enumerate(old):
        for second in places.get((claim["document"], claim["kind"]), ()):
            number = _shared(_number(claim), _number(new[second]))
            if number > 0:
                agreed = sum(content(new[second]).get(field) == value for field, value in content(claim).items())
                yield (number, agreed), first, second


def _number(claim: Claim) -> tuple[int, int]:
    """Where a figure's number stands; any other claim stands where its quote does."""
    start, end = claim.get("spans", {}).get("figure.text") or _quote(claim)
    return start, end


def _quote(claim: Claim) -> tuple[int, int]:
    return claim["start"], claim["end"]


def _shared(one: tuple[int, int], other: tuple[int, int]) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def lines(difference: Difference, limit: int | None = None) -> Iterator[str]:
    """What a person reads: the counts, then every difference with its words."""
    lost, gained, changed = difference
    yield f"{len(lost)} lost, {len(gained)} gained, {len(changed)} changed"
    for title, claims in (("lost", lost), ("gained", gained)):
        for claim in claims[:limit]:
            yield f"\n{title}  {_name(claim)}  {_said(claim)}"
            yield f"      {_words(claim)}"
    for change in changed[:limit]:
        yield f"\nchanged  {_name(change.new)}"
        yield f"      {_words(change.new)}"
        for field, was, now in change.fields():
            yield f"      {field}: {_shown(was)} -> {_shown(now)}"


def _name(claim: Claim) -> str:
    """The document; a digest is known by its beginning."""
    return str(claim["document"])[:_NAME]


def _said(claim: Claim) -> str:
    figure = claim.get("figure") or {}
    number = f"{figure.get('measure')} {_shown(figure.get('low'))}..{_shown(figure.get('high'))}" if figure else claim["kind"]
    return f"{number}  {content(claim)['attribution'] or '(the report)'}"


def _words(claim: Claim) -> str:
    quote = " ".join(claim["quote"].split())
    return f"“{quote if len(quote) <= _SHOWN else quote[: _SHOWN - 3] + '...'}”"


def _shown(value: Any) -> str:
    return "none" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


@contextmanager
def sources(repository: Path, revision: str) -> Iterator[Path]:
    """The `src` folder of a revision, for as long as it is needed."""
    if revision == HERE:
        yield repository / "src"
        return
    git = ["git", "-C", str(repository), "worktree"]
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        subprocess.run([*git, "add", "--detach", "--quiet", str(tree), revision], check=True)
        try:
            yield tree / "src"
        finally:
            subprocess.run([*git, "remove", "--force", str(tree)], check=True)


def extracted(source: Path, paths: Sequence[str]) -> list[Claim]:
    """Every claim that the program in `source` finds."""
    environment = {**os.environ, "PYTHONPATH": str(source)}
    done = subprocess.run([sys.executable, *ATODDS, *paths], capture_output=True, check=False, env=environment)
    # 1 is also how a program ends that finished, with documents that it could not read.
    if done.returncode not in (0, 1) or b"Traceback (most recent call last)" in done.stderr:
        raise SystemExit(f"compare: the program in {source} failed:\n{done.stderr.decode(errors='replace').strip()}")
    # Split at line feeds alone: a quote may hold any other separator that Unicode knows.
    claims = [json.loads(line) for line in done.stdout.split(b"\n") if line.strip()]
    return [claim for claim in claims if claim.get("type") == "claim"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old", help="the revision to compare with")
    parser.add_argument("new", help=f"the other revision; {HERE!r} is the files as they stand")
    parser.add_argument("paths", nargs="+", metavar="PATH", help="documents, as `atodds extract` takes them")
    parser.add_argument("--limit", type=int, metavar="N", help="show the first N of each kind")
    options = parser.parse_args()
    repository = Path(__file__).resolve().parent.parent
    paths = [path if path == "-" else str(Path(path).resolve()) for path in options.paths]
    found = []
    for revision in (options.old, options.new):
        with sources(repository, revision) as source:
            found.append(extracted(source, paths))
    for line in lines(compare(*found), options.limit):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
