"""Blocks -> blocks in reading order, where a box cuts through a dialogue.

Interviews print a statement in a box of its own (主题发布) beside questions and answers, and the file
has it in the middle of a question. The question is put together again, and the box is read first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wenzhai.model import Decision, Span
from wenzhai.segment.blocks import Block
from wenzhai.segment.joins import Reading, pairs_closed, spans_word
from wenzhai.segment.words import word_set

BOX_MAX = 14  # blocks between the label of a box and the next label
TEAR_MIN = 0.5  # points by which a far continuation must be better than the near one
ASKERS = frozenset(["记者", "问", "主持人", "本报记者", "网友"])


class Boxed(NamedTuple):
    blocks: tuple[Block, ...]
    decisions: tuple[Decision, ...]


def read_boxes(page: Reading, blocks: Sequence[Block]) -> Boxed:
    """The blocks with every box before the dialogue that it cuts."""
    rows = list(blocks)
    decisions: list[Decision] = []
    at = 0
    while at < len(rows):
        if rows[at].kind == "label" and bare(rows[at].text) in word_set("read_first"):
            at = _move_box(page, rows, at, decisions)
        at += 1
    return Boxed(tuple(rows), tuple(decisions))


def bare(text: str) -> str:
    return text.strip("■●◆◎□○【】[]|｜ \u3000:：·")


def _move_box(page: Reading, rows: list[Block], p: int, decisions: list[Decision]) -> int:
    """Rearrange around the label at p; the place to go on from."""
    q = next(
        (k for k in range(p + 1, min(p + BOX_MAX, len(rows))) if rows[k].kind == "label"), None
    )
    h = next((k for k in range(p - 1, -1, -1) if _is_heading(page, rows[k])), None)
    if q is None or h is None or any(rows[k].kind == "byline" for k in range(p, q)):
        return p
    before, box = rows[h + 1 : p], rows[p + 1 : q]
    if not before:
        return p
    label = rows[p].lines[0]
    torn = before[-1]
    near = tuple(i for i in torn.lines if i > label)
    head = tuple(i for i in torn.lines if i < label)
    if not page.signs[head[-1]].is_closed:
        after = rows[q + 1] if q + 1 < len(rows) and rows[q + 1].kind == "text" else None
        if after is None or not _goes_far(page, head, near, box, after):
            return p
        before[-1] = _block(page, (*head, *after.lines))
        del rows[q + 1]
        if near:
            box.insert(0, _block(page, near))
        decisions.append(
            _decision(
                page, after.lines[0], "join", "torn-by-box", f"“{torn.text[:8]}…” goes on here"
            )
        )
    elif near:
        return p
    if not any(block.kind == "text" for block in box):
        return p
    start = next(block.lines[0] for block in box if block.kind == "text")
    decisions.append(
        _decision(page, start, "order", "box-read-first", f"“{rows[p].text}” is read first")
    )
    rows[h + 1 : q + 1] = [*box, *before, rows[p], rows[q]]
    return h + len(box) + len(before) + 2


def _is_heading(page: Reading, block: Block) -> bool:
    return (
        block.kind in ("display", "byline")
        and not block.is_inside
        and not page.signs[block.lines[0]].speaker
    )


def _goes_far(
    page: Reading, head: Sequence[int], near: Sequence[int], box: Sequence[Block], after: Block
) -> bool:
    """Whether the torn sentence goes on behind the box, not inside it."""
    asks = page.signs[head[0]].speaker in ASKERS
    inside = near[0] if near else next((b.lines[0] for b in box if b.kind == "text"), None)
    far = _continues(page, head[-1], after.lines[0]) + (1.5 if asks and _asks(after.text) else 0.0)
    if page.signs[after.lines[0]].speaker:
        far -= 4.0
    if inside is None:
        return far > 0
    text = "".join(page.lines[i].text for i in near) if near else box[0].text
    close = _continues(page, head[-1], inside) + (1.5 if asks and _asks(text) else 0.0)
    return far > close + TEAR_MIN


def _asks(text: str) -> bool:
    return "?" in text or "？" in text


def _continues(page: Reading, a: int, b: int) -> float:
    left, right = page.lines[a].text, page.lines[b].text
    known = left[-2:] + right[:1] in page.trigrams or left[-1:] + right[:2] in page.trigrams
    return 2.5 * spans_word(left, right) + 1.0 * known + 1.5 * pairs_closed(left, right)


def _block(page: Reading, lines: tuple[int, ...]) -> Block:
    return Block("text", lines, "".join(page.lines[i].text for i in lines))


def _decision(page: Reading, line: int, subject: str, rule: str, reason: str) -> Decision:
    span = Span(page.lines[line].start, page.lines[line].end)
    return Decision("join" if subject == "join" else "order", rule, span, 0.85, reason)
