"""Forms that stand in the tables: divisions, rivers, macro regions, compounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import add

import rjieba

from wenzhai.gazetteer import Gazetteer
from wenzhai.gazetteer.coined import RIVER, coin_special
from wenzhai.recognise.regions.hits import Hit
from wenzhai.recognise.regions.lexicon import Lexicon
from wenzhai.recognise.regions.reading import Reading

# 贵阳市场, 贵阳市民, 白云区域, 贵州省会, 开阳县域: the level word belongs to the next word.
NEXT_WORD = re.compile(
    r"(?<=市)(?:场(?!监)|民(?!和|政|族|宗|革|盟|建|进|间|营|兵|主|办|心|生)|值|井|容|花|树|价|况|面|属)"
    r"|(?<=区)(?:域|块链|间|别|位|划|隔)|(?<=省)(?:会|道)|(?<=州)(?:际)|(?<=县)(?:衙)"
)
LEVEL_COMPOUNDS = frozenset({"城市", "都市", "县市", "地市"})
COUNTING = tuple("一二两三四五六七八九十")
PIECES = 2  # characters of a full form that also may be the ends of two words: 示范县, 市和县
BASIN = "流域"
OTHER_RIVER = "小老古旧故"
"""小黄河 is a river of its own."""
CERTAIN, PROBABLE = 0.99, 0.9


def table_hits(reading: Reading, gazetteer: Gazetteer, lexicon: Lexicon) -> Iterator[Hit]:
    """Every form and compound, overlapping ones too; of one start only the longest that holds."""
    text, lengths = reading.text, lexicon.lengths
    for at, pair in enumerate(map(add, text, text[1:])):
        if pair in lengths:
            for length in lengths[pair]:
                if at + length > len(text):
                    continue
                hit = _hit(reading, at, at + length, gazetteer, lexicon)
                if hit is not None:
                    yield hit
                    break


def _hit(
    reading: Reading, start: int, end: int, gazetteer: Gazetteer, lexicon: Lexicon
) -> Hit | None:
    form = reading.text[start:end]
    if form in lexicon.compounds:
        is_whole = reading.at_word(end)
        return Hit(start, end, "compound", (), "compound", CERTAIN) if is_whole else None
    known = gazetteer.forms.get(form)
    if known is None:
        return None
    if known.kind in ("full", "former") and not _is_whole(reading, start, end):
        return None
    if known.kind == "river" and start and reading.text[start - 1] in OTHER_RIVER:
        return None
    if known.kind == "river" and reading.text.startswith(BASIN, end):
        end += len(BASIN)  # 赤水河流域 is a basin of its own
        ids = (coin_special(RIVER, reading.text[start:end]),)
        return Hit(start, end, "river", ids, "basin", CERTAIN)
    if known.kind == "joint" and _is_across(reading, start, end):
        return None
    confidence = CERTAIN if known.kind == "full" else PROBABLE
    return Hit(start, end, known.kind, known.ids, f"table-{known.kind}", confidence)


def _is_whole(reading: Reading, start: int, end: int) -> bool:
    if NEXT_WORD.match(reading.text, end) or _is_cut(reading, start, end):
        return False
    if reading.text[end - PIECES : end] in LEVEL_COMPOUNDS:
        word, _ = reading.words[reading.word_over(start)]
        is_cut = not reading.at_word(start) and rjieba.has_word(word)  # 上海|城市更新
        return not is_cut and reading.text[start - 1 : start] not in COUNTING  # 三宜|城市
    if end - start > PIECES:
        return True
    return reading.at_word(start) or reading.text[start - 1] in "、和及与"


def _is_across(reading: Reading, start: int, end: int) -> bool:
    """The ends of two words: 四川|甘孜."""
    if reading.at_word(start):
        if reading.at_word(end):
            return False
        word, _ = reading.words[reading.word_over(end)]
        is_guess = len(word) == end - start + 1 and reading.at_word(end + 1)
        return is_guess and not rjieba.has_word(reading.text[end : end + 2])  # 苏鲁锭
    word, _ = reading.words[reading.word_over(start)]
    return rjieba.has_word(word) and reading.at_word(end - 1)


def _is_cut(reading: Reading, start: int, end: int) -> bool:
    """The level word is part of a word that begins inside: 宜居宜业三宜|城市."""
    if not reading.at_word(end):
        return False
    word, _ = reading.words[reading.word_over(end - 1)]
    return word in LEVEL_COMPOUNDS and end - len(word) > start
