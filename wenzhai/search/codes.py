"""Text -> a third as many bytes, also after gzip two thirds: codes.js reads them.

The digest's words and characters are ranked by how often they stand in it. The commonest are
written as one ASCII symbol, all others as two, and what is left over as a mark and itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import rjieba

MARK = "~"
SYMBOLS = "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) not in '"\\' + MARK)
SINGLE = 40  # pieces written as one symbol; more would leave too few pairs
PAIRS = (len(SYMBOLS) - SINGLE) * len(SYMBOLS)
LONGEST = 4  # characters of a word with a code; codes.js keeps room for so many a symbol
FEWEST = 3  # times that a word stands there; below, its place in the alphabet costs more
COUNTED = 2_000_000  # characters whose words are counted; more hardly change the ranks


def alphabet(texts: Sequence[str]) -> tuple[str, ...]:
    """Words and characters that have a code, from common to rare; characters before words,
    should there not be codes enough."""
    characters = {c for c in set[str]().union(*texts) if _is_plain(c)}
    segments: Counter[str] = Counter()
    for text in texts[:: max(1, sum(map(len, texts)) // COUNTED)]:
        segments.update(rjieba.cut(text))
    words = Counter({one: count for one, count in segments.items() if _is_word(one, count)})
    chosen = set(_ranked(words)[: max(0, SINGLE + PAIRS - len(characters))])
    counts = Counter(dict.fromkeys(characters, 0))
    for segment, count in segments.items():
        for piece in (segment,) if segment in chosen else filter(_is_plain, segment):
            counts[piece] += count
    return tuple(_ranked(counts)[: SINGLE + PAIRS])


def _is_plain(text: str) -> bool:
    """One unit a character in JavaScript."""
    return max(text) <= "\uffff"


def _is_word(segment: str, count: int) -> bool:
    return count >= FEWEST and 1 < len(segment) <= LONGEST and _is_plain(segment)


def _ranked(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda piece: (-counts[piece], piece))


class Coder:
    """Writes text in the codes of an alphabet."""

    def __init__(self, alphabet: Sequence[str]) -> None:
        self._table = _Table({piece: _code(rank) for rank, piece in enumerate(alphabet)})

    def encode(self, text: str) -> str:
        return "".join(map(self._table.__getitem__, rjieba.cut(text)))

    def decode(self, coded: str) -> str:
        """The text again; for tests, readers' browsers have codes.js."""
        back = {code: piece for piece, code in self._table.items()}
        found = ""
        at = 0
        while at < len(coded):
            length = 1 if coded[at] in back else 2
            code = coded[at : at + length]
            found += code[1:] if code[0] == MARK else back[code]
            at += length
        return found


class _Table(dict[str, str]):
    """Codes by word or character; a word without a code is spelt."""

    def __missing__(self, segment: str) -> str:
        if len(segment) == 1:
            return MARK + segment
        return "".join(map(self.__getitem__, segment))


def _code(rank: int) -> str:
    if rank < SINGLE:
        return SYMBOLS[rank]
    first, second = divmod(rank - SINGLE, len(SYMBOLS))
    return SYMBOLS[SINGLE + first] + SYMBOLS[second]
