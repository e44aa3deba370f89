"""One thing that a reader can find."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from wenzhai.render.escape import clean

WHITE = re.compile("[\\s\ufeff]")
"""What JavaScript takes for white space, and any other that Python does."""


@dataclass(frozen=True, slots=True)
class Searchable:
    """What the index knows of an article, a person, a region ..."""

    kind: str
    """A row of `KINDS`."""
    id: str
    stack: tuple[str, ...]
    """Headline stack of an article, names of anything else; the best place for a hit."""
    headline: int | None
    """Which line of the stack is the title; None when no headline is printed."""
    rest: tuple[str, ...] = ()
    """An article's paragraphs; a person's roles; a region's path; facts of a page."""
    lead: int | None = None
    """Which line of `rest` is the lead."""
    date: str = ""
    """ISO 8601, cut to its precision; "" when not known."""
    page: int = -1
    """Number of the source page in the corpus; -1 where there is none."""

    def text(self) -> str:
        """All lines, each a paragraph of its own."""
        return "\n".join((*self.stack, *self.rest))


def one_line(text: str) -> str:
    """Lines are paragraphs in the index, so nothing inside one may end a line."""
    shown = clean(text)  # as on the page: what must not be published is not searched for either
    return WHITE.sub(" ", shown)


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
