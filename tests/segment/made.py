"""Units made for tests."""

from __future__ import annotations

from wenzhai.segment.units import Start, Unit


def unit(number: int, *, is_text: bool = True, new: float = 0.0, start: Start = "nothing") -> Unit:
    return Unit(
        block=number,
        is_text=is_text,
        place=number,
        size=10,
        start=start,
        new=new,
        is_signed=False,
        is_closed=True,
        is_spoken=False,
        is_own=None,
        width=None,
        is_sub=False,
        is_crosshead=False,
        is_head=not is_text,
    )
