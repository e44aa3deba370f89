"""Published paragraph -> what is wrong with its text, in Chinese, for the reader.

Nothing is smoothed: lines that loop, sentences that break off and rows that do not join stay as
printed and are marked. A mark on sound text makes readers distrust the rest, so every rule here
would rather miss.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import rjieba

from wenzhai.model import Kind, Passage
from wenzhai.segment.furniture import PLAIN_DATE
from wenzhai.segment.lines import WRAPPED_MAX
from wenzhai.segment.signs import CLOSERS, patterns
from wenzhai.segment.words import word_set

# 时刻绷紧疫情防控成果,时刻绷紧疫情防控成果; not 示例大学、示例大学附属中学
LOOP = re.compile(r"([\u3400-\u9fff]{6,30})[，,]?\1")
CLAUSE = re.compile(r"[^，,。；;：:！？!?、]+")
CLAUSE_MIN = 6  # Han characters; shorter clauses come again in sound text (与此同时)
CLAUSE_WINDOW = 3  # clauses; a refrain comes again after whole sentences
BROKEN = re.compile(rf"[\u3400-\u9fff，、][{CLOSERS}]*$")  # ends without a full stop
LONG = 40  # code points; a shorter paragraph may end without a stop on purpose
SIGN_OFF = re.compile(
    r"[（(][^（）()]{2,40}[）)]$|(?:\d{4}年)?\d{1,2}月\d{1,2}日$"
)  # （读者 明女士）; 2025年9月18日
HAN = re.compile(r"[\u3400-\u9fff]")
DATED = re.compile(r"(?:特别是|尤其是|其中)?\d{4}年\d{1,2}月")
# What stands before a date in the middle of a sentence: 将于|2020年7月
BEFORE_DATE = re.compile(r"[在于至到从自截和与及是的为起由将即因即以了《（“]$")
SEAM = 10  # code points on either side of a seam that the segmenter sees

TEXTS: tuple[Kind, ...] = ("paragraph", "lead", "answer", "question")

LOOPS = "原文此处文字重复，可能是识别有误"
BREAKS_OFF = "原文此处句子未完，可能有缺漏"
PARTS = "原文此处上下两行不相连，可能有缺漏"
JOINED = "此段由不相邻的两处拼接而成，请对照原文"
NOTES = frozenset({LOOPS, BREAKS_OFF, PARTS, JOINED})


def find_damage(page: str, kind: Kind, passage: Passage, *, is_mended: bool) -> str | None:
    """The reader's note; None when nothing is wrong."""
    text = passage.text
    if kind not in TEXTS:
        return None
    if LOOP.search(text) or _comes_again(text):
        return LOOPS
    if any(_parts(text, at) for at in _row_ends(page, passage)):
        return PARTS
    if len(text) >= LONG and BROKEN.search(text) and not _is_signed(text):
        return BREAKS_OFF
    return JOINED if is_mended else None


def _comes_again(text: str) -> bool:
    """A clause that stands again a clause or two later: 更是一次跨越，站时间节点，更是一次跨越."""
    clauses = [match.group() for match in CLAUSE.finditer(text)]
    if len(set(clauses)) == len(clauses):
        return False
    return any(
        len(HAN.findall(clause)) >= CLAUSE_MIN
        and clause in clauses[number + 1 : number + 1 + CLAUSE_WINDOW]
        for number, clause in enumerate(clauses)
    )


def _is_signed(text: str) -> bool:
    """Who wrote it, or when, stands behind the last sentence."""
    if SIGN_OFF.search(text) or PLAIN_DATE.search(text):
        return True
    return patterns().signature.search(text[-60:]) is not None


def _row_ends(page: str, passage: Passage) -> Iterator[int]:
    """Where a row that is a whole paragraph long ends inside the passage."""
    for run, following in pairwise(passage.runs):
        end = run.source + run.length
        row = page[page.rfind("\n", 0, end) + 1 : end].strip()
        is_break = following.source < end or "\n" in page[end : following.source]
        if is_break and len(row) > WRAPPED_MAX:
            yield following.at


def _parts(text: str, at: int) -> bool:
    """Rows on either side of a seam do not make a sentence."""
    before, after = text[:at], text[at:]
    if not HAN.match(before[-1:]):
        return False
    if DATED.match(after):
        return BEFORE_DATE.search(before) is None
    words = _around(before, after)
    if words is None:
        return False
    earlier, last, first = words
    alone = word_set("single_words")
    return len(earlier) > 1 and len(last) == 1 and last not in alone and first not in alone


def _around(before: str, after: str) -> tuple[str, str, str] | None:
    """The two words before a seam and the one behind it; None where a word runs over it."""
    head = before[-SEAM:]
    at = 0
    words: list[str] = []
    for word in rjieba.cut(head + after[:SEAM], False):
        words.append(word)
        if at == len(head) and len(words) > 2:
            return words[-3], words[-2], word
        if at < len(head) < at + len(word):
            return None
        at += len(word)
    return None
