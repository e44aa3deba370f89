"""Bare names of the towns of a county that is printed: two side by side (嵊山至枸杞, 曲界、下桥两座), or
one so long that it is no accident (吕四港, 可可托海).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import rjieba

from wenzhai.gazetteer import Gazetteer
from wenzhai.recognise.regions.hits import Hit
from wenzhai.recognise.regions.reading import Reading

LINK = re.compile("[、至和与]")
TOWN_END = re.compile(r"(?:镇|乡|街道|苏木)$")
SIZES = (4, 3, 2)  # code points of a town's bare name
GOES_ON = re.compile(r"[镇乡村街县区市省]|苏木|社区|公?路|高速|段|隧道|大桥|[\u4e00-\u9fff]?线")
"""Behind a bare name these make another place of it."""

OTHER_THING = re.compile(
    r"[河江湖山岛路街桥寺塔洞峡站港口湾]|景区|风景|机场|水库|水电|古镇|大道|大街|小学|中学|派出所|法庭"
)
"""Behind a bare name these make another thing of it."""
GENERIC = re.compile(
    r"[区场所校园司厂站矿河江湖山岛路街桥寺塔洞峡湾城岭滩坡孔谷林字庙宫]$|管理|开发|工业|林业|经济|社区|办事"
)
LONG_STEM = 3  # code points
STREET = "街道"
"""Streets bear the names of sights: 夫子庙街道."""

Stems = Mapping[str, frozenset[str]]


def bare_towns(reading: Reading, counties: Sequence[str], gazetteer: Gazetteer) -> Iterator[Hit]:
    """`counties` are printed in the article or near."""
    stems = _stems(counties, gazetteer)
    yield from _paired(reading, stems)
    yield from _long(reading, stems, gazetteer)


def _paired(reading: Reading, stems: Stems) -> Iterator[Hit]:
    text = reading.text
    firsts, lasts = {stem[0] for stem in stems}, {stem[-1] for stem in stems}
    for link in LINK.finditer(text) if stems else ():
        if text[link.end() : link.end() + 1] not in firsts or text[link.start() - 1] not in lasts:
            continue
        left = next((n for n in SIZES if text[link.start() - n : link.start()] in stems), 0)
        right = next((n for n in SIZES if text[link.end() : link.end() + n] in stems), 0)
        if not left or not right or GOES_ON.match(text, link.end() + right):
            continue
        start, end = link.start() - left, link.end() + right
        names = text[start : link.start()], text[link.end() : end]
        if not reading.at_word(start) or all(rjieba.has_word(name) for name in names):
            continue
        owners = {i[:6] for i in stems[names[0]]} & {i[:6] for i in stems[names[1]]}
        for name, at in zip(names, (start, link.end()), strict=True):
            ids = tuple(sorted(i for i in stems[name] if i[:6] in owners))
            if ids:
                yield Hit(at, at + len(name), "short", ids, "short-beside-town", 0.85)


def _long(reading: Reading, stems: Stems, gazetteer: Gazetteer) -> Iterator[Hit]:
    text = reading.text
    for stem in (stem for stem in stems if len(stem) >= LONG_STEM and stem in text):
        ids = sorted(i for i in stems[stem] if not gazetteer.name(i).endswith(STREET))
        if not ids or _is_generic(stem):
            continue
        for found in re.finditer(re.escape(stem), text):
            goes_on = GOES_ON.match(text, found.end()) or OTHER_THING.match(text, found.end())
            if reading.at_word(found.start()) and not goes_on:
                yield Hit(*found.span(), "short", tuple(ids), "short-long-town", 0.8)


def _is_generic(stem: str) -> bool:
    """开发区, 经济技术: no place's name; 查干湖, 沙河路: more often what the town is named after."""
    tagged = rjieba.tag(stem)
    is_other = len(tagged) == 1 and rjieba.has_word(stem) and not tagged[0][1].startswith("n")
    return is_other or GENERIC.search(stem) is not None


def _stems(counties: Sequence[str], gazetteer: Gazetteer) -> Stems:
    """Bare names of the towns of these counties, those left out that are forms of other places."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for county in counties:
        for town in gazetteer.children(county):
            stem = _stem(gazetteer.name(town))
            if len(stem) in SIZES and stem not in gazetteer.forms:
                found[stem].add(town)
    return {stem: frozenset(towns) for stem, towns in found.items()}


@cache
def _stem(town: str) -> str:
    return TOWN_END.sub("", town)
