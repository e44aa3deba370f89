"""Cuts and headlines -> drafts: every block at its place in one article, or left as furniture."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from wenzhai.segment.briefs import even_out, heads_column
from wenzhai.segment.certainty import Measured, measure_gaps
from wenzhai.segment.contents import Stretch
from wenzhai.segment.cuts import Cut
from wenzhai.segment.headlines import find_headings
from wenzhai.segment.headroles import Heading
from wenzhai.segment.jumps import carry_over
from wenzhai.segment.sheets import NOTICE, Sheet
from wenzhai.segment.signs import FRAME, is_name
from wenzhai.segment.stacks import find_owned
from wenzhai.segment.units import Units
from wenzhai.segment.ways import group_page
from wenzhai.segment.words import words

LOW_MAX = 2  # paragraphs above a headline that stands too low
LOW_MARKS = 1.2  # points for a beginning below it up to which it may be none
DOUBT = 0.1  # chance below which a short line inside a text is no label
SURE_LABEL = 0.7  # chance from which a label is that of a section
# 电话：0454-8600000; 投稿邮箱：dukou@example.com
WHERE_TO_ASK = re.compile(
    r"(?:投稿|来稿|联系|咨询|认领|报名|客服|服务|举报|监督)?"
    r"(?:电话|手机|地址|邮箱|信箱|热线|传真|邮编|网址|联系人)"
)
LABEL_MAX = 5.0  # Han characters; a display line so short inside a text is the label of a box


@dataclass(slots=True)
class Draft:
    """An article in the making: numbers of blocks."""

    stretch: Stretch
    heading: Heading = field(default_factory=Heading)
    body: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Drafts:
    """All articles of a page and what is left over: block number -> reason."""

    articles: list[Draft]
    furniture: dict[int, str]
    page: Units | None = None
    """None where there is no paragraph."""
    gaps: Mapping[int, Measured] = field(default_factory=dict)
    """For each paragraph but the first what tells how sure its place is."""


def _with_low_headlines(
    cuts: Sequence[Cut], stretches: Sequence[Stretch], headings: Sequence[Heading]
) -> list[Stretch]:
    """A headline may stand a paragraph too low: what follows it without one of its own goes on."""
    before = {cut.gap.below: cut for cut in cuts}
    found: list[Stretch] = []
    heads: list[Heading] = []
    for stretch, heading in zip(stretches, headings, strict=True):
        cut = before.get(stretch.texts[0])
        if (
            found
            and cut is not None
            and not heading.headline
            and cut.gap.above == found[-1].texts[-1]
            and len(found[-1].texts) <= LOW_MAX
            and cut.vouched <= LOW_MARKS
            and any(b in cut.gap.between for b in heads[-1].blocks)
        ):
            last = found[-1]
            found[-1] = Stretch((*last.texts, *stretch.texts), last.top, stretch.bottom)
            continue
        found.append(stretch)
        heads.append(heading)
    return found


def _stretches(sheet: Sheet, labels: Sequence[int]) -> list[Stretch]:
    """The paragraphs of each article; the blocks between two stretches are open to both."""
    texts = [i for i, block in enumerate(sheet.blocks) if block.kind == "text"]
    labels = carry_over(sheet, texts, list(labels))
    members: dict[int, list[int]] = {}
    for label, b in zip(labels, texts, strict=True):
        members.setdefault(label, []).append(b)
    places = {b: k for k, b in enumerate(texts)}
    found = []
    for label in sorted(members, key=lambda g: members[g][0]):
        group = members[label]
        first, last = places[group[0]], places[group[-1]]
        top = texts[first - 1] + 1 if first else 0
        bottom = texts[last + 1] if last + 1 < len(texts) else len(sheet.blocks)
        found.append(Stretch(tuple(group), top, bottom))
    return found


def _in_order(
    sheet: Sheet, cuts: Sequence[Cut], labels: Sequence[int], plain: float
) -> tuple[list[Stretch], list[Heading]]:
    """The articles of a page whose order mostly follows them."""
    stretches = _stretches(sheet, labels)
    headings = find_headings(sheet, stretches, plain)
    joined = _with_low_headlines(cuts, stretches, headings)
    if len(joined) < len(stretches):
        stretches, headings = joined, find_headings(sheet, joined, plain)
    return stretches, headings


def _owned(labels: Mapping[int, int], stretches: Sequence[Stretch]) -> dict[int, int]:
    """The article of each line of display type that belongs to one."""
    home = {b: a for a, stretch in enumerate(stretches) for b in stretch.texts}
    articles: dict[int, int] = {}
    for b, label in labels.items():
        if b in home:
            articles.setdefault(label, home[b])
    return {b: articles[label] for b, label in labels.items() if b not in home}


def draft_articles(sheet: Sheet, cuts: Sequence[Cut]) -> Drafts:
    """Every block in one draft or in the furniture."""
    furniture = _sure_furniture(sheet)
    texts = [b for b, block in enumerate(sheet.blocks) if block.kind == "text"]
    if not texts:
        return _only_display(sheet, furniture)
    page, labels, margins, breaks, like = group_page(sheet, cuts)
    articles = [labels[b] for b in texts]
    owned: dict[int, int] = {}
    if page.is_woven:
        stretches = _stretches(sheet, articles)
        owned = _owned(labels, stretches)
        headings = find_owned(sheet, stretches, owned)
    else:
        articles = even_out(sheet, texts, articles)
        stretches, headings = _in_order(sheet, cuts, articles, page.plain)
    _add_columns(sheet, headings, is_woven=page.is_woven)
    drafts = [Draft(s, h) for s, h in zip(stretches, headings, strict=True)]
    heads = {b for heading in headings for b in heading.blocks}
    home = {b: a for a, s in enumerate(stretches) for b in s.texts}
    for b, block in enumerate(sheet.blocks):
        if b in heads:
            furniture.pop(b, None)
        if b in furniture and _ends_notice(sheet, drafts, home, b):
            del furniture[b]
            drafts[home[b - 1]].body.append(b)
        if b in furniture or b in heads or block.kind == "furniture":
            continue
        if block.kind == "text":
            drafts[home[b]].body.append(b)
        elif b in owned and sheet.page.lines[sheet.first(b)].width > LABEL_MAX:
            drafts[owned[b]].body.append(b)
        else:
            _settle(sheet, drafts, home, furniture, b)
    gaps = measure_gaps(page, like, cuts, breaks, stretches, margins)
    return Drafts(drafts, furniture, page, gaps)


def _add_columns(sheet: Sheet, headings: Sequence[Heading], *, is_woven: bool) -> None:
    """The label of a column right above one headline is its kicker, that of a section is none."""
    for heading in headings:
        b = min(heading.blocks, default=0) - 1
        if b < 0 or sheet.blocks[b].kind != "label" or sheet.blocks[b].is_inside:
            continue
        tag = sheet.blocks[b].tag
        if tag is not None and tag.chances.get("label", 0.0) > SURE_LABEL:
            continue
        label = sheet.blocks[b].text.strip(FRAME)
        is_column = label.endswith(words("column_ends"))
        above = b - 1
        while above >= 0 and sheet.blocks[above].kind == "furniture":
            above -= 1
        follows = above >= 0 and sheet.blocks[above].kind in ("text", "byline")
        is_section = label.endswith(words("section_ends"))
        if is_column if above < 0 else follows and (is_column or not (is_section or is_woven)):
            heading.kickers.insert(0, list(sheet.blocks[b].lines))
            heading.blocks.append(b)


def _ends_notice(sheet: Sheet, drafts: Sequence[Draft], home: Mapping[int, int], b: int) -> bool:
    """An address or a number right behind a notice is where to ask: 电话：0454-8600000."""
    if b - 1 not in home or not WHERE_TO_ASK.match(sheet.blocks[b].text):
        return False
    headline = drafts[home[b - 1]].heading.headline
    return any(NOTICE.search(sheet.page.lines[i].text) for i in headline)


def _sure_furniture(sheet: Sheet) -> dict[int, str]:
    found: dict[int, str] = {}
    seen: dict[str, int] = {}
    for block in sheet.blocks:
        if block.kind == "display":
            seen[block.text] = seen.get(block.text, 0) + 1
    for b, block in enumerate(sheet.blocks):
        if block.kind == "furniture":
            found[b] = sheet.page.signs[block.lines[0]].furniture or "stray marks"
        elif block.kind == "label" or (block.kind == "display" and heads_column(sheet, b)):
            found[b] = "box label"
        elif block.kind == "display" and sheet.page.lines[block.lines[0]].width <= LABEL_MAX:
            is_apart = seen[block.text] > 1 or block.is_inside
            if is_apart and is_label(block.text):
                found[b] = "box label"
    return found


def is_label(text: str) -> bool:
    """Whether a short line can be the label of a box: words only, and no name."""
    return not is_name(text) and re.search(r"[？?！!：:，。（）()]", text) is None


def _only_display(sheet: Sheet, furniture: dict[int, str]) -> Drafts:
    rest = [b for b in range(len(sheet.blocks)) if b not in furniture]
    if not rest:
        return Drafts([], furniture)
    draft = Draft(Stretch((), 0, len(sheet.blocks)))
    if len(rest) > 1:
        draft.heading.headline.extend(sheet.blocks[rest[0]].lines)
        draft.heading.blocks.append(rest[0])
        draft.body.extend(rest[1:])
    else:
        draft.body.extend(rest)
    return Drafts([draft], furniture)


def _settle(
    sheet: Sheet,
    drafts: list[Draft],
    home: dict[int, int],
    furniture: dict[int, str],
    b: int,
) -> None:
    """Give a display or byline block that is no main headline its place."""
    above, below = _neighbours(sheet, home, b)
    if sheet.blocks[b].kind == "byline":
        drafts[_maker_of(sheet, b, above, below)].body.append(b)
        return
    width = sheet.page.lines[sheet.first(b)].width
    alone = above == below and _is_alone(sheet, drafts[above].stretch, b)
    tag = sheet.blocks[b].tag
    if tag is not None and tag.apart < DOUBT:
        alone = False
    if above == below and width <= LABEL_MAX and alone and is_label(sheet.blocks[b].text):
        furniture[b] = "box label"
        return
    if above == below or sheet.blocks[b].is_inside:
        drafts[above].body.append(b)
        return
    if is_name(sheet.blocks[b].text) or (b and sheet.blocks[b - 1].kind == "byline"):
        drafts[below].body.append(b)
        return
    own = sheet.topics.of[b]
    shares = [
        sum(1 for p in own if any(p in sheet.topics.of[t] for t in drafts[a].stretch.texts))
        for a in (above, below)
    ]
    drafts[below if shares[1] > shares[0] else above].body.append(b)


def _is_alone(sheet: Sheet, stretch: Stretch, b: int) -> bool:
    """No other short line stands inside the article: crossheads come in twos and more."""
    return not any(
        k != b
        and sheet.blocks[k].kind == "display"
        and sheet.page.lines[sheet.first(k)].width <= 2 * LABEL_MAX
        for k in range(stretch.texts[0], stretch.texts[-1])
    )


def _neighbours(sheet: Sheet, home: dict[int, int], b: int) -> tuple[int, int]:
    """The articles of the paragraphs above and below; one twice at the edges of the page."""
    down = sheet.next_text[b + 1]
    above = home.get(sheet.last_text[b], home.get(down, 0))
    return above, home.get(down, above)


def _maker_of(sheet: Sheet, b: int, above: int, below: int) -> int:
    """The article that a byline belongs to."""
    if above == below:
        return above
    up = b - 1
    while up > 0 and sheet.blocks[up].kind == "byline":
        up -= 1
    follows_text = up >= 0 and sheet.blocks[up].kind == "text"
    before_text = b + 1 < len(sheet.blocks) and sheet.blocks[b + 1].kind == "text"
    if follows_text and before_text:
        return above  # signed, as nothing heads the text below
    text = sheet.blocks[b].text
    ends = text[0] in "（(" or text.endswith(("报道", "摄", "文/图"))
    return above if follows_text and (ends or not before_text) else below
