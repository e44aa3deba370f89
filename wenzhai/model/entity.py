"""Names, what they mean, persons, regions and what is said of two of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from wenzhai.model.article import Place
from wenzhai.model.text import Span
from wenzhai.model.words import DetailName, EntityKind, Part, RegionKind


class Detail(NamedTuple):
    """A stretch of the article that tells more of a mention."""

    name: DetailName
    place: Place
    start: int
    """Half-open with `end`, code points of the passage."""
    end: int
    value: str
    """In normal form ("28015000000", an id); "" where the printed words say it all."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in an article that names something or states a fact. Finding is not deciding: to
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
    """organisation: "full", "short" (市政协), "listed" (市发改委、财政局).
    initiative: "quoted", "term", "known".
    figure: "exact", "more", "less", "about", "range".
    proposal: "proposal".
    person: "full", "surname" (刘主席), "masked" (王某), "foreign", "pseudonym".
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
    details: tuple[Detail, ...] = ()
    """What else is told of it here, in reading order."""
    also: Part | None = None
    """A second part: who is credited with 摄影报道 or 文/图 is reporter and photographer."""

    @property
    def parts(self) -> tuple[Part, ...]:
        """Everything that the person does here; nothing for what is no person."""
        return tuple(part for part in (self.part, self.also) if part is not None)


@dataclass(frozen=True, slots=True)
class Link:
    """A mention and what it was decided to mean."""

    mention: Mention
    entity: str | None
    """Id of the person or region; None when no single candidate is left."""
    candidates: tuple[str, ...]
    """What is left of the candidates, best first; one when decided beyond doubt."""
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
class Named:
    """An entity of any other kind as the digest knows it."""

    id: str
    """ASCII, the name of its page or row."""
    name: str
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
class Evidence:
    """A sentence that says something of two names."""

    place: Place
    start: int
    """Half-open with `end`, code points of the passage."""
    end: int
    rule: str
    """"region-in-role", "dateline", "at-place", "same-list", "same-sentence", "same-byline"."""
    confidence: float
    """That both names mean whom and what they are linked to: the lower of the two."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A person at a place, or two persons named together, in one article."""

    kind: Literal["at", "with"]
    person: str
    """Id; of two persons the one whose id sorts first."""
    other: str
    """Id of the region ("at") or of the other person ("with")."""
    evidence: tuple[Evidence, ...]
    """Never empty; the strongest rule first, then as printed."""
