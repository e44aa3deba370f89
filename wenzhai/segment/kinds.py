"""Draft -> the kind of each block of its body, and who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wenzhai.model import Kind
from wenzhai.segment.sheets import Sheet
from wenzhai.segment.signs import SPEAKER_WORDS, is_name

ASKERS = frozenset(["记者", "问", "主持人", "本报记者", "网友"])
# The telephone of a notice was read as furniture: 电话：0454-8600000
MAKERS: dict[str, Kind] = {"byline": "byline", "furniture": "note"}
LIST_MAX = 160  # code points; longer numbered paragraphs are chapters of a speech


class Labelled(NamedTuple):
    block: int
    kind: Kind
    speaker: str | None


def label_kinds(sheet: Sheet, body: Sequence[int]) -> list[Labelled]:
    """The kind of each block of a body, in order."""
    speakers = _speakers(sheet, body)
    found: list[Labelled] = []
    answering: str | None = None
    for b in body:
        block = sheet.blocks[b]
        signs = sheet.page.signs[block.lines[0]]
        who = signs.speaker if signs.speaker in speakers else None
        if block.kind in MAKERS:
            found.append(Labelled(b, MAKERS[block.kind], None))
        elif block.kind != "text":
            answering = None
            found.append(Labelled(b, "caption" if is_name(block.text) else "crosshead", None))
        elif signs.is_caption:
            found.append(Labelled(b, "caption", None))
        elif signs.is_note:
            found.append(Labelled(b, "note", None))
        elif who in ASKERS:
            answering = None
            found.append(Labelled(b, "question", who))
        elif who:
            answering = who
            found.append(Labelled(b, "answer", who))
        elif answering:
            found.append(Labelled(b, "answer", answering))
        elif block.lines[0] in sheet.page.in_series and len(block.text) <= LIST_MAX:
            found.append(Labelled(b, "list", None))
        else:
            found.append(Labelled(b, "paragraph", None))
    return found


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
