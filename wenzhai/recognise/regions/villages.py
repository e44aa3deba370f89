"""Villages and urban communities, under a town or county that is printed near."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import rjieba

from wenzhai.gazetteer import Gazetteer
from wenzhai.gazetteer.coined import PLACE, coin
from wenzhai.gazetteer.gazetteer import COUNTY
from wenzhai.recognise.regions.hits import Hit
from wenzhai.recognise.regions.reading import HAN, Reading, may_be_new
from wenzhai.recognise.words import tagged

SUFFIX = re.compile(
    r"村(?!落|庄|级|镇|寨|居|屯|口|头|东|西|子|貌|容)|社区(?!卫生|服务|医院|矫正|教育)|嘎查"
)
NAME_MAX = 8  # code points of a village's name without its suffix
NEW_NAME = re.compile(rf"([{HAN}]{{2,5}}?)(?:嘎查|(?:村|社区)(?!落|庄|级|镇|寨|居))")
FOREIGN_IN_NEW = re.compile(
    r"[各等的和与及在是有个多全该本农乡市区县镇所为到]|行政|自然|中心|示范|试点|重点|贫困|部分|周边|附近|移民|传统|美丽|辖"
)
NO_ENDING = frozenset("驻逐")
"""政协驻|村, 逐|村."""
MONGOLIAN = "嘎查"
"""Its names are written by sound, with characters that are words: 布日都嘎查."""
LONE_SIZES = (3, 2)  # code points of the name of a village that stands alone, without 村
LONE_SUFFIX = re.compile(r"村(?!落|庄|级|镇|寨|居|屯|口|头|西|子|貌|容|干|规|史|歌|晚|超|B|集体)")
HAN_ONLY = re.compile(f"[{HAN}]+")
NO_LONE = re.compile(
    r"[有个逐们再种雪从由驻回下进比把被到在和与及的了各先后前向往给让使村镇乡县市区省州组户人小大古老一二三四五六七八九十]"
)
"""What no village's name holds that stands in no table: 父亲从|村到镇, 边境小|村."""
HOLDERS_MAX = 24  # candidates of one town's name that are searched


def village_after(reading: Reading, holder: Hit, gazetteer: Gazetteer) -> Iterator[Hit]:
    """A village right after its town: 炉山镇洛棉村, in the table or not."""
    found = NEW_NAME.match(reading.text, holder.end)
    if found is None:
        return
    name = found.group()
    towns = _holding(holder, gazetteer)
    ids = gazetteer.find_villages(name, towns)
    rule = "village-after-town"
    if not ids:
        is_new = name.endswith(MONGOLIAN) or _is_new(reading, holder.end, found.end())
        is_other = FOREIGN_IN_NEW.search(found.group(1)) or found.group(1)[-1] in NO_ENDING
        if is_other or not towns or not is_new:
            return
        ids = tuple(coin(PLACE, town, name) for town in towns)
        rule = "village-new"
    yield Hit(holder.end, found.end(), "village", ids, rule, 0.97 if rule[-3:] != "new" else 0.85)


def _holding(holder: Hit, gazetteer: Gazetteer) -> list[str]:
    """The towns that a hit can mean, or the counties."""
    towns = [i for i in holder.ids if i in gazetteer.town_numbers]
    counties = [i for i in holder.ids if gazetteer.level(i) == COUNTY]
    return (towns or counties)[:HOLDERS_MAX]


def lone_villages(
    reading: Reading, places: Sequence[Hit], counties: Sequence[str], gazetteer: Gazetteer
) -> Iterator[Hit]:
    """Villages that stand in no table and behind no place: 记者在梓坊村看到. They lie in the town or
    county printed before them, else in the only one of `counties`."""
    text = reading.text
    for suffix in LONE_SUFFIX.finditer(text):
        start = _lone_start(reading, suffix.start(), suffix.end())
        if start is None:
            continue
        before = (hit for hit in reversed(places) if hit.end <= start)
        holders = next(filter(None, (_holding(hit, gazetteer) for hit in before)), list(counties))
        if len(holders) == 1:
            name = text[start : suffix.end()]
            yield Hit(
                start,
                suffix.end(),
                "village",
                (coin(PLACE, holders[0], name),),
                "village-alone",
                0.75,
            )


def _lone_start(reading: Reading, suffix: int, end: int) -> int | None:
    """Where a name begins that no word of the dictionary holds; None when there is none."""
    text = reading.text
    for size in LONE_SIZES:
        start = suffix - size
        if start < 0 or not reading.at_word(start) or not HAN_ONLY.fullmatch(text, start, suffix):
            continue
        words = reading.words[reading.word_over(start) : reading.word_over(end - 1) + 1]
        is_new = may_be_new(words) and not any(len(w) > 1 and rjieba.has_word(w) for w, _ in words)
        if is_new and not NO_LONE.search(text, start, suffix):
            return start
    return None


def _is_new(reading: Reading, start: int, end: int) -> bool:
    """Read afresh behind a town that the segmenter joined with it: 回龙|镇黎|槎村."""
    if reading.at_word(start):
        return reading.is_new_name(start, end)
    return may_be_new(tagged(reading.text[start:end]))


def village_hits(reading: Reading, holders: Sequence[str], gazetteer: Gazetteer) -> Iterator[Hit]:
    """Villages of the towns and counties that the article names, wherever they stand."""
    text = reading.text
    if not holders:
        return
    for suffix in SUFFIX.finditer(text):
        end = suffix.end()
        for start in range(max(0, suffix.start() - NAME_MAX), suffix.start() - 1):
            if not _begins_well(reading, start) or not text[start:end].isalpha():
                continue
            ids = gazetteer.find_villages(text[start:end], holders)
            if ids:
                yield Hit(start, end, "village", ids, "village", 0.9)
                break


def _begins_well(reading: Reading, start: int) -> bool:
    """A word begins here, or the word that is cut is none of the dictionary's."""
    if reading.at_word(start):
        return True
    return not rjieba.has_word(reading.words[reading.word_over(start)][0])
