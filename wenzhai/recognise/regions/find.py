"""Layout -> mentions of places.

What is certain is found first, in all articles: full forms, towns, rivers. It is the
evidence for what is not: bare short forms, villages, single characters. Which of its
candidates a mention means is decided by the resolver, not here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from wenzhai.gazetteer import Gazetteer
from wenzhai.model import Layout, Mention, Page
from wenzhai.recognise.regions.bare_towns import bare_towns
from wenzhai.recognise.regions.characters import character_hits, joint_hits
from wenzhai.recognise.regions.deictic import deictic_hits
from wenzhai.recognise.regions.hits import WEAK, Hit, settle
from wenzhai.recognise.regions.judge import Case, Evidence, case_of, ruled, words_allow
from wenzhai.recognise.regions.lexicon import Lexicon, load_lexicon
from wenzhai.recognise.regions.lists import list_hits
from wenzhai.recognise.regions.masthead import masthead
from wenzhai.recognise.regions.owner import owner_of
from wenzhai.recognise.regions.reading import Reading, read
from wenzhai.recognise.regions.rivers import BY_WORDS, or_river, river_hits
from wenzhai.recognise.regions.signs import judge
from wenzhai.recognise.regions.table import table_hits
from wenzhai.recognise.regions.towns import (
    changed_towns,
    stem_hits,
    town_after,
    town_hits,
    town_stems,
)
from wenzhai.recognise.regions.villages import SUFFIX as VILLAGE_SUFFIX
from wenzhai.recognise.regions.villages import lone_villages, village_after, village_hits
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
DIRECTION = re.compile(
    r"[城县镇村乡市区省州向往朝偏的以部处园山岛](?:东北|西北|西南).?|.?(?:东北|西北|西南)[部角侧面方向边隅风坡麓偏约公延]"
)
"""村口西北角, 向西南延伸: a direction, not a part of the country."""
# 西江|村, 清河|街道
OF_VILLAGE = re.compile("[村镇乡屯寨](?![民庄])|街道|社区|小区|中学|小学|路|派出所")
CERTAIN = frozenset({"full", "town", "listed"})
COUNTY_DIGITS = 6
COUNTIES_MAX = 6  # counties of an article whose villages are all looked for
TOWNS_MAX = 40  # candidates of an article's towns whose villages are looked for

Ids = frozenset[str]


class Found(NamedTuple):
    """An article with what may be a place in it."""

    reading: Reading
    hits: list[Hit]
    printed: Evidence
    """In full."""
    evidence: Evidence
    """In full, or in a short form that holds by rules."""

    def case(self, number: int, gazetteer: Gazetteer, lexicon: Lexicon) -> Case | None:
        """A hit whose form alone does not say that it is a place."""
        before = self.hits[number - 1] if number else None
        after = self.hits[number + 1] if number + 1 < len(self.hits) else None
        hit = self.hits[number]
        known = self.printed, self.evidence
        return case_of(self.reading, hit, (before, after), known, gazetteer, lexicon)


def find_regions(
    layout: Layout, page: Page, gazetteer: Gazetteer, persons: tuple[tuple[Mention, ...], ...]
) -> tuple[tuple[Mention, ...], ...]:
    """One tuple for each article, in reading order; no place stands in a person's name."""
    lexicon = load_lexicon()
    return tuple(
        tuple(
            mention
            for hit in _judged(found, gazetteer, lexicon)
            for mention in _mentions(found.reading, hit)
        )
        for found in gather(layout, page, gazetteer, persons, lexicon)
    )


