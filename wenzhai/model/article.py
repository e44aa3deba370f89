"""A page separated into articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from wenzhai.model.text import Passage, Span
from wenzhai.model.words import DatePrecision, Field, Genre, HeadlineSource, Kind


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing a pass decided, and why; what `explain` shows."""

    subject: Literal[
        "line",
        "join",
        "split",
        "headline",
        "order",
        "furniture",
        "kind",
        "date",
        "damage",
        "genre",
        "report",
    ]
    rule: str
    """The name of the rule, kebab-case, for instance "unfinished-sentence"."""
    span: Span
    """The place on the page that was decided about."""
    confidence: float
    """Between 0 and 1: the share of such decisions expected to be right."""
    reason: str
    """In English, quoting the page."""
    candidates: tuple[str, ...] = ()
    """What else was possible, best first."""


class Place(NamedTuple):
    """A passage of an article: its field and its number (from 0) in that field."""

    field: Field
    number: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One published paragraph of a body."""

    kind: Kind
    passage: Passage
    speaker: str | None = None
    """Who asks or answers, for a question or an answer: the name or 记者, without the colon."""
    is_doubtful: bool = False
    """An uncertain join or damaged text: shown with a discreet mark."""
    doubt: str | None = None
    """Why, in Chinese, for the reader; None when not doubtful."""
    run_in: Span | None = None
    """Its beginning where that is printed in bold, on the page: **围绕“强城镇”**."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as published: what was printed of it, in reading order."""

    headline: Passage | None
    headline_source: HeadlineSource
    kicker: Passage | None
    subheadlines: tuple[Passage, ...]
    genre: Genre
    byline: tuple[str, ...]
    """Byline phrases as printed ("本报记者 黄静"); each also stands in the body."""
    dateline: str | None
    """As printed, without the parenthesis: "本报嘉峪关讯"; it also stands in the body."""
    body: tuple[Paragraph, ...]
    confidence: float
    decisions: tuple[Decision, ...] = ()
    date: str | None = None
    """ISO 8601, cut to its precision: "2023-11-30", "2023-11", "2023"."""
    date_precision: DatePrecision = "none"
    part_of: int | None = None
    """Index in the layout of the report that this is a part of."""

    def passages(self) -> tuple[tuple[Place, Passage], ...]:
        """Every published passage with its place, in reading order."""
        found: list[tuple[Place, Passage]] = []
        if self.kicker is not None:
            found.append((Place("kicker", 0), self.kicker))
        if self.headline is not None:
            found.append((Place("headline", 0), self.headline))
        found.extend((Place("subheadline", i), p) for i, p in enumerate(self.subheadlines))
        found.extend((Place("body", i), p.passage) for i, p in enumerate(self.body))
        return tuple(found)

    def text_at(self, place: Place) -> str:
        """The published text of one passage; "" for a kicker or headline that is not there."""
        if place.field == "body":
            return self.body[place.number].passage.text
        if place.field == "subheadline":
            return self.subheadlines[place.number].text
        passage = self.kicker if place.field == "kicker" else self.headline
        return "" if passage is None else passage.text


@dataclass(frozen=True, slots=True)
class Furniture:
    """Printed text that belongs to the page, not to an article: kept, not published."""

    span: Span
    reason: str
    """A fixed English word group: "box label", "jump line", "edition line", "picture credit" ..."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A page separated: its articles in the order of their first printed character, and
    what was left over. Every non-white character of the page lies in exactly one passage
    or one piece of furniture."""

    articles: tuple[Article, ...]
    furniture: tuple[Furniture, ...]
    decisions: tuple[Decision, ...] = ()
    """About furniture and about the page as a whole; those about an article stand in it."""
