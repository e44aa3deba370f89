"""Page -> record: every pass over one page, in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

from wenzhai.check import check_record
from wenzhai.dates import date_articles
from wenzhai.edit import (
    NONE,
    Corrections,
    Ids,
    edit,
    edit_dates,
    edit_links,
    edit_parts,
    hide,
    may_hide,
    read_corrections,
    told_corrections,
    withheld,
)
from wenzhai.edit.links import EditedLinks
from wenzhai.edit.told_links import edit_told
from wenzhai.gazetteer import Gazetteer, load_gazetteer
from wenzhai.ids import Matched, Register, match_ids
from wenzhai.kinds import find_links, find_names, find_rest
from wenzhai.model import (
    EntityKind,
    Entry,
    Finding,
    Layout,
    Link,
    Page,
    Passage,
    Place,
    Record,
    Region,
)
from wenzhai.recognise.initiatives import home_province, initiative_id
from wenzhai.recognise.organisations import organisation_id
from wenzhai.recognise.persons import PersonLexicon, load_lexicon
from wenzhai.resolve.persons import person_id
from wenzhai.segment import relate, segment
from wenzhai.topics import Thesaurus, load_topics, topics_of


@dataclass(frozen=True, slots=True)
class Lexicons:
    """The knowledge that recognition reads; loaded once a process."""

    persons: PersonLexicon
    gazetteer: Gazetteer
    topics: Thesaurus


@cache
def load_lexicons() -> Lexicons:
    """All knowledge."""
    return Lexicons(load_lexicon(), load_gazetteer(), load_topics())


def region_of(region_id: str) -> Region:
    """The region of an id."""
    return load_lexicons().gazetteer.region(region_id)


def record_of(
    page: Page, shown: str, register: Register, corrections_file: Path | None = None
) -> Record:
    """A page through all passes; `shown` is how findings name its file."""
    told, findings = read_corrections(corrections_file) if corrections_file else (NONE, ())
    told_in = shown_path(corrections_file) if corrections_file else shown
    hidden = hide(page, told, told_in)
    if findings and corrections_file and may_hide(corrections_file):
        hidden = withheld(page)
    facts = told.page.as_value()
    if facts.home is not None and not _is_region(facts.home):
        message = f"page.home: '{facts.home}' is no region of the gazetteer"
        findings = (*findings, Finding("stale-correction", told_in, message))
        facts = replace(facts, home=None)
    edited = edit(segment(page), page, told, told_in)
    related = edit_parts(relate(edited.layout), page, told, told_in)
    dated = edit_dates(date_articles(related.layout, page, facts.date), page, told, told_in)
    named = _names(dated.layout, page, facts.home, told, told_in)
    found = find_rest(dated.layout, page, facts.home, named.links)
    ids = name_ids(home_province(found, facts.home))
    linked = edit_told(found, dated.layout, page, told, told_in, ids)
    passes = (edited, related, dated, named, linked, hidden)
    done = frozenset(entry for one in passes for entry in one.done)
    matched = match_ids(dated.layout.articles, page, register)
    record = Record(
        page,
        dated.layout,
        _entries(dated.layout, linked.links, matched),
        facts=facts,
        corrections=told_corrections(page, told, done),
        hidden=hidden.spans,
    )
    about_entries = (finding for one in passes for finding in one.findings)
    own = check_record(record, shown)
    return replace(record, findings=(*findings, *about_entries, *own))


def recognised(layout: Layout, page: Page) -> tuple[Entry, ...]:
    """Articles that are separated already, with what they tell and their topics."""
    topics = load_lexicons().topics
    rows = zip(layout.articles, find_links(layout, page, None), strict=True)
    return tuple(
        Entry(
            f"{page.slug}-{number}",
            article,
            links,
            topics_of(article, topics, links),
            is_registered=False,
        )
        for number, (article, links) in enumerate(rows)
    )


def name_ids(province: str | None) -> Mapping[EntityKind, Callable[[str], str]]:
    """How names become ids on a page at home in a province."""
    return MappingProxyType(
        {
            "organisation": organisation_id,
            "initiative": lambda name: initiative_id(name, province),
        }
    )


def _names(
    layout: Layout, page: Page, home: str | None, told: Corrections, told_in: str
) -> EditedLinks:
    """Whom and which place every name on the page means, article by article."""
    ids = Ids(person_id, _is_region)
    return edit_links(find_names(layout, page, home), layout, page, told, told_in, ids)


def _entries(
    layout: Layout, links: tuple[tuple[Link, ...], ...], matched: Matched
) -> tuple[Entry, ...]:
    topics = load_lexicons().topics
    rows = zip(layout.articles, links, matched.ids, matched.is_registered, strict=True)
    return tuple(
        Entry(
            entry.id,
            article,
            _in_reading_order(of_article, article.passages()),
            topics_of(article, topics, of_article),
            is_registered,
        )
        for article, of_article, entry, is_registered in rows
    )


def _in_reading_order(
    links: tuple[Link, ...], passages: tuple[tuple[Place, Passage], ...]
) -> tuple[Link, ...]:
    rank = {place: number for number, (place, _) in enumerate(passages)}
    return tuple(
        sorted(
            links,
            key=lambda link: (
                rank[link.mention.place],
                link.mention.start,
                link.mention.end,
                link.mention.kind,
                link.entity or "",
            ),
        )
    )


def _is_region(region_id: str) -> bool:
    try:
        region_of(region_id)
    except KeyError:
        return False
    return True


def shown_path(path: Path) -> str:
    """How messages name a file: relative to where the command runs, if possible."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
