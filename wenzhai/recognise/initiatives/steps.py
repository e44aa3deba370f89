"""Passage -> the parts of an initiative, where the text lists them.

Three ways of listing: a number and as many names in marks (三级协商平台 ... “协商议事中心” ...),
a number and as many clauses between semicolons (四个流程。议题收集，...；议题确定，...), and
a name that counts itself beside as many items (有场地、有标识 ... 的“五有”).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

NUMERALS = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
COUNTED = re.compile(
    r"([两二三四五六七八九十])(?:个|级|步|大|项|种|类)?"
    r"[一-鿿]{0,6}?(?:流程|步骤|环节|平台|层级|机制|方式|阶段|程序|渠道|网络|体系)"
)
QUOTED = re.compile(r"“([^“”。；]{2,14})”")
ITEM = r"[^，。；、“”：:！？]{2,24}"
HEAD = re.compile(r"[一-鿿]{2,10}(?=[，,：:、])")
ORDINAL = re.compile(r"^(?:[一二三四五六七八九十]是|第[一二三四五六七八九十][，,步])")
REACH = 400  # code points behind the number in which its parts stand


class Step(NamedTuple):
    start: int
    end: int


def counted(text: str) -> Iterator[tuple[int, list[Step]]]:
    """Where a number stands, and its parts; only where there are as many."""
    for match in COUNTED.finditer(text):
        number = NUMERALS[match[1]]
        found = _marked(text, match.end(), number) or _clauses(text, match.end(), number)
        if found:
            yield match.start(), found


def _marked(text: str, at: int, number: int) -> list[Step]:
    stop = text.find("。", at)
    names = list(QUOTED.finditer(text, at, stop if stop >= 0 else len(text)))
    different = {m[1] for m in names}
    return [Step(*m.span(1)) for m in names] if len(different) == len(names) == number else []


def _clauses(text: str, at: int, number: int) -> list[Step]:
    colon = re.compile(r"[。：:]").search(text, at, at + 8)
    if colon is None:
        return []
    start = colon.end()
    stop = text.find("。", start)
    stop = len(text) if stop < 0 else stop
    steps: list[Step] = []
    for clause in re.compile(r"[^；;]+").finditer(text, start, min(stop, start + REACH)):
        ordinal = ORDINAL.match(clause[0])
        head = HEAD.match(text, clause.start() + (ordinal.end() if ordinal else 0), clause.end())
        if head is None:
            return []
        steps.append(Step(*head.span()))
    return steps if len(steps) == number else []


def self_counted(text: str, start: int, end: int) -> list[Step]:
    """Parts of a name that says how many it has."""
    numeral = re.match(r"[两二三四五六七八九十]", text[start:end])
    if numeral is None:
        return []
    number = NUMERALS[numeral[0]]
    items = rf"(?:{ITEM}、){{{number - 1}}}(?:{ITEM}、?(?:和|及|以及))?{ITEM}"
    low = max(0, start - 120)
    before = re.search(rf"({items})的?(?:等)?[“\"]?$", text[low:start])
    if before is not None:
        return _split(text, low + before.start(1), low + before.end(1), number)
    after = re.match(
        rf"[”\"]?[一-鿿]{{0,6}}?[，,]?(?:即|——|：|:|包括|（|\()({items})", text[end : end + 160]
    )
    if after is not None:
        return _split(text, end + after.start(1), end + after.end(1), number)
    return []


LEADS = re.compile(r"^(?:要)?(?:严格)?(?:按照|坚持|做到|围绕|聚焦|突出|实现|达到|有以下|以)")


def _split(text: str, start: int, end: int, number: int) -> list[Step]:
    steps: list[Step] = []
    at = start
    for piece in text[start:end].split("、"):
        skip = len(lead[0]) if (lead := LEADS.match(piece)) and not steps else 0
        steps.append(Step(at + skip, at + len(piece)))
        at += len(piece) + 1
    steps[-1] = Step(steps[-1].start, min(steps[-1].end, end))
    last = text[steps[-1].start : steps[-1].end]
    if last.endswith("的"):
        steps[-1] = Step(steps[-1].start, steps[-1].end - 1)
    return steps if len(steps) == number else []