def gather(
    layout: Layout,
    page: Page,
    gazetteer: Gazetteer,
    persons: tuple[tuple[Mention, ...], ...],
    lexicon: Lexicon,
) -> list[Found]:
    """What the tables and the grammars find in each article, and what the page makes known. A short
    form that holds once by rules (本报凯里讯) is evidence for where it stands alone."""
    readings = [read(a, named) for a, named in zip(layout.articles, persons, strict=True)]
    strong = [_strong(reading, gazetteer, lexicon) for reading in readings]
    ids = [_printed(hits) for hits in strong]
    around = masthead(layout, page, gazetteer, lexicon)
    printed = [Evidence(one, around.union(*ids)) for one in ids]
    found = [
        Found(reading, hits, known, known)
        for reading, hits, known in zip(readings, strong, printed, strict=True)
    ]
    ids = [one.printed.article | _told(one, gazetteer, lexicon) for one in found]
    on_page = around.union(*ids)
    return [
        one._replace(evidence=Evidence(told, on_page)) for one, told in zip(found, ids, strict=True)
    ]


def _told(found: Found, gazetteer: Gazetteer, lexicon: Lexicon) -> Ids:
    """The places whose short forms hold by rules."""
    cases = (
        found.case(n, gazetteer, lexicon) for n, hit in enumerate(found.hits) if hit.sort == "short"
    )
    return frozenset(i for case in cases if case and ruled(case) for i in case.hit.ids)


def _strong(reading: Reading, gazetteer: Gazetteer, lexicon: Lexicon) -> list[Hit]:
    """Everything that the tables and the grammar of full forms find, settled; short forms are
    still to be judged."""
    table = [
        *table_hits(reading, gazetteer, lexicon),
        *town_hits(reading, gazetteer, lexicon),
        *joint_hits(reading, gazetteer, lexicon),
    ]
    rivers = {(hit.start, hit.end): hit for hit in river_hits(reading, lexicon)}
    whole = [
        or_river(reading, hit, rivers.get((hit.start, hit.end)))
        for hit in table
        if hit.sort not in WEAK or words_allow(reading, hit, lexicon)
    ]
    first = settle(whole, reading.taken)
    more = [
        hit
        for county in first
        if county.sort == "full"
        for hit in town_after(reading, county, gazetteer)
    ]
    zones = zone_hits(reading, [h for h in table if h.sort != "town"], gazetteer, lexicon)
    lists = list_hits(reading, [*first, *more], gazetteer)
    hits = settle([*more, *whole, *zones, *lists, *rivers.values()], reading.taken)
    return [hit for hit in hits if not _is_loose(hit, hits)]


def _is_loose(hit: Hit, hits: Sequence[Hit]) -> bool:
    """A town whose name the words do not bear out, and that follows no place."""
    if hit.rule != "town-loose":
        return False
    return not any(h.end == hit.start and h.sort in ("full", "short", "listed") for h in hits)


def _printed(hits: Iterable[Hit]) -> Ids:
    return frozenset(i for hit in hits if hit.sort in CERTAIN for i in hit.ids)


def _counties(evidence: Evidence) -> tuple[str, ...]:
    """Those of the article; failing them, those of the page."""
    for ids in (evidence.article, evidence.page):
        found = [i for i in ids if len(i) == COUNTY_DIGITS and i.isdigit() and i[-2:] != "00"]
        if found:
            return tuple(sorted(found)[:COUNTIES_MAX])
    return ()


def _village_holders(
    reading: Reading, hits: Sequence[Hit], gazetteer: Gazetteer
) -> tuple[str, ...]:
    """The towns and counties that the article prints, whose villages are looked for."""
    if VILLAGE_SUFFIX.search(reading.text) is None:
        return ()
    towns: dict[str, None] = {}
    counties: dict[str, None] = {}
    for hit in hits:
        for region_id in hit.ids if hit.sort in CERTAIN else ():
            if region_id in gazetteer.town_numbers:
                towns[region_id] = None
            elif not region_id.endswith("00") and gazetteer.children(region_id):
                counties[region_id] = None
    near = [t for t in towns if gazetteer.parent(t) in counties] or list(towns)
    return (*list(counties)[:COUNTIES_MAX], *near[:TOWNS_MAX])


