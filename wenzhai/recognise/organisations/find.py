"""Scene -> organisations, with their full names and the place they belong to.

What begins with a place or its word (市政协) is named after the region that it was decided to
mean; where that is undecided, so is the body. A name of its own found once is found wherever it
stands on the page.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from pypinyin import lazy_pinyin

from wenzhai.gazetteer import load_gazetteer
from wenzhai.model import Detail, Layout, Link, Mention, Passage, Place
from wenzhai.recognise.organisations.hits import Hit, hits
from wenzhai.recognise.organisations.learnt import LEARNT, settled
from wenzhai.recognise.organisations.lexicon import (
    OrganisationLexicon,
    load_organisations,
    usual,
)

Links = tuple[tuple[Link, ...], ...]
Passages = tuple[tuple[Place, Passage], ...]
COUNTY_DIGITS = 6  # of a county's code; towns and villages have more
PARTIES = {"中国共产党": "", "中共": "", "九三": "九三学社", "团": "共青团"}
DEPARTMENT_MAX = 6  # code points of 文旅局, 交警大队
SAME_PLACE = "same-place"
"""Rule of a department named without its place: it belongs to that of the body named last."""
OWN_LEAST = 4  # code points of a name that is looked for again


def find_organisations(layout: Layout, known: Links) -> Links:
    """Organisations article by article; `known` holds persons and regions."""
    lexicon = load_organisations()
    page = _places(link for links in known for link in links)
    found = [
        _of_article(article.passages(), links, page | _places(links), lexicon)
        for article, links in zip(layout.articles, known, strict=True)
    ]
    again = {
        link.mention.name: link
        for links in found
        for link in links
        if link.mention.rule in ("name-and-ending", LEARNT) and len(link.mention.name) >= OWN_LEAST
    }
    if again:
        for article, links in zip(layout.articles, found, strict=True):
            links.extend(_again(article.passages(), links, again))
    return tuple(tuple(links) for links in found)


def _of_article(
    passages: Passages,
    links: Sequence[Link],
    places: Mapping[str, Link],
    lexicon: OrganisationLexicon,
) -> list[Link]:
    found: list[Link] = []
    last: Link | None = None
    for place, text, bare in _hits(passages, links, lexicon):
        hit = _placed(bare, text, places)
        if _is_vague(hit):
            continue
        if hit.place is not None and _is_seat(hit.place.entity):
            last = hit.place
        elif hit.rule == LEARNT and last is not None and _is_department(hit, text, lexicon):
            hit = hit._replace(place=last, rule=SAME_PLACE)
        found.append(_link(hit, place, text, lexicon))
    return found


def _is_seat(region: str | None) -> bool:
    """A county or prefecture, which has departments."""
    digits = COUNTY_DIGITS
    return (
        region is not None and region.isdigit() and len(region) == digits and region[2:] != "0000"
    )


def _is_department(hit: Hit, text: str, lexicon: OrganisationLexicon) -> bool:
    """文旅局, said without its place."""
    printed = text[hit.start : hit.end]
    return len(printed) <= DEPARTMENT_MAX and lexicon.department.fullmatch(printed) is not None


def _places(links: Iterable[Link]) -> dict[str, Link]:
    """What 省, 市, 县 ... mean: as decided for another 市 or 我市, else the only one so named."""
    named: dict[str, Link] = {}
    decided: dict[str, Link] = {}
    several: set[str] = set()
    for link in links:
        mention = link.mention
        if mention.kind == "region" and link.entity is not None:
            is_deictic = mention.form == "deictic"
            word = mention.name[-1:]
            if not is_deictic and word in named and named[word].entity != link.entity:
                several.add(word)
            (decided if is_deictic else named)[word] = link
    return {word: link for word, link in named.items() if word not in several} | decided


def _placed(hit: Hit, text: str, places: Mapping[str, Link]) -> Hit:
    """A word of place with the place that it means here."""
    if hit.rule not in ("word-of-place", "bare-word", "party-word"):
        return hit
    word = text[hit.head - 1]
    meant = places.get(word)
    at = Mention("region", Place("body", 0), hit.head - 1, hit.head, word, "deictic", hit.rule, 0.8)
    entity = meant.entity if meant is not None else None
    return hit._replace(place=Link(at, entity, (), hit.rule, "the word of place", 0.8))


def _is_vague(hit: Hit) -> bool:
    """乡卫生院, where nobody knows of which 乡."""
    return hit.rule == "bare-word" and (hit.place is None or hit.place.entity is None)


def _hits(
    passages: Passages, links: Sequence[Link], lexicon: OrganisationLexicon
) -> Iterator[tuple[Place, str, Hit]]:
    regions: dict[Place, list[Link]] = {}
    persons: dict[Place, list[Mention]] = {}
    for link in links:
        mention = link.mention
        if mention.kind == "region":
            regions.setdefault(mention.place, []).append(link)
        elif mention.kind == "person":
            persons.setdefault(mention.place, []).append(mention)
    for place, passage in passages:
        text = passage.text
        around = (regions.get(place, ()), persons.get(place, ()))
        by_rules = hits(text, *around, lexicon)
        for hit in settled(text, by_rules, *around, lexicon):
            yield place, text, hit


def _link(hit: Hit, place: Place, text: str, lexicon: OrganisationLexicon) -> Link:
    printed = "".join(text[hit.start : hit.end].split())
    form = "full"
    details: tuple[Detail, ...] = ()
    name: str | None = usual(printed, lexicon)
    if hit.rule == "fixed-name":
        name = lexicon.fixed_names[printed]
    elif hit.place is not None:
        region = hit.place.entity
        mention = hit.place.mention
        is_implied = mention.form == "deictic" or hit.rule in ("listed", SAME_PLACE)
        form = "listed" if hit.rule == "listed" else "short" if is_implied else "full"
        if region is None:
            name = None if is_implied else name
        else:
            where = mention.place if hit.rule == SAME_PLACE else place
            details = (Detail("where", where, mention.start, mention.end, region),)
            name = _named(hit, text, region, lexicon)
    mention = Mention(
        "organisation",
        place,
        hit.start,
        hit.end,
        name or printed,
        form,
        hit.rule,
        hit.confidence,
        details=details,
    )
    if name is None:
        reason = "of which place is undecided"
        return Link(mention, None, (), hit.rule, reason, 0.5)
    identity = organisation_id(name)
    reason = f"“{printed}” is {name}"
    return Link(mention, identity, (identity,), hit.rule, reason, hit.confidence)


def _named(hit: Hit, text: str, region: str, lexicon: OrganisationLexicon) -> str:
    """The full name: the region's own, then what follows it."""
    place = full_place(region)
    rest = "".join(text[hit.head : hit.end].split())
    if hit.rule in ("party-and-place", "party-word") and hit.place is not None:
        printed = hit.place.mention
        party = "".join(text[hit.start : printed.start].split())
        if "政协" in party or "协商" in party:
            return place + "政协" + lexicon.session_tail.sub("", text[printed.end : hit.end])
        tail = "委" if party in ("中国共产党", "中共", "团", "共青团") else "委会"
        behind = "".join(text[printed.end : hit.end].split())
        if not behind.endswith(("委", "委会", "委员会")):  # 九三学社县|支社
            tail = behind
        return PARTIES.get(party, party) + place + tail
    is_own = hit.place is not None and hit.place.mention.form != "deictic"
    is_own = is_own and hit.rule != SAME_PLACE
    if is_own and lexicon.own.search(rest):
        # 湖南省凤凰县第一中学 is 凤凰县第一中学
        start = hit.place.mention.start if hit.place is not None else hit.start
        return usual("".join(text[start : hit.end].split()), lexicon)
    return usual(place + rest, lexicon)


