"""Article -> how it begins, for the home page, search engines, previews and feeds."""

from __future__ import annotations

import re

from wenzhai.model import Article, Paragraph
from wenzhai.render.escape import clean

DESCRIPTION_LENGTH = 80  # characters; what search engines and previews show of a page
LEAST = DESCRIPTION_LENGTH // 2  # characters; a shorter beginning says too little
BESIDE = frozenset({"crosshead", "byline", "caption", "note"})  # not how the story begins
# Where a sentence ends ("……起来。”"), and where one may pause: "，".
SENTENCE_END = re.compile("[。！？][”’」』）]?")
PAUSE = re.compile("[，；：、]")


def description(article: Article) -> str:
    """How the body begins: whole sentences where they fit, else up to a pause."""
    shown = [p for p in article.body if p.kind not in BESIDE] or article.body
    start = clean("".join(_text(p) for p, _ in zip(shown, range(4), strict=False))).strip()
    if len(start) <= DESCRIPTION_LENGTH:
        return start
    head = start[:DESCRIPTION_LENGTH]
    ends = [match.end() for match in SENTENCE_END.finditer(head) if match.end() >= LEAST]
    if ends:
        return head[: ends[-1]]
    pauses = [match.start() for match in PAUSE.finditer(head) if match.start() >= LEAST]
    return f"{head[: pauses[-1]] if pauses else head}…"


def _text(paragraph: Paragraph) -> str:
    """A speaker is set off; on the page type does that."""
    text = paragraph.passage.text
    speaker = paragraph.speaker or ""
    rest = text.lstrip().removeprefix(speaker)
    is_open = bool(speaker) and rest != text.lstrip() and not rest.lstrip().startswith((":", "："))
    return f"{speaker}：{rest.lstrip()}" if is_open else text
