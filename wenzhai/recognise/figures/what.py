"""A figure in its sentence -> what is counted, read off the words beside it.

Behind a measure word stands what is counted (29个委员工作室); in front of money, shares and
sizes what is measured (规模以上工业增加值同比增长21.3%).
"""

from __future__ import annotations

import re

from wenzhai.recognise.figures.lexicon import FigureLexicon
from wenzhai.recognise.words import Word, words_of

NOUNS = frozenset(
    [
        "n",
        "nz",
        "nt",
        "ns",
        "nr",
        "nrt",
        "nrfg",
        "nl",
        "ng",
        "vn",
        "an",
        "l",
        "j",
        "b",
        "eng",
        "i",
        "q",
        "zg",
    ]
)
"""Tags of words that make up a term."""
INSIDE = NOUNS | frozenset(["a", "ag", "v", "vd", "f", "uj", "k", "h", "z"])
"""... and of those that may stand inside one."""
HEADS = frozenset(
    ["n", "nz", "nt", "ns", "nr", "nrt", "nl", "ng", "vn", "an", "l", "j", "eng", "i"]
)
"""... and of those that may end one."""
AHEAD = 24  # code points behind the unit that are read
BEHIND = 36  # ... and in front of the number
LONGEST = 20  # code points of a term; 规模以上工业企业增加值 has 11
OPENING, CLOSING = '“‘《「"', '”’》」"'
END = frozenset("，。；：！？、,;:!?()（）—…\n 　" + CLOSING)
BREAKS = frozenset("，。；：！？,;:!?(（—…\n")
JOINING = frozenset(["以上", "以下", "及", "和", "的"])
LINKING = frozenset(["d", "c", "p", "ul", "uj"])
VERBS = frozenset(["v", "vn", "a", "vd"])
DOING = frozenset(["v", "vd", "d", "ad", "p", "m", "t", "a", "ul", "uz", "q"])
"""Tags of what may stand between a noun and its number."""
SIZE = re.compile(r"(?:[高宽长深厚远重大]的|的)?")
"""二十多米 高的 砖厂烟囱."""


def dimension(text: str, start: int, unit: str, lexicon: FigureLexicon) -> tuple[int, int] | None:
    """宽|八十厘米."""
    is_length = unit in lexicon.small and unit not in lexicon.time
    return (start - 1, start) if is_length and text[start - 1] in lexicon.dimensions else None


def _words(text: str, lexicon: FigureLexicon) -> list[Word]:
    """With the nouns that the segmenter does not know."""
    return [w._replace(tag="n") if w.text in lexicon.nouns else w for w in words_of(text)]


def what_after(
    text: str, end: int, first: frozenset[str], lexicon: FigureLexicon
) -> tuple[int, int] | None:
    """The term that follows a unit and begins with a word of these tags."""
    ahead = text[end : end + AHEAD]
    if ahead[:1] and ahead[0] in OPENING and (closing := _closing(ahead)) > 1:
        return end + 1, end + closing
    stop = next((i for i, c in enumerate(ahead) if c in END), len(ahead))
    ahead = ahead[:stop]
    skip = len(SIZE.match(ahead)[0])  # type: ignore[index]  # it matches the empty text too
    if ahead[skip : skip + 1] and ahead[skip] in OPENING:  # 二十平方米的|“暖心棚”
        closing = _closing(text[end + skip : end + AHEAD])
        return (end + skip + 1, end + skip + closing) if closing > 1 else None
    last = 0
    for word, tag, start, stop_at in _words(ahead[skip:], lexicon):
        if tag not in (INSIDE if start else first) or start > LONGEST:
            break
        if tag == "v" and start and len(word) == 1:
            break
        if tag in HEADS:
            last = stop_at
    return (end + skip, end + skip + last) if last else None


def _closing(ahead: str) -> int:
    return min((at for at in (ahead.find(mark, 1) for mark in CLOSING) if at > 0), default=-1)


def what_before(text: str, start: int, lexicon: FigureLexicon) -> tuple[int, int] | None:
    """The term in front of the number, linking words left out."""
    low = max(0, start - BEHIND)
    behind = text[low:start]
    stop = max((i for i, c in enumerate(behind) if c in BREAKS), default=-1)
    low, behind = low + stop + 1, behind[stop + 1 :]
    words = _words(behind, lexicon)
    while words and _is_link(words[-1], lexicon):
        words.pop()
    words = _to_noun(words, lexicon)
    shares = [i for i, word in enumerate(words) if word[0] == "占" and i]
    if shares:  # 工业投资占全市比重达12%: the share of the first in the second
        words = words[: shares[-1]]
    if not words:
        return None
    if words[-1][0] in CLOSING:
        end = words[-1][3]
        opening = max(behind.rfind(mark, 0, end - 1) for mark in OPENING)
        return (low + opening + 1, low + end - 1) if opening >= 0 else None
    return _term(words, low)


def _to_noun(words: list[Word], lexicon: FigureLexicon) -> list[Word]:
    """保险费率|下浮, 合格率|连续三年保持: up to the noun, where the verb is no measure itself."""
    last = len(words)
    while last and words[last - 1].tag in DOING and words[last - 1].text not in lexicon.measured:
        last -= 1
    is_noun = last and words[last - 1].tag in HEADS
    return words[:last] if is_noun else words


def _is_link(word: Word, lexicon: FigureLexicon) -> bool:
    printed, tag, _, _ = word
    return printed in lexicon.links or tag in LINKING or (tag == "m" and printed[0] in "一每")


def _term(words: list[Word], low: int) -> tuple[int, int] | None:
    """The nouns at the end of the words; failing them the verb."""
    end = first = words[-1][3]
    number = len(words)
    while number and end - words[number - 1][2] <= LONGEST:
        word, tag, at, _ = words[number - 1]
        if tag not in NOUNS and word not in JOINING:
            break
        first, number = at, number - 1
    while number < len(words) and words[number][0] in JOINING:
        number += 1
        first = words[number][2] if number < len(words) else end
    if end - first < 2 and number and words[number - 1][1] in VERBS:  # 阅读|量, 补助
        first = words[number - 1][2]
    return (low + first, low + end) if end - first > 1 else None
