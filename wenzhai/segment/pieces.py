"""Drafts -> the same with the pieces of each paragraph put together.

On a woven page a paragraph is grouped in pieces (`build_blocks`): what of it fell to one article is
one paragraph again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wenzhai.segment.blocks import Block
from wenzhai.segment.drafts import Draft, Drafts
from wenzhai.segment.sheets import Sheet


def put_together(sheet: Sheet, drafts: Drafts) -> tuple[Sheet, Drafts]:
    """The sheet with whole paragraphs; the pieces that went into one are in no draft any more."""
    if all(block.carries_on < 0 for block in sheet.blocks):
        return sheet, drafts
    blocks = list(sheet.blocks)
    owner = {i: b for b, block in enumerate(blocks) for i in block.lines}
    found = [replace(draft, body=_joined(blocks, owner, draft)) for draft in drafts.articles]
    return replace(sheet, blocks=blocks), replace(drafts, articles=found)


def _joined(blocks: list[Block], owner: dict[int, int], draft: Draft) -> list[int]:
    """The body without the pieces that are joined to others; their lines go to the first of them."""
    body: list[int] = []
    root: dict[int, int] = {}
    for b in draft.body:
        block = blocks[b]
        target = root.get(owner.get(block.carries_on, -1)) if block.kind == "text" else None
        if target is not None and (block.is_torn or target == _last_text(blocks, body)):
            held = blocks[target]
            blocks[target] = replace(
                held, lines=held.lines + block.lines, text=held.text + block.text
            )
            root[b] = target
            continue
        root[b] = b
        body.append(b)
    return body


def _last_text(blocks: Sequence[Block], body: Sequence[int]) -> int:
    return next((b for b in reversed(body) if blocks[b].kind == "text"), -1)
