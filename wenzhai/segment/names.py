"""Text -> whether it can be a Chinese name."""

from __future__ import annotations

import re

from wenzhai.segment.words import word_set

HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
ALL_HAN = re.compile(rf"{HAN.pattern}*")
NOTICE_WORDS = (
    "公告|通告|公示|启事|声明|通知|讣告|讣闻|更正|预告|寻人|招聘|招租|拍卖|鸣谢|致歉|征稿|悼念"
)
NOTICES = re.compile(rf"(?:{NOTICE_WORDS})$")  # 公 is a surname too
NOTICE_HEAD = re.compile(rf"(?:{NOTICE_WORDS}|名单|来信|往来|读者|简讯|短讯|照登|摘登|集纳|速览)$")
"""What heads a notice or a list, short as it may be."""
PLACED = re.compile(r"^[\u4e00-\u9fff]{1,8}(?:[·•・][\u4e00-\u9fff]{1,8})+$")  # 阿依努尔·麦麦提


def is_han(text: str) -> bool:
    """Whether it has no character but Chinese ones."""
    return ALL_HAN.fullmatch(text) is not None


def is_name(text: str) -> bool:
    """Whether the text can be a Chinese name: surname and one or two characters."""
    if not 2 <= len(text) <= 4 or not is_han(text) or NOTICES.search(text):
        return False
    if text[:2] in word_set("compound_surnames"):
        return len(text) in (3, 4)
    return len(text) <= 3 and text[0] in word_set("surnames")


def is_person(text: str) -> bool:
    """... or one with a point between its parts."""
    return is_name(text) or PLACED.match(text) is not None
