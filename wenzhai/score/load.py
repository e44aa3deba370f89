"""Folder -> labelled pages.

Every mistake in every file is reported at once: a wrong label misleads more than a missing one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, cast

from pydantic import BaseModel, ConfigDict, ValidationError

from wenzhai.model import DatePrecision, Finding, Kind, Part, RegionKind, Span
from wenzhai.read import read_page
from wenzhai.read.folder import page_slug
from wenzhai.score.faults import list_faults
from wenzhai.score.gold import (
    GoldArticle,
    GoldFigure,
    GoldFurniture,
    GoldLevel,
    GoldName,
    GoldPage,
    GoldParagraph,
    GoldPerson,
    GoldProposal,
    GoldRegion,
    GoldText,
    GoldTold,
)

Pair = tuple[int, int]
BodyKind = Literal[
    "paragraph", "lead", "crosshead", "question", "answer", "caption", "list", "note"
]


class GoldError(ValueError):
    """Labelled pages with mistakes, one a line."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Text(_Strict):
    text: str
    spans: list[Pair]


class _Paragraph(_Strict):
    kind: BodyKind
    spans: list[Pair]


class _Person(_Strict):
    name: str
    kinds: list[Part]
    roles: list[str]
    mentions: list[Pair]


class _Region(_Strict):
    name: str
    adcode: str | None
    code: str | None
    kind: RegionKind
    mentions: list[Pair]
    implied: list[Pair]


class _Named(_Strict):
    name: str
    mentions: list[Pair]


class _Figure(_Strict):
    span: Pair
    value: str
    unit: str
    what: str | None


class _Proposal(_Strict):
    by: list[str]
    spans: list[Pair]
    answer: list[Pair]


class _Article(_Strict):
    headline: str | None
    headline_spans: list[Pair]
    kicker: str | None
    kicker_spans: list[Pair]
    subheadlines: list[_Text]
    body: list[_Paragraph]
    date: str | None
    date_precision: DatePrecision
    persons: list[_Person]
    regions: list[_Region]
    optional: list[Pair] = []
    organisations: list[_Named] | None = None
    initiatives: list[_Named] = []
    figures: list[_Figure] = []
    proposals: list[_Proposal] = []
    topics: list[str] = []
    unsure: list[Pair] = []


class _File(_Strict):
    level: GoldLevel
    home: str | None
    page: str | None = None
    articles: list[_Article]
    furniture: list[tuple[int, int, str]]


def load_gold(folder: Path) -> tuple[GoldPage, ...]:
    """The labelled pages of a folder, sorted by name. Raises GoldError."""
    faults: list[str] = []
    pages: list[GoldPage] = []
    for path in sorted(folder.glob("*.json")):
        loaded = _load(path)
        if isinstance(loaded, str):
            faults.append(loaded)
            continue
        faults.extend(f"{path.name}: {fault}" for fault in list_faults(loaded))
        pages.append(loaded)
    if not pages and not faults:
        faults.append(f"{folder}: no labelled page")
    if faults:
        raise GoldError("\n".join(faults))
    return tuple(pages)


def _load(path: Path) -> GoldPage | str:
    try:
        # JSON has no tuples: pydantic reads them from JSON text, not from Python lists
        file = _File.model_validate_json(path.read_bytes())
    except (ValidationError, json.JSONDecodeError) as error:
        return f"{path.name}: {error}"
    text = path.with_suffix(".txt") if file.page is None else path.parent / file.page
    page = read_page(text, text.name, page_slug(text.name), text.name)
    if isinstance(page, Finding):
        return f"{path.name}: {page.message}"
    return GoldPage(
        level=file.level,
        page=page,
        home=file.home,
        articles=tuple(_article(article) for article in file.articles),
        furniture=tuple(GoldFurniture(Span(s, e), reason) for s, e, reason in file.furniture),
    )


def _article(read: _Article) -> GoldArticle:
    return GoldArticle(
        headline=_text(read.headline, read.headline_spans),
        kicker=_text(read.kicker, read.kicker_spans),
        subheadlines=tuple(GoldText(t.text, _spans(t.spans)) for t in read.subheadlines),
        body=tuple(GoldParagraph(cast(Kind, p.kind), _spans(p.spans)) for p in read.body),
        date=read.date,
        date_precision=read.date_precision,
        persons=tuple(
            GoldPerson(p.name, tuple(p.kinds), tuple(_solid(p.roles)), _spans(p.mentions))
            for p in read.persons
        ),
        regions=tuple(
            GoldRegion(r.name, r.adcode, r.code, r.kind, _spans(r.mentions), _spans(r.implied))
            for r in read.regions
        ),
        optional=_spans(read.optional),
        told=_told(read),
    )


def _told(read: _Article) -> GoldTold | None:
    if read.organisations is None:
        return None
    return GoldTold(
        organisations=tuple(GoldName(o.name, _spans(o.mentions)) for o in read.organisations),
        initiatives=tuple(GoldName(i.name, _spans(i.mentions)) for i in read.initiatives),
        figures=tuple(GoldFigure(Span(*f.span), f.value, f.unit, f.what) for f in read.figures),
        proposals=tuple(
            GoldProposal(tuple(p.by), _spans(p.spans), _spans(p.answer)) for p in read.proposals
        ),
        topics=tuple(read.topics),
        unsure=_spans(read.unsure),
    )


def _text(text: str | None, spans: Iterable[Pair]) -> GoldText | None:
    found = _spans(spans)
    return None if text is None and not found else GoldText(text or "", found)


def _spans(pairs: Iterable[Pair]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def _solid(roles: Iterable[str]) -> Iterator[str]:
    return ("".join(role.split()) for role in roles)
