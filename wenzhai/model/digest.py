"""Articles and pages in a digest."""

from __future__ import annotations

from dataclasses import dataclass

from wenzhai.model.article import Article, Layout
from wenzhai.model.entity import Link
from wenzhai.model.page import Finding, Page, PageFacts


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the digest: with its id and everything that was found in it."""

    id: str
    article: Article
    links: tuple[Link, ...]
    topics: tuple[str, ...]
    is_registered: bool
    """Its id stands in `ids.yml`."""


@dataclass(frozen=True, slots=True)
class Record:
    """A page in the digest: read, separated, recognised."""

    page: Page
    layout: Layout
    entries: tuple[Entry, ...]
    """Parallel to `layout.articles`."""
    findings: tuple[Finding, ...] = ()
    facts: PageFacts = PageFacts()  # noqa: RUF009 - a frozen value
