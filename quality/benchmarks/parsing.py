"""Plain spaCy in a process and an environment of its own: AtOdds never depends on it.

    python parsing.py PIPELINE TEXTS.json

TEXTS.json holds lists of texts by their kind. Reads "parse KIND" or "whole KIND" from standard input, a line a round, and answers each
with the seconds of processor time that it took. "parse" is the pipeline up to the dependency parse, "whole" all of it. The first line
out names the versions.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import spacy

BEHIND_THE_PARSE = ("ner", "lemmatizer", "trainable_lemmatizer", "morphologizer", "attribute_ruler", "entity_linker", "textcat")


def main(pipeline: str, texts: str) -> None:
    language = spacy.load(pipeline)
    kinds: dict[str, list[str]] = json.loads(Path(texts).read_text(encoding="utf-8"))
    left_out = [name for name in BEHIND_THE_PARSE if name in language.pipe_names]
    about = f"spaCy {spacy.__version__}, {language.meta['name']} {language.meta['version']} ({', '.join(language.pipe_names)})"
    print(json.dumps({"about": about, "left_out": left_out}), flush=True)
    for line in sys.stdin:
        way, _, kind = line.strip().partition(" ")
        with language.select_pipes(disable=left_out if way == "parse" else []):
            started = time.process_time()
            for _ in language.pipe(kinds[kind]):
                pass
            print(time.process_time() - started, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
