"""The benchmarks: what they say of a run is worked out from its seconds and its peaks."""

from __future__ import annotations

import doctest
import importlib
import json
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).parent.parent.parent / "quality" / "benchmarks"


@pytest.fixture(params=["floor", "memory", "reading", "samples"])
def module(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(FOLDER))
    return importlib.import_module(request.param)


def test_the_examples_in_the_docstrings(module: ModuleType) -> None:
    done = doctest.testmod(module)
    assert done.attempted > 0
    assert done.failed == 0


def test_the_documents_of_the_memory_run_are_all_unlike(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.syspath_prepend(str(FOLDER))
    memory = importlib.import_module("memory")
    memory.write(tmp_path / "documents.jsonl", 50)
    lines = [json.loads(line) for line in (tmp_path / "documents.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(lines) == len({line["text"] for line in lines}) == 50
    assert all(len(line["text"].split()) >= memory.WORDS for line in lines)


def test_memory_that_grows_is_not_flat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(FOLDER))
    memory = importlib.import_module("memory")
    assert memory.verdict([memory.Run(1000, 100.0, 1), memory.Run(10000, 109.0, 1)])
    assert not memory.verdict([memory.Run(1000, 100.0, 1), memory.Run(10000, 190.0, 1)])


def test_a_ratio_below_what_is_wanted_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(FOLDER))
    reading = importlib.import_module("reading")
    seconds = {"rules": [1.0, 1.0, 2.0], "parse": [14.0, 16.0, 30.0], "whole": [99.0, 99.0, 99.0]}
    assert reading._holds(seconds, "parse", 15)
    assert not reading._holds(seconds, "parse", 16)
    assert reading._holds(seconds, "whole", 60)
    assert reading._holds({"rules": [1.0]}, "whole", 15)  # nothing to compare with


def test_the_texts_tell_how_dense_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(FOLDER))
    reading, samples = importlib.import_module("reading"), importlib.import_module("samples")
    text = "The strike killed four farmers. The weather was fine."
    assert reading.density([samples.plain("one", text)]) == "50% of 2 sentences hold a claim, 222 claims in 1,000 words"
