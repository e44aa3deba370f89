"""Drafts -> layout: passages are made, kinds and genre said, and every character accounted for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from wenzhai.model import (
    Article,
    Decision,
    Furniture,
    Genre,
    Layout,
    Page,
    Paragraph,
    Passage,
    Span,
)
from wenzhai.segment.blocks import Block
from wenzhai.segment.certainty import SURE, Measured, confidence, measure_headline
from wenzhai.segment.credits import read_credits
from wenzhai.segment.cuts import Cut
from wenzhai.segment.damage import find_damage
from wenzhai.segment.drafts import Draft, Drafts
from wenzhai.segment.kinds import Labelled, label_kinds
from wenzhai.segment.passages import make_passage
from wenzhai.segment.runins import cut_at_run_ins
from wenzhai.segment.sheets import Sheet

GENRES: tuple[tuple[Genre, re.Pattern[str]], ...] = (
    ("notice", re.compile(r"(?:通知|公告|启事|声明|讣告|通告|公示|更正|读者)$|天气|预警")),
    ("speech", re.compile(r"讲话|致辞|报告$")),
    ("opinion", re.compile(r"时评|评论|短评|论$|随想|读者来信")),
    ("report", re.compile(r"综述|纪实|实录|侧记|见闻|调查")),
)  # the first that fits
TOLD_BELOW: frozenset[Genre] = frozenset({"speech", "report"})
"""Genres that a subheadline tells, too: ——在市十届人大一次会议闭幕会上的讲话."""
GREETING = re.compile(r"^(?:各位代表|同志们|各位委员|各位来宾|女士们)")
FEATURE_HEADS = 2  # crossheads that make a report a feature
FURNITURE = 0.9  # how sure furniture is of which the tagger says nothing
MEND_STEP = 2  # lines; what lies further apart was put together over more than one label


def finish_layout(
    page: Page,
    sheet: Sheet,
    drafts: Drafts,
    cuts: Sequence[Cut],
    moves: Sequence[Decision],
) -> Layout:
    """The page separated."""
    furniture = []
    sure: dict[Span, float] = {}
    for b, reason in drafts.furniture.items():
        for span in _merged(sheet, b):
            furniture.append(Furniture(span, reason))
            sure[span] = _furniture_confidence(sheet.blocks[b], reason)
    articles = []
    by_block: dict[int, list[Cut]] = {}
    for cut in cuts:
        by_block.setdefault(cut.gap.above, []).append(cut)
        by_block.setdefault(cut.gap.below, []).append(cut)
    for draft in drafts.articles:
        made = _article(page, sheet, draft, drafts, by_block, moves, furniture)
        if made is not None:
            articles.append(made)
    articles.sort(key=_first_printed)
    furniture.sort(key=lambda f: f.span)
    return Layout(tuple(articles), tuple(furniture), tuple(_about_furniture(page, furniture, sure)))


def _first_printed(article: Article) -> int:
    return min(
        start
        for _, passage in article.passages()
        for start in (
            *(run.source for run in passage.runs),
            *(drop.span.start for drop in passage.dropped),
        )
    )


def _furniture_confidence(block: Block, reason: str) -> float:
    """The chance that the line is no part of an article, as such are right on labelled pages."""
    if block.tag is None or reason == "stray marks":
        return FURNITURE
    return round(min(SURE, block.tag.apart), 3)


def _about_furniture(
    page: Page, furniture: Sequence[Furniture], sure: Mapping[Span, float]
) -> list[Decision]:
    return [
        Decision(
            "furniture",
            item.reason.replace(" ", "-"),
            item.span,
            sure.get(item.span, FURNITURE),
            f"“{page.text[item.span.start : item.span.end]}” is a {item.reason}",
        )
        for item in furniture
    ]


def block_spans(sheet: Sheet, b: int) -> list[tuple[int, int]]:
    """The lines of a block as spans of the page."""
    lines = sheet.page.lines
    return [(lines[i].start, lines[i].end) for i in sheet.blocks[b].lines]


def _merged(sheet: Sheet, b: int) -> list[Span]:
    return [Span(start, end) for start, end in block_spans(sheet, b)]


def _article(
    page: Page,
    sheet: Sheet,
    draft: Draft,
    drafts: Drafts,
    cuts: Mapping[int, Sequence[Cut]],
    moves: Sequence[Decision],
    furniture: list[Furniture],
) -> Article | None:
    body = [
        paragraph
        for labelled in label_kinds(sheet, draft.body)
        for paragraph in _paragraphs(page, sheet, labelled, furniture)
    ]
    headline = _display(page, sheet, draft.heading.headline, furniture)
    *others, kicker_lines = draft.heading.kickers or [[]]
    kicker = _display(page, sheet, kicker_lines, furniture)
    subs = [
        made
        for lines in (*others, *draft.heading.subheadlines)
        if (made := _display(page, sheet, lines, furniture)) is not None
    ]
    if not body and headline is None and kicker is None and not subs:
        return None
    byline, dateline = read_credits(sheet, draft, body)
    return Article(
        headline,
        "printed" if headline else "none",
        kicker,
        tuple(subs),
        _genre(headline, subs, body),
        byline,
        dateline,
        tuple(body),
        article_confidence(touching(draft, drafts)),
        tuple(_decisions(sheet, draft, drafts, cuts, moves, body)),
    )


def _paragraphs(
    page: Page, sheet: Sheet, labelled: Labelled, furniture: list[Furniture]
) -> Iterator[Paragraph]:
    """A block as one paragraph, or one for each of its run-in heads."""
    keep = labelled.kind in ("crosshead", "byline")
    lines = sheet.blocks[labelled.block].lines
    mended = any(b - a > MEND_STEP for a, b in pairwise(lines))
    for piece in cut_at_run_ins(page.text, block_spans(sheet, labelled.block)):
        passage = make_passage(page.text, piece.spans, keep_spaces=keep)
        if not passage.text:
            furniture.extend(Furniture(drop.span, drop.reason) for drop in passage.dropped)
            continue
        doubt = find_damage(page.text, labelled.kind, passage, is_mended=mended)
        yield Paragraph(
            labelled.kind, passage, labelled.speaker, doubt is not None, doubt, piece.run_in
        )


def _display(
    page: Page, sheet: Sheet, lines: Sequence[int], furniture: list[Furniture]
) -> Passage | None:
    spans = [(sheet.page.lines[i].start, sheet.page.lines[i].end) for i in lines]
    if not spans:
        return None
    passage = make_passage(page.text, spans, keep_spaces=True)
    if not passage.text:
        furniture.extend(Furniture(drop.span, drop.reason) for drop in passage.dropped)
        return None
    return passage


def _genre(headline: Passage | None, subs: Sequence[Passage], body: Sequence[Paragraph]) -> Genre:
    kinds = [p.kind for p in body]
    if kinds.count("question") >= 1 and kinds.count("answer") >= 1:
        return "interview"
    if kinds and kinds.count("list") * 2 > len(kinds):
        return "list"
    if kinds and all(kind in ("caption", "byline") for kind in kinds):
        return "photo"
    text = headline.text if headline is not None else ""
    for genre, pattern in GENRES:
        if pattern.search(text) or (
            genre in TOLD_BELOW and any(pattern.search(passage.text) for passage in subs)
        ):
            return genre
    opening = body[0].passage.text if body else ""
    if GREETING.search(opening):
        return "speech"
    if kinds.count("crosshead") >= FEATURE_HEADS:
        return "feature"
    return "news"


def touching(draft: Draft, drafts: Drafts) -> list[Measured]:
    """The gaps above its paragraphs."""
    return [drafts.gaps[b] for b in draft.stretch.texts if b in drafts.gaps]


def article_confidence(gaps: Sequence[Measured]) -> float:
    """How sure the least sure gap of an article is."""
    return round(min(map(confidence, gaps), default=0.9), 3)


def _decisions(
    sheet: Sheet,
    draft: Draft,
    drafts: Drafts,
    cuts: Mapping[int, Sequence[Cut]],
    moves: Sequence[Decision],
    body: Sequence[Paragraph],
) -> list[Decision]:
    starts = {sheet.page.lines[i].start for b in draft.body for i in sheet.blocks[b].lines}
    found = [move for move in moves if move.span.start in starts]
    texts = set(draft.stretch.texts)
    for cut in (cut for b in draft.stretch.texts for cut in cuts.get(b, ()) if cut.gap.below == b):
        block = sheet.blocks[cut.gap.below]
        first = sheet.page.lines[block.lines[0]]
        is_split = cut.gap.above not in texts
        leading = cut.leading(is_split)
        found.append(
            Decision(
                "split" if is_split else "join",
                leading.rule,
                Span(first.start, first.end),
                round(confidence(drafts.gaps[cut.gap.below]), 3),
                leading.reason,
            )
        )
    for paragraph in body:
        if paragraph.doubt is not None:
            run = paragraph.passage.runs[0]
            found.append(
                Decision(
                    "damage",
                    "damaged-text",
                    Span(run.source, run.source + run.length),
                    0.8,
                    f"the text loops or breaks off: {paragraph.passage.text[:12]}",
                )
            )
    match = draft.heading.match
    if match is not None and drafts.page is not None:
        sure = article_confidence(touching(draft, drafts))
        measured = measure_headline(drafts.page, match, sure)
        line = sheet.page.lines[sheet.first(match.block)]
        found.append(
            Decision(
                "headline",
                "torn-headline" if match.is_torn else f"headline-{match.place}",
                Span(line.start, line.end),
                round(confidence(measured), 3),
                f"stands {match.place}; {match.overlap:.0%} of its words recur",
            )
        )
    return found
