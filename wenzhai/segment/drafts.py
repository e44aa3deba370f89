"""Cuts and headlines -> drafts: every block at its place in one article, or left as furniture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from wenzhai.model import Decision
from wenzhai.segment.cuts import Cut, Sheet
from wenzhai.segment.headlines import Match, Stretch, match_headlines
from wenzhai.segment.signs import is_name

LABEL_MAX = 5.0  # Han characters; a display line so short inside a text is the label of a box


@dataclass(slots=True)
class Draft:
    """An article in the making: numbers of blocks."""

    stretch: Stretch
    match: Match | None
    headline: list[int] = field(default_factory=list)
    kicker: list[int] = field(default_factory=list)
    subheadlines: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)


@dataclass(slots=True)
class Drafts:
    """All articles of a page and what is left over: block number -> reason."""

    articles: list[Draft]
    furniture: dict[int, str]


def stretches_of(sheet: Sheet, cuts: Sequence[Cut]) -> list[Stretch]:
    """The paragraphs between cuts; the blocks between two stretches are open to both."""
    texts = [i for i, block in enumerate(sheet.blocks) if block.kind == "text"]
    if not texts:
        return []
    groups: list[list[int]] = [[texts[0]]]
    for cut in cuts:
        if cut.is_cut:
            groups.append([])
        groups[-1].append(cut.gap.below)
    found = []
    for k, group in enumerate(groups):
        top = groups[k - 1][-1] + 1 if k else 0
        bottom = groups[k + 1][0] if k + 1 < len(groups) else len(sheet.blocks)
        found.append(Stretch(tuple(group), top, bottom))
    return found


def draft_articles(sheet: Sheet, cuts: Sequence[Cut]) -> Drafts:
    """Every block in one draft or in the furniture."""
    stretches = stretches_of(sheet, cuts)
    furniture = _sure_furniture(sheet)
    if not stretches:
        return _only_display(sheet, furniture)
    matches = match_headlines(sheet, stretches)
    drafts = [Draft(s, matches.get(a)) for a, s in enumerate(stretches)]
    owner = {match.block: a for a, match in matches.items()}
    for b, block in enumerate(sheet.blocks):
        if b in furniture:
            continue
        if block.kind == "text":
            drafts[_around(stretches, b)].body.append(b)
        elif b in owner:
            drafts[owner[b]].headline.append(b)
        else:
            _settle(sheet, drafts, owner, furniture, b)
    return Drafts(drafts, furniture)


def _sure_furniture(sheet: Sheet) -> dict[int, str]:
    found: dict[int, str] = {}
    seen: dict[str, int] = {}
    for block in sheet.blocks:
        if block.kind == "display":
            seen[block.text] = seen.get(block.text, 0) + 1
    for b, block in enumerate(sheet.blocks):
        if block.kind == "furniture":
            found[b] = sheet.page.signs[block.lines[0]].furniture or "stray marks"
        elif block.kind == "label":
            found[b] = "box label"
        elif block.kind == "display" and sheet.page.lines[block.lines[0]].width <= LABEL_MAX:
            name = is_name(block.text)
            if (seen[block.text] > 1 or block.is_inside) and not name:
                found[b] = "box label"
    return found


def _only_display(sheet: Sheet, furniture: dict[int, str]) -> Drafts:
    rest = [b for b in range(len(sheet.blocks)) if b not in furniture]
    if not rest:
        return Drafts([], furniture)
    draft = Draft(Stretch((), 0, len(sheet.blocks)), None)
    if len(rest) > 1:
        draft.headline.append(rest[0])
        draft.body.extend(rest[1:])
    else:
        draft.body.extend(rest)
    return Drafts([draft], furniture)


def _around(stretches: Sequence[Stretch], b: int) -> int:
    """The article whose paragraphs lie around a block, else the one before it."""
    low, high = 0, len(stretches)
    while high - low > 1:
        middle = (low + high) // 2
        if stretches[middle].texts[0] <= b:
            low = middle
        else:
            high = middle
    return low


def _settle(
    sheet: Sheet, drafts: list[Draft], owner: dict[int, int], furniture: dict[int, str], b: int
) -> None:
    """Give a display or byline block that is no main headline its place."""
    a = _around([d.stretch for d in drafts], b)
    draft = drafts[a]
    inside = draft.stretch.texts[0] < b < draft.stretch.texts[-1]
    if sheet.blocks[b].kind == "byline":
        _settle_byline(sheet, drafts, a, b)
        return
    near = _headline_beside(sheet, owner, b)
    if near is not None and not sheet.blocks[b].is_inside:
        target = drafts[owner[near]]
        if sheet.page.signs[sheet.first(b)].is_sub or b > near or target.kicker:
            target.subheadlines.append(b)
        else:
            target.kicker.append(b)
        return
    if inside or b < draft.stretch.texts[0]:
        draft.body.append(b)
        return
    below = drafts[a + 1] if a + 1 < len(drafts) else None
    own = sheet.topics.of[b]
    if below is not None and not below.headline:
        here = sum(1 for p in own if any(p in sheet.topics.of[t] for t in draft.stretch.texts))
        there = sum(1 for p in own if any(p in sheet.topics.of[t] for t in below.stretch.texts))
        if there > here:
            below.body.append(b)
            return
    draft.body.append(b)


def _headline_beside(sheet: Sheet, owner: dict[int, int], b: int) -> int | None:
    """A headline in the same stack of display lines."""
    for step in (1, -1):
        at = b + step
        while 0 <= at < len(sheet.blocks) and sheet.blocks[at].kind in ("display", "byline"):
            if at in owner:
                return at
            at += step
    return None


def _settle_byline(sheet: Sheet, drafts: list[Draft], a: int, b: int) -> None:
    draft = drafts[a]
    if b < draft.stretch.texts[-1] or a + 1 == len(drafts):
        draft.body.append(b)
        return
    follows_text = sheet.blocks[b - 1].kind == "text"
    before_text = b + 1 < len(sheet.blocks) and sheet.blocks[b + 1].kind == "text"
    text = sheet.blocks[b].text
    ends = text[0] in "（(" or text.endswith(("报道", "摄", "文/图"))
    if follows_text and (ends or not before_text):
        draft.body.append(b)
    else:
        drafts[a + 1].body.append(b)
