"""Encodings: the same words, whatever the bytes."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.read.text import Undecodable, decode, plain_text

REPORT = "Nine people were killed in Mérida – “so far”, said José’s brother, a nurse who had counted them in the ward herself."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_of_english(encoding: str) -> None:
    assert decode(REPORT.encode(encoding)) == REPORT


def test_latin_1() -> None:
    assert decode("Diez murieron en Mérida, dijo José.".encode("latin-1")) == "Diez murieron en Mérida, dijo José."


def test_an_encoding_that_statistics_have_to_tell() -> None:
    report = "Колонна была обстреляна на рассвете, погибли девять человек, сообщил врач городской больницы. Армия это отрицает. " * 5
    assert decode(report.encode("cp1251")) == report


def test_text_that_was_encoded_twice_is_mended() -> None:
    assert decode("The army’s word".encode().decode("cp1252").encode()) == "The army’s word"


@pytest.mark.parametrize("honest", ["Ã is a letter, and € a coin", "Café à la carte", "50 €"])
def test_honest_text_is_not_mended(honest: str) -> None:
    assert decode(honest.encode()) == honest


def test_line_ends() -> None:
    assert plain_text(b"One\r\ntwo\rthree\n\n four ") == "One\ntwo\nthree\n\n four "


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03" * 50, b"\xff\xfe\x00", bytes(range(32)) * 9])
def test_bytes_that_are_no_text(data: bytes) -> None:
    with pytest.raises(Undecodable):
        decode(data)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_are_refused(data: bytes) -> None:
    with suppress(Undecodable):
        assert isinstance(decode(data), str)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf_8_loses_nothing(text: str) -> None:
    data = text.encode()
    if not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")) and "â" not in text:
        assert decode(data) == text
