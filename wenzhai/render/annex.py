"""Document -> the same with what programs read of it: JSON-LD, and the feed of what it is about.

Works on finished documents by their paths, so that a new kind of page has both by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from wenzhai.kinds import KINDS, Kind
from wenzhai.model import Document
from wenzhai.render.atlas import Atlas
from wenzhai.render.escape import escape
from wenzhai.render.feeds import TYPE, Feed, Feeds
from wenzhai.render.linked import NODES, Node, article_node, breadcrumbs, script
from wenzhai.render.phrases import page_title
from wenzhai.render.press import Press

Told: TypeAlias = tuple[list[Node], Document | None]
"""Structured data, none for pages that are about nothing; the feed, where there is one."""


@dataclass(frozen=True, slots=True)
class Annex:
    """What belongs to the pages of one digest."""

    atlas: Atlas
    press: Press
    topics: Mapping[str, str] = field(init=False)
    """By slug."""
    sources: Mapping[str, str] = field(init=False)
    """Titles of source pages, by slug."""
    folders: Mapping[str, Callable[[str], Told]] = field(init=False)
    """What is told of a page, by the folder that it lies in."""
    feeds: Feeds = field(init=False)

    def __post_init__(self) -> None:
        slugs = self.atlas.topic_slugs
        records = self.atlas.corpus.records
        titles = {record.page.slug: page_title(self.press, record) for record in records}
        object.__setattr__(self, "topics", {slug: topic for topic, slug in slugs.items()})
        object.__setattr__(self, "sources", titles)
        folders = {
            "articles": self._article,
            "topics": self._topic,
            "pages": self._source,
            **{kind.folder: self._of(kind) for kind in KINDS},
        }
        object.__setattr__(self, "folders", folders)
        object.__setattr__(self, "feeds", Feeds(self.atlas, self.press))

    def complete(self, document: Document) -> Iterator[Document]:
        """The document with its tail, and what lies beside it."""
        folder, _, name = document.path.rpartition("/")
        key = name.removesuffix(".md")
        of = self.folders.get(folder)
        if of is None or not name.endswith(".md"):
            yield document
            return
        nodes, told = of(key)
        if not nodes:
            yield document
            return
        tail: str = script(nodes)
        if told is not None:
            words = escape(self.press.words["subscribe"])
            anchor = f'<a href="{key}.xml" type="{TYPE}">{words}</a>'
            tail = f'<p class="wz-feed">{anchor}</p>\n\n{tail}'
        yield Document(document.path, document.content + f"\n{tail}".encode())
        if told is not None:
            yield told

    def _article(self, key: str) -> Told:
        entry = self.atlas.corpus.entries.get(key)
        if entry is None:
            return [], None
        trail = self._trail("articles", key, self.atlas.titles[key])
        return [article_node(self.atlas, self.press, entry), trail], None

    def _topic(self, slug: str) -> Told:
        topic = self.topics.get(slug)
        if topic is None:
            return [], None
        articles = self.atlas.corpus.topic_entries[topic]
        told = self._feed("topics", slug, topic, articles)
        return [self._trail("topics", slug, topic)], told

    def _source(self, slug: str) -> Told:
        title = self.sources.get(slug)
        return ([], None) if title is None else ([self._trail("pages", slug, title)], None)

    def _of(self, kind: Kind) -> Callable[[str], Told]:
        names = self.atlas.corpus.names(kind.id)

        def entity(key: str) -> Told:
            name = names.get(key)
            if name is None:
                return [], None
            node = NODES.get(kind.id)
            own = [] if node is None else [node(self.atlas, self.press, key)]
            named = self.atlas.articles_of.get(key, ())
            articles = self.atlas.articles_below.get(key, named) if kind.id == "region" else named
            told = self._feed(kind.folder, key, name, articles)
            return [*own, self._trail(kind.folder, key, name)], told

        return entity

    def _trail(self, folder: str, key: str, name: str) -> Node:
        words = self.press.words
        return breadcrumbs(
            self.press, (f"{folder}/index.html", words[folder]), (f"{folder}/{key}.html", name)
        )

    def _feed(self, folder: str, key: str, name: str, articles: tuple[str, ...]) -> Document:
        title = self.press.word("feed_title", name=name, site=self.press.site.name)
        one = Feed(f"{folder}/{key}.xml", f"{folder}/{key}.html", title)
        return self.feeds.feed(one, articles)
