"""Formats in and out, one file each; each says what it leaves out."""
