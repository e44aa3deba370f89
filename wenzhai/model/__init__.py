"""The values that the passes hand to each other.

Every value is frozen; collections in it are tuples. Offsets are code points of
the decoded page (after a byte-order mark, line ends untouched); every span is
half-open. None means "not printed" or "unknown", never "failed".
"""

from wenzhai.model.article import Article, Decision, Furniture, Layout, Paragraph, Place
from wenzhai.model.digest import Correction, Entry, Record
from wenzhai.model.entity import Detail, Evidence, Link, Mention, Named, Person, Region, Relation
from wenzhai.model.page import Document, Filed, Finding, Page, PageFacts
from wenzhai.model.text import Dropped, Passage, Run, Span
from wenzhai.model.words import (
    DatePrecision,
    DetailName,
    EntityKind,
    Field,
    Genre,
    HeadlineSource,
    Kind,
    Level,
    Part,
    RegionKind,
    Rights,
)

__all__ = [
    "Article",
    "Correction",
    "DatePrecision",
    "Decision",
    "Detail",
    "DetailName",
    "Document",
    "Dropped",
    "EntityKind",
    "Entry",
    "Evidence",
    "Field",
    "Filed",
    "Finding",
    "Furniture",
    "Genre",
    "HeadlineSource",
    "Kind",
    "Layout",
    "Level",
    "Link",
    "Mention",
    "Named",
    "Page",
    "PageFacts",
    "Paragraph",
    "Part",
    "Passage",
    "Person",
    "Place",
    "Record",
    "Region",
    "RegionKind",
    "Relation",
    "Rights",
    "Run",
    "Span",
]
