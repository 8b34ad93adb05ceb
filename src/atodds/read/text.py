"""Bytes -> text: what encoding they are in, and one way of writing line ends."""

from __future__ import annotations

import codecs
import re

from atodds.errors import UnreadableDocument

_BOMS = (  # longest first: UTF-32's begins as UTF-16's does
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536  # bytes looked at to guess an encoding
_NULS = 0.35  # of the bytes: UTF-16 of Latin text has about half
_FEW = 0.06  # of the bytes are not ASCII: then statistics tell nothing, and Windows-1252 is what such files are in
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BINARY = 0.01  # of the bytes are controls: no text
# What UTF-8's quotation marks and dashes become when they are read as Windows-1252 and saved again: no honest text writes these.
_TWICE = re.compile("â€[™œ\x9d“”˜¦]|â\x80[\x93\x94\x98\x99\x9c\x9d\xa6]")


class Undecodable(UnreadableDocument):
    """Bytes that are text in no encoding we know."""


def decode(data: bytes) -> str:
    """The characters of a text file, nothing lost but the byte order mark.

    >>> decode("Ten died – “so far”".encode("cp1252"))
    'Ten died – “so far”'
    """
    return _once(_characters(data))


def plain_text(data: bytes) -> str:
    """The text of a plain text file: decoded, its line ends as line feeds."""
    return line_feeds(decode(data))


def line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _characters(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if (wide := _wide(data[:_SAMPLE])) is not None:
        return _strictly(data, wide)
    controls = len(_CONTROLS.findall(data[:_SAMPLE]))
    if controls > _BINARY * min(len(data), _SAMPLE):
        raise Undecodable("these bytes are no text", "save the report as text, HTML, PDF or DOCX")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise Undecodable(
            f"the bytes say that they are {encoding} and are not, from byte {fault.start} on", "save the file again as UTF-8"
        ) from None


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: every other byte is zero."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < _NULS * len(sample) or min(even, odd) > max(even, odd) / 10:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _guessed(data: bytes) -> str:
    sample = data[:_SAMPLE]
    if sum(byte > 127 for byte in sample) < _FEW * len(sample):
        # the five bytes that Windows-1252 leaves empty become the controls that they are in ISO 8859-1
        return data.decode("cp1252") if not _holes(data) else data.decode("latin-1")
    from charset_normalizer import from_bytes  # loaded for the few texts that need it

    best = from_bytes(sample).best()
    if best is None:
        raise Undecodable("these bytes are text in no encoding we know", "save the file as UTF-8")
    return data.decode(best.encoding, "replace")


def _holes(data: bytes) -> bool:
    return any(byte in data for byte in (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"))


def _once(text: str) -> str:
    """Undo a text that was encoded twice, where its marks leave no doubt."""
    if not _TWICE.search(text):
        return text
    import ftfy  # as above

    mended = ftfy.fix_encoding(text)
    return mended if not _TWICE.search(mended) else text
