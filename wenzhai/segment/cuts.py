"""Blocks -> the gaps between paragraphs at which a new article begins.

Each gap between two paragraphs collects evidence in points of log-odds; each kind of evidence is a
named rule of the table RULES. A gap with more points for than against is a cut.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wenzhai.segment.blocks import Block
from wenzhai.segment.joins import Reading
from wenzhai.segment.signs import MARK
from wenzhai.segment.topics import Topics, read_topics

WINDOW = 4  # paragraphs on either side whose vocabulary is compared
TAIL_REACH = 8  # paragraphs between the beginning of an article and the headline below it
HEADLINE_PAIRS = 3  # pairs of characters; a shorter line says too little
RECURRENCE = 1.3  # points for a pair of a headline that recurs in one paragraph only
BELOW_SHARE = 0.4  # of what recurs below a headline too: it may stand a paragraph too low
RECURRENCE_MIN = 0.5  # weight that the first paragraph must have of it
HEAD_LATE = 1.0  # weight of recurring pairs that shows where a displaced headline belongs
SURE_STARTS = 2  # articles with byline or dateline from which a bare headline is odd
HALF_MIN = 4  # code points of either half of a crosshead in two halves
COLUMN_STEP = 2.0  # Han characters; smaller differences come from punctuation
COLUMN_LINES = 4  # lines from which a paragraph shows the width of its column
COLUMN_MAX = 45.0  # Han characters; wider lines are whole paragraphs
SHORT_MIN, SHORT_MAX = 4, 9  # code points; crossheads of one story are alike in length
NOTICE = re.compile(r"(?:通知|公告|启事|声明|讣告|通告|公示|更正|致歉|预告|简讯)$")
TOPIC_RULES = ("topic-change", "same-topic")
END_RULES = ("signature", "sign-off", "jump-line")
SIGN_OFF = re.compile(r"^[（(]|\d日$|报道$|摄$|(?:局|委|办|院|会|部|公司|中心|编辑部)$")
SLOPE = 0.7  # how fast confidence grows with points


@dataclass(frozen=True, slots=True)
class Gap:
    """The place between two paragraphs."""

    above: int
    """Number of the block above; of the block below, and of all blocks between."""
    below: int
    between: tuple[int, ...]
    texts_above: tuple[int, ...]
    """Numbers of the last paragraphs above, in page order, and of the first below."""
    texts_below: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    rule: str
    points: float
    reason: str


@dataclass(frozen=True, slots=True)
class Cut:
    """What was decided about a gap."""

    gap: Gap
    points: float
    marks: float
    """Points of everything but vocabulary."""
    evidence: tuple[Evidence, ...]

    @property
    def vouched(self) -> float:
        """Points of what speaks for a beginning below, not only for an end above."""
        return self.marks - sum(e.points for e in self.evidence if e.rule in END_RULES)

    @property
    def is_cut(self) -> bool:
        return self.points > 0

    @property
    def confidence(self) -> float:
        return 1.0 / (1.0 + math.exp(-SLOPE * abs(self.points)))

    @property
    def leading(self) -> Evidence:
        """The strongest evidence for what was decided."""
        sign = 1.0 if self.is_cut else -1.0
        return max(self.evidence, key=lambda e: sign * e.points)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page in blocks."""

    page: Reading
    blocks: Sequence[Block]
    topics: Topics
    """By block number."""
    sure_starts: int
    """Articles that show a dateline or a byline."""
    families: Counter[str]
    """How many lines of display type are built in each way."""

    def first(self, block: int) -> int:
        """The first line of a block."""
        return self.blocks[block].lines[0]

    def last(self, block: int) -> int:
        return self.blocks[block].lines[-1]


def make_sheet(page: Reading, blocks: Sequence[Block]) -> Sheet:
    """The blocks with what is known of all of them together."""
    sure = sum(
        block.kind == "byline" or page.signs[block.lines[0]].dateline is not None
        for block in blocks
    )
    families = Counter(
        family(block.text)
        for b, block in enumerate(blocks)
        if block.kind == "display" and not _heads_surely(page, blocks, b)
    )
    return Sheet(page, blocks, read_topics([block.text for block in blocks]), sure, families)


def _heads_surely(page: Reading, blocks: Sequence[Block], b: int) -> bool:
    """A subheadline, a byline or a dateline follows."""
    while b + 1 < len(blocks):
        b += 1
        signs = page.signs[blocks[b].lines[0]]
        if blocks[b].kind == "byline" or signs.is_sub or signs.dateline:
            return True
        if blocks[b].kind != "display":
            return False
    return False


