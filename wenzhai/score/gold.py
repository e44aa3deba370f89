"""The values of a labelled page; `tests/gold/README.md` says what each means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from wenzhai.model import DatePrecision, Kind, Page, Part, RegionKind, Span

GoldLevel = Literal["easy", "medium", "hard"]


class GoldText(NamedTuple):
    """A printed headline, kicker or subheadline."""

    text: str
    spans: tuple[Span, ...]
    """In reading order."""


class GoldParagraph(NamedTuple):
    kind: Kind
    spans: tuple[Span, ...]
    """In reading order."""


@dataclass(frozen=True, slots=True)
class GoldPerson:
    name: str
    kinds: tuple[Part, ...]
    roles: tuple[str, ...]
    """As printed, without white space."""
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldRegion:
    name: str
    adcode: str | None
    code: str | None
    kind: RegionKind
    mentions: tuple[Span, ...]
    implied: tuple[Span, ...]

    @property
    def id(self) -> str | None:
        """What a link should say; None for regions without a code."""
        return self.code or self.adcode


@dataclass(frozen=True, slots=True)
class GoldName:
    """An organisation or an initiative."""

    name: str
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldFigure:
    span: Span
    value: str
    """Digits, with a mark for more than, about, less than, or two of them for a range."""
    unit: str
    what: str | None


@dataclass(frozen=True, slots=True)
class GoldProposal:
    by: tuple[str, ...]
    spans: tuple[Span, ...]
    answer: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldTold:
    """What else an article tells."""

    organisations: tuple[GoldName, ...]
    initiatives: tuple[GoldName, ...]
    figures: tuple[GoldFigure, ...]
    proposals: tuple[GoldProposal, ...]
    topics: tuple[str, ...]
    unsure: tuple[Span, ...]
    """As `GoldArticle.optional`."""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    headline: GoldText | None
    kicker: GoldText | None
    subheadlines: tuple[GoldText, ...]
    body: tuple[GoldParagraph, ...]
    date: str | None
    date_precision: DatePrecision
    persons: tuple[GoldPerson, ...]
    regions: tuple[GoldRegion, ...]
    optional: tuple[Span, ...]
    """Names that careful people label differently: not judged."""
    told: GoldTold | None = None
    """None: not labelled."""

    def texts(self) -> tuple[GoldText, ...]:
        """Everything printed above the body."""
        found = (self.kicker, self.headline, *self.subheadlines)
        return tuple(text for text in found if text is not None)

    def spans(self) -> tuple[Span, ...]:
        """Everything printed of the article, in reading order."""
        above = [span for text in self.texts() for span in text.spans]
        return (*above, *(span for paragraph in self.body for span in paragraph.spans))


class GoldFurniture(NamedTuple):
    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class GoldPage:
    level: GoldLevel
    page: Page
    home: str | None
    """Six digits: where the newspaper is at home, when the page shows it."""
    articles: tuple[GoldArticle, ...]
    furniture: tuple[GoldFurniture, ...]
