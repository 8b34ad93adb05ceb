"""Claims that cannot all be true, with the proof in a sentence; the rules are those of docs/methodology.md."""
