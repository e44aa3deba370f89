"""A name in its text -> what the person does there.

Who is quoted is a speaker; who stands in a headline, or does something under a title,
is a subject; bylines say themselves who reports; everybody else is mentioned.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from wenzhai.model import Mention, Part, Place, Span
from wenzhai.recognise.persons.lexicon import PersonLexicon

PROTAGONIST = 3  # mentions in an article of somebody who both acts and speaks there
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
# 田永伍委员|工作室, 习近平|生态文明思想, 习近平总书记|关于…的重要思想
PASSIVE_AFTER = re.compile(r"的|等|工作[室站]|家[的里]?|[（(]|关于|重要|系列|[^，。]{0,10}思想")
LATER_REACH = 160  # code points; a person who acts first and speaks two sentences later
ROLE_ROOM = 24  # code points between a quotation and the name of its speaker, the next one
SAYS_LATER = re.compile(
    r"[他她](?:[^，。！？]{0,8})?(?:说|告诉|介绍|表示|坦言|回忆|感慨|认为|笑称|提出|建议)"
)
QUOTED_LATER = re.compile(r"[：:。！？，,]“[^”]{5,}[。！？…，]”")
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
    if PASSIVE_AFTER.match(text, end) or end == len(text) or (role is None and text[end] == "、"):
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
    if _speaks_later(text, end, limit, following is not None):
        return True
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


def _speaks_later(text: str, end: int, limit: int, is_followed: bool) -> bool:
    """他说 or a quotation follows before the next name, further on in the passage."""
    stretch = text[end : min(limit, end + LATER_REACH)]
    if SAYS_LATER.search(stretch):
        return True
    quoted = QUOTED_LATER.search(stretch)
    return quoted is not None and not (is_followed and len(stretch) - quoted.end() < ROLE_ROOM)


def settle_parts(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Who speaks or acts in an article does so at every mention; nobody is only mentioned there."""
    parts: dict[str, Part] = {}
    counts = Counter(mention.name for mention in mentions)
    for mention in mentions:
        part = mention.part or "mentioned"
        best = parts.setdefault(mention.name, part)
        if STRENGTH.index(part) < STRENGTH.index(best):
            parts[mention.name] = part
    return tuple(
        replace(mention, part=parts[mention.name])
        if mention.part == "mentioned"
        or (mention.part == "subject" and counts[mention.name] < PROTAGONIST)
        else mention
        for mention in mentions
    )
