"""Article, links -> which mentions become links in its text.

The first mention of each person and place in the body leads to its page; one
that stands in the headlines only leads there from the headline. What is not
decided is not linked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from wenzhai.kinds import KIND
from wenzhai.model import Article, Entry, Link, Mention, Place
from wenzhai.render.atlas import Atlas
from wenzhai.render.here import links_for
from wenzhai.render.inline import Mark, html_link, link


def first_mentions(atlas: Atlas, entry: Entry) -> Mapping[Place, tuple[Mark, ...]]:
    """By passage: its links, in reading order as many as the page has room for."""
    shown = [
        found
        for found in entry.links
        if KIND[found.mention.kind].style is not None
        and found.entity in atlas.refs[found.mention.kind]
    ]
    wider = [found.mention for found in shown if found.mention.kind not in SHORT]
    chosen: dict[str, Link] = {}
    for found in sorted(shown, key=lambda one: _preference(entry.article, one, wider)):
        if found.mention.kind in SHORT:
            chosen.setdefault(found.entity or "", found)
    taken = [found.mention for found in chosen.values()]
    for found in sorted(shown, key=lambda one: _preference(entry.article, one, ())):
        is_wide = found.mention.kind not in SHORT and found.entity not in chosen
        if is_wide and not any(_overlap(found.mention, other) for other in taken):
            chosen[found.entity or ""] = found
            taken.append(found.mention)
    marks: defaultdict[Place, list[Mark]] = defaultdict(list)
    kept = sorted(chosen.values(), key=lambda one: _reading_order(one.mention))
    for place, together in _same_words(kept[: links_for(entry.article)]).items():
        marks[place[0]].extend(_marks(atlas, together, _set_link(entry.article, place[0])))
    return {place: tuple(found) for place, found in marks.items()}


SHORT = frozenset({"person", "region"})
"""Kinds whose names stand inside those of others (贵阳市政协); links cannot be nested."""


def _overlap(one: Mention, other: Mention) -> bool:
    return one.place == other.place and one.start < other.end and other.start < one.end


def _set_link(article: Article, place: Place) -> Callable[[int, int, str, str], Mark]:
    """A caption stands in HTML (`figure`), where Markdown is not read."""
    is_caption = place.field == "body" and article.body[place.number].kind == "caption"
    return html_link if is_caption else link


def _preference(
    article: Article, found: Link, wider: Iterable[Mention]
) -> tuple[bool, bool, bool, bool, int, int]:
    """Body before headlines, running text before crossheads, printed names before 该县, names
    by themselves before those inside another."""
    mention = found.mention
    in_body = mention.place.field == "body"
    is_crosshead = in_body and article.body[mention.place.number].kind == "crosshead"
    return (
        mention.form == "deictic",
        not in_body,
        is_crosshead,
        any(_overlap(mention, other) for other in wider),
        mention.place.number,
        mention.start,
    )


def _reading_order(mention: Mention) -> tuple[bool, int, int]:
    place = mention.place
    return place.field == "body", place.number, mention.start


def _same_words(links: Iterable[Link]) -> Mapping[tuple[Place, int, int], list[Link]]:
    found: defaultdict[tuple[Place, int, int], list[Link]] = defaultdict(list)
    for one in links:
        found[one.mention.place, one.mention.start, one.mention.end].append(one)
    return found


def _marks(
    atlas: Atlas, together: list[Link], set_link: Callable[[int, int, str, str], Mark]
) -> Iterable[Mark]:
    """One link, or for a joint abbreviation (粤黔) one for each character."""
    mention = together[0].mention
    if len(together) > 1 and len(together) == mention.end - mention.start:
        for i, one in enumerate(together):
            start = mention.start + i
            yield set_link(start, start + 1, *_target(atlas, one))
        return
    yield set_link(mention.start, mention.end, *_target(atlas, together[0]))


def _target(atlas: Atlas, one: Link) -> tuple[str, str]:
    """Address and style."""
    kind = one.mention.kind
    return atlas.refs[kind][one.entity or ""].url, KIND[kind].style or ""
