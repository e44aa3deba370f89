"""A run of characters that holds nothing but names -> the names in it.

Bylines print names side by side, and the white space between them may be lost:
旦增欧珠汪纯, 况若水龙定芳. The run is cut so that each piece looks most like a name.
"""

from __future__ import annotations

from functools import cache

from wenzhai.recognise.persons.lexicon import PersonLexicon
from wenzhai.recognise.persons.tokens import is_word

RUN_MAX = 16  # code points; five names of three characters and one more
PIECE_MAX = 6  # code points of a name without a Han surname
ETHNIC_MAX = 5  # code points; longer ones are rather two: 斯琴高娃|昂格

# How much a piece looks like a name
ETHNIC = 4.0
ETHNIC_SHORT = 1.5
COMPOUND = 2.6
COMMON_LONG = 2.0
COMMON_SHORT = 1.2
OTHER_LONG = 1.2
OTHER_SHORT = 0.5
TYPICAL = 0.2
SURNAME_WITHIN = -0.6  # 伍|何可: the second character rather begins the next name
FUNCTION = -1.5
PIECE = -2.0  # few long names rather than many short ones


def split_names(run: str, lexicon: PersonLexicon) -> tuple[str, ...]:
    """The names that fill a run without rest; empty when it is no run of names."""
    if len(run) > RUN_MAX:
        return ()

    @cache
    def best(at: int) -> tuple[float, tuple[str, ...]] | None:
        if at == len(run):
            return 0.0, ()
        found: tuple[float, tuple[str, ...]] | None = None
        for size in range(2, min(PIECE_MAX, len(run) - at) + 1):
            piece = run[at : at + size]
            score = _piece_score(piece, lexicon)
            rest = None if score is None else best(at + size)
            if score is None or rest is None:
                continue
            total = score + PIECE + rest[0], (piece, *rest[1])
            if found is None or total[0] >= found[0]:
                found = total
        return found

    whole = best(0)
    return () if whole is None else whole[1]


def _piece_score(piece: str, lexicon: PersonLexicon) -> float | None:
    """How much it looks like a name; None when it can be none."""
    if len(piece) == 2 and lexicon.syllables.fullmatch(piece):
        return ETHNIC_SHORT
    if lexicon.ethnic.fullmatch(piece) and len(piece) > 2:
        return ETHNIC if len(piece) <= ETHNIC_MAX else ETHNIC / 2
    if len(piece) > 2 and is_word(piece):
        return None
    surname = piece[:2] if piece[:2] in lexicon.compound and len(piece) > 2 else piece[:1]
    given = piece[len(surname) :]
    if len(given) > 2:
        return None
    if len(surname) == 2:
        score = COMPOUND
    elif surname in lexicon.common:
        score = COMMON_LONG if len(given) > 1 else COMMON_SHORT
    elif surname in lexicon.surnames:
        score = OTHER_LONG if len(given) > 1 else OTHER_SHORT
    else:
        return None
    score += TYPICAL * sum(character in lexicon.typical for character in given)
    score += FUNCTION * sum(character in lexicon.function for character in given)
    if len(given) > 1 and given[0] in lexicon.common:
        score += SURNAME_WITHIN
    return score
