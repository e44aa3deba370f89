"""Display lines of an article -> which of them are its headline, kicker and subheadlines.

Which article a line belongs to was decided over the whole page (`woven`). Lines that stand
together are one stack; the one that says most of the article, and stands above it best, heads it.
Halves above and below are joined. What stands inside is a crosshead when something better heads the
article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wenzhai.segment.contents import Contents, Stretch
from wenzhai.segment.headroles import CONTENT_MAX, Heading, assign_roles, heads_nothing
from wenzhai.segment.sheets import Sheet, family

CONTENT = 1.6  # points for a pair that recurs in one article only
ABOVE = 2.0  # points for standing right above the article
BEFORE = 0.5  # ... and for standing anywhere above it
INSIDE = 1.5  # points against standing inside
CROSSHEAD = 4.0  # points against being one of a series, or built like other lines
TORN_MAX = 3.0  # points by which the worse half of a torn headline may be worse


def find_owned(
    sheet: Sheet, stretches: Sequence[Stretch], labels: Mapping[int, int]
) -> list[Heading]:
    """The headline stack of each article; `labels` gives the article of each display line."""
    contents = Contents(sheet, stretches)
    owned: list[list[int]] = [[] for _ in stretches]
    for b in sorted(labels):
        if sheet.blocks[b].kind == "display" and not heads_nothing(sheet, b):
            owned[labels[b]].append(b)
    return [_heading(sheet, contents, a, stretch, owned[a]) for a, stretch in enumerate(stretches)]


def _heading(
    sheet: Sheet, contents: Contents, a: int, stretch: Stretch, owned: Sequence[int]
) -> Heading:
    stacks = _stacks(sheet, owned)
    if not stacks:
        return Heading()
    points = [_points(sheet, contents, a, stretch, stack) for stack in stacks]
    best = max(range(len(stacks)), key=lambda k: (points[k], -k))
    first, last = stretch.texts[0], stretch.texts[-1]
    above: list[int] = []
    below: list[int] = []
    for k, stack in enumerate(stacks):
        is_above = stack[0] < first
        is_other_half = is_above != (stacks[best][0] < first) and not first < stack[0] < last
        if k == best or (is_other_half and points[k] > points[best] - TORN_MAX):
            (above if is_above else below).extend(stack)
    return assign_roles(sheet, contents, a, above, below)


def _stacks(sheet: Sheet, owned: Sequence[int]) -> list[list[int]]:
    """Lines with nothing but labels and furniture between them."""
    found: list[list[int]] = []
    for b in owned:
        if found and all(
            sheet.blocks[k].kind in ("label", "furniture") for k in range(found[-1][-1] + 1, b)
        ):
            found[-1].append(b)
        else:
            found.append([b])
    return found


def _points(
    sheet: Sheet, contents: Contents, a: int, stretch: Stretch, stack: Sequence[int]
) -> float:
    points = max(CONTENT * min(contents.of(b)[a], CONTENT_MAX) for b in stack)
    first, last = stretch.texts[0], stretch.texts[-1]
    if stack[0] < first:
        points += ABOVE if sheet.next_text[stack[-1]] == first else BEFORE
    elif stack[0] < last:
        points -= INSIDE
    if len(stack) == 1:
        built = family(sheet.blocks[stack[0]].text)
        is_series = sheet.page.signs[sheet.first(stack[0])].series is not None
        if is_series or (built and sheet.families.get(built, 0) > 1):
            points -= CROSSHEAD
    return points
