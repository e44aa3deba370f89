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
TITLE_MIN = 2  # code points
CUT_MAX = 3  # code points of a word that the run holds the end of: 逊|母口镇
GAP_MAX = 10  # code points between 、 and what the run holds so far: 市第五医院老年|精神科主任
VILLAGE = re.compile(".+[村庄屯寨]$")
NO_PART = re.compile(
    rf"[^{HAN}]|[的了着过得在由对向给把被让与从和及并又也都就还是有为到后前中时来去]"
)
"""What no part of a role between its place and its title holds."""


def reach_further(
    text: str, left: int, ends: frozenset[int], tokens: Tokens, lexicon: PersonLexicon
) -> int:
    """A further beginning of the run; `left` itself when there is none."""
    whole = _whole_word(text, left, ends, tokens, lexicon)
    if whole < left:
        return whole
    after_comma = _after_comma(text, left, ends, tokens, lexicon)
    if after_comma < left:
        return after_comma
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


def _whole_word(
    text: str, left: int, ends: frozenset[int], tokens: Tokens, lexicon: PersonLexicon
) -> int:
    """Where a place or known word begins that the segmenter cut: 上|梧江瑶族乡, 大|跳台."""
    for start in range(max(0, left - CUT_MAX), left):
        size = max(lexicon.full_places.after(text, start), lexicon.inner_words.after(text, start))
        if start + size > left and start in tokens.at and not _holds(ends, start, left):
            return start
    return left


def _after_comma(
    text: str, left: int, ends: frozenset[int], tokens: Tokens, lexicon: PersonLexicon
) -> int:
    """Behind 、 and another title all belongs to the role, if nobody does anything: 、川菜烹饪|大师."""
    start = text.rfind("、", max(0, left - GAP_MAX - 1), left) + 1
    if not start or start == left or left not in tokens.at or start not in tokens.at:
        return left
    is_list = start - 1 in ends  # 潘水龙、德清雅居|木业有限公司质检班长尹荷英
    is_run = is_list or lexicon.head.before(text, start - 1) >= TITLE_MIN
    if not is_run or _holds(ends, start, left):
        return left
    if any(lexicon.head.before(text, end) >= TITLE_MIN for end in range(start + 2, left + 1)):
        return left
    numbers = range(tokens.at[start], tokens.at[left])
    can_stand = all(_may_fill(tokens.words[n], tokens.tags[n], lexicon) for n in numbers)
    return start if can_stand else left


def _may_fill(word: str, tag: str, lexicon: PersonLexicon) -> bool:
    if not word.isalpha() or tag[0] in "pcrudy":
        return False
    others = (lexicon.acts.words, lexicon.speech.words, lexicon.before.words)
    is_stop = word in lexicon.stop and len(word) + (tag[0] != "f") > 1
    return not is_stop and not any(word in known for known in others)


def _holds(ends: frozenset[int], start: int, stop: int) -> bool:
    return any(start < end <= stop for end in ends)


def _is_broken(start: int, stop: int, tokens: Tokens, lexicon: PersonLexicon) -> bool:
    """A word that ends roles stands in between: 永昌县|走访|村民."""
    breaking = (lexicon.stop, lexicon.acts.words, lexicon.speech.words)
    first, last = tokens.covering(start), tokens.covering(stop)
    if first == last - 1 and tokens.tags[first] == "f" and VILLAGE.match(tokens.words[last]):
        return False  # 三都乡|上|庄村画家
    words = (
        word
        for word, begin in zip(tokens.words[first:last], tokens.starts[first:last], strict=True)
        if start <= begin
    )
    return any(word in known for word in words for known in breaking)
