"""How fast the rules read, beside plain spaCy parsing of the same texts in the same run.

    python quality/benchmarks/reading.py                                  the rules alone, on the project's own texts
    python quality/benchmarks/reading.py --pipeline en_core_web_sm.whl    and spaCy with that pipeline
    python quality/benchmarks/reading.py --texts conflict=war.jsonl --texts general=news.jsonl --pipeline en_core_web_sm.whl
    python quality/benchmarks/reading.py --texts news.jsonl --profile     other texts; where the time goes

Two kinds of text tell the whole: news of violence, where most sentences hold a claim, and general news, where few do. The density of each
kind is printed beside its speed. spaCy is timed twice: its whole pipeline, names and lemmas included, and only up to the dependency
parse (token vectors, tagger, parser). It goes into a throw-away environment (or the one that `--environment` names and keeps).

Rounds of the three are interleaved, and a ratio is the median of the rounds' ratios, so that a busy machine slows all of them. All times
are seconds of processor time, one thread each. "The rules" are what `atodds extract` does with a document's text: flow, sentences,
every extractor, claims. At the end: how long the program takes to start, and its peak of memory.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import platform
import pstats
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import IO

from samples import ROOT, count, documents, own, repeated
from starting import starts

from atodds import __version__
from atodds.language.pipeline import load
from atodds.model.text import Document
from atodds.pipeline import claims_of, sentences_of

WORDS = 60_000  # of each kind, so that a round of the rules takes a second or more
ROUNDS = 3
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "BLIS_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
RULES, PARSE, WHOLE = "rules", "parse", "whole"
_TITLES = {RULES: "the rules", WHOLE: "spaCy, whole pipeline", PARSE: "spaCy, up to the parse"}


def rules(found: Sequence[Document]) -> float:
    """Seconds that the rules take for these documents."""
    language = load("rules")
    started = time.process_time()
    for document in found:
        claims_of(document, language)
    return time.process_time() - started


class Spacy:
    """A running spaCy that holds the texts; `seconds` makes it read them all once."""

    def __init__(self, lines_in: IO[str], lines_out: IO[str]) -> None:
        self._in, self._out = lines_in, lines_out
        first = json.loads(lines_out.readline() or "{}")
        if not first:
            raise SystemExit("reading: spaCy did not start; see above")
        self.about: str = first["about"]

    def seconds(self, way: str, kind: str) -> float:
        print(way, kind, file=self._in, flush=True)
        return float(self._out.readline())


@contextmanager
def spacy(python: Path, pipeline: str, texts: Mapping[str, Sequence[str]]) -> Iterator[Spacy]:
    worker = Path(__file__).with_name("parsing.py")
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(texts, file)
        file.flush()
        # PYTHONPATH names our own packages, which are of no use to spaCy and may not fit its environment.
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | _ONE_THREAD
        call = [str(python), str(worker), pipeline, file.name]
        with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            yield Spacy(process.stdin, process.stdout)
            process.stdin.close()


def environment(folder: Path, pipeline: str) -> tuple[Path, str]:
    """The interpreter of an environment with spaCy and the pipeline in it, and the pipeline's name there."""
    python = folder / "bin" / "python"
    if not python.exists():
        print(f"making an environment for spaCy in {folder} ...", file=sys.stderr)
        venv.create(folder, with_pip=True)
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "spacy"]
        subprocess.run([*install, *([pipeline] if _is_wheel(pipeline) else [])], check=True, stdout=sys.stderr)
    return python, Path(pipeline).name.split("-")[0] if _is_wheel(pipeline) else pipeline


def _is_wheel(pipeline: str) -> bool:
    return pipeline.endswith(".whl")


def measured(kind: str, found: Sequence[Document], rounds: int, other: Spacy | None) -> dict[str, list[float]]:
    """Seconds of each round, the rules and spaCy in turn. What is loaded once is loaded before."""
    rules(found[:20])
    ways = [] if other is None else [WHOLE, PARSE]
    seconds: dict[str, list[float]] = {way: [] for way in (RULES, *ways)}
    for _ in range(rounds):
        seconds[RULES].append(rules(found))
        for way in ways:
            assert other is not None
            seconds[way].append(other.seconds(way, kind))
    return seconds


def density(found: Sequence[Document]) -> str:
    """How much these texts claim: the share of their sentences that hold a claim, and claims for each thousand words."""
    language, holding, sentences, claims = load("rules"), 0, 0, 0
    for document in found:
        spans = [sentence.whole for sentence in sentences_of(document, language)]
        made = claims_of(document, language)
        claims += len(made)
        sentences += len(spans)
        holding += sum(any(span.start <= claim.start < span.end for claim in made) for span in spans)
    share, rate = holding / max(1, sentences), 1000 * claims / max(1, sum(map(count, found)))
    return f"{share:.0%} of {sentences:,} sentences hold a claim, {rate:.0f} claims in 1,000 words"


