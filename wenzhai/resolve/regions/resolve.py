"""Mentions of places -> links.

Certain mentions come first and are the evidence for the others; then every mention is
weighed again until nothing changes. Decided is only what leads by a margin: of two
白云区 with nothing near, none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wenzhai.gazetteer import Gazetteer
from wenzhai.gazetteer.coined import AREA, coin
from wenzhai.gazetteer.gazetteer import COUNTY, PREFECTURE
from wenzhai.model import Layout, Link, Mention
from wenzhai.recognise.regions.lexicon import load_lexicon
from wenzhai.recognise.regions.zones import zone_name
from wenzhai.resolve.regions.context import SHORT, Scene, merged
from wenzhai.resolve.regions.deictic import Meaning, mean
from wenzhai.resolve.regions.home import home_of
from wenzhai.resolve.regions.weigh import MARGIN, Verdict, weigh

ROUNDS = 3  # evidence of evidence of evidence; more changed nothing on the labelled pages
KEPT_MAX = 12  # candidates that a link keeps
DEICTIC = "deictic"
RIVER = "river"


def resolve_regions(
    layout: Layout,
    mentions: tuple[tuple[Mention, ...], ...],
    gazetteer: Gazetteer,
    home: str | None,
) -> tuple[tuple[Link, ...], ...]:
    """One tuple for each article, parallel to its mentions. `home` is where the newspaper is
    at home, a code of six digits; None lets the page tell it."""
    scenes = [
        Scene(found, dict(article.passages()))
        for article, found in zip(layout.articles, mentions, strict=True)
    ]
    for scene in scenes:
        for number, mention in enumerate(scene.mentions):
            if len(mention.candidates) == 1:
                scene.choose(number, mention.candidates[0], gazetteer)
    given = (*gazetteer.parents(home), home) if home else None
    for _ in range(ROUNDS):
        at_home = given or home_of(scenes, gazetteer)
        page = merged(scenes)
        before = sum(len(scene.chosen) for scene in scenes)
        for scene in scenes:
            _decide(scene, page, at_home, gazetteer)
        if sum(len(scene.chosen) for scene in scenes) == before:
            break
    at_home = given or home_of(scenes, gazetteer)
    page = merged(scenes)
    return tuple(
        tuple(
            _link(number, scene, page, at_home, gazetteer) for number in range(len(scene.mentions))
        )
        for scene in scenes
    )


def _decide(scene: Scene, page: Scene, home: Sequence[str], gazetteer: Gazetteer) -> None:
    for number, mention in enumerate(scene.mentions):
        if number in scene.chosen or not mention.candidates:
            continue
        verdicts = weigh(number, scene, page, home, gazetteer)
        if verdicts[0].points - verdicts[1].points >= MARGIN:
            scene.choose(number, verdicts[0].id, gazetteer)


def _link(
    number: int, scene: Scene, page: Scene, home: Sequence[str], gazetteer: Gazetteer
) -> Link:
    mention = scene.mentions[number]
    if mention.form == DEICTIC:
        return _meant(mention, mean(number, scene, page, home, gazetteer))
    if not mention.candidates:
        return _zone(number, scene, home, gazetteer)
    if len(mention.candidates) == 1:
        only = mention.candidates[0]
        return Link(
            mention, only, (only,), "only-candidate", f"{mention.name} is nothing else", 0.97
        )
    verdicts = weigh(number, scene, page, home, gazetteer)
    chosen = scene.chosen.get(number)
    if chosen is not None:
        verdict = next(v for v in verdicts if v.id == chosen)
        if mention.form == RIVER and chosen.isdigit():
            mention = replace(mention, form=SHORT)  # 昆明、贵阳与红河: the prefecture
        return Link(mention, chosen, (chosen,), verdict.rule, verdict.reason, _confidence(verdicts))
    left = tuple(v.id for v in verdicts if verdicts[0].points - v.points < MARGIN)
    reason = f"{len(left)} places fit equally well"
    return Link(mention, None, left[:KEPT_MAX], "several", reason, 1 / len(left))


def _confidence(verdicts: Sequence[Verdict]) -> float:
    lead = verdicts[0].points - verdicts[1].points
    return round(min(0.98, 0.8 + lead / 100), 2)


def _meant(mention: Mention, meaning: Meaning) -> Link:
    entity = meaning.ids[0] if meaning.is_decided or len(meaning.ids) == 1 else None
    return Link(
        mention, entity, meaning.ids[:KEPT_MAX], meaning.rule, meaning.reason, meaning.confidence
    )


def _zone(number: int, scene: Scene, home: Sequence[str], gazetteer: Gazetteer) -> Link:
    """A zone named without its place lies where the article is."""
    mention = scene.mentions[number]
    lexicon = load_lexicon()
    zones = lexicon.zones
    printed = next(
        (form for form in sorted(zones, key=len, reverse=True) if mention.name.endswith(form)), ""
    )
    kind = zones.get(printed, mention.name)
    own = mention.name.removesuffix(printed)
    for level in (COUNTY, PREFECTURE) if own else (PREFECTURE, COUNTY):
        around = [(w, i) for i, w in scene.weight.items() if gazetteer.level(i) == level]
        around = around or [(1.0, i) for i in home if gazetteer.level(i) == level]
        if not around:
            continue
        _, parent = max(around)
        zone = coin(AREA, parent, zone_name(parent, own, kind, gazetteer, lexicon))
        reason = f"the article is about {gazetteer.rows[parent].name}"
        return Link(mention, zone, (zone,), "zone-of-article", reason, 0.75)
    return Link(mention, None, (), "zone-without-place", "no place near says whose it is", 0.2)
