"""A run of titles -> without what is glued to its beginning: a dateline, 是, 系, 本报."""

from __future__ import annotations

import re

from wenzhai.recognise.persons.lexicon import PersonLexicon
from wenzhai.recognise.persons.tokens import Tokens

WHITE = " \u3000\n\t"
COMMAS = "，,、"
COUNTS = frozenset("0123456789一二三四五六七八九十")
OWN_PAPER = ("本报", "本刊", "本台")
DATELINE = re.compile(r"(?<![通资简快喜短音])讯(?![息问号飞])")  # 本报马尔康讯|州政协原副主席
SAME_PLACE = re.compile(r"同[省市县区州乡镇村]")
AUTHOR = re.compile(r"作者[系为是]")
HEADING = frozenset("记访")
EVEN = frozenset({"连", "可", "但"})
"""Before a role at the beginning of a clause: 连|门将老霍都冲进了禁区."""
LINKING = frozenset("系为乃被由据随托")
"""Before a place that begins a role, glued to it by the segmenter: 系崇仁县, 被州政协."""


def _begins_place(text: str, start: int, lexicon: PersonLexicon) -> bool:
    return text[start : start + 1] in lexicon.place_heads or bool(
        lexicon.full_places.after(text, start)
    )


def trim_role(text: str, left: int, end: int, tokens: Tokens, lexicon: PersonLexicon) -> int:
    dateline = DATELINE.search(text, left, end)
    if dateline is not None:
        left = dateline.end()
    if text[left : left + 1] == "是" or SAME_PLACE.match(text, left):
        left += 1
    author = AUTHOR.match(text, left, end)
    if author is not None:
        left = author.end()
    if text[left : left + 1] in LINKING and _begins_place(text, left + 1, lexicon):
        is_in_clause = left > 0 and text[left - 1].isalpha()
        if is_in_clause or not lexicon.full_places.after(text, left):  # 随县政协委员
            left += 1
    number = tokens.at.get(left)
    if number is not None and tokens.words[number] in EVEN and text[left - 1 : left] not in COUNTS:
        left += 1
    while left < end and (text[left] in COMMAS or text[left] in WHITE or text[left] in "·-—"):
        left += 1
    is_heading = left == 0 or text[left - 1] in "—―－-"
    if is_heading and text[left : left + 1] in HEADING and left + 1 < end:
        left += 1  # ——记|某县人民法院法官
    number = tokens.at.get(left)
    if number is not None and tokens.words[number] in OWN_PAPER and left + 2 < end:
        left += 2
    return left
