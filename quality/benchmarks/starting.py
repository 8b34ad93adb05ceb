"""How long does a command take to start, and how much memory does it need?

    python quality/benchmarks/starting.py                 help, one sentence, and the sample reports
    python quality/benchmarks/starting.py --texts a.jsonl the peak over these documents

Seconds on the clock, from the start of the process to its end, the least of several starts: what a person at the keyboard waits on a
machine that does nothing else. `reading.py` prints the same lines behind its own.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from memory import run
from samples import ROOT

STARTS = 5
SENTENCE = "The strike killed four farmers near Tarin on Monday, the governor said.\n"


def starts(texts: Sequence[str], times: int = STARTS) -> Iterator[str]:
    """A line a command: how long it took, and its peak."""
    with tempfile.TemporaryDirectory() as name:
        one = Path(name, "one.txt")
        one.write_text(SENTENCE, encoding="utf-8")
        # a process is never below the peak of the one that starts it: the long runs come last
        for title, command, often in (
            ("atodds --help", ("--help",), times),
            ("atodds extract, one sentence", ("extract", str(one)), times),
            ("atodds extract, the texts", ("extract", *texts), 1),
        ):
            done = [run(1, *command) for _ in range(often)]
            yield f"{title:<30}{min(each.seconds for each in done):>7.2f} s {max(each.peak for each in done):>7.0f} MB at most"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", action="append", metavar="FILE", help="documents as `atodds extract` takes them; may be repeated")
    for line in starts(parser.parse_args().texts or [str(ROOT / "examples" / "reports")]):
        print(line)


if __name__ == "__main__":
    main()
