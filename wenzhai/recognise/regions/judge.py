"""Does a bare short form mean a place here?

Three ranks: a form that is a place nearly always (贵阳), one that needs the full name on
the page or the context (西和), and an everyday word that needs the context (合作).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import rjieba

from wenzhai.gazetteer import Gazetteer
from wenzhai.recognise.regions.hits import Hit
from wenzhai.recognise.regions.lexicon import Lexicon
from wenzhai.recognise.regions.reading import Reading

RUN_MAX = 7  # words of an organisation's name after the place
NAME_TAGS = ("n", "a", "b", "j", "l", "x", "vn", "z", "s", "f", "q", "m", "eng", "i", "g", "k")
"""Parts of speech inside an organisation's name."""
PUNCTUATION = frozenset("\n \u3000\t，。、；：！？“”‘’《》〈〉（）()【】[]…—-·,.;:!?\"'/|")
LINKS = re.compile(r"[、\-－—–~～·/]|[和与及]|至|到")
BEFORE_PLACE = re.compile(r"(?:在|赴|到|来到|走进|抵达|前往|深入|位于|地处|来自|回到|离开|落户|做客|途经|从|自|去|至|返回|远赴|扎根|奔赴|驻|援建)$")
AFTER_PLACE = re.compile(r"(?:召开|举行|举办|开幕|闭幕|落幕|启动|调研|考察|视察|警方|讯|籍|境内|开赛|人民|儿女|干部|群众|各地|全境|开机|上演|启程|打响|成立|开工|投产|设立|段|籍|人(?!大|员|才|民|工|社|防|均|口|力|文|气|次|体))")
COUNTED = re.compile(r"[一两二三四五六七八九十几多数\d]+[家位名个批条座所支项次年月日天场件只头亩]")
"""上海一家出版社 is not a house called 上海."""
OTHER_NAME = frozenset({*"湖河江山峡岛路街寺塔桥澳", "湖畔", "湖区", "湖边", "江畔", "河畔", "路上", "大桥"})
"""衡水湖, 南京路: words of one character that make another name of it."""
UNKNOWN_TAIL = re.compile(r"[镇乡村寨屯庄沟坪湾岭坡路街桥河湖江山岛峡澳泉潭溪洲塘巷坝堡寺庙塔宫关门井]|社区|街道|水库|大道|小学|中学")
"""After a county's short form: the name of something else (永安村, 金山路)."""
PREFECTURE_END, PROVINCE_END = "00", "0000"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known to be on the page, by id."""

    article: frozenset[str]
    page: frozenset[str]


def is_place(
    reading: Reading,
    hit: Hit,
    around: tuple[Hit | None, Hit | None],
    evidence: Evidence,
    gazetteer: Gazetteer,
    lexicon: Lexicon,
) -> str | None:
    """The rule that says so; None when the words do not mean a place."""
    text = reading.text
    form = text[hit.start : hit.end]
    if not words_allow(reading, hit, lexicon):
        return None
    owner = _owner(reading, hit, around[1], lexicon)
    if owner == "private":
        return None
    is_high = any(i.endswith(PREFECTURE_END) for i in hit.ids)
    if reading.at_word(hit.end):
        word = _next_word(reading, hit)
        if word in OTHER_NAME or (not is_high and UNKNOWN_TAIL.fullmatch(word)):
            return None
    elif not is_high and UNKNOWN_TAIL.match(text, hit.end):
        return None
    structure = _structure(reading, hit, around, owner, evidence, gazetteer, lexicon)
    if structure is not None:
        return structure
    if form in lexicon.ordinary or hit.sort == "nickname":
        is_known = not evidence.article.isdisjoint(hit.ids) and reading.at_word(hit.start)
        return "short-in-slogan" if is_known and lexicon.slogan.search(text, max(0, hit.start - 4), hit.start) else None
    if is_high:
        return "short-form"
    if not evidence.page.isdisjoint(hit.ids):
        return "short-of-printed"
    if any(gazetteer.parent(i) in evidence.page for i in hit.ids if _under_city(i, gazetteer)):
        return "short-under-printed"
    if form in lexicon.ambiguous:
        return "short-after-preposition" if _is_visited(text, hit) else None
    return "short-form"


def is_private(reading: Reading, hit: Hit, after: Hit | None, lexicon: Lexicon) -> bool:
    """Does the name of a company, a school, a play begin here?"""
    return _owner(reading, hit, after, lexicon) == "private"


def _next_word(reading: Reading, hit: Hit) -> str:
    if hit.end >= len(reading.text):
        return ""
    return reading.words[reading.word_over(hit.end)][0]


def words_allow(reading: Reading, hit: Hit, lexicon: Lexicon) -> bool:
    """No word of the dictionary reaches over the edge of the form: 炉山 in 香炉山鸡."""
    for position in (hit.start, hit.end):
        if reading.at_word(position):
            continue
        number = reading.word_over(position)
        word, _ = reading.words[number]
        begin = reading.starts[number]
        if not rjieba.has_word(word):
            continue  # guessed, not known: 大凯里
        rest = word[hit.end - begin :]
        if begin == hit.start and (rest in ALLOWED_REST or rest in lexicon.public):
            continue
        return False
    return True


ALLOWED_REST = frozenset({"人", "市", "省", "县", "州", "区", "城", "话", "籍", "地区", "政府", "市委", "省委", "境"})


def _owner(reading: Reading, hit: Hit, after: Hit | None, lexicon: Lexicon) -> str | None:
    """"public", "private", or None when no organisation's name follows."""
    limit = len(reading.text)
    if after is not None and reading.at_word(after.start) and reading.at_word(after.end):
        limit = after.start
    number = reading.word_over(hit.end) if hit.end < len(reading.text) else len(reading.words)
    if number < len(reading.words) and reading.starts[number] < hit.end:
        number += 1
    found = None
    for count, (word, tag) in enumerate(reading.words[number : number + RUN_MAX]):
        if reading.starts[number + count] >= limit or word in lexicon.free or COUNTED.match(word):
            break
        if word[0] in PUNCTUATION or not tag.startswith(NAME_TAGS):
            if not (count == 0 and tag.startswith("v") and word in lexicon.public):
                break
        if _ends_with(word, lexicon.public, count):
            return "public"
        if _ends_with(word, lexicon.private, count):
            found = "private"
            break
    return found


