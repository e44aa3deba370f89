"""Atlas -> topics: an index in the order of the thesaurus, and a page for each.

Why an article has a topic is asked again here, of what may be shown of it: a reason that stands in
text that is not shown is not told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wenzhai.model import Document
from wenzhai.render.atlas import Atlas, Count, Ref
from wenzhai.render.escape import Safe, escape
from wenzhai.render.indexes import Row, article_row
from wenzhai.render.paging import ROWS_MAX, Sheet, sheets
from wenzhai.render.press import Press
from wenzhai.render.timeline import picture_of
from wenzhai.topics import Ground, Topic, grounds_of, load_topics

COMPANY_SHOWN = 20  # people and places; the articles tell of all


@dataclass(frozen=True, slots=True)
class Told:
    """An article and why it has the topic."""

    row: Row
    reason: str
    """ "" where what is shown of it does not say."""
    quote: str
    """The words in their surroundings; of a broader topic the narrower one."""


@dataclass(frozen=True, slots=True)
class TopicView:
    name: str
    lead: str
    above: tuple[Ref, ...]
    """From the top down; an empty address where a group has no articles of its own."""
    below: tuple[Count, ...]
    beside: tuple[Count, ...]
    timeline: Safe | None
    people: tuple[Count, ...]
    places: tuple[Count, ...]
    articles: tuple[Told, ...]
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class TopicGroup:
    id: Safe
    name: Safe
    rows: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class TopicsView:
    title: str
    lead: str
    groups: tuple[TopicGroup, ...]


def topics(atlas: Atlas, press: Press) -> Iterator[Document]:
    """The list of topics, and a page for each."""
    known = load_topics().topics
    yield _index(atlas, press, known)
    grounds = _grounds(atlas)
    for name in atlas.corpus.topic_entries:
        yield from _pages(atlas, press, name, known, grounds)


def _index(atlas: Atlas, press: Press, known: Mapping[str, Topic]) -> Document:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in _ordered(atlas.corpus.topic_entries, known):
        path = _path(name, known)
        found[path[0] if path else name if name in known else press.words["topics_other"]].append(
            name
        )
    lead = press.word("topics_lead", count=len(atlas.corpus.topic_entries))
    groups = tuple(
        TopicGroup(Safe(f"g{number}"), escape(group), tuple(_count(atlas, one) for one in names))
        for number, (group, names) in enumerate(found.items(), 1)
    )
    title = press.words["topics"]
    meta = {"title": title, "description": lead, "kind": "index"}
    return press.print("topics/index.md", "topics.md", meta, TopicsView(title, lead, groups))


def _pages(
    atlas: Atlas,
    press: Press,
    name: str,
    known: Mapping[str, Topic],
    grounds: Mapping[str, Mapping[str, Ground]],
) -> Iterator[Document]:
    inside = set(atlas.corpus.topic_entries[name])
    keys = [key for key in atlas.newest if key in inside]
    path = _path(name, known)
    others = [one for one in _ordered(atlas.corpus.topic_entries, known) if one != name]
    above = path[-1] if path else None
    picture = picture_of(atlas, press, keys)
    lead = press.word("topic_lead", topic=name, count=len(keys))
    for sheet, shown in sheets(f"topics/{atlas.topic_slugs[name]}", keys, ROWS_MAX):
        view = TopicView(
            name=name,
            lead=lead,
            above=tuple(_ref(atlas, one) for one in path),
            below=tuple(_count(atlas, one) for one in others if _above(one, known) == name),
            beside=tuple(
                _count(atlas, one) for one in others if above and _above(one, known) == above
            ),
            timeline=picture,
            people=atlas.company(keys, "persons", COMPANY_SHOWN),
            places=atlas.company(keys, "regions", COMPANY_SHOWN),
            articles=tuple(_told(atlas, press, key, grounds[key].get(name)) for key in shown),
            sheet=sheet,
        )
        meta = {"title": name, "description": lead, "kind": "topic"}
        yield press.print(sheet.path, "topic.md", meta, view)


def _grounds(atlas: Atlas) -> Mapping[str, Mapping[str, Ground]]:
    """By article and topic."""
    thesaurus = load_topics()
    return {
        key: grounds_of(entry.topics, entry.article, thesaurus, entry.links)
        for key, entry in atlas.corpus.entries.items()
    }


def _told(atlas: Atlas, press: Press, key: str, ground: Ground | None) -> Told:
    row = article_row(atlas, press, key)
    if ground is None:
        return Told(row, "", "")
    reason = press.words.get(f"topic_rule_{ground.rule}", press.words["topic_rule_recurs"])
    return Told(row, reason, next(iter(ground.evidence), ""))


def _ordered(names: Iterable[str], known: Mapping[str, Topic]) -> list[str]:
    """As in the thesaurus; what it does not know at the end."""
    place = {name: number for number, name in enumerate(known)}
    return sorted(names, key=lambda name: (place.get(name, len(place)), name))


def _above(name: str, known: Mapping[str, Topic]) -> str | None:
    return known[name].broader if name in known else None


def _path(name: str, known: Mapping[str, Topic]) -> list[str]:
    """The broader topics, from the top down."""
    found: list[str] = []
    above = _above(name, known)
    while above is not None and above not in found:
        found.insert(0, above)
        above = _above(above, known)
    return found


def _ref(atlas: Atlas, name: str) -> Ref:
    slug = atlas.topic_slugs.get(name)
    return Ref(escape(name), Safe(f"{slug}.html" if slug else ""))


def _count(atlas: Atlas, name: str) -> Count:
    return Count(escape(name), _ref(atlas, name).url, len(atlas.corpus.topic_entries[name]))
