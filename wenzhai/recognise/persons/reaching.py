"""Where a run of titles seems to begin -> where it begins, if a place or a known word goes before.

The segmenter cuts 茂县|羌|绣|传承人 and 市委|会|主委; what is known to belong to roles, and a place in
its full form a few characters before, carries the run over such pieces.
"""

from __future__ import annotations

import re

from wenzhai.recognise.persons.lexicon import HAN, PersonLexicon
from wenzhai.recognise.persons.tokens import Tokens

BETWEEN_MAX = 6  # code points between a place and what the run holds so far: 羌绣|传承人
INSIDE_MAX = 2  # code points of a place that the run holds already
PLACE_MIN = 2  # code points
NO_PART = re.compile(
    rf"[^{HAN}]|[的了着过得在由对向给把被让与从和及并又也都就还是有为到后前中时来去]"
)
"""What no part of a role between its place and its title holds."""


def reach_further(
    text: str, left: int, ends: frozenset[int], tokens: Tokens, lexicon: PersonLexicon
) -> int:
    """A further beginning of the run; `left` itself when there is none."""
    known = lexicon.inner_words.before(text, left)
    if known > 1 and left - known in tokens.at and not _holds(ends, left - known, left):
        return left - known
    for stop in range(left + 1, left + INSIDE_MAX + 1):
        size = lexicon.full_places.before(text, stop)
        if stop - size < left and not _holds(ends, stop - size, left):
            return stop - size  # 月|晴镇
    for between in range(BETWEEN_MAX + 1):
        stop = left - between
        if stop <= 0 or stop in ends or (between and NO_PART.match(text, stop)):
            return left
        size = lexicon.full_places.before(text, stop)
        if size >= PLACE_MIN and (not between or stop - size in tokens.at):
            return left if _is_broken(stop, left, tokens, lexicon) else stop - size
    return left


def _holds(ends: frozenset[int], start: int, stop: int) -> bool:
    return any(start < end <= stop for end in ends)


def _is_broken(start: int, stop: int, tokens: Tokens, lexicon: PersonLexicon) -> bool:
    """A word that ends roles stands in between: 永昌县|走访|村民."""
    breaking = (lexicon.stop, lexicon.acts.words, lexicon.speech.words)
    first, last = tokens.covering(start), tokens.covering(stop)
    words = (
        word
        for word, begin in zip(tokens.words[first:last], tokens.starts[first:last], strict=True)
        if start <= begin
    )
    return any(word in known for word in words for known in breaking)
