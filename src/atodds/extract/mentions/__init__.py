"""Extractors: each finds one kind of mention in one sentence, and none knows another."""