def find_cuts(sheet: Sheet) -> tuple[Cut, ...]:
    """Every gap with its decision, in page order."""
    texts = [i for i, block in enumerate(sheet.blocks) if block.kind == "text"]
    cuts = []
    for k in range(len(texts) - 1):
        above, below = texts[k], texts[k + 1]
        gap = Gap(
            above,
            below,
            tuple(range(above + 1, below)),
            tuple(texts[max(0, k + 1 - WINDOW) : k + 1]),
            tuple(texts[k + 1 : k + 1 + WINDOW]),
        )
        found = tuple(e for rule in RULES for e in [rule(sheet, gap)] if e is not None)
        points = sum(e.points for e in found)
        words = sum(e.points for e in found if e.rule in TOPIC_RULES)
        cuts.append(Cut(gap, points, points - words, found))
    return tuple(cuts)


def _displays(sheet: Sheet, gap: Gap) -> list[int]:
    return [
        b
        for b in gap.between
        if sheet.blocks[b].kind == "display" and not sheet.blocks[b].is_inside
    ]


def prior(sheet: Sheet, gap: Gap) -> Evidence:
    if _displays(sheet, gap):
        return Evidence("display-between", -0.5, "display type stands between the paragraphs")
    return Evidence("no-mark", -3.0, "nothing is printed between the paragraphs")


def dateline(sheet: Sheet, gap: Gap) -> Evidence | None:
    found = sheet.page.signs[sheet.first(gap.below)].dateline
    return Evidence("dateline", 6.0, f"the paragraph begins with “{found}”") if found else None


def byline_between(sheet: Sheet, gap: Gap) -> Evidence | None:
    for b in gap.between:
        if sheet.blocks[b].kind == "byline":
            if b == gap.above + 1 and (b + 1 == gap.below or SIGN_OFF.search(sheet.blocks[b].text)):
                return Evidence("sign-off", 3.0, f"“{sheet.blocks[b].text}” ends the text above")
            return Evidence("byline", 3.0, f"“{sheet.blocks[b].text}” names the makers")
    return None


def signature(sheet: Sheet, gap: Gap) -> Evidence | None:
    found = sheet.page.signs[sheet.last(gap.above)].signature
    return Evidence("signature", 4.0, f"“{found}” ends the text above") if found else None


def open_sentence(sheet: Sheet, gap: Gap) -> Evidence | None:
    signs = sheet.page.signs[sheet.last(gap.above)]
    if signs.is_closed:
        return None
    end = sheet.blocks[gap.above].text[-6:]
    if signs.is_middle and end[-1] in "；;：:":
        return Evidence("unfinished-list", -1.0, f"“{end}” asks for more")
    return Evidence("unfinished-sentence", -3.0, f"“{end}” is no end of a sentence")


def jump(sheet: Sheet, gap: Gap) -> Evidence | None:
    for b in gap.between:
        if sheet.page.signs[sheet.first(b)].furniture == "jump line":
            return Evidence("jump-line", 4.0, f"“{sheet.blocks[b].text}” sends to another page")
    return None


def heading_stack(sheet: Sheet, gap: Gap) -> Evidence | None:
    shown = _displays(sheet, gap)
    for b in shown:
        signs = sheet.page.signs[sheet.first(b)]
        if signs.is_sub or signs.is_titled:
            return Evidence(
                "headline-stack", 3.0, f"“{sheet.blocks[b].text}” belongs to a headline"
            )
    if len(shown) >= 2:
        return Evidence("headline-stack", 1.5, f"{len(shown)} lines of display type")
    return None


def series_head(sheet: Sheet, gap: Gap) -> Evidence | None:
    shown = _displays(sheet, gap)
    if not shown or shown[-1] != gap.below - 1:
        return None
    signs = sheet.page.signs[sheet.first(shown[-1])]
    if signs.series is None:
        return None
    return Evidence(
        "crosshead-series", -3.5, f"“{sheet.blocks[shown[-1]].text}” is one of a series"
    )


def plain_head(sheet: Sheet, gap: Gap) -> Evidence | None:
    """Where other articles of the page show byline or dateline, a bare line is rather a crosshead."""
    shown = _displays(sheet, gap)
    if not shown or sheet.sure_starts < SURE_STARTS:
        return None
    signs = sheet.page.signs
    if signs[sheet.first(gap.below)].dateline or any(
        sheet.blocks[b].kind == "byline" or signs[sheet.first(b)].is_titled for b in gap.between
    ):
        return None
    return Evidence("bare-head", -0.4, "other articles of the page name place or makers")


