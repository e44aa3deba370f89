"""Passage, links -> marked-up text.

A mark wraps a stretch of a passage: a link around a name, a span around the
dateline. Marks may lie inside each other but never cross; one that would cross
an earlier one is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from wenzhai.render.escape import NOTHING, Safe, escape


class Mark(NamedTuple):
    """Half-open, code points of the passage; what to print before and after."""

    start: int
    end: int
    before: str
    after: str


def link(start: int, end: int, url: str, style: str) -> Mark:
    document = url.removesuffix(".html") + ".md"  # MkDocs checks where it leads
    return Mark(start, end, "[", f"]({document}){{: .{style} }}")


def html_link(start: int, end: int, url: str, style: str) -> Mark:
    return Mark(start, end, f'<a class="{style}" href="{url}">', "</a>")


def span(start: int, end: int, style: str) -> Mark:
    return Mark(start, end, f'<span class="{style}">', "</span>")


def mark_up(text: str, marks: Iterable[Mark]) -> Safe:
    """The text, escaped, with its marks; never empty."""
    kept = _nested(sorted(marks, key=lambda m: (m.start, -m.end)))
    if not text.strip():
        return NOTHING
    if not kept:
        return escape(text)
    inserts = sorted(
        [(m.start, 1, i, m.before) for i, m in enumerate(kept)]
        + [(m.end, 0, -i, m.after) for i, m in enumerate(kept)]
    )
    pieces: list[str] = []
    at = 0
    for position, _, _, insert in inserts:
        pieces += (escape(text[at:position]), insert)
        at = position
    pieces.append(escape(text[at:]))
    return Safe("".join(pieces))


def _nested(marks: Sequence[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    open_ends: list[int] = []
    for mark in marks:
        while open_ends and open_ends[-1] <= mark.start:
            open_ends.pop()
        if mark.start >= mark.end or (open_ends and mark.end > open_ends[-1]):
            continue
        kept.append(mark)
        open_ends.append(mark.end)
    return kept


SNIPPET_SIDE = 26  # characters before and after the name; two lines on a telephone


def snippet(text: str, start: int, end: int) -> Safe:
    """A name in its context, marked."""
    low = max(0, start - SNIPPET_SIDE)
    high = min(len(text), end + SNIPPET_SIDE)
    return Safe(
        f"{'…' if low else ''}{escape(text[low:start])}<mark>{escape(text[start:end])}</mark>"
        f"{escape(text[end:high])}{'…' if high < len(text) else ''}"
    )
