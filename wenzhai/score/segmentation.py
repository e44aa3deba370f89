"""Gold page, layout -> how well the page was separated into articles.

Everything is compared by printed characters that are not white space, so that it does not
matter where a span begins or how a paragraph was cleaned.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from wenzhai.dates.decide import INHERITED_RULE
from wenzhai.model import Article, Layout
from wenzhai.score.gold import GoldArticle, GoldPage
from wenzhai.score.text import body_spans, fold, ink, ink_in_order

THRESHOLDS = (0.8, 0.98)  # body overlap (Jaccard) at which an article counts as found
MATCH_MIN = 0.5  # an article with less of the body is another one: its headline is not compared


@dataclass(frozen=True, slots=True)
class Match:
    """An article of the gold page and the one found for it."""

    gold: int
    found: int | None
    overlap: float
    """Shared body characters over all of both."""
    has_headline: bool
    """The headline is the printed one (or neither has one)."""
    steps: int
    """Neighbouring pieces of the gold body: paragraphs, and parts of one torn paragraph."""
    steps_kept: int
    """... that follow each other in the found article too."""
    moved: int
    """Steps whose second piece is printed before the first."""
    moved_kept: int
    has_date: bool


@dataclass(frozen=True, slots=True)
class LayoutScore:
    name: str
    level: str
    matches: tuple[Match, ...]
    """One for each gold article, in order."""
    found_articles: int
    lost: int
    """Characters in no article and no furniture."""
    doubled: int
    """Characters published twice."""
    furniture_gold: int
    furniture_found: int
    furniture_right: int

    def articles_at(self, threshold: float) -> int:
        return sum(match.overlap >= threshold for match in self.matches)

    @property
    def headlines(self) -> int:
        return sum(match.has_headline for match in self.matches)


def score_layout(gold: GoldPage, layout: Layout) -> LayoutScore:
    text = gold.page.text
    matches = match_articles(gold, layout)
    uses = Counter(
        i
        for article in layout.articles
        for _, passage in article.passages()
        for span in passage.spans()
        for i in range(*span)
        if not text[i].isspace()
    )
    dropped = ink(text, (furniture.span for furniture in layout.furniture))
    uses.update(dropped)
    expected = ink(text, (furniture.span for furniture in gold.furniture))
    return LayoutScore(
        name=gold.page.name,
        level=gold.level,
        matches=matches,
        found_articles=len(layout.articles),
        lost=sum(not c.isspace() and i not in uses for i, c in enumerate(text)),
        doubled=sum(count > 1 for count in uses.values()),
        furniture_gold=len(expected),
        furniture_found=len(dropped),
        furniture_right=len(expected & dropped),
    )


def match_articles(gold: GoldPage, layout: Layout) -> tuple[Match, ...]:
    """One to one, most overlap first: above one half no other assignment is possible."""
    text = gold.page.text
    expected = [ink(text, (s for p in a.body for s in p.spans)) for a in gold.articles]
    found = [ink(text, body_spans(article)) for article in layout.articles]
    pairs = sorted(
        (-len(e & f) / len(e | f), i, j)
        for i, e in enumerate(expected)
        for j, f in enumerate(found)
        if e & f
    )
    assigned: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for minus, i, j in pairs:
        if i not in assigned and j not in taken:
            assigned[i] = (j, -minus)
            taken.add(j)
    matches: list[Match] = []
    for i, article in enumerate(gold.articles):
        partner, overlap = assigned.get(i, (None, 0.0))
        nearest = None if partner is None else layout.articles[partner]
        other = nearest if overlap >= MATCH_MIN else None
        steps = _steps(text, article, nearest)
        matches.append(
            Match(
                gold=i,
                found=partner,
                overlap=overlap,
                has_headline=other is not None and has_headline(article, other),
                steps=len(steps),
                steps_kept=sum(is_kept for _, is_kept in steps),
                moved=sum(is_moved for is_moved, _ in steps),
                moved_kept=sum(is_moved and is_kept for is_moved, is_kept in steps),
                has_date=other is not None and article.date == stated_date(other),
            )
        )
    return tuple(matches)


def stated_date(article: Article) -> str | None:
    """The date that the article itself tells: what it has from its report is not labelled."""
    is_inherited = any(decision.rule == INHERITED_RULE for decision in article.decisions)
    return None if is_inherited else article.date


def has_headline(gold: GoldArticle, article: Article) -> bool:
    """An editor's or a made-up headline counts as none printed."""
    printed = article.headline if article.headline_source == "printed" else None
    if gold.headline is None or printed is None:
        return gold.headline is None and printed is None
    return fold(gold.headline.text) == fold(printed.text)


def _steps(text: str, gold: GoldArticle, found: Article | None) -> list[tuple[bool, bool]]:
    """For each two neighbouring pieces of a gold body: is the second printed earlier, and do
    they stand in order, with nothing of the body's other pieces between, in the found article?"""
    pieces = [ink_in_order(text, [span]) for p in gold.body for span in p.spans]
    printed = ink_in_order(text, body_spans(found)) if found is not None else []
    rank = {place: i for i, place in enumerate(printed)}
    middles = [_middle(piece, rank) for piece in pieces]
    ranked = sorted(middle for middle in middles if middle is not None)
    steps: list[tuple[bool, bool]] = []
    for (a, b), (first, second) in zip(pairwise(pieces), pairwise(middles), strict=True):
        is_kept = (
            first is not None
            and second is not None
            and bisect_left(ranked, second) - bisect_left(ranked, first) == 1
        )
        steps.append((b[0] < a[0], is_kept))
    return steps


def _middle(piece: list[int], rank: dict[int, int]) -> float | None:
    """Where most of a piece stands in the found body; None when most of it is not there."""
    ranks = [rank[i] for i in piece if i in rank]
    return median(ranks) if 2 * len(ranks) > len(piece) else None
