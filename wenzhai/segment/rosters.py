"""Raw text -> where it lists names with nothing but white space between them.

劳动模范：张志强　李　军　王秀英 …: there white space parts one name from the next, at the end of
a line too, and is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenzhai.segment.words import word_set

HAN = r"\u3400-\u9fff\U00020000-\U0003ffff"
GAP = r"[ \u3000\t]"
# 李　军 | 王秀英（女） | 买买提江·吐尔逊
PIECE = (
    rf"(?:[{HAN}]{GAP}{{1,2}}[{HAN}]|[{HAN}]{{2,8}}(?:·[{HAN}]{{1,8}})+|[{HAN}]{{2,4}})(?![{HAN}·]|\s*[：:])"
    r"(?:[（(][^（）()\s]{1,8}[）)])?"
)
MANY = 5  # pieces from which on some may be what the names are under: 一等奖 张志强 李军
NAMES_SHARE = 0.6  # of many pieces that begin with a surname; of words in running text a fifth do
BEFORE = re.compile(r"(?:^|[\n：:）)\d.、])\s*$")
AFTER = re.compile(r"\s*(?:$|[\n。；（(]|[^\s，。；]{2,10}[：:])")
NUMBER = r"(?:\d{1,3}[.、．]?\s*)?"  # 1.张志强 2.李军
ROSTER = re.compile(rf"(?<![{HAN}·]){PIECE}(?:\s+{NUMBER}{PIECE})+")
# 2、李军 男 44岁
GENDER = re.compile(rf"(?<![{HAN}·])[{HAN}]{{2,4}}\s+[男女](?=[\s，,])")


def rosters(raw: str) -> Iterator[tuple[int, int]]:
    """Half-open stretches of the text."""
    surnames = word_set("surnames")
    for match in ROSTER.finditer(raw):
        pieces = re.findall(PIECE, match.group())
        named = sum(piece[0] in surnames or "·" in piece for piece in pieces)
        is_alone = BEFORE.search(raw, 0, match.start()) and AFTER.match(raw, match.end())
        if len(pieces) < MANY and not is_alone:
            continue  # ，花芯 容易霉；
        if named >= len(pieces) * (NAMES_SHARE if len(pieces) >= MANY else 1):
            yield match.span()
    for match in GENDER.finditer(raw):
        if match.group()[0] in surnames:
            yield match.span()
