"""Lines -> those that are verses of a poem, each a paragraph by itself."""

from __future__ import annotations

from wenzhai.segment.joins import Reading
from wenzhai.segment.names import is_person

VERSE_MAX, VERSE_MEAN = 14.0, 10.0  # Han characters of a verse, and of most
VERSES_MIN = 4
VERSES_FULL = 0.6  # of the lines that fill their column, as those of wrapped text do


def find_verses(page: Reading) -> frozenset[int]:
    """Short lines of uneven length without stops under a bare name: 船在对岸."""
    found: set[int] = set()
    for i, line in enumerate(page.lines):
        if not (
            is_person(line.text) or (page.signs[i].byline and is_person(line.text.split()[-1]))
        ):
            continue
        end = i + 1
        while end < len(page.lines) and _may_be_verse(page, end):
            end += 1
        if end < len(page.lines) and not page.signs[end].furniture and not page.signs[end].label:
            end -= 1  # the headline of what follows
        widths = [page.lines[k].width for k in range(i + 1, end)]
        if len(widths) < VERSES_MIN or sum(widths) > VERSE_MEAN * len(widths):
            continue
        full = max(widths) - 1
        if sum(width >= full for width in widths) <= VERSES_FULL * len(widths):
            found.update(range(i + 1, end))
    return frozenset(found)


def _may_be_verse(page: Reading, k: int) -> bool:
    signs = page.signs[k]
    if signs.furniture or signs.label or signs.byline or signs.dateline or signs.has_stop:
        return False
    return page.lines[k].width <= VERSE_MAX and not is_person(page.lines[k].text)
