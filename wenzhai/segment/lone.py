"""A line built like a label -> whether it heads an article, as nothing else does: 编读往来, 简讯."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wenzhai.segment.joins import Reading
from wenzhai.segment.scores import MARKS
from wenzhai.segment.words import words

LETTER = re.compile(
    r"^(?:编辑|[\u4e00-\u9fff]{0,12}读者|[^。]{2,14}(?:来信|来电|反映|问))[^。]{0,12}[:：]"
)
SET_APART = ("byline", "furniture", "label")
RECURRING = 0.4  # of the pairs of a short line that recur below it, if it is a headline


def heads_alone(page: Reading, shows: Sequence[float | None], roles: Sequence[str], i: int) -> bool:
    """A label over letters or a list is all the headline there is: 编读往来, 简讯.

    So is what is only built like a label, when its words recur in the text below.
    """
    text = page.lines[i].text
    if page.counts[text] > 1 or i + 1 >= len(page.lines):
        return False
    below = page.signs[i + 1]
    if text[0] in MARKS:
        return not below.has_stop
    if below.series in MARKS and "".join(text.split()).endswith(words("list_heads")):
        return True
    if i and not page.signs[i - 1].is_closed and roles[i - 1] not in SET_APART:
        return False
    if below.dateline or (shows[i + 1] or 0.0) > 0:
        return False
    if (
        below.speaker == "问"
        or below.series in MARKS
        or below.value == 1
        or LETTER.match(page.lines[i + 1].text)
    ):
        return True
    return (page.recurs[i] or 0.0) > RECURRING
