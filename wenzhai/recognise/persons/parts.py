"""A name in its text -> what the person does there.

Who is quoted is a speaker; who stands in a headline, or does something under a title,
is a subject; bylines say themselves who reports; everybody else is mentioned.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
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
# 李汉宇|对委员领题调研作出安排, 赵德明|召开专题会议: an act, whatever is quoted two sentences later
ADMINISTERS = re.compile(
    r"(?:(?:对|就|为)[^，。：“]{1,24})?(?:[作做]出|作了?|进行)?(?:安排|部署|动员)|(?:主持)?召开|主持会议"
)
DIRECTS = re.compile(r"(?:强调|指出|要求|表示|说)[，：]")
# 习近平总书记|指出; not 习近平总书记|“四个作用”的殷切嘱托
STATESMAN_ACTS = re.compile(
    r"(?:同志)?(?:多次|再次|亲自|先后)?(?:指出|强调|主持|考察|视察|调研|出席|发表|会见|来到|作出|要求|表示|宣布|签署|说|在|对|向|同|率|到|赴)"
)
TOGETHER = re.compile(r"[、和与及]")
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
    is_own = role is not None and not text[role.end : span.start].strip(WHITE)
    start = min(span.start, role.start) if role is not None and is_own else span.start
    if _is_quoted(text, start, end) or speaks(text, end, following, lexicon):
        return "speaker"
    if place.field != "body":
        return "subject"
    if PASSIVE_AFTER.match(text, end) or end == len(text) or (role is None and text[end] == "、"):
        return "mentioned"
    if start and text[start - 1] in GOVERNING:
        return "mentioned"
    return "subject" if text[end].isalnum() or role is not None else "mentioned"


def is_invoked(text: str, end: int, lexicon: PersonLexicon) -> bool:
    """A statesman whose words or thought are named, and who does nothing here."""
    return STATESMAN_ACTS.match(text, end + lexicon.trailing.after(text, end)) is None


def share_acts(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """副主席赵德明、李汉宇召开会议: all of a list do what its last one does."""
    chain: list[Mention] = []
    for mention in mentions:
        if chain and not _is_beside(text, chain[-1], mention):
            yield from _acting_together(text, chain)
            chain = []
        chain.append(mention)
    yield from _acting_together(text, chain)


def _acting_together(text: str, chain: list[Mention]) -> Iterator[Mention]:
    if len(chain) < 2:
        yield from chain
        return
    first, last = chain[0], chain[-1]
    start = first.start if first.role is None else min(first.start, first.role.start)
    is_governed = start > 0 and text[start - 1] in GOVERNING | {"了", "见"}
    acts = text[last.end : last.end + 1].isalnum() and not PASSIVE_AFTER.match(text, last.end)
    for mention in chain:
        is_one = acts and not is_governed and mention.part == "mentioned"
        yield replace(mention, part="subject") if is_one else mention


def _is_beside(text: str, one: Mention, other: Mention) -> bool:
    start, end = other.start, one.end
    if other.role is not None and end < other.role.start < start:
        start = other.role.start
    if one.role is not None and end < one.role.end <= start:
        end = one.role.end
    return TOGETHER.fullmatch(text, end, start) is not None


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
    if ADMINISTERS.match(text, end):
        return DIRECTS.search(text, end, min(limit, end + SPEECH_REACH)) is not None
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
