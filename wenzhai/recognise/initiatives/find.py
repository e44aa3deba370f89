"""Scene -> initiatives: named programmes, platforms, mechanisms, campaigns, ways of working.

What is accepted once on a page is found wherever it stands there, with marks or without.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from wenzhai.model import Article, Detail, Layout, Link, Mention, Passage, Place
from wenzhai.recognise.figures import sentence
from wenzhai.recognise.initiatives.hits import Hit, hits, quoted_names, titles
from wenzhai.recognise.initiatives.home import CLASS, home_province, initiative_id
from wenzhai.recognise.initiatives.lexicon import InitiativeLexicon, load_initiatives
from wenzhai.recognise.initiatives.steps import Step, counted, self_counted
from wenzhai.recognise.words import words_of

Links = tuple[tuple[Link, ...], ...]
AGAIN_LEAST = 3  # code points of a name that is looked for without marks
QUOTED = ("quoted-name", "quoted-signs")
CONFIDENCE = {2: 0.75, 3: 0.85, 4: 0.92}
PEOPLE = re.compile(r"[人员]$")
"""赶沟人 in a system's name: elsewhere it is who does that."""


def find_initiatives(layout: Layout, known: Links, home: str | None = None) -> Links:
    """Initiatives article by article; `known` holds organisations, whose names hold none, and the
    regions, which with `home` tell whose short names these are."""
    lexicon = load_initiatives()
    province = home_province(known, home)
    passages = [article.passages() for article in layout.articles]
    recurring = Counter(
        name for each in passages for _, passage in each for name in quoted_names(passage.text)
    )
    barred = {
        name for each in passages for _, passage in each for name in titles(passage.text, lexicon)
    }
    found = [
        {
            place: _kept(passage.text, place.field, recurring, barred, lexicon)
            for place, passage in each
        }
        for each in passages
    ]
    quoted = {
        passage.text[hit.start : hit.end]
        for each, at in zip(passages, found, strict=True)
        for place, passage in each
        for hit in at[place]
        if hit.rule in QUOTED
    }
    found = [
        {
            place: [
                _clipped(hit, passage.text, quoted)
                for hit in at[place]
                if not _holds(hit, passage.text, quoted) and not _is_tail(hit, passage.text, quoted)
            ]
            for place, passage in each
        }
        for each, at in zip(passages, found, strict=True)
    ]
    names = {
        passage.text[hit.start : hit.end]
        for each, at in zip(passages, found, strict=True)
        for place, passage in each
        for hit in at[place]
        if hit.rule != "titled-document"
    }
    names |= {short for name in names if len(short := CLASS.sub("", name)) > AGAIN_LEAST}
    again = _pattern({name for name in names - barred if not PEOPLE.search(name)})
    return tuple(
        tuple(_article_links(article, at, again, links, lexicon, province))
        for article, at, links in zip(layout.articles, found, known, strict=True)
    )


def _holds(hit: Hit, text: str, quoted: set[str]) -> bool:
    """“打造六大产业基地” where 六大产业基地 is a name of the page."""
    name = text[hit.start : hit.end]
    return hit.form == "quoted" and any(
        name.endswith(other)
        and len(name) > len(other) > AGAIN_LEAST
        and "·" not in name
        and words_of(name.removesuffix(other))[0].tag.startswith("v")
        for other in quoted
    )


def _is_tail(hit: Hit, text: str, quoted: set[str]) -> bool:
    """“一件事” where 加梯一件事 is a name of the page."""
    name = text[hit.start : hit.end]
    return hit.rule == "quoted-signs" and any(
        other.endswith(name) and len(other) > len(name) for other in quoted
    )


def _clipped(hit: Hit, text: str, quoted: set[str]) -> Hit:
    """工业强市战略 is 工业强市 where the page has that in marks."""
    short = CLASS.sub("", text[hit.start : hit.end])
    if hit.form == "term" and short in quoted:
        return hit._replace(end=hit.start + len(short))
    return hit


def _kept(
    text: str, field: str, recurring: Counter[str], barred: set[str], lexicon: InitiativeLexicon
) -> list[Hit]:
    accepted = [
        hit
        for hit in hits(text, field, recurring, lexicon)
        if text[hit.start : hit.end] not in barred
    ]
    return _apart(accepted)