def _ends_with(word: str, tails: frozenset[str], count: int) -> bool:
    if word in tails:
        return len(word) > 1 or count <= 1
    return word[-2:] in tails or word[-3:] in tails or word[-4:] in tails


def _structure(
    reading: Reading,
    hit: Hit,
    around: tuple[Hit | None, Hit | None],
    owner: str | None,
    evidence: Evidence,
    gazetteer: Gazetteer,
    lexicon: Lexicon,
) -> str | None:
    text = reading.text
    form = text[hit.start : hit.end]
    is_ordinary = form in lexicon.ordinary
    before, after = around
    if before is not None and before.end == hit.start and before.sort != "compound":
        if _is_part(hit.ids, before.ids, gazetteer):
            return "short-after-parent"
    if after is not None and after.start == hit.end and _is_part(after.ids, hit.ids, gazetteer):
        return "short-before-part"
    for dateline in lexicon.datelines.finditer(text, max(0, hit.start - 14), hit.end + 12):
        if dateline.start("place") <= hit.start and hit.end <= dateline.end("place"):
            if text[max(0, dateline.start("place") - 2) : dateline.start("place")] in DATELINE_OPENERS:
                return "dateline"
    if _is_listed(text, hit, before, after, lexicon):
        return "short-in-list"
    if not is_ordinary and _has_sibling(text, hit, before, after, gazetteer):
        return "short-with-sibling"
    if owner == "public" and (not is_ordinary or not evidence.page.isdisjoint(hit.ids)):
        return "short-of-body"
    is_known = not evidence.article.isdisjoint(hit.ids)
    if is_ordinary and is_known and _is_visited(text, hit) and AFTER_PLACE.match(text, hit.end):
        return "short-visited"
    if not is_ordinary and AFTER_PLACE.match(text, hit.end) and _is_visited(text, hit):
        return "short-visited"
    return None


def _has_sibling(
    text: str, hit: Hit, before: Hit | None, after: Hit | None, gazetteer: Gazetteer
) -> bool:
    """A neighbour in the list lies under the same parent: 镇远、三穗."""
    mine = {gazetteer.parent(i) for i in hit.ids}
    for neighbour, between in (
        (before, text[before.end : hit.start] if before else ""),
        (after, text[hit.end : after.start] if after else ""),
    ):
        if neighbour is not None and LINKS.fullmatch(between):
            if not mine.isdisjoint(gazetteer.parent(i) for i in neighbour.ids):
                return True
    return False


DATELINE_OPENERS = frozenset({"本报", "本刊", "本网", "华社", "新社", "新网", "民网"})


def _under_city(region_id: str, gazetteer: Gazetteer) -> bool:
    return not gazetteer.parent(region_id).endswith(PROVINCE_END)


def _is_part(part: Sequence[str], whole: Sequence[str], gazetteer: Gazetteer) -> bool:
    return any(not set(gazetteer.parents(i)).isdisjoint(whole) for i in part)


def _is_visited(text: str, hit: Hit) -> bool:
    return BEFORE_PLACE.search(text, max(0, hit.start - 2), hit.start) is not None


def _is_listed(
    text: str, hit: Hit, before: Hit | None, after: Hit | None, lexicon: Lexicon
) -> bool:
    """A neighbour in the list is a place beyond doubt."""
    for neighbour, between in (
        (before, text[before.end : hit.start] if before else ""),
        (after, text[hit.end : after.start] if after else ""),
    ):
        if neighbour is None or neighbour.sort == "compound" or not LINKS.fullmatch(between):
            continue
        form = text[neighbour.start : neighbour.end]
        is_sure = neighbour.sort in ("full", "town", "joint", "listed") or any(
            i.endswith("00") for i in neighbour.ids
        )
        if form in lexicon.ordinary and neighbour.sort == "short":
            continue
        if is_sure or (form not in lexicon.ambiguous and between in "、-－—–"):
            return True
    return False


