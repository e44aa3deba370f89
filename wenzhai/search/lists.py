"""Which of the shared units? -> a short string of 64 symbols; grams.js reads it.

A list picks some of the sorted units that it may pick from. Written are the gaps between
the ranks of those picked, as Rice codes of one width; or of those left out, when they are
fewer. The first symbol holds the width and which of the two it is. The last symbol is
filled up with ones, which begin a code that never ends.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from functools import cache
from math import log2

SYMBOLS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
COMPLEMENT = 32
"""Flag in the first symbol: the list names those left out."""
HALF_LIFE = 0.69  # ln 2: the width that suits gaps of a given mean best
FEW = 150  # picks; below, bits are counted gap by gap, above, along a string of all bits
TABLE_LENGTH = 512  # gaps per width whose codes are looked up; longer ones are rare


def encode(shared: int, size: int, picked: Sequence[int]) -> str:
    """`shared` has a bit for each of `size` units that may be picked; `picked` is sorted."""
    count = len(picked)
    if count == size:
        return SYMBOLS[COMPLEMENT]
    is_complement = count * 2 > size
    if is_complement:
        picked = _left_out(shared, picked)
        count = size - count
    mean = (size - count) / count
    width = max(0, int(log2(mean * HALF_LIFE + 1e-9))) if mean > 1 else 0
    bits = _codes(list(_gaps(shared, picked)), width)
    return SYMBOLS[width | (COMPLEMENT if is_complement else 0)] + _symbols(bits)


def _codes(gaps: Sequence[int], width: int) -> str:
    table = _table(width)
    if max(gaps) < TABLE_LENGTH:
        return "".join(map(table.__getitem__, gaps))
    return "".join(table[gap] if gap < TABLE_LENGTH else _code(gap, width) for gap in gaps)


@cache
def _table(width: int) -> tuple[str, ...]:
    return tuple(_code(gap, width) for gap in range(TABLE_LENGTH))


def _code(gap: int, width: int) -> str:
    rest = f"{gap & ((1 << width) - 1):0{width}b}" if width else ""
    return "1" * (gap >> width) + "0" + rest


def _gaps(shared: int, picked: Sequence[int]) -> Iterator[int]:
    """How many units are passed over before each pick."""
    at = 0
    if len(picked) < FEW:
        octets = shared.to_bytes(shared.bit_length() // 8 + 1, "little")
        for unit in picked:
            between = int.from_bytes(octets[at >> 3 : (unit >> 3) + 1], "little") >> (at & 7)
            yield (between & ((1 << (unit - at)) - 1)).bit_count()
            at = unit + 1
        return
    bits = f"{shared:b}"[::-1]
    for unit in picked:
        yield bits.count("1", at, unit)
        at = unit + 1


def _left_out(shared: int, picked: Sequence[int]) -> list[int]:
    taken = set(picked)
    bits = f"{shared:b}"[::-1]
    found: list[int] = []
    at = bits.find("1")
    while at >= 0:
        if at not in taken:
            found.append(at)
        at = bits.find("1", at + 1)
    return found


def _symbols(bits: str) -> str:
    count = -(-len(bits) // 6)
    padded = bits + "1" * (-len(bits) % 24)
    return b64encode(int(padded, 2).to_bytes(len(padded) // 8, "big")).decode()[:count]


def bitmap(units: Sequence[int], size: int = 0) -> int:
    """A number with the bit of each unit set."""
    octets = bytearray(max(size, units[-1] + 1 if units else 0) // 8 + 1)
    for unit in units:
        octets[unit >> 3] |= 1 << (unit & 7)
    return int.from_bytes(octets, "little")
