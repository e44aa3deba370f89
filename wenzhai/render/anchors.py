"""Where the evidence for a name in an article stands: a page beside the source page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from wenzhai.corpus import Corpus
from wenzhai.kinds import KIND
from wenzhai.model import EntityKind, Entry, Link, Record
from wenzhai.render.escape import Safe

MENTIONS_MAX = 400  # of one page of evidence, a whole article at least; about 160 kB of HTML

Name: TypeAlias = tuple[EntityKind, str]
"""Kind and id; of an undecided name "?" and its words."""


def name_of(link: Link) -> Name:
    return link.mention.kind, link.entity or f"?{link.mention.name}"


def anchors(entry: Entry, number: int) -> Mapping[Name, Safe]:
    """Of each name of the article (its number on the page), in the order of first mention."""
    names = dict.fromkeys(name_of(link) for link in names_in(entry))
    return {name: Safe(f"e{number + 1}-{at}") for at, name in enumerate(names, 1)}


def names_in(entry: Entry) -> list[Link]:
    """Links of names; a statement (a figure, a proposal) is its own evidence."""
    return [link for link in entry.links if KIND[link.mention.kind].style is not None]


def evidence_sheets(record: Record) -> Sequence[tuple[str, Sequence[int]]]:
    """File names without suffix, and the articles (numbers on the page) on each."""
    return tuple(_sheets(record))


def _sheets(record: Record) -> Iterator[tuple[str, Sequence[int]]]:
    stem = f"{record.page.slug}.evidence"
    sheet: list[int] = []
    count = 0
    number = 1
    for at, entry in enumerate(record.entries):
        if sheet and count + len(names_in(entry)) > MENTIONS_MAX:
            yield (stem if number == 1 else f"{stem}.{number}"), sheet
            sheet, count, number = [], 0, number + 1
        sheet.append(at)
        count += len(names_in(entry))
    yield (stem if number == 1 else f"{stem}.{number}"), sheet


def evidence_files(corpus: Corpus) -> Mapping[str, Safe]:
    """By article id: the page of evidence, from a page one folder deep."""
    return {
        record.entries[at].id: Safe(f"../pages/{stem}.html")
        for record in corpus.records
        for stem, numbers in evidence_sheets(record)
        for at in numbers
    }
