"""Atlas -> region pages: the place in the tree, what lies below, the mentions in context."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest

from wenzhai.kinds import KIND
from wenzhai.model import Document, Region
from wenzhai.render.atlas import Atlas, Count, Ref, by_article
from wenzhai.render.contexts import Context, context
from wenzhai.render.indexes import Row, article_row
from wenzhai.render.paging import CONTEXTS_MAX, Sheet, sheets
from wenzhai.render.press import Press

PEOPLE_SHOWN = 30
BELOW_SHOWN = 20  # the rest is reached through the parts, so that no article stands on all levels


@dataclass(frozen=True, slots=True)
class RegionView:
    name: str
    kind: str
    code: str | None
    parents: tuple[Ref, ...]
    children: tuple[Count, ...]
    siblings: tuple[Count, ...]
    here: int
    """Articles that name the region itself."""
    below: int
    """Articles that name it or any part of it, each once."""
    sheet: Sheet
    contexts: tuple[Context, ...]
    rows: tuple[Row, ...]
    """The newest articles that name only parts of it."""
    people: tuple[Count, ...]


SIBLINGS_MAX = 40  # neighbours in the tree


def regions(atlas: Atlas, press: Press) -> Iterator[Document]:
    for key, region in atlas.corpus.regions.items():
        yield from _pages(atlas, press, key, region)


def _pages(atlas: Atlas, press: Press, key: str, region: Region) -> Iterator[Document]:
    articles = [group for _, group in by_article(atlas.corpus.region_sightings.get(key, ()))]
    below = atlas.articles_below.get(key, ())
    children = _counts(atlas, atlas.children.get(key, ()))
    siblings = atlas.children.get(region.parents[-1], ()) if region.parents else ()
    parts = set(below).difference(atlas.articles_of.get(key, ()))
    newest = nsmallest(BELOW_SHOWN, parts, key=lambda article: atlas.rank[article])
    rows = tuple(article_row(atlas, press, article) for article in newest)
    people = atlas.company(atlas.articles_of.get(key, ()), "persons", PEOPLE_SHOWN)
    for sheet, groups in sheets(f"regions/{key}", articles, CONTEXTS_MAX):
        meta = {
            "title": region.name,
            "description": press.word(
                "region_description", path="".join(region.path), count=len(below)
            ),
            "kind": "region",
        }
        view = RegionView(
            name=region.name,
            kind=press.words[f"region_{region.kind}"],
            code=region.code,
            parents=tuple(atlas.regions[parent] for parent in region.parents),
            children=children,
            siblings=_counts(atlas, tuple(s for s in siblings if s != key)[:SIBLINGS_MAX]),
            here=len(articles),
            below=len(below),
            sheet=sheet,
            contexts=tuple(context(atlas, press, group) for group in groups),
            rows=rows,
            people=people,
        )
        yield press.print(sheet.path, KIND["region"].template, meta, view)


def _counts(atlas: Atlas, keys: tuple[str, ...]) -> tuple[Count, ...]:
    return tuple(atlas.region_count(key) for key in keys)
