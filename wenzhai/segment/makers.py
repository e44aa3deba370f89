"""Lines around a line -> whether it names who made or signed something, and nothing else.

What the line shows by itself is among its signs (`bylines`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from wenzhai.segment.columns import is_full
from wenzhai.segment.furniture import is_enquiry
from wenzhai.segment.joins import INDENT, Reading
from wenzhai.segment.names import NOTICES, is_han, is_name
from wenzhai.segment.words import words

SIGNER_MAX = 20.0  # Han characters
SIGNED = re.compile(r"^[\u4e00-\u9fff]{2,6}[ \u3000]+[\u4e00-\u9fff·]{2,4}$")  # 读者 闫淑珍
# What stands above a date is no signer: 更正 / 2023年11月6日
HEADED = re.compile(
    r"(?:更正|公告|启事|通知|声明|通告|公示|预告|讣告|讲话|致辞|报告|发言)(?:[（(]\w{2,4}[）)])?$"
)
NOTICE_REACH = 12  # lines between the headline of a notice and its end
DAY = re.compile(r"^[（(]?(?:\d{4}\s*年)?\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?[）)]?$")
SQUARES = frozenset("■●◆▲")  # before an author's name under a headline; before crossheads, too
FULL_NAME = 3  # code points; of two a crosshead has as many: ■ 补树
NAME_REST = 2  # code points of a name that may stand on the next line


def names_makers(page: Reading, roles: Sequence[str], i: int) -> bool:
    """A byline, a signature, or the rest of one; `roles` are those of the lines above."""
    is_below = i > 0 and roles[i - 1] == "byline"
    return (
        (page.signs[i].byline and not _is_inside(page, i))
        or _signs_off(page, i)
        or _is_author(page, i, is_below=is_below)
        or (is_below and DAY.match(page.lines[i].text) is not None)
        or (is_below and _is_rest_of_name(page, i))
    )


def _is_inside(page: Reading, i: int) -> bool:
    """A name at the end of a wrapped sentence is no byline: the line before asks for it."""
    if i == 0 or page.columns[i] is None or page.signs[i].series or page.signs[i].is_sub:
        return False
    if page.signs[i - 1].is_sub or page.lines[i].text.startswith(
        ("本报", "记者", "通讯员", "（", "(")
    ):
        return False
    before = page.signs[i - 1]
    return not before.is_closed and is_full(page.lines[i - 1], page.columns[i - 1])


def _is_author(page: Reading, i: int, *, is_below: bool) -> bool:
    """A bare name under a subheadline or a date: 王镇义."""
    text = page.lines[i].text
    if i and text[0] in SQUARES and page.lines[i].blank < page.wide_gap:
        name = text[1:].strip()
        return len(name) >= FULL_NAME and is_name(name) and not page.signs[i - 1].is_closed
    if i == 0 or not is_name(text):
        return False
    return is_below or page.signs[i - 1].is_sub


def _signs_off(page: Reading, i: int) -> bool:
    """Who signs a notice: 县供电公司 / 2023年11月6日."""
    text = page.lines[i].text
    if i == 0 or page.lines[i].width > SIGNER_MAX:
        return False
    if not page.signs[i - 1].is_closed and not is_enquiry(page.lines[i - 1].text):
        return False
    if page.signs[i].has_stop or HEADED.search(text) or NOTICES.search(text):
        return False
    if SIGNED.match(text) and is_name(text.split()[-1]):
        return True
    tokens = text.split()
    if (
        len(tokens) >= 2
        and tokens[0].endswith(words("organ_ends"))
        and tokens[0][:2] == tokens[1][:2]
    ):
        return True
    if text.endswith(words("signer_ends")) and _under_notice(page, i):
        return True
    return i + 1 < len(page.lines) and DAY.match(page.lines[i + 1].text) is not None


def _under_notice(page: Reading, i: int) -> bool:
    """A notice is short: its headline stands a few lines above who signs it."""
    above = range(max(0, i - NOTICE_REACH), i)
    return any(HEADED.search("".join(page.lines[k].text.split())) for k in above)


def _is_rest_of_name(page: Reading, i: int) -> bool:
    """A byline may be wrapped inside its last name: 龙再 / 明."""
    text = page.lines[i].text
    if HEADED.search(text) or NOTICES.search(text):
        return False
    column = page.columns[i - 1]
    is_full = column is not None and page.lines[i - 1].width >= column - INDENT
    if is_full and len(text) <= 4 and text.endswith(words("organ_ends")):
        return True
    return len(text) <= NAME_REST and is_han(text) and not page.signs[i].label
