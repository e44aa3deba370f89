"""Places in a list that share the level word of the last: 正宁、合水、华池和环县;
云岩、南明两区; 水洛、通化两镇."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from wenzhai.gazetteer import Gazetteer
from wenzhai.recognise.regions.hits import Hit
from wenzhai.recognise.regions.reading import HAN, Reading

ITEM = rf"[{HAN}]{{2,7}}?"
BETWEEN = r"[、和及与]"
LEVEL = r"[省市县区州盟旗镇乡村]|街道"
NUMBER = r"[两二三四五六七八九十\d]{1,2}个?"
LEVELS: Mapping[str, tuple[str, ...]] = {
    "乡镇": ("镇", "乡"),
    "镇乡": ("镇", "乡"),
    "镇街": ("镇", "街道"),
    "镇街道": ("镇", "街道"),
    "乡镇街道": ("镇", "乡", "街道"),
    "县区": ("县", "区"),
    "区县": ("区", "县"),
    "县市": ("县", "市"),
    "市县": ("市", "县"),
    "县市区": ("县", "市", "区"),
    "旗县": ("旗", "县"),
    "旗县区": ("旗", "县", "区"),
    "市州": ("市", "州"),
    "地": ("市", "县", "区"),
}
"""What the places of a list are called together -> the level words that each of them may have."""
LEVEL_WORDS = "|".join(sorted(LEVELS, key=len, reverse=True))
COUNTED = re.compile(
    rf"(?P<items>{ITEM}(?:{BETWEEN}{ITEM})+?)等?{NUMBER}(?P<level>{LEVEL_WORDS}|{LEVEL})"
)
COUNT = re.compile(rf"{NUMBER}(?:{LEVEL_WORDS}|{LEVEL})")
"""The end of such a list, without which it need not be looked for."""
STRETCH = re.compile(rf"[{HAN}、\d]{{7,}}")
"""What such a list does not reach out of; the shortest is 云岩、南明两区."""
BETWEEN_PATTERN = re.compile(BETWEEN)
SEPARATORS = "、和及与"
SHARED = frozenset({"full", "town"})
WINDOW = 60  # code points before the last place of a list


def list_hits(reading: Reading, found: Sequence[Hit], gazetteer: Gazetteer) -> Iterator[Hit]:
    """`found` are full forms that end lists."""
    text = reading.text
    for stretch in STRETCH.finditer(text):
        start, end = stretch.span()
        if COUNT.search(text, start, end) is None:
            continue
        for counted in COUNTED.finditer(text, start, end):
            levels = LEVELS.get(counted["level"], (counted["level"],))
            yield from _items(reading, counted.start(), counted.end("items"), levels, gazetteer)
    for last in found:
        if last.sort not in SHARED or last.start == 0 or text[last.start - 1] not in "、和及与":
            continue
        level = "街道" if text[: last.end].endswith("街道") else text[last.end - 1]
        start = max(0, last.start - WINDOW)
        yield from _items(reading, start, last.start - 1, (level,), gazetteer)


def _items(
    reading: Reading, start: int, end: int, levels: tuple[str, ...], gazetteer: Gazetteer
) -> Iterator[Hit]:
    """From the last item backwards, as long as each is a place of such a level."""
    text = reading.text
    while end > start:
        size = _last_item(text, start, end, levels, gazetteer)
        if size == 0:
            return
        name = text[end - size : end]
        found = (i for level in levels for i in gazetteer.lookup(name + level))
        ids = tuple(dict.fromkeys(found))  # 南安县 is an old name of 南安市
        is_first = text[end - size - 1 : end - size] not in tuple(SEPARATORS)
        if is_first and not reading.at_word(end - size):
            return
        yield Hit(end - size, end, "listed", ids, "shared-level", 0.95)
        end -= size
        if end <= start or BETWEEN_PATTERN.match(text[end - 1]) is None:
            return
        end -= 1


def _last_item(
    text: str, start: int, end: int, levels: tuple[str, ...], gazetteer: Gazetteer
) -> int:
    for size in range(min(7, end - start), 1, -1):
        item = text[end - size : end]
        if BETWEEN_PATTERN.search(item):
            continue
        if any(gazetteer.lookup(item + level) for level in levels):
            return size
    return 0
