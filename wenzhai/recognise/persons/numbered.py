"""A number before a title -> whether it belongs to the role: 第五代传人, not 30名志愿者."""

from __future__ import annotations

import re

COUNTED = re.compile(r"[0-9０-９一二三四五六七八九十百千万两几多数半]")
NUMBERED_PLACE = re.compile(r"[\u4e00-\u9fff]{1,2}[村镇乡寨屯]")
# 三年级学生, 2号楼楼长, 第三小学校长
NUMBERED = re.compile(
    r"[班级号组师团连营中小届院厂局所队村社楼街路线矿医人]|年级|公斤|千克|[公厘]?米"
)


def counts_in_title(word: str, text: str, end: int) -> bool:
    """第五代传人, 三年级学生; not 30|名志愿者."""
    if NUMBERED_PLACE.match(text, end) and text[end : end + 1] not in "个名位户":
        return True  # 十八洞村, 七里坪镇
    if word[-1] in "天次":
        return False  # 第二天|养殖户
    if word[-1] in "班级届期号" or text[end : end + 1] in ("批", "期"):
        return True
    if word.startswith("第") or COUNTED.search(word) is None:
        return word.isalpha()
    return bool(NUMBERED.match(text, end))
