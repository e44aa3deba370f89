"""Signs of lines -> the same, with what names a page at its edges as furniture.

At head and foot stand the paper's name, day, weekday, number and section, each perhaps on a line
by itself, and the rest of an imprint that is wrapped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from wenzhai.segment.furniture import ENQUIRY, PLAIN_DATE
from wenzhai.segment.imprints import is_page_title, is_running_title, is_told_by_parts
from wenzhai.segment.lines import Line
from wenzhai.segment.names import is_han, is_name
from wenzhai.segment.signs import Signs
from wenzhai.segment.words import alternation

EDGE = 3  # lines at the head and at the foot of a page that name it
EDGE_MAX = 8  # ... and more where all before them do
REST_MAX = 20  # code points of the second row of an imprint
NAME_MAX = 4  # code points of a name that an imprint asks for: 值班编委：/ 番绍勇
PAPER = re.compile(r"^[\u4e00-\u9fff]{2,7}(?:报|刊|周末)$")  # 通辽晨刊


def read_edges(lines: Sequence[Line], signs: Sequence[Signs]) -> list[Signs]:
    """The signs of all lines."""
    found = list(signs)
    total = len(lines)
    head = 0
    while head < min(total, EDGE_MAX) and (head < EDGE or _is_apart(found[head - 1])):
        _read_edge(lines, found, head, is_head=True)
        head += 1
    for i in range(max(head, total - EDGE), total):
        _read_edge(lines, found, i, is_head=False)
    i = total - EDGE - 1
    while i >= max(head, total - EDGE_MAX) and _is_apart(found[i + 1]):
        _read_edge(lines, found, i, is_head=False)
        i -= 1
    return found


def _is_apart(signs: Signs) -> bool:
    return signs.furniture is not None or signs.label


def _read_edge(lines: Sequence[Line], found: list[Signs], i: int, *, is_head: bool) -> None:
    text = lines[i].text
    if found[i].furniture is not None or ENQUIRY.match(text):
        return
    above = lines[i - 1].text if i and found[i - 1].furniture == "edition line" else None
    names_page = (
        is_page_title(text)
        or _asks(text)
        or (is_told_by_parts(text) and not PLAIN_DATE.match(text))
    )
    if is_head and not names_page and not PLAIN_DATE.match(text):
        names_page = is_running_title(text) or PAPER.match(text) is not None
    if names_page or (above is not None and _is_rest(text, above)):
        found[i] = replace(found[i], furniture="edition line", byline=False, label=False)


def _asks(text: str) -> bool:
    """An office whose holder stands on the next line: 责任编辑："""
    rank, head = alternation("edition_ranks"), alternation("edition_heads")
    return re.fullmatch(rf"{rank}*{head}[:：/／]", text) is not None


def _is_rest(text: str, above: str) -> bool:
    """Names and words of makers only: 版　编辑:农福　校对:零月."""
    if above[-1] in ":：/／" and len(text) <= NAME_MAX:
        return True
    if len(text) > REST_MAX or re.search(r"[，。！？]", text):
        return False
    return (
        is_name(text)
        or (len(text) <= 2 and is_han(text))
        or re.search(alternation("edition_heads"), text) is not None
    )