def full_place(region: str) -> str:
    """The region's name; of a town or village with its county's, since names recur."""
    place = load_gazetteer().region(region)
    if len(region) > COUNTY_DIGITS and len(place.path) > 2:
        county = next((i for i, key in enumerate(place.parents) if key == place.adcode), None)
        if county is not None:
            return "".join(place.path[county:])
    return place.name


def _again(passages: Passages, links: Sequence[Link], known: Mapping[str, Link]) -> list[Link]:
    taken: dict[Place, list[Mention]] = {}
    for link in links:
        taken.setdefault(link.mention.place, []).append(link.mention)
    found: list[Link] = []
    for place, passage in passages:
        for name, model in known.items():
            at = passage.text.find(name)
            while at >= 0:
                end = at + len(name)
                if not any(m.start < end and at < m.end for m in taken.get(place, ())):
                    mention = Mention("organisation", place, at, end, name, "full", "known", 0.9)
                    taken.setdefault(place, []).append(mention)
                    reason = "named elsewhere on the page"
                    found.append(
                        Link(mention, model.entity, model.candidates, "known", reason, 0.9)
                    )
                at = passage.text.find(name, end)
    return found


@lru_cache(maxsize=1 << 14)
def organisation_id(name: str) -> str:
    """Pinyin, cut, and digits of the name's SHA-256."""
    spelled = "".join(c for c in "".join(lazy_pinyin(name)).lower() if c.isascii() and c.isalnum())
    return f"{spelled[:40] or 'organisation'}-{hashlib.sha256(name.encode()).hexdigest()[:4]}"
