"""Sentences -> mentions -> claims. One file an extractor; `extractors.py` holds them in one visible, ordered tuple."""
