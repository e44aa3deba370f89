"""A printed number -> its value; 一百二十万, 两千, 280.15亿, 三点五."""

from __future__ import annotations

from decimal import Decimal

DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
GREAT = {"万": 10**4, "亿": 10**8}


def value_of(printed: str) -> Decimal | None:
    """None when it cannot be read as one number."""
    bare = printed.replace(",", "").replace("，", "")
    number = bare.rstrip("十百千万亿")
    if number and number.replace(".", "", 1).isascii():
        return _arabic(number, bare[len(number) :])
    whole, _, rest = bare.partition("点")
    found = _chinese(whole)
    if found is None or not rest:
        return found
    great = rest.lstrip("".join(DIGITS))
    digits = rest[: len(rest) - len(great)]
    if not digits or any(c not in GREAT for c in great):
        return None
    value = found + Decimal("0." + "".join(str(DIGITS[c]) for c in digits))
    for character in great:
        value *= GREAT[character]
    return value


def _arabic(number: str, after: str) -> Decimal | None:
    try:
        value = Decimal(number)
    except ArithmeticError:
        return None
    for character in after:
        value *= TENS.get(character) or GREAT[character]
    return value


def _chinese(text: str) -> Decimal | None:
    if len(text) > 1 and all(c in DIGITS for c in text):  # 二〇二四: a row of digits
        return Decimal("".join(str(DIGITS[c]) for c in text)) if len(text) > 2 else None
    total = part = digit = 0
    last = 1
    for character in text:
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in TENS:
            last = TENS[character]
            part += (digit or 1) * last
            digit = 0
        elif character in GREAT:
            last = GREAT[character]
            total = (total + part + digit or 1) * last
            part = digit = 0
        else:
            return None
    if digit and last >= 100 and len(text) > 1 and text[-2] in "百千万亿":
        digit *= last // 10  # 三百五 is 350
    return Decimal(total + part + digit)


def plain(value: Decimal) -> str:
    """Digits without exponent and idle zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
