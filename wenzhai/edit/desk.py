"""The articles of a page while an editor's decisions are carried out.

The only mutable values of the pass; they come from a layout and go back into one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wenzhai.edit.passage import cut, is_blank, join, position_of, take
from wenzhai.edit.quote import Stale
from wenzhai.model import Article, Furniture, HeadlineSource, Layout, Paragraph, Passage, Span


@dataclass
class Sheet:
    """One article."""

    article: Article
    """Everything but the texts below."""
    kicker: Passage | None
    headline: Passage | None
    subheadlines: list[Passage]
    body: list[Paragraph]

    def finished(self) -> Article:
        return replace(
            self.article,
            byline=self.article.byline or self._signed(),
            kicker=self.kicker,
            headline=self.headline,
            headline_source=self._source(),
            subheadlines=tuple(self.subheadlines),
            body=tuple(self.body),
        )

    def _signed(self) -> tuple[str, ...]:
        """Bylines on lines of their own, which an editor may have brought here."""
        return tuple(p.passage.text for p in self.body if p.kind == "byline")

    def _source(self) -> HeadlineSource:
        if self.headline is None:
            return "none"
        return "printed" if self.headline.runs else "editor"

    def is_empty(self) -> bool:
        return not (self.kicker or self.headline or self.subheadlines or self.body)


@dataclass
class Desk:
    """All articles of a page, and its furniture."""

    sheets: list[Sheet]
    furniture: list[Furniture]

    @classmethod
    def lay_out(cls, layout: Layout) -> Desk:
        sheets = [
            Sheet(a, a.kicker, a.headline, list(a.subheadlines), list(a.body))
            for a in layout.articles
        ]
        return cls(sheets, list(layout.furniture))

    def cleared(self, layout: Layout) -> Layout:
        articles = tuple(sheet.finished() for sheet in self.sheets if not sheet.is_empty())
        furniture = tuple(sorted(self.furniture, key=lambda piece: piece.span))
        return replace(layout, articles=articles, furniture=furniture)

    def sheet_of(self, span: Span) -> Sheet:
        """The article in which a span begins."""
        for sheet in self.sheets:
            for passage in _texts(sheet):
                if position_of(passage, span.start) is not None:
                    return sheet
        raise Stale("the words are furniture of the page, in no article")

    def paragraph_of(self, span: Span) -> tuple[Sheet, int]:
        """The article and the number of the body paragraph in which a span begins."""
        for sheet in self.sheets:
            for number, paragraph in enumerate(sheet.body):
                if position_of(paragraph.passage, span.start) is not None:
                    return sheet, number
        raise Stale("the words stand in no paragraph of a body")

    def split_at(self, span: Span) -> tuple[Sheet, int]:
        """Make a span the beginning of a paragraph; where that paragraph is."""
        sheet, number = self.paragraph_of(span)
        paragraph = sheet.body[number]
        at = position_of(paragraph.passage, span.start)
        if not at:
            return sheet, number
        head, tail = cut(paragraph.passage, at)
        rest = replace(paragraph, passage=tail, kind="paragraph", speaker=None, run_in=None)
        sheet.body[number : number + 1] = [replace(paragraph, passage=head), rest]
        return sheet, number + 1

    def split_behind(self, span: Span) -> tuple[Sheet, int]:
        """Make a span the end of a paragraph; where that paragraph is."""
        sheet, number = self.paragraph_of(Span(span.end - 1, span.end))
        paragraph = sheet.body[number]
        at = position_of(paragraph.passage, span.end - 1)
        head, tail = cut(paragraph.passage, (at or 0) + 1)
        if tail.text.strip():
            rest = replace(paragraph, passage=tail, kind="paragraph", speaker=None, run_in=None)
            sheet.body[number : number + 1] = [replace(paragraph, passage=head), rest]
        return sheet, number

    def release(self, span: Span) -> bool:
        """Free a piece of furniture that is just this span; whether there was one."""
        left = [piece for piece in self.furniture if piece.span != span]
        is_one = len(left) < len(self.furniture)
        self.furniture = left
        return is_one

    def take(self, span: Span) -> list[Paragraph]:
        """Lift all of a printed block off the desk, in its present order."""
        for piece in self.furniture:
            if span.start < piece.span.end and piece.span.start < span.end:
                raise Stale("the words hold furniture; name the parts one by one")
        taken: list[Paragraph] = []
        for sheet in self.sheets:
            taken.extend(_take_from(sheet, span))
        if not taken:
            raise Stale("none of the words stands in an article")
        self.sheets = [sheet for sheet in self.sheets if not sheet.is_empty()]
        return taken

    def take_passage(self, span: Span) -> Passage:
        """The same, as one passage."""
        pieces = self.take(span)
        passage = pieces[0].passage
        for piece in pieces[1:]:
            passage = join(passage, piece.passage)
        return passage


def _texts(sheet: Sheet) -> Iterator[Passage]:
    yield from (p for p in (sheet.kicker, sheet.headline) if p is not None)
    yield from sheet.subheadlines
    yield from (paragraph.passage for paragraph in sheet.body)


def _take_from(sheet: Sheet, span: Span) -> Iterator[Paragraph]:
    for name in ("kicker", "headline"):
        passage = getattr(sheet, name)
        if passage is not None:
            taken, rest = take(passage, span)
            if taken is not None:
                setattr(sheet, name, None if is_blank(rest) else rest)
                yield Paragraph("paragraph", taken)
    kept: list[Passage] = []
    for passage in sheet.subheadlines:
        taken, rest = take(passage, span)
        if taken is not None:
            yield Paragraph("paragraph", taken)
        if not is_blank(rest):
            kept.append(rest)
    sheet.subheadlines = kept
    body: list[Paragraph] = []
    for paragraph in sheet.body:
        taken, rest = take(paragraph.passage, span)
        if taken is not None:
            yield replace(paragraph, passage=taken)
        if not is_blank(rest):
            body.append(replace(paragraph, passage=rest))
    sheet.body = body
