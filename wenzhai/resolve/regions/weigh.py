"""How well each candidate of a mention fits what is printed around it.

Points say how much a kind of evidence counts against the others. They were set by hand
in the order hierarchy in the phrase > full name in the article > its parent in the
article > its neighbours > the page > the home of the newspaper.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from wenzhai.gazetteer import Gazetteer
from wenzhai.gazetteer.gazetteer import PREFECTURE, PROVINCE
from wenzhai.model import Mention
from wenzhai.resolve.regions.context import Scene

IN_PHRASE = 100.0  # 卓尼县纳浪镇
WATER_AFTER = 200.0  # 红河流域
ITSELF_IN_ARTICLE = 30.0  # 开阳 where 开阳县 stands
PARENT_IN_ARTICLE = (20.0, 12.0, 8.0, 6.0)
"""By distance: a town's county, prefecture, province."""
NEIGHBOUR = 15.0  # beside it in a list
LAST_PARENT = 60.0  # the last place before it, in its sentence, holds it: 贵阳的白云区
PART_IN_ARTICLE = 8.0
SIBLING_IN_ARTICLE = 8.0
PAGE_SHARE = 0.4  # evidence from the page's other articles
HOME = {PROVINCE: 3.0, PREFECTURE: 6.0}
BELOW_HOME = 9.0
LEVEL = {PROVINCE: 7.0, PREFECTURE: 4.0}
"""A bare short form means the larger place: 吉林 the province, 通化 the city."""
SEAT = -45.0  # 朝阳 is 朝阳市 where 朝阳县 is printed too; 吉林 is the province
MARGIN = 2.5  # points between the best and the next, to decide

WATER = re.compile(
    r"流域|水系|沿岸|两岸|岸|河段|上游|中游|下游|干流|支流|水质|河道|畔|河谷|江段|段水|水域|水位|源头|江面|河面|入海口|边(?![境防界疆陲关贸])|[河江]?堤|渡[口船]|水(?:清|变清|量|面)"
)
SENTENCE_END = re.compile(r"[。！？；\n]")
ADJACENT = re.compile(r"|[、\-－—–~～·和与及]")


class Verdict(NamedTuple):
    """Points of one candidate, and the strongest reason for them."""

    points: float
    id: str
    rule: str
    reason: str


def weigh(
    number: int, scene: Scene, page: Scene, home: Sequence[str], gazetteer: Gazetteer
) -> list[Verdict]:
    """All candidates of a mention, best first. `home`: ids from the province down."""
    mention = scene.mentions[number]
    last = _last_holder(number, scene, gazetteer) or ""
    found = [
        _weigh_one(number, candidate, last, scene, page, home, gazetteer)
        for candidate in mention.candidates
    ]
    return sorted(found, key=lambda verdict: (-verdict.points, verdict.id))


def _weigh_one(
    number: int,
    candidate: str,
    last: str,
    scene: Scene,
    page: Scene,
    home: Sequence[str],
    gazetteer: Gazetteer,
) -> Verdict:
    mention = scene.mentions[number]
    parents = gazetteer.parents(candidate)
    parts: list[tuple[float, str, str]] = []
    phrase = _phrase(number, candidate, parents, scene, gazetteer)
    if phrase:
        parts.append((IN_PHRASE, "in-phrase", f"{phrase} stands right beside it"))
    if candidate in scene.printed:
        parts.append(
            (
                ITSELF_IN_ARTICLE,
                "in-article",
                f"{gazetteer.name(candidate)} stands in the article",
            )
        )
    for distance, parent in enumerate(reversed(parents)):
        if parent in scene.printed:
            points = PARENT_IN_ARTICLE[min(distance, len(PARENT_IN_ARTICLE) - 1)]
            reason = f"{gazetteer.name(parent)}, where it lies, stands in the article"
            parts.append((points, "parent-in-article", reason))
    if last in parents:
        parts.append(
            (LAST_PARENT, "parent-in-sentence", f"{gazetteer.name(last)} stands last before it")
        )
    neighbour = _neighbour(number, candidate, parents, scene, gazetteer)
    if neighbour:
        parts.append((NEIGHBOUR, "neighbour", f"{neighbour} stands beside it in a list"))
    parts.extend(_minor(candidate, parents, scene, gazetteer, 1.0, "article"))
    shared = [
        *(
            (
                PARENT_IN_ARTICLE[min(d, 3)],
                "parent-on-page",
                f"{gazetteer.name(p)} stands on the page",
            )
            for d, p in enumerate(reversed(parents))
            if p in page.printed
        ),
        *(
            [(ITSELF_IN_ARTICLE, "on-page", "stands elsewhere on the page")]
            if candidate in page.printed
            else []
        ),
    ]
    parts.extend((points * PAGE_SHARE, rule, reason) for points, rule, reason in shared)
    parts.extend(_minor(candidate, parents, page, gazetteer, PAGE_SHARE, "page"))
    parts.extend(_by_home(candidate, parents, home, gazetteer))
    parts.extend(_by_form(mention, candidate, scene, gazetteer))
    if mention.form == "short" and not phrase and not set(mention.candidates).isdisjoint(parents):
        parts.append((SEAT, "seat", "the name stands for the whole, not for the part of its name"))
    points = sum(part[0] for part in parts)
    best = max(parts, default=(0.0, "no-evidence", "nothing near speaks for it"))
    return Verdict(points, candidate, best[1], best[2])


