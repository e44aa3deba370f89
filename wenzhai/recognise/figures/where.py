"""Figure -> the place of which it tells.

The place named last before it in its sentence; after a list of places none. Where the sentence
names none, the article's own: that of its dateline, else of its headline.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from wenzhai.model import Article, Detail, Link, Mention, Place

SENTENCE_END = re.compile(r"[。！？\n；;](?:(?<!;)|(?<=\D;))")
"""No ; behind a number: 3;5."""
LISTED = re.compile(r"(?:等地?|两地|各地)?[、和与及至到—-]{1,2}|等")
"""Between two places of a list."""


def where_of(
    mention: Mention, text: str, regions: Sequence[Link], own: Detail | None
) -> tuple[Detail, ...]:
    """Nothing where it cannot be told; `regions` are those of the passage that are decided."""
    low, _ = sentence(text, mention.start)
    here = sorted(
        (x for x in regions if low <= x.mention.start and x.mention.end <= mention.start),
        key=lambda link: link.mention.start,
    )
    if not here:
        return () if own is None else (own,)
    last = here[-1].mention
    if len(here) > 1 and LISTED.fullmatch(text, here[-2].mention.end, last.start):
        return ()
    return (Detail("where", mention.place, last.start, last.end, here[-1].entity or ""),)


def own_place(article: Article, regions: Mapping[Place, Sequence[Link]]) -> Detail | None:
    """The one place of the dateline, else of the headline."""
    for place, passage in article.passages():
        links = list(regions.get(place, ()))
        if place.field == "body":
            printed = article.dateline
            end = len(printed) if printed is not None and passage.text.startswith(printed) else 0
            links = [link for link in links if link.mention.end <= end]
        found = {link.entity: link for link in links}
        if len(found) == 1 and (place.field == "body" or place.field == "headline"):
            (link,) = found.values()
            at = link.mention
            return Detail("where", place, at.start, at.end, link.entity or "")
    return None


def sentence(text: str, at: int) -> tuple[int, int]:
    """The sentence around a position, half-open."""
    low = max((m.end() for m in SENTENCE_END.finditer(text, 0, at)), default=0)
    end = SENTENCE_END.search(text, at)
    return low, end.end() if end else len(text)