def lines(words: int, seconds: Mapping[str, Sequence[float]]) -> Iterator[str]:
    r"""Words a second of each, and how many times as fast the rules are.

    >>> print(*lines(6000, {"rules": [0.5, 0.4, 0.6], "whole": [6, 6, 6], "parse": [3, 3, 3]}), sep="\n")
                                words/s  rules are
    the rules                    12,000
    spaCy, whole pipeline         1,000  12.0 times as fast (10.0 to 15.0)
    spaCy, up to the parse        2,000  6.0 times as fast (5.0 to 7.5)
    """
    yield f"{'':<24}{'words/s':>11}  {'rules are' if len(seconds) > 1 else ''}".rstrip()
    for way, each in seconds.items():
        line = f"{_TITLES[way]:<24}{words / median(each):>11,.0f}"
        if way != RULES:
            times = [other / mine for mine, other in zip(seconds[RULES], each, strict=True)]
            line += f"  {median(times):.1f} times as fast ({min(times):.1f} to {max(times):.1f})"
        yield line


def profile(found: Sequence[Document], rows: int = 15) -> None:
    """Where the rules spend their time, by function."""
    rules(found[:20])
    watch = cProfile.Profile()
    watch.runcall(rules, found)
    pstats.Stats(watch, stream=sys.stdout).strip_dirs().sort_stats("tottime").print_stats(rows)


def machine() -> str:
    return f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores"


def kinds(texts: Sequence[str] | None) -> dict[str, list[str]]:
    """The files of each kind of text.

    >>> kinds(["conflict=a.jsonl", "conflict=b.jsonl", "news.jsonl"])
    {'conflict': ['a.jsonl', 'b.jsonl'], 'news': ['news.jsonl']}
    """
    found: dict[str, list[str]] = {}
    for each in texts or ():
        name, _, path = each.rpartition("=")
        found.setdefault(name or Path(path).stem, []).append(path)
    return found


def main() -> int:
    options = _arguments()
    files = kinds(options.texts)
    once = {kind: documents(paths) for kind, paths in files.items()} or {"own": own()}
    print(f"atodds {__version__}, {machine()}; {options.rounds} rounds")
    if options.profile:
        profile(repeated([each for found in once.values() for each in found], options.words))
        return 0
    with ExitStack() as stack:
        other = None
        if options.pipeline:
            folder = options.environment or Path(stack.enter_context(tempfile.TemporaryDirectory()), "spacy")
            python, name = environment(folder, options.pipeline)
            texts = {kind: [document.text for document in repeated(found, options.words)] for kind, found in once.items()}
            other = stack.enter_context(spacy(python, name, texts))
            print(other.about)
        held = [_kind(kind, found, options, other) for kind, found in once.items()]
    print()
    for line in starts([path for paths in files.values() for path in paths] or [str(ROOT / "examples" / "reports")]):
        print(line)
    return 0 if all(held) else 1


def _kind(kind: str, found: Sequence[Document], options: argparse.Namespace, other: Spacy | None) -> bool:
    """Measure one kind of text, print it, and say whether the rules are as fast there as was asked."""
    again = repeated(found, options.words)
    words = sum(map(count, again))
    print(f"\n{kind}: {words:,} words in {len(again):,} documents ({len(found):,} different); {density(found)}", flush=True)
    seconds = measured(kind, again, options.rounds, other)
    for line in lines(words, seconds):
        print(line, flush=True)
    return _holds(seconds, options.against, options.at_least)


def _holds(seconds: Mapping[str, Sequence[float]], against: str, wanted: float | None) -> bool:
    if wanted is None or against not in seconds:
        return True
    ratio = median(other / mine for mine, other in zip(seconds[RULES], seconds[against], strict=True))
    print(f"{'at least' if ratio >= wanted else 'BELOW'} {wanted:g} times {_TITLES[against]}")
    return ratio >= wanted


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pipeline", default=os.environ.get("ATODDS_SPACY"), help="wheel, or name where installed [env ATODDS_SPACY]")
    parser.add_argument("--environment", type=Path, metavar="DIR", help="environment with spaCy; made where it is not, and kept")
    parser.add_argument("--texts", action="append", metavar="[KIND=]FILE", help="documents as `atodds extract` takes them; may be repeated")
    parser.add_argument("--words", type=int, default=WORDS, help="repeat the texts of a kind to at least so many words [%(default)s]")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="[%(default)s]")
    parser.add_argument("--profile", action="store_true", help="show where the rules spend their time, measure nothing else")
    parser.add_argument("--at-least", type=float, metavar="N", help="exit 1 where the rules are not N times as fast, on any kind of text")
    parser.add_argument("--against", choices=(WHOLE, PARSE), default=WHOLE, help="which spaCy `--at-least` is about [%(default)s]")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
