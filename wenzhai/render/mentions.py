"""Article, links -> which mentions become links in its text.

The first mention of each person and place in the body leads to its page; one
that stands in the headlines only leads there from the headline. What is not
decided is not linked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from wenzhai.kinds import KIND
from wenzhai.model import Article, Entry, Link, Place
from wenzhai.render.atlas import Atlas
from wenzhai.render.inline import Mark, html_link, link


def first_mentions(atlas: Atlas, entry: Entry) -> Mapping[Place, tuple[Mark, ...]]:
    """By passage: its links."""
    chosen: dict[str, Link] = {}
    for found in sorted(entry.links, key=lambda one: _preference(entry.article, one)):
        if found.entity in atlas.refs[found.mention.kind]:
            chosen.setdefault(found.entity or "", found)
    marks: defaultdict[Place, list[Mark]] = defaultdict(list)
    for place, together in _same_words(chosen.values()).items():
        marks[place[0]].extend(_marks(atlas, together, _set_link(entry.article, place[0])))
    return {place: tuple(found) for place, found in marks.items()}


def _set_link(article: Article, place: Place) -> Callable[[int, int, str, str], Mark]:
    """A caption stands in HTML (`figure`), where Markdown is not read."""
    is_caption = place.field == "body" and article.body[place.number].kind == "caption"
    return html_link if is_caption else link


def _preference(article: Article, found: Link) -> tuple[bool, bool, bool, int, int]:
    """Body before headlines, running text before crossheads, printed names before 该县."""
    mention = found.mention
    in_body = mention.place.field == "body"
    is_crosshead = in_body and article.body[mention.place.number].kind == "crosshead"
    return (
        mention.form == "deictic",
        not in_body,
        is_crosshead,
        mention.place.number,
        mention.start,
    )


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
    return atlas.refs[kind][one.entity or ""].url, KIND[kind].style