def crosshead_family(sheet: Sheet, gap: Gap) -> Evidence | None:
    """Lines of two halves, parted by a space, come in families: 打好"组合拳" 守住生态屏障."""
    shown = _displays(sheet, gap)
    if len(shown) != 1:
        return None
    text = sheet.blocks[shown[0]].text
    like = sheet.families.get(family(text), 0)
    if not family(text) or like < 2:
        return None
    points = -0.6 if len(text) <= SHORT_MAX else -1.8
    return Evidence("crosshead-family", points, f"“{text}” is built like {like - 1} other lines")


def family(text: str) -> str:
    """How a line of display type is built; "" when nothing sets it apart."""
    if MARK.match(text):
        return text[0]
    if SHORT_MIN <= len(text) <= SHORT_MAX and not NOTICE.search(text):
        return f"{len(text)} characters"
    halves = text.split()
    if len(halves) == 2 and min(len(h) for h in halves) >= HALF_MIN:
        return "two halves"
    return ""


def short_head(sheet: Sheet, gap: Gap) -> Evidence | None:
    shown = _displays(sheet, gap)
    if len(shown) != 1:
        return None
    text = sheet.blocks[shown[0]].text
    if NOTICE.search(text):
        return Evidence("notice-head", 2.0, f"“{text}” heads a notice")
    if len(text) <= SHORT_MAX - 2:
        return Evidence("short-head", -0.8, f"“{text}” is short for a headline")
    return None


def list_start(sheet: Sheet, gap: Gap) -> Evidence | None:
    i, last = sheet.first(gap.below), sheet.last(gap.above)
    signs = sheet.page.signs
    if signs[i].value != 1 or i not in sheet.page.in_series or last in sheet.page.in_series:
        return None
    if (
        not signs[last].is_closed
        or sum(sheet.first(b) in sheet.page.in_series for b in gap.texts_below) < WINDOW
    ):
        return None
    return Evidence("list-begins", 1.5, "a numbered list begins that nothing announces")


def opening(sheet: Sheet, gap: Gap) -> Evidence | None:
    signs = sheet.page.signs[sheet.first(gap.below)]
    text = sheet.blocks[gap.below].text[:8]
    if signs.is_dated or signs.is_opener:
        return Evidence("opening-words", 1.2, f"“{text}” opens a report")
    if signs.is_continuer:
        return Evidence("continuing-words", -1.5, f"“{text}” carries on a report")
    return None


def numbering(sheet: Sheet, gap: Gap) -> Evidence | None:
    i = sheet.first(gap.below)
    value = sheet.page.signs[i].value
    if i in sheet.page.in_series and value and value > 1:
        return Evidence("running-numbers", -5.0, f"number {value} of a series")
    return None


def same_speaker(sheet: Sheet, gap: Gap) -> Evidence | None:
    who = sheet.page.signs[sheet.first(gap.below)].speaker
    if who is None or _displays(sheet, gap):
        return None
    for b in gap.texts_above:
        if sheet.page.signs[sheet.first(b)].speaker:
            return Evidence("dialogue", -2.5, f"“{who}” speaks in a dialogue that is under way")
    return None


def column_change(sheet: Sheet, gap: Gap) -> Evidence | None:
    left, right = _full_width(sheet, gap.above), _full_width(sheet, gap.below)
    if left is None or right is None or abs(left - right) < COLUMN_STEP:
        return None
    return Evidence(
        "column-width", 1.5, f"the column changes from {left:g} to {right:g} characters"
    )


