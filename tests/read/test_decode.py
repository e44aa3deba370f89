"""Bytes -> text: each encoding, and what is no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenzhai.read.decode import Decoded, Undecodable, decode

TEXT = "本报讯（记者 陈敏）11月3日，县里来了雨。\n第二行\r\n第三行，说：“好。”"


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_each_encoding_is_read_and_named(encoding: str, told: str) -> None:
    assert decode(TEXT.encode(encoding)) == Decoded(TEXT, told)


@pytest.mark.parametrize(
    ("data", "is_binary", "position"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", True, 0),
        ("中文".encode() + b"\xff\xfe", False, 6),
        (b"abc\x00def", True, 3),
        ("中".encode() + b"\x07", True, 3),
    ],
)
def test_what_is_no_text_says_where(data: bytes, is_binary: bool, position: int) -> None:
    result = decode(data)
    assert isinstance(result, Undecodable)
    assert (result.is_binary, result.position) == (is_binary, position)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    result = decode(data)
    if isinstance(result, Undecodable):
        assert 0 <= result.position <= len(data)
    else:
        assert "\0" not in result.text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_utf_8_is_kept_as_it_is(text: str) -> None:
    expected = text.removeprefix("\ufeff")
    assert decode(text.encode()) == Decoded(expected, "utf-8")
