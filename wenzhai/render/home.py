"""Atlas -> the home page and the pages about the digest itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from wenzhai.kinds import KINDS
from wenzhai.model import Document
from wenzhai.render.atlas import Atlas, Count, Ref, most_named
from wenzhai.render.describe import description
from wenzhai.render.escape import Safe, escape
from wenzhai.render.indexes import Row, article_row, topic_rows
from wenzhai.render.press import Press
from wenzhai.render.region_index import grid_of

NEWEST_SHOWN = 12
MOST_SHOWN = 24


@dataclass(frozen=True, slots=True)
class Door:
    """A way into the digest, with its true number."""

    ref: Ref
    count: int
    unit: str
    note: str


@dataclass(frozen=True, slots=True)
class Teaser:
    row: Row
    text: str


@dataclass(frozen=True, slots=True)
class HomeView:
    doors: tuple[Door, ...]
    grid: Safe
    corrections: int
    newest_title: str
    newest: tuple[Teaser, ...]
    people: tuple[Count, ...]
    places: tuple[Count, ...]
    topics: tuple[Row, ...]


def home(atlas: Atlas, press: Press) -> Iterator[Document]:
    corpus = atlas.corpus
    has_dates = any(entry.article.date for entry in corpus.entries.values())
    doors = {
        "articles": len(corpus.entries),
        **{kind.folder: len(atlas.refs[kind.id]) for kind in KINDS},
        "pages": len(corpus.records),
        "topics": len(corpus.topic_entries),
        "timeline": sum(entry.article.date is not None for entry in corpus.entries.values()),
    }
    view = HomeView(
        doors=tuple(_door(press, folder, count) for folder, count in doors.items() if count),
        grid=grid_of(atlas, press, "regions/"),
        corrections=sum(len(record.corrections) for record in corpus.records),
        newest_title=press.words["home_newest" if has_dates else "home_first"],
        newest=tuple(
            Teaser(
                _from_root(article_row(atlas, press, key)), description(corpus.entries[key].article)
            )
            for key in atlas.newest[:NEWEST_SHOWN]
        ),
        people=_most(tuple(atlas.person_count(key) for key in atlas.corpus.persons)),
        places=_most(
            tuple(
                atlas.region_count(key)
                for key, region in corpus.regions.items()
                if region.parents or region.kind != "administrative"
            )
        ),
        topics=tuple(_from_root(row) for row in topic_rows(atlas, press)[:MOST_SHOWN]),
    )
    meta = {
        "title": press.site.name,
        "description": press.word(
            "home_description", articles=doors["articles"], pages=doors["pages"]
        ),
        "kind": "home",
    }
    yield press.print("index.md", "home.md", meta, view)


def _door(press: Press, folder: str, count: int) -> Door:
    return Door(
        Ref(escape(press.words[folder]), Safe(f"{folder}/index.html")),
        count,
        press.words[f"{folder}_unit"],
        press.words[f"{folder}_door"],
    )


def _from_root(row: Row) -> Row:
    return Row(Ref(row.ref.text, _up(row.ref.url)), row.note, row.date)


def _up(url: Safe) -> Safe:
    return Safe(url.removeprefix("../"))


def _most(counts: tuple[Count, ...]) -> tuple[Count, ...]:
    return tuple(c._replace(url=_up(c.url)) for c in most_named(counts, MOST_SHOWN))


def about(atlas: Atlas, press: Press) -> Iterator[Document]:
    """About the digest; only here stand the program's version and the pages' commit."""
    facts = {
        "version": press.site.version,
        "commit": press.site.commit,
        "pages": len(atlas.corpus.records),
        "articles": len(atlas.corpus.entries),
        "persons": len(atlas.corpus.persons),
        "regions": len(atlas.corpus.regions),
    }
    meta = {
        "title": press.words["about"],
        "description": press.words["about_description"],
        "kind": "note",
    }
    yield press.print("about.md", "about.md", meta, facts)
    yield Document("version.json", (json.dumps(facts, indent=2) + "\n").encode())


@dataclass(frozen=True, slots=True)
class RetiredView:
    id: str
    successor: Ref | None


def retired(atlas: Atlas, press: Press) -> Iterator[Document]:
    """A small page for each id that no longer names an article."""
    pages = {gone.id for gone in atlas.corpus.retired}
    for gone in atlas.corpus.retired:
        next_id = gone.successor or ""
        successor = None
        if next_id in atlas.articles:
            successor = atlas.articles[next_id]
        elif next_id in pages:
            successor = Ref(escape(next_id), Safe(f"../articles/{next_id}.html"))
        title = press.word("retired_title", id=gone.id)
        meta = {"title": title, "description": title, "kind": "note", "robots": "noindex"}
        if successor is not None:
            meta["successor"] = f"{next_id}.html"  # beside it; the theme leads there
        yield press.print(
            f"articles/{gone.id}.md", "retired.md", meta, RetiredView(gone.id, successor)
        )
