"""Development zones by grammar: a place and a kind (开阳经开区), or a name and a kind
(炉碧经济开发区). A zone's name holds no second mention."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenzhai.gazetteer import Gazetteer
from wenzhai.gazetteer.coined import AREA, coin
from wenzhai.gazetteer.names import short_form
from wenzhai.recognise.regions.hits import Hit
from wenzhai.recognise.regions.lexicon import Lexicon
from wenzhai.recognise.regions.reading import Reading

SHORT_KIND, NATIONAL, PROVINCIAL = "经开区", "经济技术开发区", "经济开发区"
"""The short form stands for both; of a place that has a national zone, for that."""
NAME_MAX = 4  # code points of a zone's own name: 净月, 循环化工
BEHIND_PLACE_MAX = 6  # code points between a place and the kind of its zone: 现代农业
SHORTENED = 3  # code points; a full name of two has no shorter form
STATISTICAL = "7"  # the fifth digit of a code that only statistics give: 兰州新区's 620171
NEW_TOWN = "新城"
GOES_ON = frozenset("区镇乡县街路村")
"""Behind 新城 these make another name: 西安市新城区."""
OWN_TAGS = ("n", "x", "j", "ng", "b", "f", "s", "t", "z", "a")
"""Parts of speech that a zone's own name can be made of."""
RANKED = re.compile(r"[级家批个各]$")
"""国家级高新区 is a rank, not a place."""
NOT_OWN = re.compile(
    r"[赴到在往去入进]$|级|国家|省|市|县|重点|各|特色|示范|产业|工业|科技|创新|现代|一流|先进"
)
BARE = frozenset({"经开区", "高新技术产业开发区", "综合保税区"})
"""Kinds that stand for the zone of the town: 赴经开区调研."""
HOLDERS = frozenset({"full", "short", "former"})
LEVEL_END = "省市州盟县区旗"


def zone_hits(
    reading: Reading, places: Sequence[Hit], gazetteer: Gazetteer, lexicon: Lexicon
) -> Iterator[Hit]:
    """`places` are the hits of the tables, short ones too, whether they hold or not."""
    ending = {hit.end: hit for hit in places if hit.sort in HOLDERS}
    for printed in lexicon.zone.finditer(reading.text):
        kind = lexicon.zones[printed.group()]
        start = printed.start()
        if kind == NEW_TOWN and reading.text[printed.end() : printed.end() + 1] in GOES_ON:
            continue
        holder = ending.get(start)
        if holder is not None:
            yield _held(reading, holder, printed.end(), kind, "", gazetteer, lexicon)
            continue
        own = _own_name(reading, start, ending)
        if own < start:
            name = reading.text[own:start]
            holder = ending.get(own)
            if holder is not None and _is_zone(holder):
                continue
            if holder is not None:
                yield _held(reading, holder, printed.end(), kind, name, gazetteer, lexicon)
            elif kind in BARE:
                yield Hit(own, printed.end(), "zone", (), "zone-named", 0.8)
            continue
        own = _own_behind_place(reading, start, ending)
        if own < start and not _is_zone(ending[own]):
            name = reading.text[own:start]
            yield _held(reading, ending[own], printed.end(), kind, name, gazetteer, lexicon)
        elif (
            kind in BARE
            and reading.at_word(start)
            and not RANKED.search(reading.text, max(0, start - 3), start)
        ):
            yield Hit(start, printed.end(), "zone", (), "zone-bare", 0.8)


def _held(
    reading: Reading,
    holder: Hit,
    end: int,
    kind: str,
    own: str,
    gazetteer: Gazetteer,
    lexicon: Lexicon,
) -> Hit:
    is_apart = reading.text[holder.end - 1] in LEVEL_END and holder.sort == "full"
    is_apart = is_apart and holder.end - holder.start >= SHORTENED  # 冠县|经济开发区 is one name
    ids = tuple(
        coin(AREA, i, zone_name(i, own, kind, gazetteer, lexicon))
        for i in holder.ids
        if i.isdigit()
    )
    start = holder.end if is_apart else holder.start
    return Hit(start, end, "zone", ids, "zone-of-place", 0.95)


def zone_name(parent: str, own: str, kind: str, gazetteer: Gazetteer, lexicon: Lexicon) -> str:
    """开阳经开区 of 开阳县, 贵阳经济技术开发区 of 贵阳市; 炉碧经济开发区 has its own name."""
    if own:
        return own + (PROVINCIAL if kind == SHORT_KIND else kind)
    place = gazetteer.rows[parent].name
    short = short_form(place) or place
    return short + (NATIONAL if kind == SHORT_KIND and short in lexicon.national_zones else kind)


def _is_zone(holder: Hit) -> bool:
    """兰州新区|绿色化工园区: parts of a zone are no zones."""
    return any(i.isdigit() and i[4] == STATISTICAL for i in holder.ids)


def _own_behind_place(reading: Reading, end: int, ending: dict[int, Hit]) -> int:
    """西和|现代农业|示范园区: behind a place more words can be a zone's own; else `end`."""
    if not reading.at_word(end):
        return end
    number, start = reading.word_over(end - 1) if end else -1, end
    while number >= 0 and end - start <= BEHIND_PLACE_MAX:
        if start in ending and start < end:
            return start
        word, tag = reading.words[number]
        if not tag.startswith(OWN_TAGS) or not all("\u3400" <= c <= "\u9fff" for c in word):
            return end
        start -= len(word)
        number -= 1
    return end


def _own_name(reading: Reading, end: int, ending: dict[int, Hit]) -> int:
    """Where a zone's own name begins; `end` when it has none."""
    if not reading.at_word(end):
        return end
    number = reading.word_over(end - 1) if end else -1
    start = end
    while number >= 0 and start not in ending:
        word, tag = reading.words[number]
        is_name = (
            tag.startswith(OWN_TAGS)
            and not NOT_OWN.search(word)
            and all("\u3400" <= c <= "\u9fff" for c in word)
        )
        begin = start - len(word)
        is_name = is_name and not any(
            begin < taken[1] and taken[0] < end for taken in reading.taken
        )
        if not is_name or end - start + len(word) > NAME_MAX:
            break
        start -= len(word)
        number -= 1
    return start if end - start > 1 or start in ending else end
