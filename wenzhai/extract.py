"""Record -> one JSON object: the contract of `extract`.

The shapes below are the contract; `schema/extract.schema.json` is made from them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NotRequired, TypeVar

from typing_extensions import TypedDict

from wenzhai.model import (
    Article,
    DatePrecision,
    Entry,
    Genre,
    HeadlineSource,
    Kind,
    Link,
    Page,
    Part,
    Passage,
    Place,
    Record,
    Region,
    RegionKind,
    Relation,
    Span,
)
from wenzhai.relate import relations

T = TypeVar("T")

BREAK = re.compile(r"\s*\n\s*")
WHITE = re.compile(r"\s+")
WORD_GAP = re.compile(r"(?<=[0-9A-Za-z])\s+(?=[0-9A-Za-z])")


PublicKind = Literal[
    "paragraph", "lead", "crosshead", "question", "answer", "caption", "list", "note"
]


class DroppedOutput(TypedDict):
    span: Span
    reason: str


class FurnitureOutput(TypedDict):
    span: Span
    reason: str


class PersonOutput(TypedDict):
    id: str | None
    """None when the program cannot say who is meant."""
    name: str
    printed: list[str]
    kinds: list[Part]
    roles: list[str]
    mentions: list[Span]
    candidates: list[str]
    """Ids of the persons it may be, when `id` is None."""


class RegionOutput(TypedDict):
    id: str | None
    """None when several candidates are left."""
    name: str
    path: str | None
    adcode: str | None
    code: str | None
    kind: RegionKind | None
    form: str
    mentions: list[Span]
    implied: list[Span]
    candidates: list[str]
    """Ids of the regions it may be, when `id` is None."""


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
        "persons": list(_persons(entry, page)),
        "regions": list(_regions(entry, region_of)),
        "relations": [_relation(entry, found) for found in relations(entry, record.facts.rights)],
        "dropped": [{"span": drop.span, "reason": drop.reason} for drop in dropped],
    }


def _public_kind(kind: Kind) -> PublicKind:
    return "note" if kind == "byline" else kind


def _persons(entry: Entry, page: Page) -> Iterator[PersonOutput]:
    passages = dict(entry.article.passages())
    for links in _grouped(entry.links, "person"):
        first = links[0]
        named = [link for link in links if link.mention.form not in {"surname", "masked"}]
        spans = [(link, _span(link, passages)) for link in links]
        yield {
            "id": first.entity,
            "name": (named or links)[0].mention.name,
            "printed": _once(_printed(page, span) for _, span in spans if span),
            "kinds": _once(link.mention.part for link in links if link.mention.part),
            "roles": _once(
                _compact(page, role)
                for link in links
                if (role := _role(link, passages[link.mention.place]))
            ),
            "mentions": [span for _, span in spans if span],
            "candidates": [] if first.entity else list(first.candidates),
        }


def _regions(entry: Entry, region_of: Callable[[str], Region]) -> Iterator[RegionOutput]:
    passages = dict(entry.article.passages())
    for links in _grouped(entry.links, "region"):
        first = links[0]
        region = region_of(first.entity) if first.entity else None
        printed = [link for link in links if link.mention.form != "deictic"]
        implied = [link for link in links if link.mention.form == "deictic"]
        yield {
            "id": first.entity,
            "name": region.name if region else first.mention.name,
            "path": "/".join(region.path) if region else None,
            "adcode": region.adcode if region else None,
            "code": region.code if region else None,
            "kind": region.kind if region else None,
            "form": (printed or implied)[0].mention.form,
            "mentions": [span for link in printed if (span := _span(link, passages))],
            "implied": [span for link in implied if (span := _span(link, passages))],
            "candidates": [] if first.entity else list(first.candidates),
        }


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


def _grouped(links: Iterable[Link], kind: str) -> Iterator[list[Link]]:
    """Links of one kind by what they mean; the undecided by their form and candidates."""
    groups: dict[tuple[str | None, str, tuple[str, ...]], list[Link]] = {}
    for link in links:
        if link.mention.kind == kind:
            undecided = ("", ()) if link.entity else (link.mention.name, link.candidates)
            groups.setdefault((link.entity, *undecided), []).append(link)
    yield from groups.values()


def _span(link: Link, passages: dict[Place, Passage]) -> Span | None:
    mention = link.mention
    return passages[mention.place].source(mention.start, mention.end)


def _role(link: Link, passage: Passage) -> Span | None:
    role = link.mention.role
    return passage.source(role.start, role.end) if role else None


def _printed(page: Page, span: Span) -> str:
    return BREAK.sub("", page.text[span.start : span.end])


def _compact(page: Page, span: Span) -> str:
    """As printed, without the white space that wrapping and OCR put in."""
    kept = WORD_GAP.sub("\0", page.text[span.start : span.end])
    return WHITE.sub("", kept).replace("\0", " ")


def _once(values: Iterable[T]) -> list[T]:
    return list(dict.fromkeys(values))