def _judged(found: Found, gazetteer: Gazetteer, lexicon: Lexicon) -> list[Hit]:
    reading, strong, _, evidence = found
    kept: list[Hit] = []
    for number, hit in enumerate(strong):
        rule = _rule(found, number, gazetteer, lexicon)
        if rule is not None:
            kept.append(hit._replace(rule=rule))
    counties = _counties(evidence)
    holders = _village_holders(reading, strong, gazetteer)
    weak = [
        *village_hits(reading, holders, gazetteer),
        *(
            h
            for h in stem_hits(reading, town_stems(strong, gazetteer))
            if words_allow(reading, h, lexicon)
        ),
        *(h for h in bare_towns(reading, counties, gazetteer) if words_allow(reading, h, lexicon)),
        *character_hits(reading, gazetteer, lexicon),
        *deictic_hits(reading, lexicon),
    ]
    for hit in kept:
        if hit.sort in ("town", "full"):
            weak.extend(village_after(reading, hit, gazetteer))
    sure = [hit for hit in kept if hit.sort in CERTAIN]
    weak.extend(changed_towns(reading, sure, evidence.page, gazetteer))
    weak.extend(lone_villages(reading, sure, counties, gazetteer))
    hits = settle_after(kept, weak, strong, reading)
    return [hit for hit in hits if hit.sort != "compound"]


def settle_after(
    kept: Sequence[Hit], weak: Sequence[Hit], strong: Sequence[Hit], reading: Reading
) -> list[Hit]:
    """What was kept stands; of the rest what does not overlap it, nor a compound."""
    solid = [hit for hit in kept if hit.sort not in WEAK and hit.sort != "compound"]
    held = [(hit.start, hit.end) for hit in solid]
    compounds = [hit for hit in strong if hit.sort == "compound"]
    others = [*weak, *compounds, *(hit for hit in kept if hit.sort in WEAK)]
    return sorted([*solid, *settle(others, [*held, *reading.taken])], key=lambda hit: hit.start)


def _rule(found: Found, number: int, gazetteer: Gazetteer, lexicon: Lexicon) -> str | None:
    """The rule by which a hit of the tables is a place here; None when it is not."""
    reading, strong, _, evidence = found
    hit = strong[number]
    before = strong[number - 1] if number else None
    after = strong[number + 1] if number + 1 < len(strong) else None
    if hit.sort == "macro" and DIRECTION.fullmatch(
        reading.text, max(0, hit.start - 1), hit.end + 1
    ):
        return None
    if hit.sort == "river" and OF_VILLAGE.match(reading.text, hit.end):
        return None
    if hit.sort in ("macro", "river") and owner_of(reading, hit, after, lexicon) == "private":
        return None
    if is_bare(hit):
        case = found.case(number, gazetteer, lexicon)
        return None if case is None else judge(case)
    if hit.sort == "full" and reading.text[hit.start : hit.end] in lexicon.generic:
        parents = {parent for i in hit.ids for parent in gazetteer.parents(i)}
        is_next = before is not None and before.end == hit.start
        if (
            after is not None
            and after.start == hit.end
            and any(set(gazetteer.parents(i)) & set(hit.ids) for i in after.ids)
        ):
            return hit.rule  # 会同县高椅乡
        is_held = is_next and before is not None and not parents.isdisjoint(before.ids)
        cities = {parent for parent in parents if not parent.endswith("0000")}
        return hit.rule if is_held or not cities.isdisjoint(evidence.page) else None
    return hit.rule


def is_bare(hit: Hit) -> bool:
    """A short form, or a river that is a division too: not a place by its form alone."""
    is_river = hit.sort == "river" and any(region_id.isdigit() for region_id in hit.ids)
    is_river = is_river and hit.rule != BY_WORDS
    return is_river or hit.sort in WEAK


def _mentions(reading: Reading, hit: Hit) -> Iterable[Mention]:
    place, start, end = reading.span(hit.start, hit.end)
    groups = [(i,) for i in hit.ids] if hit.sort == "joint" else [hit.ids]
    for ids in groups:
        yield Mention(
            kind="region",
            place=place,
            start=start,
            end=end,
            name=reading.text[hit.start : hit.end],
            form=FORMS.get(hit.sort, hit.sort),
            rule=hit.rule,
            confidence=hit.confidence,
            candidates=tuple(sorted(ids)),
        )
