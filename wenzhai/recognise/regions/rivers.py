"""Rivers that stand in no table: a name that ends with 河 or 江, where the words around it
speak of water (冲进汭河，下游的菜地; 麦西河等流域)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenzhai.gazetteer.coined import RIVER, coin_special
from wenzhai.recognise.regions.hits import WEAK, Hit
from wenzhai.recognise.regions.lexicon import Lexicon
from wenzhai.recognise.regions.reading import NO_NAME_TAGS, Reading

NAME = re.compile(r"(?<=[河江])")
BY_WORDS = "river-by-words"
NAME_MAX = 4  # code points with 河
WATER_BEFORE = re.compile(
    r"(?:流入|注入|汇入|冲进|排入|排进|横跨|跨过|渡过|沿着|流经|治理|整治|改造|巡查|保护|沿|支流|[、和])$"
)
WATER_AFTER = re.compile(
    r"(?:[、和][\u4e00-\u9fff]{2,3}河|等?(?:流域|水系|沿岸|两岸|岸边|河畔|河段|段|上游|中游|下游|干流|支流|水质|河道|河长|河水|畔|入海口|大桥|[左右]堤|堤|口|边|又名|治理|整治|巡河|水环境))|[，,]?[上中下]游|水(?:清|变清|质|位|面|量)|断面|[东西南北]岸|底|滩|湾|水域|禁捕|清淤"
)
OF_TOWN = re.compile("段|大桥|治理|整治|又名|巡河|河长|水环境|[、和]")
"""潜江河道, 九江段: what is said of a town's rivers, and of a line through it."""
LISTED = re.compile(r"[、，。；：“](?P<name>[\u4e00-\u9fff]{1,3}[河江])$")
"""A name between marks: 小黄河、麦西河等."""
TAGS = ("n", "x", "j", "nz", "ns", "nr", "nrt")


def river_hits(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Rivers by grammar."""
    text = reading.text
    for found in NAME.finditer(text):
        end = found.end()
        if end < len(text) and not reading.at_word(end):
            continue
        start = _start(reading, end)
        if start is None or text[start:end] in lexicon.river_words:
            continue
        if _holds_known(text, start, end, lexicon):
            continue
        before = WATER_BEFORE.search(text, max(0, start - 3), start)
        if before or WATER_AFTER.match(text, end):
            yield Hit(start, end, "river", (coin_special(RIVER, text[start:end]),), BY_WORDS, 0.75)


def or_river(reading: Reading, hit: Hit, river: Hit | None) -> Hit:
    """精河|上游: a county's short form, of which the words behind it speak as of a river."""
    if river is None or hit.sort not in WEAK or OF_TOWN.match(reading.text, hit.end):
        return hit
    return river._replace(ids=(*hit.ids, *river.ids))


def _holds_known(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """The tables know the river behind a word: 其中|黄河, 愿|淮河; 小黄河 is another."""
    return any(
        text[at:end] in lexicon.forms and text[at - 1] not in "小老古"
        for at in range(start + 1, end - 1)
    )


def _goes_before(word: str, tag: str) -> bool:
    """A single character that the segmenter cut off from a name."""
    return len(word) == 1 and word >= "\u3400" and tag.startswith(("n", "zg", "g", "x"))


def _start(reading: Reading, end: int) -> int | None:
    """The word with 河, or 河 and the one word before it."""
    number = reading.word_over(end - 1)
    start = reading.starts[number]
    listed = LISTED.search(reading.text, max(0, end - NAME_MAX - 1), end)
    if listed:
        return listed.start("name")
    if start and reading.text[start - 1] in "小老古":
        return start - 1
    word, tag = reading.words[number]
    if len(word) == 1:
        if number == 0:
            return None
        word, tag = reading.words[number - 1]
        start = reading.starts[number - 1]
    is_name = tag.startswith(TAGS) or (len(word) == 1 and not tag.startswith(NO_NAME_TAGS))
    above = number - 1 if start == reading.starts[number] else number - 2
    if above >= 0 and end - start < NAME_MAX and _goes_before(*reading.words[above]):
        start -= 1  # 冰|溪河
    size = end - start
    return start if is_name and 1 < size <= NAME_MAX and word[0] >= "\u3400" else None
