"""Articles and pages in a digest."""

from __future__ import annotations

from dataclasses import dataclass

from wenzhai.model.article import Article, Layout
from wenzhai.model.entity import Link
from wenzhai.model.page import Finding, Page, PageFacts
from wenzhai.model.text import Span


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the digest: with its id and everything that was found in it."""

    id: str
    article: Article
    links: tuple[Link, ...]
    topics: tuple[str, ...]
    is_registered: bool
    """Its id stands in `ids.yml`."""
    jump_from: str | None = None
    """The number of the page it comes from, as its jump line says: "1", "B1"."""
    jump_to: str | None = None
    """The number of the page on which it goes on."""
    continued_from: str | None = None
    """Id of the article that it carries on, on another page of the digest."""
    continued_on: str | None = None
    """Id of the article that carries it on."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What an editor decided about a place of a page, carried out in the digest."""

    kind: str
    """The entry's list in the corrections file: "text", "join", "headline" ...; "not_person"
    and "not_region" where it says who or what is not meant."""
    span: Span
    """What it quotes first; for "text" all that was printed."""
    published: str | None
    """What stands there now, where the entry names words; None where it names none."""
    reason: str
    by: str | None = None
    source: str | None = None
    other: Span | None = None
    """What it quotes beside that: where a join goes on, what a merge takes in."""
    more: tuple[Span, ...] = ()
    """Further pieces of the same, such as the second line of a headline."""


@dataclass(frozen=True, slots=True)
class Record:
    """A page in the digest: read, separated, recognised."""

    page: Page
    layout: Layout
    entries: tuple[Entry, ...]
    """Parallel to `layout.articles`."""
    findings: tuple[Finding, ...] = ()
    facts: PageFacts = PageFacts()  # noqa: RUF009 - a frozen value
    corrections: tuple[Correction, ...] = ()
    """By kind, then in the order of the file; those that do not fit or change nothing left out."""
    hidden: tuple[Span, ...] = ()
    """What an editor says must not be shown; after `veil`, all that is ■."""
