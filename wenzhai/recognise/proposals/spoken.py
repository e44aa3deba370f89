"""Quotation -> who spoke it: named in front of its opening mark, or behind its closing one.

“建议……。”某某说。 names the proposer behind; “……。”某某建议。 proposes all that was quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wenzhai.model import Detail, Link, Place
from wenzhai.recognise.proposals.roles import standing_of
from wenzhai.recognise.proposals.setting import Sentence, Setting, Told, detail, sentences

ENDS = ("", "。", "！", "？", "”", "…", "；", "）")
SAID_MAX = 80  # code points of what is said in front of who asks for something
ATTRIBUTION_MAX = 45  # code points of a sentence that only says who spoke; a longer one narrates
QUOTED_LEAST = 12  # code points in the marks of what somebody says; a name has fewer


def quotation(at: int, text: str) -> Sentence | None:
    """The marks around a position, half-open, both within."""
    opening = text.rfind("“", 0, at + 1)
    closing = text.find("”", at)
    if opening < 0 or closing < 0 or text.rfind("”", opening, at) >= 0:
        return None
    return Sentence(opening, closing + 1)


def opens(marks: Sentence, text: str) -> bool:
    """Nobody is said to speak in front of a quotation: 某某说，“……”|某某表示 is another."""
    before = text[: marks.start].rstrip()[-1:]
    return before in ENDS


def spoken_behind(at: int, place: Place, setting: Setting) -> tuple[Detail, ...]:
    """Who is named behind the quotation around a position; nobody who leads."""
    text = setting.texts[place]
    marks = quotation(at, text)
    is_first = marks is not None and opens(marks, text)
    said = _attribution(marks.end - 1, text, setting) if marks and is_first else None
    if said is None or not text[said.start("who") : said.end("who")].strip():
        return ()
    return _speakers(*said.span("who"), place, setting)


def spoken_before(at: int, one: Sentence, place: Place, setting: Setting) -> Link | None:
    """某某说：“|希望……."""
    text = setting.texts[place]
    for link in reversed(setting.within(place, one.start, at)):
        end = link.mention.end
        if link.mention.kind == "person" and setting.lexicon.said.match(text, end, at):
            return link if standing_of(link, setting) is not None else None
    marks = quotation(at, text)
    if marks is None or text.find("”", one.start, marks.start) >= 0:
        return None
    # 某某说：“……。|请省里……。”: in the sentence in which the quotation begins
    low = next(start for start, end in sentences(text) if marks.start < end)
    people = [x for x in setting.within(place, low, marks.start) if x.mention.kind == "person"]
    return people[0] if len(people) == 1 and standing_of(people[0], setting) else None


def _attribution(at: int, text: str, setting: Setting) -> re.Match[str] | None:
    """Behind a closing mark: 某某说。 这是某某的呼声。"""
    return setting.lexicon.saying.match(text, at) or setting.lexicon.voiced.match(text, at)


def closings(every: Sequence[Sentence], place: Place, setting: Setting) -> Iterator[Told]:
    """“……。”某某建议。: from where the quotation begins."""
    text = setting.texts[place]
    for match in setting.lexicon.closing.finditer(text):
        marks = quotation(match.start(), text)
        if marks is None or marks.end - marks.start < QUOTED_LEAST:
            continue
        who = _speakers(*match.span("who"), place, setting, is_leader_fine=True)
        if who:
            start = next(one.start for one in every if marks.start < one.end)
            end = next(one.end for one in every if match.end() <= one.end)
            yield Told(place, start, end, "verb", who)


def with_attribution(end: int, every: Sequence[Sentence], place: Place, setting: Setting) -> int:
    """……。”|某某说。 belongs to what was said."""
    text = setting.texts[place]
    if text[end - 1 : end] != "”" or _attribution(end - 1, text, setting) is None:
        return end
    marks = quotation(end - 1, text)
    if marks is not None and not opens(marks, text):
        return end
    behind = next((one for one in every if one.start >= end), None)
    return end if behind is None or behind.end - end > ATTRIBUTION_MAX else behind.end


def with_quotation(
    start: int, cue: int, every: Sequence[Sentence], place: Place, setting: Setting
) -> int:
    """“不能等……。”|某某说，他还希望…… begins with what was said."""
    text = setting.texts[place]
    if start < 2 or text[start - 1] != "”":
        return start
    marks = quotation(start - 2, text)
    if marks is None or marks.end - marks.start > SAID_MAX or not opens(marks, text):
        return start
    lexicon = setting.lexicon
    is_told = lexicon.saying.match(text, start - 1) or lexicon.wished.search(text, start, cue)
    asks = lexicon.strong.search(text, *marks) or lexicon.weak.search(text, *marks)
    if is_told and not asks:
        return start
    return next(one.start for one in every if marks.start < one.end)


def _speakers(
    start: int, end: int, place: Place, setting: Setting, *, is_leader_fine: bool = False
) -> tuple[Detail, ...]:
    """The persons named there, else a group."""
    text = setting.texts[place]
    people = [x for x in setting.within(place, start, end) if x.mention.kind == "person"]
    if people:
        leads = standing_of(people[-1], setting) is None
        return () if leads and not is_leader_fine else (detail(people[-1]),)
    groups = list(setting.lexicon.groups.finditer(text, start, end))
    return (Detail("who", place, *groups[-1].span(), groups[-1][0]),) if groups else ()