def _full_width(sheet: Sheet, b: int) -> float | None:
    """The width of the full lines of a paragraph; None when it has too few or is not wrapped."""
    lines = [sheet.page.lines[i].width for i in sheet.blocks[b].lines]
    if len(lines) < COLUMN_LINES or lines[0] > COLUMN_MAX:
        return None
    middle = sorted(lines[:-1])
    return middle[len(middle) // 2]


def tail_headline(sheet: Sheet, gap: Gap) -> Evidence | None:
    """Display type that follows at a distance and speaks of what lies between, not of what is above."""
    at = gap.below
    run: list[int] = []
    while at < len(sheet.blocks) and len(run) <= TAIL_REACH:
        block = sheet.blocks[at]
        if block.kind == "text":
            run.append(at)
        elif block.kind == "display" and not block.is_inside:
            break
        at += 1
    if len(run) > TAIL_REACH:
        return None
    best: Evidence | None = None
    while at < len(sheet.blocks) and sheet.blocks[at].kind == "display":
        found = _speaks_of(sheet, gap, at, run)
        if found is not None and (best is None or found.points > best.points):
            best = found
        at += 1
    return best


def _speaks_of(sheet: Sheet, gap: Gap, at: int, run: Sequence[int]) -> Evidence | None:
    signs = sheet.page.signs[sheet.first(at)]
    own = sheet.topics.of[at]
    if signs.series or signs.is_sub or signs.is_titled or len(own) < HEADLINE_PAIRS:
        return None
    after = [
        b for b in range(at + 1, min(at + 6, len(sheet.blocks))) if sheet.blocks[b].kind == "text"
    ]
    first = _recurrence(sheet, own, gap.below)
    rest = sum(_recurrence(sheet, own, b) for b in run[1:])
    above = sum(_recurrence(sheet, own, b) for b in gap.texts_above)
    below = sum(_recurrence(sheet, own, b) for b in after[: len(run) + 1])
    points = RECURRENCE * (min(first, 2.0) + 0.5 * rest - above - BELOW_SHARE * below)
    if first < RECURRENCE_MIN or points <= 0:
        return None
    return Evidence("headline-below", min(points, 4.0), f"“{sheet.blocks[at].text}” speaks of it")


def head_above(sheet: Sheet, gap: Gap) -> Evidence | None:
    """Display type that stands a paragraph or two too high: it speaks of what is below only."""
    at = gap.below - 1
    passed: list[int] = []
    while at >= 0 and len(passed) <= 2:
        block = sheet.blocks[at]
        if block.kind == "text":
            passed.append(at)
        elif block.kind != "label" and not block.is_inside:
            break
        at -= 1
    if at < 0 or len(passed) > 2 or sheet.blocks[at].kind != "display":
        return None
    if at and sheet.blocks[at - 1].kind in ("display", "byline"):
        return None
    own = sheet.topics.of[at]
    if sheet.page.signs[sheet.first(at)].series or len(own) < HEADLINE_PAIRS:
        return None
    nearer = sum(_recurrence(sheet, own, b) for b in passed)
    here = [_recurrence(sheet, own, b) for b in gap.texts_below]
    text = sheet.blocks[at].text
    if not passed:
        late = here[1:3]
        if here[0] == 0 and max(late, default=0.0) >= HEAD_LATE:
            return Evidence("headline-too-high", -1.5, f"“{text}” speaks of what comes later")
        return None
    if nearer == 0 and here[0] >= HEAD_LATE:
        return Evidence("headline-above", 2.5, f"“{text}” speaks of it, not of what stands between")
    return None


def head_below(sheet: Sheet, gap: Gap) -> Evidence | None:
    """Display type that speaks of the paragraph above it is no headline of what follows only."""
    shown = _displays(sheet, gap)
    if not shown or sheet.page.signs[sheet.first(gap.below)].dateline:
        return None
    for b in shown:
        own = sheet.topics.of[b]
        above = _recurrence(sheet, own, gap.above)
        if len(own) >= HEADLINE_PAIRS and above >= HEAD_LATE and len(shown) < 3:
            below = _recurrence(sheet, own, gap.below)
            if above > below:
                text = sheet.blocks[b].text
                return Evidence(
                    "headline-too-low", -1.0, f"“{text}” speaks of what stands above it"
                )
    return None


def _recurrence(sheet: Sheet, own: frozenset[str], b: int) -> float:
    """Weight of the pairs of a headline that recur in a paragraph; the headline has them too."""
    spread = sheet.topics.spread
    return sum(1.0 / (spread[pair] - 1) for pair in own & sheet.topics.of[b] if spread[pair] > 1)


def subject(sheet: Sheet, gap: Gap) -> Evidence | None:
    shared = sheet.topics.shared(gap.texts_above, gap.texts_below)
    points = max(-2.0, min(2.5, 2.5 - 3.0 * shared))
    rule = "topic-change" if points > 0 else "same-topic"
    return Evidence(rule, points, f"shared vocabulary {shared:.2f}")


Rule = Callable[[Sheet, Gap], Evidence | None]

# Every rule speaks about every gap; the order is that of `explain`.
RULES: tuple[Rule, ...] = (
    prior,
    dateline,
    byline_between,
    signature,
    jump,
    heading_stack,
    series_head,
    plain_head,
    crosshead_family,
    short_head,
    open_sentence,
    list_start,
    numbering,
    same_speaker,
    opening,
    column_change,
    tail_headline,
    head_above,
    head_below,
    subject,
)
