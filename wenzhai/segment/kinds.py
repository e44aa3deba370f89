"""Draft -> the kind of each block of its body, and who speaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from wenzhai.model import Kind
from wenzhai.segment.captions import caption_group, is_caption
from wenzhai.segment.numbers import MARK
from wenzhai.segment.sheets import Sheet
from wenzhai.segment.signs import SPEAKER_WORDS, is_name
from wenzhai.segment.words import word_set

ASKERS = frozenset(["记者", "问", "主持人", "本报记者", "网友"])
# Who asks in a column of advice: 市民 侯女士：……该找谁？
PUBLIC_ASKER = re.compile(r"^(?P<who>(?:市民|读者|网友|家长|居民|业主|村民)[ \u3000]?\S{1,6})[:：]")
QUESTION = re.compile(r"[？?][”’」』）)]*$")
# Who answers with office and name: 住房和城乡建设局物业科工作人员 薄海宁：
ANSWERER = re.compile(
    r"^(?:[\u4e00-\u9fff（）()、，,\d]{0,30}[ \u3000])?(?P<who>[\u4e00-\u9fff·]{2,4}) ?[:：]"
)
# The telephone of a notice was read as furniture: 电话：0454-8600000
MAKERS: dict[str, Kind] = {"byline": "byline", "furniture": "note"}
LIST_MAX = 160  # code points; longer numbered paragraphs are chapters of a speech
CHAPTER_MIN = 100  # code points; items of several sentences have up to 70
ITEMS_MIN = 2  # paragraphs under one mark that make a list
LEAD_MAX = 220  # code points; the longest labelled lead has 112, of the pages read 190
HEADS_MIN = 2  # crossheads that part a story; one may be the label of a box


class Labelled(NamedTuple):
    block: int
    kind: Kind
    speaker: str | None


def label_kinds(sheet: Sheet, body: Sequence[int]) -> list[Labelled]:
    """The kind of each block of a body, in order."""
    found = _one_by_one(sheet, body)
    for number in caption_group([_text(sheet, one) for one in found]):
        found[number] = found[number]._replace(kind="caption")
    lead = _lead(sheet, found)
    if lead is not None:
        found[lead] = found[lead]._replace(kind="lead")
    return found


def _one_by_one(sheet: Sheet, body: Sequence[int]) -> list[Labelled]:
    speakers = _speakers(sheet, body)
    listed = _list_marks(sheet, body)
    texts = [b for b in body if sheet.blocks[b].kind == "text"]
    found: list[Labelled] = []
    answering: str | None = None
    for b in body:
        block = sheet.blocks[b]
        signs = sheet.page.signs[block.lines[0]]
        who = signs.speaker if signs.speaker in speakers else None
        after = found[-1] if found else None
        if after is not None and after.kind == "question":
            who = who or _answerer(block.text)
        kind = _set_apart(sheet, b, is_alone=len(texts) == 1)
        if kind is not None:
            answering = None if kind == "crosshead" else answering
            found.append(Labelled(b, kind, None))
        elif asker := _asker(block.text, who):
            answering = None
            found.append(Labelled(b, "question", asker))
        elif who:
            answering = who
            found.append(Labelled(b, "answer", who))
        elif answering:
            found.append(Labelled(b, "answer", answering))
        elif _is_item(sheet, b, listed):
            found.append(Labelled(b, "list", None))
        else:
            found.append(Labelled(b, "paragraph", None))
    return found


def _set_apart(sheet: Sheet, b: int, *, is_alone: bool) -> Kind | None:
    """What a block is by itself, whoever speaks; None for running text."""
    block = sheet.blocks[b]
    if block.kind in MAKERS:
        return MAKERS[block.kind]
    if block.kind != "text":
        return "caption" if is_name(block.text) or is_caption(block.text) else "crosshead"
    if is_caption(block.text, is_alone=is_alone):
        return "caption"
    return "note" if sheet.page.signs[sheet.first(b)].is_note else None


def _text(sheet: Sheet, one: Labelled) -> str:
    """The text of a paragraph that nothing sets apart; "" for everything else."""
    return sheet.blocks[one.block].text if one.kind == "paragraph" else ""


def _asker(text: str, who: str | None) -> str | None:
    if who in ASKERS:
        return who
    public = PUBLIC_ASKER.match(text)
    return public["who"] if public and QUESTION.search(text) else None


def _answerer(text: str) -> str | None:
    """A name before a colon right behind a question, though it speaks only once."""
    match = ANSWERER.match(text)
    return match["who"] if match and is_name(match["who"]) else None


def _is_item(sheet: Sheet, b: int, listed: frozenset[str]) -> bool:
    text = sheet.blocks[b].text
    if len(text) > LIST_MAX:
        return False
    if _mark(text) in listed:
        return True
    i = sheet.first(b)
    is_chapter = len(text) > CHAPTER_MIN and text.count("。") > 1
    return i in sheet.page.in_series and not is_chapter


def _mark(text: str) -> str:
    found = MARK.match(text)
    return found.group().strip() if found else ""


def _list_marks(sheet: Sheet, body: Sequence[int]) -> frozenset[str]:
    """Marks that begin several paragraphs of the body: ● ● ●."""
    seen = Counter(_mark(sheet.blocks[b].text) for b in body if sheet.blocks[b].kind == "text")
    return frozenset(mark for mark, count in seen.items() if mark and count >= ITEMS_MIN)


def _lead(sheet: Sheet, found: Sequence[Labelled]) -> int | None:
    """The one paragraph before the first crosshead or question, or under 核心提示."""
    told = [i for i, one in enumerate(found) if one.kind not in ("byline", "note", "crosshead")]
    if not told or found[told[0]].kind != "paragraph":
        return None
    first = told[0]
    block = found[first].block
    if len(sheet.blocks[block].text) > LEAD_MAX:
        return None
    if block and sheet.blocks[block - 1].text.strip(" ■●【】[]：:") in word_set("lead_labels"):
        return first
    if first + 1 >= len(found):
        return None
    heads = sum(one.kind == "crosshead" for one in found)
    is_signed = any(one.kind == "byline" for one in found[:first])
    below = found[first + 1].kind
    is_parted = below == "crosshead" and heads >= HEADS_MIN and found[0].kind != "crosshead"
    return first if is_parted or (below == "question" and is_signed) else None


def _speakers(sheet: Sheet, body: Sequence[int]) -> frozenset[str]:
    """A word before a colon speaks only if it begins two paragraphs, or is 记者, 问, 答."""
    seen: dict[str, int] = {}
    for b in body:
        who = sheet.page.signs[sheet.first(b)].speaker
        if who:
            seen[who] = seen.get(who, 0) + 1
    sure = {who for who, count in seen.items() if count > 1 or who in SPEAKER_WORDS}
    if sure & ASKERS:
        sure.update(seen)
    return frozenset(sure)
