"""Whose name begins with a bare short form: a public body's (贵阳政协), a company's or
school's (贵州磷化集团), or nobody's."""

from __future__ import annotations

import re
from typing import Literal

from wenzhai.recognise.regions.hits import Hit
from wenzhai.recognise.regions.lexicon import Lexicon
from wenzhai.recognise.regions.reading import Reading

Owner = Literal["public", "private"]

RUN_MAX = 7  # words of an organisation's name after the place
NAME_TAGS = (
    "n", "a", "b", "j", "l", "x", "vn", "z", "s", "f", "q", "m", "eng", "i", "g", "k",
)  # fmt: skip
"""Parts of speech inside an organisation's name."""
COUNTED = re.compile(r"[一两二三四五六七八九十几多数\d]+[家位名个批条座所支项次年月日天场件只头亩]")
"""上海一家出版社 is not a house called 上海."""
NO_ORGANISATION = re.compile(r"了|过|口岸|沿线")
"""学会了 is a verb, and 二连浩特铁路口岸 no railway company."""
# 聊城|昌信融资担保有限公司, 湖北|通山水务投资有限公司, 山东|言信律师事务所
COMPANY = re.compile(
    r"(?P<own>[\u4e00-\u9fff]{2,16}?)"
    r"(?:有限(?:责任)?公司|股份公司|股份有限公司|集团公司|(?:律师|会计师|审计师)事务所|专业合作社)"
)
ENDS_COMPANY = re.compile("公司|事务所|合作社")
WORKS = frozenset("厂矿")
"""What ends with one of these belongs to a firm: 皮鞋厂, 机器厂."""
COMPANY_MAX = 24  # code points of such a name behind its place
FUNCTION = frozenset("的了在和与对向将把为由到从被是有赴")
"""What no company's own name holds."""
UNNAMED = frozenset({"某", "某某"})
"""长沙某某餐饮管理有限公司, in a notice."""
PUNCTUATION = frozenset("\n \u3000\t，。、；：！？“”‘’《》〈〉（）()【】[]…—-·,.;:!?\"'/|")


def owner_of(reading: Reading, hit: Hit, after: Hit | None, lexicon: Lexicon) -> Owner | None:
    """What the words after it make of it, up to the next place."""
    return (
        "private" if _is_company(reading.text, hit.end) else _by_words(reading, hit, after, lexicon)
    )


def _by_words(reading: Reading, hit: Hit, after: Hit | None, lexicon: Lexicon) -> Owner | None:
    limit = len(reading.text)
    if after is not None and reading.at_word(after.start) and reading.at_word(after.end):
        limit = after.start
    if hit.end >= limit:
        return None
    first = reading.word_over(hit.end)
    if reading.starts[first] < hit.end:
        first += 1
    for count, (word, tag) in enumerate(reading.words[first : first + RUN_MAX]):
        begin = reading.starts[first + count]
        if begin >= limit or _stands_apart(reading.text, begin, word, lexicon):
            return None
        if word in UNNAMED:
            continue
        is_body = count == 0 and word in lexicon.public
        if not is_body and (word[0] in PUNCTUATION or not tag.startswith(NAME_TAGS)):
            return None
        if _ends_with(word, lexicon.public, count):
            return "public"
        if _ends_with(word, lexicon.private, count):
            return "private"
    return None


def _is_company(text: str, start: int) -> bool:
    if ENDS_COMPANY.search(text, start, start + COMPANY_MAX) is None:
        return False
    company = COMPANY.match(text, start)
    return company is not None and FUNCTION.isdisjoint(company["own"])


def _stands_apart(text: str, begin: int, word: str, lexicon: Lexicon) -> bool:
    """The word is no part of anybody's name."""
    if word in lexicon.free or COUNTED.match(word):
        return True
    is_tail = word in lexicon.private
    return is_tail and NO_ORGANISATION.match(text, begin + len(word)) is not None


def _ends_with(word: str, tails: frozenset[str], count: int) -> bool:
    if word in tails:
        return len(word) > 1 or count <= 1
    if count == 0 and word[-1] in WORKS and word[-1] in tails:
        return True
    return word[-2:] in tails or word[-3:] in tails or word[-4:] in tails
