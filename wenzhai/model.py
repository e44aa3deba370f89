"""The values that the passes hand to each other.

Every value is frozen; collections in it are tuples. Offsets are code points of
the decoded page (after a byte-order mark, line ends untouched); every span is
half-open. None means "not printed" or "unknown", never "failed".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Level = Literal["error", "warning", "doubt"]

HeadlineSource = Literal["printed", "editor", "none"]
Kind = Literal[
    "paragraph", "lead", "crosshead", "question", "answer", "caption", "list", "note", "byline"
]
"""What a paragraph of a body is. "byline" (a byline on a line of its own) is
published as "note" in `extract`, whose contract has no such kind."""

Genre = Literal[
    "news", "report", "feature", "interview", "speech", "opinion", "list", "photo", "notice"
]
DatePrecision = Literal["day", "month", "year", "none"]
Field = Literal["kicker", "headline", "subheadline", "body"]
EntityKind = Literal["person", "region"]
Part = Literal["speaker", "subject", "mentioned", "reporter", "photographer", "editor"]
Rights = Literal["full", "excerpt", "index-only"]
RegionKind = Literal["administrative", "functional", "river", "macro"]


class Span(NamedTuple):
    """Half-open, code points of the decoded page."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to tell the people who build the digest; data, not an exception."""

    code: str
    """A row of `findings.FINDINGS`, which gives the level."""
    path: str
    """The file, as the user named it; relative where possible."""
    message: str
    """What was found and what is allowed."""
    line: int | None = None
    """1-based line of the file; None for the file as a whole."""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One source page as read."""

    name: str
    """File name with its suffix."""
    slug: str
    """ASCII, lower case, safe in a path; from the file name."""
    text: str
    """Decoded, without byte-order mark, line ends untouched."""
    encoding: str
    """The encoding that decoded it, as Python names it."""
    digest: str
    """SHA-256 of the file's bytes, hexadecimal."""


class Run(NamedTuple):
    """`length` characters of a passage from `at` on are those of the page from `source` on."""

    at: int
    source: int
    length: int


class Dropped(NamedTuple):
    """Printed characters inside a passage that are not published."""

    span: Span
    reason: str
    """A short English word group of a fixed list, such as "leftover markup"."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Published text with its way back to the page, character by character.

    A character may differ from the printed one (half-width punctuation published
    full-width), but each stands for exactly one printed character, except those
    no run covers: they were put in by an editor.
    """

    text: str
    runs: tuple[Run, ...]
    """Sorted by `at`, not overlapping."""
    dropped: tuple[Dropped, ...] = ()

    def source(self, start: int, end: int) -> Span | None:
        """The page's span from the first to the last printed character in [start, end).

        None when an editor put in all of it.
        """
        first: int | None = None
        last = 0
        for run in self.runs:
            if run.at + run.length <= start:
                continue
            if run.at >= end:
                break
            low = max(start, run.at)
            high = min(end, run.at + run.length)
            if first is None:
                first = run.source + low - run.at
            last = run.source + high - run.at
        return None if first is None else Span(min(first, last - 1), max(first + 1, last))

    def spans(self) -> tuple[Span, ...]:
        """All of the page that this passage accounts for, dropped characters included, in
        published order."""
        found = [Span(run.source, run.source + run.length) for run in self.runs]
        for drop in self.dropped:
            after = [i for i, span in enumerate(found) if span.end <= drop.span.start]
            nearest = max(after, key=lambda i: found[i].end, default=-1)
            found.insert(nearest + 1, drop.span)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing a pass decided, and why; what `explain` shows."""

    subject: Literal[
        "line", "join", "split", "headline", "order", "furniture", "kind", "date", "damage", "genre"
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


class Place(NamedTuple):
    """A passage of an article: its field and its number (from 0) in that field."""

    field: Field
    number: int


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


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in an article that names a person or a region. Finding is not deciding: to
    whom it belongs is said by a `Link`."""

    kind: EntityKind
    place: Place
    start: int
    """Half-open with `end`, code points of the passage; the name only, without title."""
    end: int
    name: str
    """The name in normal form: a person's full name without inner space ("梁钰"), a
    region's name as printed without inner space ("禾丰乡"). For a bare surname or a
    masked name (刘主席, 王某) the form as printed."""
    form: str
    """person: "full", "surname" (刘主席), "masked" (王某), "foreign", "pseudonym".
    region: "full", "short", "one-character", "joint", "listed", "zone", "river", "macro",
    "deictic"."""
    rule: str
    """The grammar rule that found it, kebab-case."""
    confidence: float
    candidates: tuple[str, ...] = ()
    """Region ids that this form can mean anywhere, sorted; empty for persons."""
    part: Part | None = None
    """What the person does here; None for regions."""
    role: Span | None = None
    """Where the person's role is printed, in the same passage; None when not printed."""


@dataclass(frozen=True, slots=True)
class Link:
    """A mention and what it was decided to mean."""

    mention: Mention
    entity: str | None
    """Id of the person or region; None when no single candidate is left."""
    candidates: tuple[str, ...]
    """What is left of the candidates, best first; one when decided."""
    rule: str
    reason: str
    """In English, with the evidence quoted."""
    confidence: float


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the digest knows them."""

    id: str
    """Pinyin and 4 hexadecimal digits of the name's SHA-256: "shibanglin-3fa2"."""
    name: str
    surname: str
    """"" when the name has no Han surname."""
    pinyin: str
    """With tone marks, for the index: "Shí Bānglín"."""
    sort_key: str
    """Toneless lower-case pinyin, then the name."""


@dataclass(frozen=True, slots=True)
class Region:
    """A place as the digest knows it."""

    id: str
    """The name of its page: `code` of 6, 9 or 12 digits, else an ASCII slug."""
    name: str
    """The full present name."""
    kind: RegionKind
    path: tuple[str, ...]
    """Names from the province down to itself."""
    parents: tuple[str, ...]
    """Ids from the province down, itself not included."""
    adcode: str | None
    """GB/T 2260, six digits, as text; a town or village carries its county's; None for
    functional areas, rivers and macro regions."""
    code: str | None
    """Its own code of 6, 9 or 12 digits; None where it has none."""


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
class PageFacts:
    """What an editor tells about a page itself; None where nobody has."""

    newspaper: str | None = None
    date: str | None = None
    """ISO 8601, a day."""
    edition: str | None = None
    page_number: int | None = None
    home: str | None = None
    """Where the newspaper is at home: GB/T 2260, six digits."""
    source: str | None = None
    """The page's address at its publisher."""
    scanned_by: str | None = None
    rights: Rights | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A page in the digest: read, separated, recognised."""

    page: Page
    layout: Layout
    entries: tuple[Entry, ...]
    """Parallel to `layout.articles`."""
    findings: tuple[Finding, ...] = ()
    facts: PageFacts = PageFacts()


@dataclass(frozen=True, slots=True)
class Document:
    """A file of the Markdown tree."""

    path: str
    """Relative to docs/, with slashes, ASCII."""
    content: bytes
