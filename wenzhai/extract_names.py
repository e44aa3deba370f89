"""Entry -> the persons and regions it names, as `extract` gives them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from typing_extensions import TypedDict

from wenzhai.model import Entry, Link, Page, Part, Passage, Place, Region, RegionKind, Span

T = TypeVar("T")

BREAK = re.compile(r"\s*\n\s*")
WHITE = re.compile(r"\s+")
WORD_GAP = re.compile(r"(?<=[0-9A-Za-z])\s+(?=[0-9A-Za-z])")


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


def persons(entry: Entry, page: Page) -> Iterator[PersonOutput]:
    passages = dict(entry.article.passages())
    for links in _grouped(entry.links, "person"):
        first = links[0]
        named = [link for link in links if link.mention.form not in {"surname", "masked"}]
        spans = [(link, _span(link, passages)) for link in links]
        yield {
            "id": first.entity,
            "name": (named or links)[0].mention.name,
            "printed": _once(_printed(page, span) for _, span in spans if span),
            "kinds": _once(part for link in links for part in link.mention.parts),
            "roles": _once(
                _compact(page, role)
                for link in links
                if (role := _role(link, passages[link.mention.place]))
            ),
            "mentions": [span for _, span in spans if span],
            "candidates": [] if first.entity else list(first.candidates),
        }


def regions(entry: Entry, region_of: Callable[[str], Region]) -> Iterator[RegionOutput]:
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
