"""Layout -> mentions of places.

What is certain is found first, in all articles: full forms, towns, rivers. It is the
evidence for what is not: bare short forms, villages, single characters. Which of its
candidates a mention means is decided by the resolver, not here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wenzhai.gazetteer import Gazetteer
from wenzhai.model import Layout, Mention, Page, Passage, Place
from wenzhai.recognise.regions.characters import character_hits, joint_hits
from wenzhai.recognise.regions.deictic import deictic_hits
from wenzhai.recognise.regions.hits import WEAK, Hit, settle
from wenzhai.recognise.regions.judge import Evidence, is_place, is_private
from wenzhai.recognise.regions.lexicon import Lexicon, load_lexicon
from wenzhai.recognise.regions.lists import list_hits
from wenzhai.recognise.regions.reading import Reading, read
from wenzhai.recognise.regions.rivers import river_hits
from wenzhai.recognise.regions.table import table_hits
from wenzhai.recognise.regions.towns import town_after, town_hits
from wenzhai.recognise.regions.villages import SUFFIX as VILLAGE_SUFFIX
from wenzhai.recognise.regions.villages import Names, village_after, village_hits, village_names
from wenzhai.recognise.regions.zones import zone_hits

FORMS = {
    "full": "full",
    "former": "full",
    "town": "full",
    "village": "full",
    "short": "short",
    "nickname": "short",
}
"""Sort of a hit -> `Mention.form`, where they differ."""
CERTAIN = frozenset({"full", "town", "listed"})
COUNTIES_MAX = 6  # counties of an article whose villages are all looked for
TOWNS_MAX = 40  # candidates of an article's towns whose villages are looked for

Ids = frozenset[str]


def find_regions(
    layout: Layout, page: Page, gazetteer: Gazetteer, persons: tuple[tuple[Mention, ...], ...]
) -> tuple[tuple[Mention, ...], ...]:
    """One tuple for each article, in reading order; no place stands in a person's name."""
    del page  # every passage has its text
    lexicon = load_lexicon()
    readings = [
        [read(place, passage, _taken(place, named)) for place, passage in article.passages()]
        for article, named in zip(layout.articles, persons, strict=True)
    ]
    found = [[_strong(r, gazetteer, lexicon) for r in one] for one in readings]
    printed = [_printed(one) for one in found]
    on_page = frozenset(i for ids in printed for i in ids)
    mentions: list[tuple[Mention, ...]] = []
    for article, one, hits, ids in zip(layout.articles, readings, found, printed, strict=True):
        evidence = Evidence(ids, on_page)
        evidence = _with_judged(one, hits, evidence, gazetteer, lexicon)
        names = _village_names(one, hits, gazetteer)
        texts = dict(article.passages())
        mentions.append(
            tuple(
                mention
                for reading, strong in zip(one, hits, strict=True)
                for hit in _judged(reading, strong, evidence, names, gazetteer, lexicon)
                for mention in _mentions(reading, hit, texts[reading.place])
            )
        )
    return tuple(mentions)


def _taken(place: Place, named: Iterable[Mention]) -> list[tuple[int, int]]:
    return sorted((m.start, m.end) for m in named if m.place == place)


def _strong(reading: Reading, gazetteer: Gazetteer, lexicon: Lexicon) -> list[Hit]:
    """Everything that the tables and the grammar of full forms find, settled; short forms are
    still to be judged."""
    table = [
        *table_hits(reading, gazetteer, lexicon),
        *town_hits(reading, gazetteer, lexicon),
        *joint_hits(reading, gazetteer, lexicon),
    ]
    first = settle(table, reading.taken)
    more = [hit for county in first if county.sort == "full" for hit in town_after(reading, county, gazetteer)]
    rivers = river_hits(reading, lexicon)
    zones = zone_hits(reading, [h for h in table if h.sort != "town"], gazetteer, lexicon)
    lists = list_hits(reading, [*first, *more], gazetteer)
    hits = settle([*table, *more, *zones, *lists, *rivers], reading.taken)
    return [hit for hit in hits if not _is_loose(hit, hits, lexicon, reading)]


def _is_loose(hit: Hit, hits: Sequence[Hit], lexicon: Lexicon, reading: Reading) -> bool:
    """A town whose name the words do not bear out, and that follows no place."""
    if hit.rule != "town-loose":
        return False
    return not any(h.end == hit.start and h.sort in ("full", "short", "listed") for h in hits)


def _printed(hits: Iterable[Iterable[Hit]]) -> Ids:
    return frozenset(i for one in hits for h in one if h.sort in CERTAIN for i in h.ids)


