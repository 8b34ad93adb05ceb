"""The floor: what extraction costs before the rules and behind them, which no rule can save.

    python quality/benchmarks/floor.py war.jsonl

Before the rules a text is re-flowed and cut into sentences and words; behind them each claim is put together, identified and encoded. Both
are timed alone, on the claims that the rules find, in seconds of processor time, the best of five rounds. What is left is the rules'.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from samples import count, documents

from atodds.language.pipeline import load
from atodds.model.claim import Claim
from atodds.model.ids import claim_id
from atodds.model.text import Document
from atodds.pipeline import claims_of
from atodds.read.clean import flow

ROUNDS = 5
_WAYS = ("re-flow", "sentences and words", "claims put together", "all")


def seconds(found: Sequence[Document]) -> dict[str, float]:
    """Processor time of each step alone, and of all of extraction."""
    language, encode = load("rules"), msgspec.json.Encoder().encode
    made = [(document, claims_of(document, language)) for document in found]

    def before() -> None:
        for document in found:
            flow.cache_clear()
            for sentence in language.sentences(flow(document.text)):
                sentence.tokens  # noqa: B018 - worked out when it is first asked for

    def behind() -> None:
        for document, claims in made:
            for claim in claims:
                encode(_again(claim, document))

    def whole() -> None:
        for document in found:
            flow.cache_clear()
            for claim in claims_of(document, language):
                encode(claim)

    def reflowed() -> None:
        for document in found:
            flow.cache_clear()
            flow(document.text)

    best = {way: min(map(_timed, [step] * ROUNDS)) for way, step in zip(_WAYS, (reflowed, before, behind, whole), strict=True)}
    return {**best, "sentences and words": best["sentences and words"] - best["re-flow"]}


def _timed(step: Callable[[], None]) -> float:
    started = time.process_time()
    step()
    return time.process_time() - started


def _again(claim: Claim, document: Document) -> Claim:
    """The claim with every record in it made anew, and its id."""
    made: Claim = _copied(claim)
    return msgspec.structs.replace(made, id=claim_id(made, document.sha256))


def _copied(value: Any) -> Any:
    if isinstance(value, msgspec.Struct):
        return type(value)(**{name: _copied(getattr(value, name)) for name in value.__struct_fields__})
    if type(value) is tuple:
        return tuple(map(_copied, value))
    return dict(value) if isinstance(value, dict) else value


def lines(words: int, took: Mapping[str, float]) -> Iterator[str]:
    r"""Each step's speed and share, and how many times as fast extraction could be if the rules took no time.

    >>> steps = {"re-flow": 0.1, "sentences and words": 0.2, "claims put together": 0.1, "all": 4.0}
    >>> print(*lines(100_000, steps), sep="\n")
    re-flow               1,000,000 words/s    2.5%
    sentences and words     500,000 words/s    5.0%
    claims put together   1,000,000 words/s    2.5%
    all                      25,000 words/s  100.0%
    without any rule: 250,000 words/s, 10.0 times as fast
    """
    for way, each in took.items():
        yield f"{way:<20} {words / each:>10,.0f} words/s {each / took['all']:>7.1%}"
    floor = sum(each for way, each in took.items() if way != "all")
    yield f"without any rule: {words / floor:,.0f} words/s, {took['all'] / floor:.1f} times as fast"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", metavar="FILE", help="documents as `atodds extract` takes them")
    for path in parser.parse_args().texts:
        found = documents([path])
        words = sum(map(count, found))
        print(f"{path}: {words:,} words in {len(found):,} documents")
        for line in lines(words, seconds(found)):
            print(f"  {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
