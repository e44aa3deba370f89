"""What 我省, 全市, 该县, the 省 of 省政协 mean: a place of that level that the article, the
page or the newspaper's home is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wenzhai.gazetteer import Gazetteer
from wenzhai.gazetteer.gazetteer import COUNTY, PREFECTURE, PROVINCE, TOWN_LEVEL, VILLAGE_LEVEL
from wenzhai.model import Mention
from wenzhai.recognise.regions.lexicon import load_lexicon
from wenzhai.resolve.regions.context import Scene

LEADS = 1.6  # times the weight of the next, to decide
NAMED_OFTEN = 2  # mentions of a city in an article in which 市委 may be its own
BODY_MAX = 12  # code points of a body's name that are looked at
PUBLIC_BODY = "public-body"
POINTING_BACK = ("该", "此")
TAIWAN = "710000"
LEVELS: dict[str, tuple[tuple[int, ...], tuple[str, ...]]] = {
    "自治区": ((PROVINCE,), ("自治区",)),
    "自治州": ((PREFECTURE,), ("州",)),
    "自治县": ((COUNTY,), ("县",)),
    "省": ((PROVINCE,), ("省", "自治区")),
    "市": ((PROVINCE, PREFECTURE, COUNTY), ("市",)),
    "州": ((PREFECTURE,), ("州",)),
    "盟": ((PREFECTURE,), ("盟",)),
    "县": ((COUNTY,), ("县",)),
    "区": ((COUNTY, PROVINCE), ("区",)),
    "旗": ((COUNTY,), ("旗",)),
    "镇": ((TOWN_LEVEL,), ("镇",)),
    "乡": ((TOWN_LEVEL,), ("乡",)),
    "街道": ((TOWN_LEVEL,), ("街道",)),
    "村": ((VILLAGE_LEVEL,), ("村", "嘎查")),
    "社区": ((VILLAGE_LEVEL,), ("社区",)),
}
"""Word of place -> levels and endings of what it can mean."""


class Meaning(NamedTuple):
    """What is left, best first; one when decided."""

    ids: tuple[str, ...]
    rule: str
    reason: str
    confidence: float
    is_decided: bool = False
    """The first is meant, though others are possible."""


def level_word(mention: Mention) -> str:
    """The 省 of 我省 and 省内."""
    name = mention.name.removesuffix("境内").removesuffix("内")
    return next((word for word in LEVELS if name.endswith(word)), "")


def mean(
    number: int, scene: Scene, page: Scene, home: Sequence[str], gazetteer: Gazetteer
) -> Meaning:
    """The place that a deictic word stands for."""
    mention = scene.mentions[number]
    word = level_word(mention)
    if not word:
        return Meaning((), "unknown-word", f"{mention.name} has no word of level", 0.0)
    if mention.name[0] in POINTING_BACK:
        last = _last(number, word, scene, gazetteer)
        if last:
            return Meaning((last,), "named-before", "the last of its level before it", 0.9)
    at_home = [i for i in home if _fits(i, word, gazetteer)]
    article = _about(scene, word, gazetteer)
    if word in ("省", "自治区") and at_home and (not article or at_home[0] in article):
        return Meaning((at_home[0],), "home", "the newspaper is at home there", 0.95)
    if article:
        return _of_article(number, word, article, at_home, scene, page, gazetteer)
    if at_home:
        return Meaning((at_home[-1],), "home", "the newspaper is at home there", 0.85)
    wider = _about(page, word, gazetteer)
    if len(wider) == 1:
        return Meaning(tuple(wider), "page", "the page is about it", 0.7)
    return Meaning(tuple(wider), "several", "nothing says which", 0.3)


def _of_article(
    number: int,
    word: str,
    article: Sequence[str],
    at_home: Sequence[str],
    scene: Scene,
    page: Scene,
    gazetteer: Gazetteer,
) -> Meaning:
    """Of the places that the article is about."""
    both = [i for i in article if i in at_home]
    decided = article if len(article) == 1 else both
    own = _own_city(number, word, decided, scene, gazetteer)
    if own is not None:
        reason = f"{gazetteer.name(own)}, whose body is named right before, may be meant too"
        return Meaning((decided[0], own), "doubtful", reason, 0.55, is_decided=True)
    if len(article) == 1:
        return Meaning(tuple(article), "article", "the article is about it", 0.92)
    if len(both) == 1:
        return Meaning(tuple(both), "home", "the article and the newspaper's home agree", 0.85)
    inner = _inner_city(article, page, gazetteer)
    if inner is not None:
        rest = [i for i in article if i != inner]
        reason = f"of {gazetteer.name(rest[0])} the page names no other part"
        return Meaning((inner, *rest), "inner-city", reason, 0.85, is_decided=True)
    return Meaning(tuple(article), "several", "the article is about several", 0.5)


def _inner_city(article: Sequence[str], page: Scene, gazetteer: Gazetteer) -> str | None:
    """玉环市 of 台州市, where the page names nothing else in 台州市."""
    if len(article) != 2:
        return None
    for inner, outer in (article, article[::-1]):
        if outer in gazetteer.parents(inner):
            within = [i for i in page.printed if outer in gazetteer.parents(i)]
            is_alone = all(i == inner or inner in gazetteer.parents(i) for i in within)
            return inner if is_alone else None
    return None


def _own_city(
    number: int, word: str, decided: Sequence[str], scene: Scene, gazetteer: Gazetteer
) -> str | None:
    """市委, said by the chair of 清镇市政协 in an article about 贵阳市: either may be meant."""
    if word != "市" or len(decided) != 1 or gazetteer.level(decided[0]) != PREFECTURE:
        return None
    mention = scene.mentions[number]
    before = _number_of_last(number, word, scene, gazetteer)
    if before is None or mention.rule != PUBLIC_BODY:
        return None
    own, named = scene.chosen[before], scene.mentions[before]
    is_near = mention.place.number - named.place.number in (0, 1)
    is_body = load_lexicon().bodies.match(scene.text_after(named, BODY_MAX)) is not None
    is_city_within = gazetteer.parent(own) == decided[0] and scene.printed[own] >= NAMED_OFTEN
    return own if is_near and is_body and is_city_within else None


def _last(number: int, word: str, scene: Scene, gazetteer: Gazetteer) -> str | None:
    before = _number_of_last(number, word, scene, gazetteer)
    return None if before is None else scene.chosen[before]


def _number_of_last(number: int, word: str, scene: Scene, gazetteer: Gazetteer) -> int | None:
    """The last mention before it of a place of such a level."""
    for before in range(number - 1, -1, -1):
        chosen = scene.chosen.get(before)
        if chosen and _fits(chosen, word, gazetteer):
            return before
    return None


def _about(scene: Scene, word: str, gazetteer: Gazetteer) -> list[str]:
    """Places of that level, by weight; one when it leads."""
    found = [(w, i) for i, w in scene.weight.items() if _fits(i, word, gazetteer)]
    found.sort(key=lambda pair: (-pair[0], pair[1]))
    if len(found) > 1 and found[0][0] >= LEADS * found[1][0]:
        return [found[0][1]]
    return [region_id for _, region_id in found]


def _fits(region_id: str, word: str, gazetteer: Gazetteer) -> bool:
    levels, endings = LEVELS[word]
    if gazetteer.parent(region_id) == TAIWAN:
        return False  # 一对台南的老夫妻: the 市 of 市政协 is the newspaper's
    if gazetteer.level(region_id) not in levels:
        return False
    name = gazetteer.name(region_id)
    if word == "区" and gazetteer.level(region_id) == PROVINCE:
        return name.endswith("自治区")
    return name.endswith(endings)
