"""Grams -> the gram shards of a large digest and their directory; grams.js reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from wenzhai.search.fold import bare, marked
from wenzhai.search.grams import Gram
from wenzhai.search.searchable import Searchable

SHARD_LENGTH = 18_000  # characters; about 13 kB gzip, what a query costs per unlike character
FIRST_ASCII_FREE = "\x80"


class Shard(NamedTuple):
    """One file of lists."""

    first: tuple[str, str]
    """Beginning and last character of its first list."""
    text: str
    """A line for each beginning: it, "`", then last characters with their lists, "|" before
    a last character that is ASCII, because lists are ASCII too."""


def unit_texts(found: Sequence[Searchable]) -> tuple[str, ...]:
    """Lines of the articles' headline stacks, of their leads, and of the rest of everything,
    bare and with punctuation. Names are left out: the reader's browser has them all anyway."""
    articles = [one for one in found if one.kind == "article"]
    stacks = (keys_of(one.stack) for one in articles)
    leads = (keys_of(() if one.lead is None else (one.rest[one.lead],)) for one in articles)
    rests = (keys_of([line for i, line in enumerate(one.rest) if i != one.lead]) for one in found)
    return (*stacks, *leads, *rests)


def keys_of(lines: Sequence[str]) -> str:
    """What stands in the lists for a unit of these lines."""
    keys = [bare(line) for line in lines]
    with_marks = [
        text for line, key in zip(lines, keys, strict=True) if (text := marked(line)) != key
    ]
    return "\n".join([*keys, *with_marks])


def shards(grams: Iterable[Gram]) -> Iterator[Shard]:
    """Lists in the order in which JavaScript compares strings: by UTF-16 units."""
    ordered = sorted(grams, key=lambda gram: (_utf16(gram.beginning), _utf16(gram.last)))
    first: Gram | None = None
    parts: list[str] = []
    length = 0
    for beginning, group in groupby(ordered, key=attrgetter("beginning")):
        is_open = False
        for gram in group:
            if first is not None and length > SHARD_LENGTH:
                yield _shard(first, parts)
                first, parts, length, is_open = None, [], 0, False
            first = first or gram
            part = "" if is_open else f"\n{beginning}`"
            part += ("" if gram.last >= FIRST_ASCII_FREE else "|") + gram.last + gram.units
            parts.append(part)
            length += len(part)
            is_open = True
    if first is not None:
        yield _shard(first, parts)


def _shard(first: Gram, parts: Sequence[str]) -> Shard:
    return Shard((first.beginning, first.last), "".join(parts)[1:])


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-be")
