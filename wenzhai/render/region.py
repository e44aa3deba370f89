"""Atlas -> region pages: the place in the tree, what lies below, the mentions in context."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest

from wenzhai.kinds import KIND
from wenzhai.model import Document, Region
from wenzhai.render.atlas import Atlas, Count, Ref, by_article
from wenzhai.render.contexts import Context, context
from wenzhai.render.escape import Safe
from wenzhai.render.indexes import Row, article_row
from wenzhai.render.paging import CONTEXTS_MAX, Sheet, sheets
from wenzhai.render.pictures.tree import Node, bubble_tree, cut
from wenzhai.render.press import Press
from wenzhai.render.tied import Tied, network_of, tied
from wenzhai.render.timeline import picture_of

PEOPLE_SHOWN = 30
TIED_SHOWN = 20
NEAR_SHOWN = 20
PARTS_MIN = 3  # with fewer parts there is nothing to see
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
    tree: Safe | None
    """A picture of the parts of a province."""
    timeline: Safe | None
    network: Safe | None
    together: tuple[Tied, ...]
    """People, each with a sentence."""
    people: tuple[Count, ...]
    """Others who only stand in the same articles."""
    near: tuple[Count, ...]
    """Places that stand in the same articles and lie elsewhere in the tree."""


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
    named = atlas.articles_of.get(key, ())
    together = tied(atlas, press, key, "persons", TIED_SHOWN)
    told = {ref.url for row in together for ref in row.refs}
    people = atlas.company(named, "persons", PEOPLE_SHOWN + len(told))
    family = {
        atlas.regions[one].url for one in (key, *region.parents, *atlas.children.get(key, ()))
    }
    places = atlas.company(named, "regions", NEAR_SHOWN + len(family))
    tree = None if region.parents else _tree(atlas, press, key)
    pictures = picture_of(atlas, press, below), network_of(atlas, press, key)
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
            tree=tree,
            timeline=pictures[0],
            network=pictures[1],
            together=together,
            people=tuple(c for c in people if c.url not in told)[:PEOPLE_SHOWN],
            near=tuple(c for c in places if c.url not in family)[:NEAR_SHOWN],
        )
        yield press.print(sheet.path, KIND["region"].template, meta, view)


def _counts(atlas: Atlas, keys: tuple[str, ...]) -> tuple[Count, ...]:
    return tuple(atlas.region_count(key) for key in keys)


def _tree(atlas: Atlas, press: Press, key: str) -> Safe | None:
    nodes = cut(
        [
            _node(atlas, press, part, tuple(_nodes(atlas, press, part)))
            for part in atlas.children.get(key, ())
        ]
    )
    if sum(1 + len(node.parts) for node in nodes) < PARTS_MIN:
        return None
    return bubble_tree(press.word("picture_tree", name=atlas.corpus.regions[key].name), nodes)


def _nodes(atlas: Atlas, press: Press, key: str) -> Iterator[Node]:
    for part in atlas.children.get(key, ()):
        yield _node(atlas, press, part, ())


def _node(atlas: Atlas, press: Press, key: str, parts: tuple[Node, ...]) -> Node:
    name = atlas.corpus.regions[key].name
    count = atlas.region_count(key)
    title = press.word("picture_count", name=name, count=count.articles)
    return Node(name, title, count.articles, count.url, parts)