def _apart(found: Iterable[Hit]) -> list[Hit]:
    """The longer of those that overlap."""
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda hit: (hit.start, -hit.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _pattern(names: set[str]) -> re.Pattern[str]:
    longest = sorted((n for n in names if len(n) > 1), key=lambda n: (-len(n), n))
    return re.compile("|".join(map(re.escape, longest)) or r"(?!)")


def _article_links(
    article: Article,
    found: dict[Place, list[Hit]],
    again: re.Pattern[str],
    known: tuple[Link, ...],
    lexicon: InitiativeLexicon,
    province: str | None,
) -> list[Link]:
    bodies: dict[Place, list[Mention]] = {}
    for link in known:
        if link.mention.kind == "organisation":
            bodies.setdefault(link.mention.place, []).append(link.mention)
    places: dict[Place, set[int]] = {}
    for one in (link.mention for link in known if link.mention.kind == "region"):
        places.setdefault(one.place, set()).update(range(one.start, one.end))
    mentions: list[Mention] = []
    for place, passage in article.passages():
        here = _with_again(passage.text, found[place], again)
        here = [
            h
            for h in here
            if not any(b.start <= h.start and h.end <= b.end for b in bodies.get(place, ()))
            and not _is_places(h, passage.text, places.get(place, set()))
        ]
        mentions.extend(_mention(hit, place, passage, lexicon) for hit in here)
    parts = dict(_parts(article, mentions))
    return [_link(m, parts.get(number, ()), province) for number, m in enumerate(mentions)]


def _is_places(hit: Hit, text: str, places: set[int]) -> bool:
    """“福泉-瓮安”园区: nothing but places."""
    return all(at in places for at in range(hit.start, hit.end) if text[at].isalpha())


def _with_again(text: str, here: list[Hit], again: re.Pattern[str]) -> list[Hit]:
    more = list(here)
    for match in again.finditer(text):
        start, end = match.span()
        is_marked = text[start - 1 : start] in '“"' and text[end : end + 1] in '”"'
        if end - start < AGAIN_LEAST and not is_marked:
            continue
        if not any(h.start < end and start < h.end for h in here):
            more.append(Hit(start, end, "known", "known-on-page", 3))
    return sorted(more)


def _mention(hit: Hit, place: Place, passage: Passage, lexicon: InitiativeLexicon) -> Mention:
    text = passage.text
    details: tuple[Detail, ...] = tuple(
        _step(place, text, step) for step in self_counted(text, hit.start, hit.end)
    )
    low, end = sentence(text, hit.start)
    says = lexicon.about.match(text, hit.end + (text[hit.end : hit.end + 1] in '”"'))
    if says is not None and place.field == "body":
        details = (*details, Detail("about", place, low, end, ""))
    confidence = CONFIDENCE.get(hit.points, 0.92)
    name = "".join(text[hit.start : hit.end].split()).replace(",", "，")
    return Mention(
        "initiative",
        place,
        hit.start,
        hit.end,
        name,
        hit.form,
        hit.rule,
        confidence,
        details=details,
    )


def _step(place: Place, text: str, step: Step) -> Detail:
    return Detail("step", place, step.start, step.end, text[step.start : step.end])


def _parts(article: Article, mentions: list[Mention]) -> Iterable[tuple[int, tuple[Detail, ...]]]:
    """Parts that the text counts belong to what was named last, and to what the article names
    most; told at the last mention of each before them."""
    if not mentions:
        return
    rank = {place: number for number, (place, _) in enumerate(article.passages())}
    most = Counter(m.name for m in mentions).most_common(1)[0][0]
    given: dict[int, tuple[Detail, ...]] = {}
    for place, passage in article.passages():
        for at, steps in counted(passage.text):
            before = [
                i for i, m in enumerate(mentions) if (rank[m.place], m.start) < (rank[place], at)
            ]
            of_most = [i for i in before if mentions[i].name == most]
            for number in {*before[-1:], *of_most[-1:]}:
                details = tuple(_step(place, passage.text, step) for step in steps)
                given[number] = (*given.get(number, ()), *details)
    yield from given.items()


def _link(mention: Mention, steps: tuple[Detail, ...], province: str | None) -> Link:
    mention = replace(mention, details=(*mention.details, *steps))
    identity = initiative_id(mention.name, province)
    reason = f"“{mention.name}” is the name of a programme ({mention.rule})"
    return Link(mention, identity, (identity,), mention.rule, reason, mention.confidence)