def _phrase(
    number: int, candidate: str, parents: Sequence[str], scene: Scene, gazetteer: Gazetteer
) -> str | None:
    """The name right before or after that holds it or lies in it."""
    mention = scene.mentions[number]
    if number:
        before = scene.mentions[number - 1]
        if before.place == mention.place and before.end == mention.start:
            chosen = scene.chosen.get(number - 1)
            if not {chosen}.isdisjoint(parents) or (
                chosen is None and not set(before.candidates).isdisjoint(parents)
            ):
                return before.name
    if number + 1 < len(scene.mentions):
        after = scene.mentions[number + 1]
        if after.place == mention.place and after.start == mention.end:
            for other in after.candidates:
                if candidate in gazetteer.parents(other):
                    return after.name
    return None


def _last_holder(number: int, scene: Scene, gazetteer: Gazetteer) -> str | None:
    """The nearest place before it in its sentence that holds one of its candidates."""
    mention = scene.mentions[number]
    text = scene.passages[mention.place].text
    holders = {holder for other in mention.candidates for holder in gazetteer.parents(other)}
    for other in range(number - 1, -1, -1):
        before = scene.mentions[other]
        if before.place != mention.place or SENTENCE_END.search(text, before.end, mention.start):
            return None
        if before.name == mention.name and _bears_twice(mention.name, scene):
            return None  # 兰州市城关区、拉萨市城关区…，城关区: nothing says which
        chosen = scene.chosen.get(other)
        if chosen in holders:
            return chosen
    return None


def _bears_twice(name: str, scene: Scene) -> bool:
    """Two places of the article are called so."""
    return len({i for n, i in scene.chosen.items() if scene.mentions[n].name == name}) > 1


def _neighbour(
    number: int, candidate: str, parents: Sequence[str], scene: Scene, gazetteer: Gazetteer
) -> str | None:
    """A place of the same sort that is linked to it: 吉林、辽宁和黑龙江."""
    mention = scene.mentions[number]
    for other in (number - 1, number + 1):
        chosen = scene.chosen.get(other)
        if chosen is None or not 0 <= other < len(scene.mentions):
            continue
        first, second = sorted((mention, scene.mentions[other]), key=lambda m: m.start)
        if first.place != second.place or first.end == second.start:
            continue
        between = scene.passages[mention.place].text[first.end : second.start]
        if ADJACENT.fullmatch(between) is None:
            continue
        if gazetteer.parents(chosen) != tuple(parents):
            continue
        kind = "administrative" if candidate.isdigit() else gazetteer.kind(candidate)
        if gazetteer.kind(chosen) == kind:
            return scene.mentions[other].name
    return None


def _minor(
    candidate: str,
    parents: Sequence[str],
    scene: Scene,
    gazetteer: Gazetteer,
    share: float,
    where: str,
) -> list[tuple[float, str, str]]:
    parts: list[tuple[float, str, str]] = []
    if candidate in scene.above:
        parts.append(
            (PART_IN_ARTICLE * share, f"part-in-{where}", f"a part of it stands in the {where}")
        )
    if parents:
        others = scene.siblings.get(parents[-1], 0) - (candidate in scene.printed)
        if others > 0:
            name = gazetteer.name(parents[-1])
            points = SIBLING_IN_ARTICLE * share * min(others, 3) / 2
            parts.append(
                (points, f"sibling-in-{where}", f"another place of {name} stands in the {where}")
            )
        for distance, parent in enumerate(reversed(parents[:-1])):
            if parent in scene.above and parent not in scene.printed:
                points = 4.0 * share / (1 + distance)
                parts.append(
                    (
                        points,
                        f"near-in-{where}",
                        f"a place of {gazetteer.name(parent)} stands in the {where}",
                    )
                )
    return parts


def _by_home(
    candidate: str, parents: Sequence[str], home: Sequence[str], gazetteer: Gazetteer
) -> list[tuple[float, str, str]]:
    if candidate in home:
        return [
            (HOME.get(gazetteer.level(candidate), 6.0), "home", "the newspaper is at home there")
        ]
    parts: list[tuple[float, str, str]] = []
    for region_id in home:
        if region_id in parents:
            points = HOME.get(gazetteer.level(region_id), BELOW_HOME)
            parts.append(
                (points, "home", f"the newspaper is at home in {gazetteer.name(region_id)}")
            )
    return parts


def _by_form(
    mention: Mention, candidate: str, scene: Scene, gazetteer: Gazetteer
) -> list[tuple[float, str, str]]:
    is_water = candidate.startswith("river")
    if is_water and WATER.match(scene.text_after(mention, 3)):
        return [(WATER_AFTER, "water", "the words after it speak of a river")]
    if mention.form in ("short", "river"):
        points = LEVEL.get(gazetteer.level(candidate), 0.0)
        if points:
            return [(points, "larger-place", "a bare short form means the larger place")]
        if is_water and mention.name[-1] in "江河水溪":
            return [(2.0, "river-name", "the form is a river's full name")]
    return []
