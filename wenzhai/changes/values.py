"""What is compared, and what a comparison says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

What = Literal[
    "page-added",
    "page-gone",
    "article-added",
    "article-lost",
    "article-split",
    "article-merged",
    "article-renamed",
    "article-moved",
    "article-re-dated",
    "headline",
    "field",
    "text",
    "tags",
    "entity-added",
    "entity-gone",
    "entity-merged",
    "entity-split",
    "entity-renamed",
    "entity-re-linked",
    "entity-changed",
    "roles",
    "finding-new",
    "finding-settled",
]


@dataclass(frozen=True, slots=True)
class Name:
    """A person, a region or another entity in one article."""

    register: str
    """The field of `extract` it stands in: "persons", "regions" ..."""
    id: str | None
    """None while several are possible."""
    name: str
    roles: tuple[str, ...] = ()
    places: tuple[tuple[int, int], ...] = ()
    """Of its mentions on the page, half-open, code points."""
    facts: tuple[tuple[str, str], ...] = ()
    """What else is told of it ("adcode", "value" ...), by field."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as published."""

    id: str
    page: str
    title: str
    """Words to name it by, also where no headline is printed."""
    headline: str
    date: str
    """"" where unknown; so for every text here."""
    fields: tuple[tuple[str, str], ...]
    """Kicker, subheadlines, byline ...: the printed words by field."""
    body: tuple[str, ...]
    tags: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A finding."""

    code: str
    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Records:
    """One state of a digest."""

    pages: tuple[str, ...] = ()
    articles: Mapping[str, Article] = field(default_factory=dict)
    findings: tuple[Told, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    scores: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of text that became another; "" for nothing."""

    old: str
    new: str
    before: str = ""
    """What stands in front of it, both times, back to the last punctuation mark."""
    after: str = ""
    at: int = 0
    """Where it begins in the old text, code points."""
    new_at: int = 0
    """Where it begins in the new one."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs."""

    what: What
    kind: str
    """What it is about: "page", "article", "finding", or a register ("persons" ...)."""
    id: str
    """Of the page, article or entity; the code of a finding."""
    name: str
    """Words to name it by."""
    field: str = ""
    """Which field, for "field", "text" (the paragraph's number from 1) and "entity-changed"."""
    old: tuple[str, ...] = ()
    """What it was: values, or ids for split, merged, renamed, re-linked."""
    new: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    """Character by character, for "headline", "field" and "text"."""
    articles: tuple[str, ...] = ()
    """Ids of the articles where it shows, new ones where there are both."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs between two states; sorted."""

    changes: tuple[Change, ...]
    counts: Mapping[str, tuple[int, int]]
    """Before and after, by what is counted; those that are alike, too."""
    scores: Mapping[str, tuple[float | None, float | None]]
    """Before and after; None where one side was not measured."""
