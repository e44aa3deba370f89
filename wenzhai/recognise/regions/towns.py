"""Towns by their suffix, read backwards to the longest name that the table knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

import rjieba

from wenzhai.gazetteer import Gazetteer
from wenzhai.gazetteer.coined import PLACE, coin
from wenzhai.recognise.regions.hits import Hit
from wenzhai.recognise.regions.lexicon import Lexicon
from wenzhai.recognise.regions.reading import HAN, Reading

COUNTED = re.compile(r"[两三四五六七八九十几多数\d][个座]$")
"""六个|大场镇: no name of one."""
LONG_STEM = 3  # code points; so long a name is no accident
TOWN_MAX = 16  # code points; 双江拉祜族佤族布朗族傣族... the longest printed towns have 15
SUFFIX = re.compile(
    r"街道|苏木|农场|林场|牧场"
    r"|镇(?!江(?!段|面|堤|滩|心|岸|边)|静|定|痛|压|守|域|区|村联)|乡(?!镇|村(?!民(?![宿居俗族歌间])|委|干|党|小学)|亲|愁|音|情|土|贤|下|间|里|友|野|俗)"
)
SIBLING_SUFFIXES = ("镇", "乡", "街道")
"""A town changes from one to the other in time; the table may be older or newer than the page."""
TOWN_END = re.compile(r"(?:镇|乡|街道|苏木)$")
NEW_TOWN = re.compile(rf"[{HAN}]{{2,5}}?(?:镇|乡|街道)")
LOOKAHEAD = 3  # code points after a town's word that may make another word of it
COUNTY_DIGITS = 6
CHANGED_SIZES = (4, 3, 2)  # code points of a town's name without its suffix
STEM_TAIL = re.compile(r"[镇乡村街道路河山湖江桥寺屯庄社]|苏木")
Stems = Mapping[str, tuple[str, ...]]
FOREIGN_IN_NEW = re.compile(
    r"[各等的和与及在是有个两三多党]|所有|部分|乡镇|城镇|集镇|特色|境内|境外|局|厅|院|校|司|处|站|所"
)


def town_hits(reading: Reading, gazetteer: Gazetteer, lexicon: Lexicon) -> Iterator[Hit]:
    """Every town of the table in its full form, the longest at each suffix."""
    text = reading.text
    for suffix in SUFFIX.finditer(text):
        end = suffix.end()
        for start in range(max(0, end - TOWN_MAX), suffix.start()):
            form = text[start:end]
            ids = gazetteer.towns.get(form)
            if ids is None or COUNTED.search(text, max(0, start - 2), start):
                continue
            stem = suffix.start() - start
            sure = stem > 1 and form not in lexicon.town_words and _begins(reading, start, stem)
            yield Hit(start, end, "town", ids, "town" if sure else "town-loose", 0.97)
            if sure:
                break


def _begins(reading: Reading, start: int, stem: int) -> bool:
    """A word begins here, or no word of the dictionary is cut."""
    if reading.at_word(start) or stem >= LONG_STEM:
        return True
    return not rjieba.has_word(reading.words[reading.word_over(start)][0])


def town_stems(hits: Iterable[Hit], gazetteer: Gazetteer) -> Stems:
    """Ids by the bare name of towns that the article prints: 周窝 of 周窝镇."""
    found: dict[str, tuple[str, ...]] = {}
    for town in hits:
        if town.sort == "town":
            for region_id in town.ids:
                name = gazetteer.name(region_id)
                stem = TOWN_END.sub("", name)
                is_own = len(stem) > 1 and stem not in gazetteer.forms and not rjieba.has_word(stem)
                if is_own and stem != name:
                    found[stem] = town.ids
    return found


def stem_hits(reading: Reading, stems: Stems) -> Iterator[Hit]:
    """Bare names of the article's own towns."""
    for stem, ids in stems.items():
        for found in re.finditer(re.escape(stem), reading.text):
            if not STEM_TAIL.match(reading.text, found.end()):
                yield Hit(*found.span(), "short", ids, "short-of-town", 0.8)


def town_after(reading: Reading, county: Hit, gazetteer: Gazetteer) -> Iterator[Hit]:
    """A town right after its county: one that changed its suffix, or that is new."""
    found = NEW_TOWN.match(reading.text, county.end)
    if found is None or FOREIGN_IN_NEW.search(found.group()):
        return
    name = found.group()
    counties = [i for i in county.ids if len(i) == COUNTY_DIGITS and i.isdigit()]
    known = [i for i in gazetteer.towns.get(name, ()) if gazetteer.parent(i) in counties]
    if known:
        yield Hit(county.end, found.end(), "town", tuple(known), "town-after-county", 0.99)
        return
    ids = tuple(i for c in counties for i in siblings(name, c, gazetteer))
    rule = "town-changed" if ids else "town-new"
    if not ids:
        is_new = _ends_new(reading, county.end, found.end())
        if not is_new or any(c.endswith("0000") for c in counties):
            return
        ids = tuple(coin(PLACE, c, name) for c in counties if not c.endswith("00"))
    if ids:
        yield Hit(county.end, found.end(), "town", ids, rule, 0.85)


def _ends_new(reading: Reading, start: int, end: int) -> bool:
    """A town's word ends the name, and no longer word: 水族乡|亲."""
    suffixes = [suffix.end() for suffix in SUFFIX.finditer(reading.text, start, end + LOOKAHEAD)]
    return end in suffixes and reading.is_new_name(start, end)


def changed_towns(
    reading: Reading, places: Sequence[Hit], on_page: Set[str], gazetteer: Gazetteer
) -> Iterator[Hit]:
    """Towns that stand alone and changed their suffix, of a county or city on the page: 南外镇, which
    is 南外街道 now."""
    held = {at for place in places for at in range(place.start, place.end)}
    for suffix in SUFFIX.finditer(reading.text):
        for size in CHANGED_SIZES:
            start = suffix.start() - size
            if (
                start < 0
                or not reading.at_word(start)
                or not held.isdisjoint(range(start, suffix.end()))
            ):
                continue
            name = reading.text[start : suffix.end()]
            if name in gazetteer.towns or not suffix.group().startswith(SIBLING_SUFFIXES):
                continue
            ids = tuple(
                i
                for i in _renamed(name, gazetteer)
                if not on_page.isdisjoint(gazetteer.parents(i)[1:])
            )
            if ids:
                yield Hit(start, suffix.end(), "town", ids, "town-changed", 0.8)
                break


def siblings(name: str, county: str, gazetteer: Gazetteer) -> list[str]:
    """Towns of the county that bear the name with another suffix: 纳浪乡 for 纳浪镇."""
    return [i for i in _renamed(name, gazetteer) if gazetteer.parent(i) == county]


def _renamed(name: str, gazetteer: Gazetteer) -> list[str]:
    """Towns that bear the name with another suffix."""
    suffix = next((s for s in SIBLING_SUFFIXES if name.endswith(s)), None)
    if suffix is None:
        return []
    stem = name[: -len(suffix)]
    others = [stem + other for other in SIBLING_SUFFIXES if other != suffix]
    return [i for other in others for i in gazetteer.towns.get(other, ())]
