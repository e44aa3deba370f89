"""A quotation -> where it is printed: white space ignored, never anywhere else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from wenzhai.model import Page, Span


class Stale(Exception):
    """A quotation that does not fit the page; the message says why."""


@dataclass(frozen=True)
class Print:
    """A page's printed characters without white space, with their offsets."""

    page: Page

    @cached_property
    def offsets(self) -> list[int]:
        return [i for i, character in enumerate(self.page.text) if not character.isspace()]

    @cached_property
    def solid(self) -> str:
        return "".join(self.page.text[i] for i in self.offsets)

    def find(self, quote: str, nth: int | None, start: int = 0) -> Span:
        """The span of a quotation's `nth` occurrence (from 1) at or behind an offset."""
        wanted = "".join(quote.split())
        places = [at for at in self._places(wanted) if self.offsets[at] >= start]
        if not places:
            raise Stale(f"“{quote}” is not printed on the page")
        if nth is None and len(places) > 1 and not start:
            raise Stale(f"“{quote}” is printed {len(places)} times; say which with nth")
        number = (nth or 1) - 1
        if number >= len(places):
            raise Stale(f"“{quote}” is printed {len(places)} times, not {nth}")
        at = places[number]
        return Span(self.offsets[at], self.offsets[at + len(wanted) - 1] + 1)

    def find_all(self, quote: str, nth: int | None) -> list[Span]:
        """Every occurrence of a quotation, or only the `nth`."""
        if nth is not None:
            return [self.find(quote, nth)]
        count = len(self._places("".join(quote.split())))
        return [self.find(quote, number + 1) for number in range(count)] or [self.find(quote, 1)]

    def block(self, quote: str, nth: int | None, to: str | None) -> Span:
        """From a quotation to the end of another that follows it."""
        first = self.find(quote, nth)
        if to is None:
            return first
        return Span(first.start, self.find(to, 1, first.start).end)

    def _places(self, wanted: str) -> list[int]:
        found: list[int] = []
        at = self.solid.find(wanted)
        while at >= 0 and wanted:
            found.append(at)
            at = self.solid.find(wanted, at + 1)
        return found
