"""Published text and its way back to the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open, code points of the decoded page."""

    start: int
    end: int


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

    def published(self, span: Span) -> str:
        """The text from the first to the last published character of a span of the page."""
        found = [
            (run.at + low - run.source, run.at + high - run.source)
            for run in self.runs
            if (low := max(span.start, run.source))
            < (high := min(span.end, run.source + run.length))
        ]
        if not found:
            return ""
        return self.text[min(low for low, _ in found) : max(high for _, high in found)]

    def spans(self) -> tuple[Span, ...]:
        """All of the page that this passage accounts for, dropped characters included, in
        published order."""
        found = [Span(run.source, run.source + run.length) for run in self.runs]
        for drop in self.dropped:
            after = [i for i, span in enumerate(found) if span.end <= drop.span.start]
            nearest = max(after, key=lambda i: found[i].end, default=-1)
            found.insert(nearest + 1, drop.span)
        return tuple(found)
