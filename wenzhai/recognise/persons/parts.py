"""A name in its text -> what the person does there.

Who is quoted is a speaker; who stands in a headline, or does something under a title,
is a subject; bylines say themselves who reports; everybody else is mentioned.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from wenzhai.model import Mention, Part, Place, Span
from wenzhai.recognise.persons.lexicon import PersonLexicon

STRENGTH: tuple[Part, ...] = (
    "photographer",
    "editor",
    "reporter",
    "speaker",
    "subject",
    "mentioned",
)
"""What decides for the whole article, strongest first."""
SPEECH_REACH = 60  # code points from a name to its verb of speaking, within one sentence
# 张某激动地说，/ 张某站了起来：“
SPEECH = re.compile(rf"[^。！？；”]{{0,{SPEECH_REACH}}}?(?P<before>[：:]“|[，,：:。“”]|$)")
PASSIVE_AFTER = re.compile(r"[、的]|等|委员工作室|家[的里]?|[（(]")
GOVERNING = frozenset("对向由与和被把给为受据在跟同让请及以从、")
WHITE = " \u3000"


def part_of(
    text: str,
    span: Span,
    place: Place,
    role: Span | None,
    following: int | None,
    lexicon: PersonLexicon,
) -> Part:
    """What the person at `span` does; `following` is where the next name begins."""
    end = span.end + lexicon.trailing.after(text, span.end)
    start = min(span.start, role.start) if role is not None else span.start
    if _is_quoted(text, start, end) or speaks(text, end, following, lexicon):
        return "speaker"
    if place.field != "body":
        return "subject"
    if PASSIVE_AFTER.match(text, end) or end == len(text):
        return "mentioned"
    if start and text[start - 1] in GOVERNING:
        return "mentioned"
    return "subject" if text[end].isalnum() or role is not None else "mentioned"


def _is_quoted(text: str, start: int, end: int) -> bool:
    """A quotation stands right before the name and its role, or a colon after it."""
    if text[end : end + 1] in ("：", ":"):
        return True
    before = text[:start].rstrip(WHITE)
    return before.endswith("”") and before[-2:-1] in ("。", "！", "？", "…", "，", ",")


def speaks(text: str, end: int, following: int | None, lexicon: PersonLexicon) -> bool:
    """A verb of speaking, or a colon and a quotation, follows before the next name."""
    if lexicon.speech.after(text, end):
        return True
    limit = len(text) if following is None else following
    position = end
    while position < limit:
        match = SPEECH.match(text, position, limit)
        if match is None:
            return False
        stop = match.start("before")
        if match.group("before") in ("：“", ":“"):
            return True
        verb_end = stop - 1 if text[stop - 1 : stop] == "道" else stop
        if lexicon.speech.before(text, verb_end) and stop > position:
            return True
        if match.group("before") not in ("，", ","):
            return False
        position = match.end()
    return False


def settle_parts(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Who speaks or acts in an article does so at every mention; nobody is only mentioned there."""
    parts: dict[str, Part] = {}
    for mention in mentions:
        part = mention.part or "mentioned"
        best = parts.setdefault(mention.name, part)
        if STRENGTH.index(part) < STRENGTH.index(best):
            parts[mention.name] = part
    return tuple(
        replace(mention, part=parts[mention.name])
        if mention.part in ("mentioned", "subject")
        else mention
        for mention in mentions
    )
