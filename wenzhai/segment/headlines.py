"""Display lines and articles -> which line is headline, kicker or subheadline of which article.

Lines that stand together between two articles are shared out between them: the upper ones to the
article above, the lower ones to the one below, so that the words of each line recur in its article
as much as can be. A line that says nothing of either but much of an article without headline goes
there. Then the lines of each article get their roles; halves above and below are joined.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wenzhai.segment.contents import Contents, Stretch
from wenzhai.segment.headroles import CONTENT_MAX, Heading, assign_roles, heads_nothing
from wenzhai.segment.sheets import Sheet
from wenzhai.segment.tagger import log_odds

MEANING = 2.0  # points for what a line tells of, where that is what the article tells of
CONTENT = 1.6  # points for a pair that recurs in one article only
ABOVE = 1.0  # points for standing above an article, not below one
PLAIN_ABOVE = 1.5  # ... and more on a page whose articles follow one another
BARE = 1.0  # points for being the only headline an article can have
COMMON = 10  # articles; a pair that more of them have says nothing
FAR_MIN = 1.5  # exclusive pairs that prove that a line belongs to an article far away
NEAR_MAX = 0.3  # of that share with its neighbours up to which a line may belong elsewhere
INSIDE_PAIRS = 3  # pairs; a shorter line inside an article is a crosshead or a label
INSIDE_MIN = 1.0  # exclusive pairs that make a line inside an article its headline
CONTINUED_MIN = 3.0  # exclusive pairs that prove the headline of an article carried over
OPENING = 0.7  # points of the tagger's log-odds of an opening at the line where a stack is parted
STACK_MAX = 12  # lines of one stack that are shared out
HALF_MAX = 15.0  # Han characters; the halves of a torn headline are short


def find_headings(sheet: Sheet, stretches: Sequence[Stretch], plain: float = 0.0) -> list[Heading]:
    """The headline stack of each article; the plainer the page, the surer it stands above."""
    own = ABOVE + PLAIN_ABOVE * plain
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
        split = _best_split(sheet, contents, stack, upper, lower, has_head, own)
        for k, b in enumerate(stack):
            if k < split and up in last:
                below[last[up]].append(b)
            elif k >= split and down in first:
                above[first[down]].append(b)
            else:
                loose.append(b)
    _send_far(sheet, contents, home, above, below, loose)
    for b in loose:
        a = home.get(sheet.next_text[b])
        if a is None:
            continue
        if not above[a] and not below[a] and _stands_inside(sheet, contents, a, b):
            below[a].append(b)
    return [assign_roles(sheet, contents, a, above[a], below[a]) for a in range(len(stretches))]


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
        elif block.kind == "display" and not heads_nothing(sheet, b):
            stack.append(b)
        elif (
            block.kind == "furniture" and sheet.page.signs[block.lines[0]].furniture == "jump line"
        ):
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


def _best_split(
    sheet: Sheet,
    contents: Contents,
    stack: Sequence[int],
    upper: int | None,
    lower: int | None,
    has_head: bool,
    own: float,
) -> int:
    """How many lines of a stack belong to the article above."""
    if upper is None or lower is None:
        return 0 if upper is None else len(stack)
    size = min(len(stack), STACK_MAX)
    is_list = upper in contents.lists
    shares = [contents.of(b) for b in stack[:size]]
    near = [[contents.near(b, a) for a in (upper, lower)] for b in stack[:size]]
    best, found = -1e9, 0
    for split in range(size + 1):
        points = 0.0
        for k in range(size):
            a = upper if k < split else lower
            says = bool(sheet.topics.of[stack[k]])  # 附 件： says nothing
            points += CONTENT * min(shares[k][a], CONTENT_MAX)
            points += MEANING * near[k][int(k >= split)]
            points += own if says and k >= split else 0.0
            points -= _misplaced(sheet, stack, k, split)
        if split < size:
            points += OPENING * log_odds(sheet.blocks[stack[split]].tag, ("opens",))
        if is_list and not has_head and split:
            points += BARE
        if split == size or (
            lower is not None and not any(shares[k][lower] for k in range(split, size))
        ):
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
    maker = any(
        sheet.blocks[b].kind == "byline" for b in range(stack[k] + 1, sheet.next_text[stack[k]])
    )
    if k < split and maker and k == len(stack) - 1:
        return 1.0
    return 2.0 if sheet.blocks[stack[k]].is_inside and k >= split else 0.0


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
    places: list[tuple[int, list[list[int]] | None, int]] = [
        *holders,
        *((b, None, -1) for b in loose),
    ]
    for b, rows, a in sorted(places, key=lambda p: p[0]):
        if sheet.page.signs[sheet.first(b)].series:
            continue
        shares = contents.of(b)
        bare = [
            c
            for c in shares
            if (not above[c] and not below[c])
            or (c in contents.continued and shares[c] >= CONTINUED_MIN)
        ]
        if not bare:
            continue
        target = max(bare, key=lambda c: (shares[c], -c))
        if target == a:
            continue
        here = (
            shares[a]
            if rows is not None
            else max((shares[c] for c in _around(sheet, home, b)), default=0.0)
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
    near = (sheet.last_text[b], sheet.next_text[b])
    return {home[at] for at in near if at in home}
