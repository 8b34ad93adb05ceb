"""Mentions -> figures: a sentence as symbols, and the named rules that read them."""
