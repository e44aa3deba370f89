"""How printed text is compared: white space left out, width folded where that is said."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from wenzhai.model import Article, Passage, Span

STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def solid(text: str) -> str:
    """Without white space."""
    return "".join(text.split())


def fold(text: str) -> str:
    """Without white space, full and half width alike, straight and curly quotes too."""
    return solid(unicodedata.normalize("NFKC", text)).translate(STRAIGHT)


def ink(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Where the spans have printed characters."""
    return frozenset(i for span in spans for i in range(*span) if not text[i].isspace())


def ink_in_order(text: str, spans: Iterable[Span]) -> list[int]:
    """The same in reading order."""
    return [i for span in spans for i in range(*span) if not text[i].isspace()]


def body_spans(article: Article) -> tuple[Span, ...]:
    """Printed places of a body in published order, dropped characters included."""
    return tuple(span for p in article.body for span in p.passage.spans())


def source_of(passage: Passage, start: int, end: int) -> tuple[int, ...]:
    """The printed places of the characters [start, end) of a passage."""
    return tuple(
        run.source + i - run.at
        for run in passage.runs
        for i in range(max(start, run.at), min(end, run.at + run.length))
    )
