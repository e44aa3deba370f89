"""Spans of a paragraph -> the same in pieces, each with the bold words that it begins with.

A long paragraph may hold a series of run-in heads, which leave their markup behind:
……要贯彻到工作中。”**围绕“强城镇”**，聚焦市委……. Each begins a piece of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from wenzhai.model import Span

BOLD = re.compile(r"\*\*(?P<words>[^*\n。]{2,24})\*\*")  # **围绕“强城镇”**
SENTENCE_END = re.compile(r"(?:^|[。！？!?；;…][”’」』）)\"']*)\s*$")


class Piece(NamedTuple):
    spans: tuple[tuple[int, int], ...]
    run_in: Span | None


def cut_at_run_ins(page: str, spans: Sequence[tuple[int, int]]) -> list[Piece]:
    """One piece, without a run-in head, where there is none."""
    heads = [
        (start + match.start(), Span(start + match.start("words"), start + match.end("words")))
        for number, (start, end) in enumerate(spans)
        for match in BOLD.finditer(page[start:end])
        if SENTENCE_END.search(_before(page, spans[: number + 1], start + match.start()))
        and page[start + match.end() : end].strip()
    ]
    if not heads:
        return [Piece(tuple(spans), None)]
    cuts = [(spans[0][0], None), *((at, words) for at, words in heads)]
    if heads[0][0] == spans[0][0]:
        del cuts[0]
    ends = [at for at, _ in cuts[1:]] + [spans[-1][1]]
    pieces = [
        Piece(_within(page, spans, at, end), words)
        for (at, words), end in zip(cuts, ends, strict=True)
    ]
    return [piece for piece in pieces if piece.spans]


def _before(page: str, spans: Sequence[tuple[int, int]], at: int) -> str:
    """What is printed in the paragraph before an offset; its last words are enough."""
    return "".join(page[start : min(end, at)] for start, end in spans[-2:])


def _within(
    page: str, spans: Sequence[tuple[int, int]], low: int, high: int
) -> tuple[tuple[int, int], ...]:
    """The spans between two offsets, without white space at the edges."""
    found = []
    for start, end in spans:
        first, last = max(start, low), min(end, high)
        text = page[first:last]
        if text.strip():
            found.append(
                (first + len(text) - len(text.lstrip()), last - len(text) + len(text.rstrip()))
            )
    return tuple(found)
