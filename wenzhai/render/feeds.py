"""Atlas -> Atom feeds: of the whole, of each person, region, topic and other entity.

Nothing comes from the clock: an entry is dated by its newspaper, else by what it tells; one of which
no date is known bears the first moment of the calendar that computers keep, and stands last. Ids
are made of what never changes, so that a reader is told of an article once.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape as escape_xml
from xml.sax.saxutils import quoteattr

from wenzhai.model import Document, Entry
from wenzhai.render.atlas import Atlas
from wenzhai.render.cited import authors_of
from wenzhai.render.describe import description
from wenzhai.render.escape import clean
from wenzhai.render.press import Press

ENTRIES_MAX = 50  # of a feed, the newest; a reader asks for it again and again
NO_DATE = "1970-01-01T00:00:00Z"
MIDNIGHT = "T00:00:00+08:00"  # newspapers in China come out by the time of Beijing
OURS = uuid.uuid5(uuid.NAMESPACE_URL, "urn:wenzhai")
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">\n'
TYPE = "application/atom+xml"


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed, before it is printed."""

    path: str
    """Relative to the site's root."""
    page: str
    """The page that shows the same, relative to the site's root."""
    title: str


def whole(atlas: Atlas, press: Press) -> Iterator[Document]:
    """The feed of all articles."""
    yield Feeds(atlas, press).feed(Feed("feed.xml", "index.html", press.site.name), atlas.newest)


class Feeds:
    """The feeds of one digest."""

    def __init__(self, atlas: Atlas, press: Press) -> None:
        self.atlas = atlas
        self.press = press
        self._entries: dict[tuple[str, str], str] = {}
        """By article id and the way up from the feed; an article stands in dozens of feeds."""

    def feed(self, one: Feed, articles: Iterable[str]) -> Document:
        """The newest of some articles."""
        atlas, press = self.atlas, self.press
        shown = sorted(articles, key=lambda key: atlas.rank[key])[:ENTRIES_MAX]
        up = "../" * one.path.count("/")
        entries = [self._known(key, up) for key in shown]
        updated = max(
            (_updated(atlas, atlas.corpus.entries[key]) for key in shown), default=NO_DATE
        )
        name = f"feed:{press.site.site_url or press.site.name}:{one.path}"
        text = "".join(
            [
                HEAD,
                f"<id>{_id(name)}</id>\n",
                f"<title>{_text(one.title)}</title>\n",
                f"<updated>{updated}</updated>\n",
                f"<author><name>{_text(press.site.name)}</name></author>\n",
                _link(press, "self", TYPE, one.path, up),
                _link(press, "alternate", "text/html", one.page, up),
                *entries,
                "</feed>\n",
            ]
        )
        return Document(one.path, text.encode())

    def _known(self, key: str, up: str) -> str:
        found = self._entries.get((key, up))
        if found is None:
            entry = self.atlas.corpus.entries[key]
            found = self._entries[key, up] = _entry(self.atlas, self.press, entry, up)
        return found


def _entry(atlas: Atlas, press: Press, entry: Entry, up: str) -> str:
    facts = atlas.corpus.record_of[entry.id].facts
    published = f"<published>{facts.date}{MIDNIGHT}</published>\n" if facts.date else ""
    names = [author.name for _, author in authors_of(atlas, entry)]
    if not names and facts.newspaper:
        names = [facts.newspaper]
    authors = "".join(f"<author><name>{_text(name)}</name></author>\n" for name in names)
    topics = "".join(f"<category term={_attribute(topic)}/>\n" for topic in entry.topics)
    summary = description(entry.article)
    return (
        f"<entry>\n<id>{_id(f'article:{entry.id}')}</id>\n"
        f"<title>{_text(atlas.titles[entry.id])}</title>\n"
        f"<updated>{_updated(atlas, entry)}</updated>\n{published}{authors}"
        f"{_link(press, 'alternate', 'text/html', f'articles/{entry.id}.html', up)}{topics}"
        f"{f'<summary>{_text(summary)}</summary>{chr(10)}' if summary else ''}</entry>\n"
    )


def _updated(atlas: Atlas, entry: Entry) -> str:
    date = atlas.corpus.record_of[entry.id].facts.date or entry.article.date
    if date is None:
        return NO_DATE
    first = "-".join([*date.split("-"), "01", "01"][:3])  # of the month or the year
    return f"{first}{MIDNIGHT}"


def _id(name: str) -> str:
    return uuid.uuid5(OURS, name).urn


def _link(press: Press, rel: str, kind: str, path: str, up: str) -> str:
    address = press.site.address(path) if press.site.site_url else f"{up}{path}"
    return f'<link rel="{rel}" type="{kind}" href={_attribute(address)}/>\n'


def _text(text: str) -> str:
    return escape_xml(" ".join(clean(text).split()))


def _attribute(text: str) -> str:
    return quoteattr(" ".join(clean(text).split()))
