"""Record -> one JSON object: the contract of `extract`.

The shapes below are the contract; `schema/extract.schema.json` is made from them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NotRequired

from typing_extensions import TypedDict

from wenzhai.extract_kinds import (
    FigureOutput,
    InitiativeOutput,
    OrganisationOutput,
    ProposalOutput,
    figures,
    initiatives,
    organisations,
    proposals,
)
from wenzhai.extract_names import PersonOutput, RegionOutput, persons, regions
from wenzhai.model import (
    Article,
    DatePrecision,
    Entry,
    Genre,
    HeadlineSource,
    Kind,
    Page,
    Record,
    Region,
    Relation,
    Span,
)
from wenzhai.relate import relations

PublicKind = Literal[
    "paragraph", "lead", "crosshead", "question", "answer", "caption", "list", "note"
]


class DroppedOutput(TypedDict):
    span: Span
    reason: str


class FurnitureOutput(TypedDict):
    span: Span
    reason: str


class EvidenceOutput(TypedDict):
    rule: str
    sentence: str
    """As published."""
    span: Span | None
    """None when an editor put in all of it."""
    confidence: float


class RelationOutput(TypedDict):
    kind: Literal["at", "with"]
    person: str
    other: str
    """Id of the region ("at") or of the other person ("with")."""
    evidence: list[EvidenceOutput]


class ArticleOutput(TypedDict):
    id: str
    headline: str | None
    headline_source: HeadlineSource
    kicker: str | None
    subheadlines: list[str]
    genre: Genre
    byline: list[str]
    dateline: str | None
    date: str | None
    date_precision: DatePrecision
    part_of: str | None
    """Id of the report on the same page that this is a part of."""
    continued_from: str | None
    """Id of the article on another page that this carries on."""
    continued_on: str | None
    """Id of the article on another page that carries this on."""
    confidence: float
    topics: list[str]
    body: list[str]
    kinds: list[PublicKind]
    speakers: list[str | None]
    """Parallel to `body`: who asks or answers."""
    run_ins: list[Span | None]
    """Parallel to `body`: where the bold words at its beginning are printed."""
    doubts: list[str | None]
    """Parallel to `body`: what readers are told to doubt, in Chinese."""
    spans: list[Span]
    persons: list[PersonOutput]
    regions: list[RegionOutput]
    relations: list[RelationOutput]
    organisations: list[OrganisationOutput]
    initiatives: list[InitiativeOutput]
    figures: list[FigureOutput]
    proposals: list[ProposalOutput]
    dropped: list[DroppedOutput]


class PageOutput(TypedDict):
    page: str
    articles: list[ArticleOutput]
    furniture: list[FurnitureOutput]
    rights: NotRequired[Literal["excerpt", "index-only"]]
    """Only where the page may not be shown in full."""


def extract(record: Record, region_of: Callable[[str], Region]) -> PageOutput:
    """Everything found on a page."""
    found: PageOutput = {
        "page": record.page.name,
        "articles": [_article(entry, record, region_of) for entry in record.entries],
        "furniture": [{"span": f.span, "reason": f.reason} for f in record.layout.furniture],
    }
    rights = record.facts.rights
    if rights == "excerpt" or rights == "index-only":
        found["rights"] = rights
    return found


def article_spans(article: Article, page: Page) -> list[Span]:
    """All of the page that an article accounts for, in reading order; what only white space
    parts is one span."""
    merged: list[Span] = []
    for _, passage in article.passages():
        for span in passage.spans():
            last = merged[-1] if merged else None
            if last and last.end <= span.start and not page.text[last.end : span.start].strip():
                merged[-1] = Span(last.start, span.end)
            else:
                merged.append(span)
    return merged


def _article(entry: Entry, record: Record, region_of: Callable[[str], Region]) -> ArticleOutput:
    article, page = entry.article, record.page
    report = None if article.part_of is None else record.entries[article.part_of]
    dropped = sorted(drop for _, passage in article.passages() for drop in passage.dropped)
    return {
        "id": entry.id,
        "headline": article.headline.text if article.headline else None,
        "headline_source": article.headline_source,
        "kicker": article.kicker.text if article.kicker else None,
        "subheadlines": [passage.text for passage in article.subheadlines],
        "genre": article.genre,
        "byline": list(article.byline),
        "dateline": article.dateline,
        "date": article.date,
        "date_precision": article.date_precision,
        "part_of": report.id if report else None,
        "continued_from": entry.continued_from,
        "continued_on": entry.continued_on,
        "confidence": round(article.confidence, 3),
        "topics": list(entry.topics),
        "body": [paragraph.passage.text for paragraph in article.body],
        "kinds": [_public_kind(paragraph.kind) for paragraph in article.body],
        "speakers": [paragraph.speaker for paragraph in article.body],
        "run_ins": [paragraph.run_in for paragraph in article.body],
        "doubts": [paragraph.doubt for paragraph in article.body],
        "spans": article_spans(article, page),
        "persons": list(persons(entry, page)),
        "regions": list(regions(entry, region_of)),
        "relations": [_relation(entry, found) for found in relations(entry, record.facts.rights)],
        "organisations": organisations(entry, page),
        "initiatives": initiatives(entry, page),
        "figures": figures(entry),
        "proposals": proposals(entry),
        "dropped": [{"span": drop.span, "reason": drop.reason} for drop in dropped],
    }


def _public_kind(kind: Kind) -> PublicKind:
    return "note" if kind == "byline" else kind


def _relation(entry: Entry, found: Relation) -> RelationOutput:
    passages = dict(entry.article.passages())
    return {
        "kind": found.kind,
        "person": found.person,
        "other": found.other,
        "evidence": [
            {
                "rule": one.rule,
                "sentence": passages[one.place].text[one.start : one.end].strip(),
                "span": passages[one.place].source(one.start, one.end),
                "confidence": round(one.confidence, 3),
            }
            for one in found.evidence
        ],
    }
