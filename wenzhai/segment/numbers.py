"""Line -> the kind of number or mark it begins with, and the number."""

from __future__ import annotations

import re

NUMBER = re.compile(
    r"^(?:(?P<han>[一二三四五六七八九十]{1,3})[、．.]|[（(](?P<paren>[一二三四五六七八九十]{1,3})[）)]"
    r"|(?P<digit>\d{1,2})[.．、](?!\d)|[（(](?P<dparen>\d{1,2})[）)]|(?P<ring>[①-⑳])"
    r"|第(?P<ord>[一二三四五六七八九十]{1,3})[，,、])"
)  # 一、 （一） 1. (1) ① 第一，
MARK = re.compile(r"^[■□●○◆◇▲△★☆◎▌▍▎♦▶►▷▸▼▽⊙◉◈❖※◢◣▉⬤][ \u3000]*(?=\S)")
HAN_DIGITS = {c: i for i, c in enumerate("一二三四五六七八九", 1)}


def read_series(text: str) -> tuple[str | None, int | None]:
    """The kind, such as "han" or "■", and the value; None where there is none."""
    number = NUMBER.match(text)
    if number:
        kind = str(number.lastgroup)
        return kind, read_number(number[kind])
    mark = MARK.match(text)
    return (text[0], None) if mark else (None, None)


def read_number(text: str) -> int:
    """十二, 12 or ⑫ as a number."""
    if text.isdigit() and text.isascii():
        return int(text)
    if len(text) == 1 and "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    tens, _, ones = text.rpartition("十")
    if "十" not in text:
        return HAN_DIGITS.get(text, 0)
    return (HAN_DIGITS.get(tens, 1) if tens else 1) * 10 + HAN_DIGITS.get(ones, 0)
