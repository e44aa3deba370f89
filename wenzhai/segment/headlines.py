"""Display lines and articles -> which line is headline, kicker or subheadline of which article.

Lines that stand together between two articles are shared out between them: the upper ones to the
article above, the lower ones to the one below, so that the words of each line recur in its article
as much as can be. A line that says nothing of either but much of an article without headline goes
there. Then the lines of each article get their roles; halves above and below are joined.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from wenzhai.segment.cuts import Sheet
from wenzhai.segment.signs import is_name
from wenzhai.segment.words import words

CONTENT = 1.6  # points for a pair that recurs in one article only
CONTENT_MAX = 4.0  # pairs; more prove no more
ABOVE = 1.0  # points for standing above an article, not below one
BARE = 1.0  # points for being the only headline an article can have
COMMON = 10  # articles; a pair that more of them have says nothing
FAR_MIN = 1.5  # exclusive pairs that prove that a line belongs to an article far away
NEAR_MAX = 0.3  # of that share with its neighbours up to which a line may belong elsewhere
INSIDE_PAIRS = 3  # pairs; a shorter line inside an article is a crosshead or a label
INSIDE_MIN = 1.0  # exclusive pairs that make a line inside an article its headline
CONTINUED_MIN = 3.0  # exclusive pairs that prove the headline of an article carried over
STACK_MAX = 12  # lines of one stack that are shared out
HALF_MAX = 15.0  # Han characters; the halves of a torn headline are short


@dataclass(frozen=True, slots=True)
class Stretch:
    """The paragraphs of one article, before headlines."""

    texts: tuple[int, ...]
    """Block numbers."""
    top: int
    """Blocks from here to the first paragraph stand above it."""
    bottom: int
    """Blocks from behind the last paragraph up to here (exclusive) stand below it."""


@dataclass(frozen=True, slots=True)
class Match:
    """How the headline of an article was found."""

    block: int
    content: float
    """Exclusive pairs that recur in the article, by weight."""
    overlap: float
    """Share of its pairs that the article has."""
    place: str


@dataclass(slots=True)
class Heading:
    """The display lines of one article: numbers of blocks."""

    headline: list[int] = field(default_factory=list)
    kicker: list[int] = field(default_factory=list)
    subheadlines: list[int] = field(default_factory=list)
    match: Match | None = None


class Contents:
    """What the lines of display type share with each article."""

    def __init__(self, sheet: Sheet, stretches: Sequence[Stretch]) -> None:
        self.sheet = sheet
        self.bodies = [
            frozenset().union(*(sheet.topics.rare[b] for b in stretch.texts)) for stretch in stretches
        ]
        shown: frozenset[str] = frozenset().union(
            *(sheet.topics.rare[b] for b, k in enumerate(sheet.blocks) if k.kind == "display")
        )
        holders: dict[str, list[int]] = {}
        for a, body in enumerate(self.bodies):
            for pair in body & shown:
                holders.setdefault(pair, []).append(a)
        self.holders = holders
        self.continued = frozenset(
            a
            for a, stretch in enumerate(stretches)
            if any(
                sheet.page.signs[sheet.first(b)].furniture == "jump line"
                for b in range(stretch.top, stretch.texts[0])
            )
        )
        self.lists = frozenset(
            a for a, stretch in enumerate(stretches) if _is_list(sheet, stretch.texts[0])
        )

    def of(self, b: int) -> Counter[int]:
        """For each article the weight of the pairs of a line that it has, the rarer the more."""
        found: Counter[int] = Counter()
        for pair in self.sheet.topics.of[b]:
            who = self.holders.get(pair, ())
            if len(who) <= COMMON:
                for a in who:
                    found[a] += 1.0 / (len(who) * len(who))  # type: ignore[assignment]
        return found

    def overlap(self, b: int, a: int) -> float:
        own = self.sheet.topics.of[b]
        return len(own & self.bodies[a]) / len(own) if own else 0.0


def _is_list(sheet: Sheet, b: int) -> bool:
    i = sheet.first(b)
    return i in sheet.page.in_series and sheet.page.signs[i].value == 1


def find_headings(sheet: Sheet, stretches: Sequence[Stretch]) -> list[Heading]:
    """The headline stack of each article."""
    contents = Contents(sheet, stretches)
    home = {b: a for a, stretch in enumerate(stretches) for b in stretch.texts}
    above: list[list[int]] = [[] for _ in stretches]
    below: list[list[int]] = [[] for _ in stretches]
    loose: list[int] = []
    first = {stretch.texts[0]: a for a, stretch in enumerate(stretches)}
    last = {stretch.texts[-1]: a for a, stretch in enumerate(stretches)}
    for stack, up, down in _stacks(sheet):
        upper, lower = home.get(up), home.get(down)
        if upper is not None and upper == lower:
            loose.extend(stack)
            continue
        has_head = upper is None or bool(above[upper]) or up not in last
        split = _best_split(sheet, contents, stack, upper, lower, has_head)
        for k, b in enumerate(stack):
            if k < split and up in last:
                below[last[up]].append(b)
            elif k >= split and down in first:
                above[first[down]].append(b)
            else:
                loose.append(b)
    _send_far(sheet, contents, home, above, below, loose)
    for b in loose:
        a = home[_next_text(sheet, b)]
        if not above[a] and not below[a] and _stands_inside(sheet, contents, a, b):
            below[a].append(b)
    return [_roles(sheet, contents, a, above[a], below[a]) for a in range(len(stretches))]


def _stands_inside(sheet: Sheet, contents: Contents, a: int, b: int) -> bool:
    """A headline may stand a paragraph too low, inside its own article."""
    signs = sheet.page.signs[sheet.first(b)]
    if signs.series or sheet.blocks[b].is_inside or len(sheet.topics.of[b]) < INSIDE_PAIRS:
        return False
    return contents.of(b)[a] >= INSIDE_MIN


def _stacks(sheet: Sheet) -> list[tuple[list[int], int, int]]:
    """Display lines between two paragraphs, with the numbers of those (-1 at the page's edges).

    A jump line between two display lines parts them: above it an article ends, below one goes on.
    """
    found: list[tuple[list[int], int, int]] = []
    stack: list[int] = []
    up = -1
    jump: int | None = None
    for b, block in enumerate(sheet.blocks):
        if block.kind == "text":
            found.extend(_parted(stack, jump, up, b))
            stack, jump, up = [], None, b
        elif block.kind == "display" and not _is_body(sheet, b):
            stack.append(b)
        elif block.kind == "furniture" and sheet.page.signs[block.lines[0]].furniture == "jump line":
            jump = b
    found.extend(_parted(stack, jump, up, -1))
    return found


def _parted(
    stack: list[int], jump: int | None, up: int, down: int
) -> list[tuple[list[int], int, int]]:
    if not stack:
        return []
    before = [b for b in stack if jump is not None and b < jump]
    if not before or len(before) == len(stack) or up < 0:
        return [(stack, up, down)]
    return [(before, up, -1), ([b for b in stack if b not in before], -1, down)]


def _is_body(sheet: Sheet, b: int) -> bool:
    """A portrait's name, and a crosshead between byline and text, head no article."""
    block = sheet.blocks[b]
    if is_name(block.text):
        return True
    if sheet.page.signs[block.lines[0]].is_titled or b + 1 >= len(sheet.blocks):
        return False
    above = sheet.blocks[b - 1].kind if b else "text"
    return above == "byline" and sheet.blocks[b + 1].kind == "text" and b >= 2 and (
        sheet.blocks[b - 2].kind in ("display", "byline")
    )


def _best_split(
    sheet: Sheet,
    contents: Contents,
    stack: Sequence[int],
    upper: int | None,
    lower: int | None,
    has_head: bool,
) -> int:
    """How many lines of a stack belong to the article above."""
    if upper is None or lower is None:
        return 0 if upper is None else len(stack)
    size = min(len(stack), STACK_MAX)
    is_list = upper in contents.lists
    shares = [contents.of(b) for b in stack[:size]]
    best, found = -1e9, 0
    for split in range(size + 1):
        points = 0.0
        for k in range(size):
            a = upper if k < split else lower
            points += CONTENT * min(shares[k][a], CONTENT_MAX) + (0.0 if k < split else ABOVE)
            points -= _misplaced(sheet, stack, k, split)
        if is_list and not has_head and split:
            points += BARE
        if split == size or (lower is not None and not any(shares[k][lower] for k in range(split, size))):
            points -= BARE
        if not has_head and not any(shares[k][upper] for k in range(split)):
            points -= BARE
        if points > best + 1e-9:
            best, found = points, split
    return found


def _misplaced(sheet: Sheet, stack: Sequence[int], k: int, split: int) -> float:
    """Points against parting a line from the one it belongs with."""
    signs = sheet.page.signs[sheet.first(stack[k])]
    if signs.is_titled and k < split:
        return 3.0
    if signs.is_sub and k == split:
        return 3.0  # a subheadline is never the first line
    maker = any(sheet.blocks[b].kind == "byline" for b in range(stack[k] + 1, _next_text(sheet, stack[k])))
    if k < split and maker and k == len(stack) - 1:
        return 1.0
    return 2.0 if sheet.blocks[stack[k]].is_inside and k >= split else 0.0


def _next_text(sheet: Sheet, b: int) -> int:
    while b < len(sheet.blocks) and sheet.blocks[b].kind != "text":
        b += 1
    return b


def _send_far(
    sheet: Sheet,
    contents: Contents,
    home: Mapping[int, int],
    above: list[list[int]],
    below: list[list[int]],
    loose: list[int],
) -> None:
    """Give lines that say nothing of their neighbours to an article that has no headline."""
    holders = [(b, rows, a) for rows in (above, below) for a, row in enumerate(rows) for b in row]
    places: list[tuple[int, list[list[int]] | None, int]] = [*holders, *((b, None, -1) for b in loose)]
    for b, rows, a in sorted(places, key=lambda p: p[0]):
        if sheet.page.signs[sheet.first(b)].series:
            continue
        shares = contents.of(b)
        bare = [
            c
            for c in shares
            if (not above[c] and not below[c]) or (c in contents.continued and shares[c] >= CONTINUED_MIN)
        ]
        if not bare:
            continue
        target = max(bare, key=lambda c: (shares[c], -c))
        if target == a:
            continue
        here = shares[a] if rows is not None else max(
            (shares[c] for c in _around(sheet, home, b)), default=0.0
        )
        if shares[target] >= FAR_MIN and here <= NEAR_MAX * shares[target]:
            if rows is not None:
                rows[a].remove(b)
            below[target].append(b)
            if rows is None:
                loose.remove(b)
            if target in contents.continued:
                loose.extend(above[target])
                above[target] = []


def _around(sheet: Sheet, home: Mapping[int, int], b: int) -> set[int]:
    """The articles of the paragraphs next to a block."""
    found = set()
    for step in (-1, 1):
        at = b + step
        while 0 <= at < len(sheet.blocks) and at not in home:
            at += step
        if at in home:
            found.add(home[at])
    return found


def _roles(
    sheet: Sheet, contents: Contents, a: int, above: list[int], below: list[int]
) -> Heading:
    heading = Heading()
    tops = _main(sheet, contents, a, above)
    lows = _main(sheet, contents, a, below)
    if tops and lows and _is_torn(sheet, tops, lows):
        first, second = (lows, tops) if _says_who(sheet, lows) and not _says_who(sheet, tops) else (tops, lows)
        heading.headline = [*first, *second]
    else:
        heading.headline = tops or lows
    if not heading.headline:
        return heading
    for b in (*above, *below):
        if b in heading.headline:
            continue
        row = above if b in above else below
        mains = [m for m in row if m in heading.headline]
        if not mains:
            continue  # stays in the body, as a crosshead
        if b < mains[0] and not sheet.page.signs[sheet.first(b)].is_sub:
            heading.kicker.append(b)
        else:
            heading.subheadlines.append(b)
    lead = heading.headline[0]
    place = "above" if lead in above else "below"
    heading.match = Match(lead, contents.of(lead)[a], contents.overlap(lead, a), place)
    return heading


def _main(sheet: Sheet, contents: Contents, a: int, row: Sequence[int]) -> list[int]:
    """The line of a stack that is the main headline; two when the first only says who."""
    if not row:
        return []
    points = {b: _shape(sheet, b) + 0.4 * min(contents.of(b)[a], CONTENT_MAX) for b in row}
    best = max(row, key=lambda b: (points[b], b))
    if points[best] < -2.5:
        return []
    before = best - 1
    if before in row and _is_organ(sheet.blocks[before].text):
        return [before, best]
    return [best]


def _shape(sheet: Sheet, b: int) -> float:
    signs = sheet.page.signs[sheet.first(b)]
    text = sheet.blocks[b].text
    width = sum(sheet.page.lines[i].width for i in sheet.blocks[b].lines)
    points = 0.0
    if signs.is_sub or signs.is_titled:
        points -= 3.0
    if signs.series:
        points -= 2.0
    if NOTICE_HEAD.search(text):
        points += 0.5
    elif width < 5:
        points -= 2.0
    elif width < 7:
        points -= 1.0
    if sheet.blocks[b].is_inside:
        points -= 1.5
    if names_only(text):
        points -= 1.5
    return points


NOTICE_HEAD = re.compile(r"(?:通知|公告|启事|声明|讣告|通告|公示|更正|致歉|名单|来信|往来|读者)$")


def _is_torn(sheet: Sheet, tops: Sequence[int], lows: Sequence[int]) -> bool:
    widths = [sum(sheet.page.lines[sheet.first(b)].width for b in half) for half in (tops, lows)]
    return max(widths) <= HALF_MAX or _says_who(sheet, tops) or _says_who(sheet, lows)


def _says_who(sheet: Sheet, half: Sequence[int]) -> bool:
    """A half without a verb: 庄浪县政协, 河南延津优质小麦."""
    text = "".join(sheet.blocks[b].text for b in half)
    return len(text) <= HALF_MAX and not any(
        verb in text for verb in words("headline_verbs") if len(verb) > 1
    )


def names_only(text: str) -> bool:
    """A place or a body without anything said of it: 宁都青塘镇, 庄浪县政协."""
    return text.endswith(words("organ_ends")) and not any(
        verb in text[:-2] for verb in words("headline_verbs") if len(verb) > 1
    )


def _is_organ(text: str) -> bool:
    """A body, not a place: 金川区政协 is the subject of its headline, 宁都青塘镇 a kicker."""
    return names_only(text) and not text.endswith(words("place_ends"))
