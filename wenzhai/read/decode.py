"""Bytes -> text.

Encodings are tried strictly, in this order: a byte-order mark decides (UTF-8, UTF-16);
else UTF-8; else GB18030 (of which GBK and GB2312 are parts); else UTF-16 without a mark.
The last two accept almost any bytes, so what they give must look like a page: no control
characters, and nearly all of it characters that Chinese newspapers print.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
GUESSES = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
WEAK_GUESSES = frozenset(GUESSES[1:])
MIN_PRINTABLE = 0.9  # share of usual characters; wrong decodings of real pages have under 0.6
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")  # not tab, line ends, form feed, escape
USUAL = re.compile(r"[\x09-\x0d\x20-\x7e·–-”…　-】〔-〕一-鿿＀-￯①-⑳■-◆○●㎡℃№×]")


class Decoded(NamedTuple):
    text: str
    encoding: str


class Undecodable(NamedTuple):
    is_binary: bool
    position: int
    """Byte of the file at which the first reading failed."""
    found: str


def decode(data: bytes) -> Decoded | Undecodable:
    """The text of a file and its encoding, or where and why it is no text."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :], encoding, len(mark))
    failure: Undecodable | None = None
    for encoding in GUESSES:
        result = _checked(data, encoding, 0)
        if isinstance(result, Undecodable):
            failure = failure or result
        elif encoding not in WEAK_GUESSES or _looks_printed(result.text):
            return result
    return failure or Undecodable(False, 0, "text in no known encoding")


def _checked(data: bytes, encoding: str, skipped: int) -> Decoded | Undecodable:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        byte = data[error.start]
        is_binary = b"\0" in data
        return Undecodable(is_binary, skipped + error.start, f"byte 0x{byte:02x}")
    control = CONTROL.search(text)
    if control is not None:
        position = skipped + len(text[: control.start()].encode(encoding))
        return Undecodable(True, position, f"control character U+{ord(control[0]):04X}")
    return Decoded(text, encoding)


def _looks_printed(text: str) -> bool:
    return len(USUAL.findall(text)) >= MIN_PRINTABLE * len(text)