def _village_names(
    readings: Sequence[Reading], hits: Sequence[Sequence[Hit]], gazetteer: Gazetteer
) -> Names:
    """Names to look for: the villages of the towns and counties that the article prints."""
    if not any(VILLAGE_SUFFIX.search(reading.text) for reading in readings):
        return {}
    towns: dict[str, None] = {}
    counties: dict[str, None] = {}
    for hit in (h for one in hits for h in one if h.sort in CERTAIN):
        for region_id in hit.ids:
            if region_id in gazetteer.town_numbers:
                towns[region_id] = None
            elif not region_id.endswith("00") and gazetteer.children(region_id):
                counties[region_id] = None
    near = [t for t in towns if gazetteer.parent(t) in counties] or list(towns)
    return village_names([*list(counties)[:COUNTIES_MAX], *near[:TOWNS_MAX]], gazetteer)


def _with_judged(
    readings: Sequence[Reading],
    hits: Sequence[Sequence[Hit]],
    evidence: Evidence,
    gazetteer: Gazetteer,
    lexicon: Lexicon,
) -> Evidence:
    """A short form that holds once is evidence for where it stands alone: 本报凯里讯."""
    ids = frozenset(
        i
        for reading, strong in zip(readings, hits, strict=True)
        for number, hit in enumerate(strong)
        if hit.sort == "short" and _holds(reading, strong, number, evidence, gazetteer, lexicon)
        for i in hit.ids
    )
    return Evidence(evidence.article | ids, evidence.page | ids)


def _judged(
    reading: Reading,
    strong: Sequence[Hit],
    evidence: Evidence,
    names: Names,
    gazetteer: Gazetteer,
    lexicon: Lexicon,
) -> list[Hit]:
    kept = [
        hit
        for number, hit in enumerate(strong)
        if _holds(reading, strong, number, evidence, gazetteer, lexicon)
    ]
    villages = list(village_hits(reading, names))
    for hit in kept:
        if hit.sort == "town":
            villages.extend(village_after(reading, hit, gazetteer))
    weak = [
        *villages,
        *character_hits(reading, gazetteer, lexicon),
        *deictic_hits(reading, lexicon),
    ]
    hits = settle_after(kept, weak, strong, reading)
    return [hit for hit in hits if hit.sort != "compound"]


def settle_after(
    kept: Sequence[Hit], weak: Sequence[Hit], strong: Sequence[Hit], reading: Reading
) -> list[Hit]:
    """What was kept stands; of the rest what does not overlap it, nor a compound."""
    compounds = [hit for hit in strong if hit.sort == "compound"]
    held = [(hit.start, hit.end) for hit in (*kept, *compounds) if hit.sort not in WEAK]
    others = [*weak, *(hit for hit in kept if hit.sort in WEAK)]
    solid = [hit for hit in kept if hit.sort not in WEAK]
    return sorted([*solid, *settle(others, [*held, *reading.taken])], key=lambda hit: hit.start)


def _holds(
    reading: Reading,
    strong: Sequence[Hit],
    number: int,
    evidence: Evidence,
    gazetteer: Gazetteer,
    lexicon: Lexicon,
) -> bool:
    hit = strong[number]
    around = (
        strong[number - 1] if number else None,
        strong[number + 1] if number + 1 < len(strong) else None,
    )
    if hit.sort in ("macro", "river") and is_private(reading, hit, around[1], lexicon):
        return False
    if hit.sort in WEAK or (hit.sort == "river" and _is_division_too(hit)):
        return is_place(reading, hit, around, evidence, gazetteer, lexicon) is not None
    if hit.sort == "full" and reading.text[hit.start : hit.end] in lexicon.generic:
        before = around[0]
        is_held = before is not None and before.end == hit.start
        parents = {parent for i in hit.ids for parent in gazetteer.parents(i)[1:]}
        return is_held or not parents.isdisjoint(evidence.page)
    return True


def _is_division_too(hit: Hit) -> bool:
    return any(region_id.isdigit() for region_id in hit.ids)


def _mentions(reading: Reading, hit: Hit, passage: Passage) -> Iterable[Mention]:
    start, end = reading.span(hit.start, hit.end)
    name = "".join(passage.text[start:end].split())
    groups = [(i,) for i in hit.ids] if hit.sort == "joint" else [hit.ids]
    for ids in groups:
        yield Mention(
            kind="region",
            place=reading.place,
            start=start,
            end=end,
            name=name,
            form=FORMS.get(hit.sort, hit.sort),
            rule=hit.rule,
            confidence=hit.confidence,
            candidates=tuple(sorted(ids)),
        )
