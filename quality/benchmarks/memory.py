"""Is memory flat? Thousands of documents are streamed from one file, and the peak is read for each number of them.

    python quality/benchmarks/memory.py                       1,000, 5,000 and 10,000 documents; the first two into a ledger too
    python quality/benchmarks/memory.py --sizes 500 2000 --ledger 500

Every run is a process of its own, started by this one, which stays small: on Linux the peak of a process is never below that of the
one that started it. The documents are made of the sample reports' paragraphs, no two alike.

Exit: 0 memory is flat, 1 it grows with the number of documents.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

SIZES, INTO_A_LEDGER = (1000, 5000, 10000), (1000, 5000)
WORDS = 120  # of a document: an agency's report in short
FLAT = 0.10  # of the peak: what the allocator and the longest document of a larger draw may add
_KB_OF = {"linux": 1, "darwin": 1024}  # macOS gives the peak in bytes, Linux in kilobytes
_ATODDS = (sys.executable, "-c", "from atodds.cli.main import main; main()")


class Run(NamedTuple):
    """One process that read so many documents."""

    documents: int
    peak: float  # MB
    seconds: float

    def __str__(self) -> str:
        return f"{self.documents:>9,} {self.peak:>8.1f} MB {self.documents / self.seconds:>9,.0f}"


def write(path: Path, size: int) -> None:
    """A file of so many documents of `WORDS` words, each with a day of its own in a quiet month; the same for the same size."""
    from samples import own, paragraphs

    found, draw = list(paragraphs(own())), random.Random(size)  # noqa: S311 - nothing secret
    with path.open("w", encoding="utf-8") as file:
        for number in range(size):
            line = {"id": f"d{number}", "text": _text(found, number, draw), "published": f"2013-11-{number % 30 + 1:02}"}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _text(found: Sequence[str], number: int, draw: random.Random) -> str:
    parts = [f"Despatch {number:06}"]
    while sum(len(part.split()) for part in parts) < WORDS:
        parts.append(draw.choice(found))
    return "\n\n".join(parts) + "\n"


def run(size: int, *command: str) -> Run:
    """Run atodds to its end and see what it took. Raises SystemExit where it fails."""
    started = time.perf_counter()
    process = subprocess.Popen([*_ATODDS, *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"memory: atodds {command[0]} ended with {process.returncode}:\n{said.decode(errors='replace')[-2000:]}")
    return Run(size, used.ru_maxrss / _KB_OF.get(sys.platform, 1) / 1024, time.perf_counter() - started)


def runs(title: str, sizes: Sequence[int], folder: Path, *, ledger: bool) -> Iterator[Run]:
    print(f"{title}\n{'documents':>9} {'peak':>11} {'a second':>9}")
    for size in sizes:
        path = folder / f"{size}.jsonl"
        if not path.exists():
            subprocess.run([sys.executable, __file__, "--write", str(path), "--sizes", str(size)], check=True)
        command = ("read", "--ledger", str(folder / f"{size}.sqlite")) if ledger else ("extract",)
        done = run(size, *command, str(path))
        print(done, flush=True)
        yield done


def growth(found: Sequence[Run]) -> float:
    """How much higher the highest peak is than that of the smallest run, as a share of it.

    >>> growth([Run(1000, 100.0, 1), Run(5000, 104.0, 5), Run(10000, 103.0, 10)])
    0.04
    """
    return (max(each.peak for each in found) - found[0].peak) / found[0].peak


def verdict(found: Sequence[Run]) -> bool:
    """Say whether memory is flat over these runs."""
    grown = growth(found)
    flat = grown <= FLAT
    print(f"{'flat' if flat else 'GROWS'}: {grown:+.1%} from {found[0].documents:,} to {found[-1].documents:,} documents\n")
    return flat


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="N", help="documents to extract from")
    parser.add_argument("--ledger", type=int, nargs="*", default=INTO_A_LEDGER, metavar="N", help="documents to read into a fresh ledger")
    parser.add_argument("--write", type=Path, metavar="FILE", help="only write the documents of the first size")
    options = parser.parse_args()
    if options.write:
        write(options.write, options.sizes[0])
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder, flat = Path(name), []
        for title, sizes, ledger in (("atodds extract", options.sizes, False), ("atodds read, a fresh ledger", options.ledger, True)):
            if sizes:
                flat.append(verdict(list(runs(title, sorted(sizes), folder, ledger=ledger))))
    return 0 if all(flat) else 1


if __name__ == "__main__":
    sys.exit(main())
