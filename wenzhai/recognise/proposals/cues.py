"""Sentence -> the words in it that propose something.

建议 proposes only as a verb: behind who proposes or where a clause begins. 认为 and 提出 do so
when who speaks does not lead and a demand follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from wenzhai.model import Place
from wenzhai.recognise.proposals.asking import (
    is_asked,
    is_hope,
    leads_in,
    ought,
)
from wenzhai.recognise.proposals.frames import frame_of, is_plea
from wenzhai.recognise.proposals.roles import Standing, standing_of
from wenzhai.recognise.proposals.setting import Sentence, Setting
from wenzhai.recognise.proposals.spoken import quotation, spoken_behind
from wenzhai.recognise.proposals.subjects import REACH, group_before, subject

NAME_MOST = 10  # code points in marks, both counted, that are a name: “建议面对面”
PLAIN = ("提出",)
TELLING = ("团", "组", "队", "部门")
"""Ends of groups whose opinion is an instruction: 调研组提出，要……."""


def cues(
    every: Sequence[re.Match[str]], one: Sentence, place: Place, setting: Setting
) -> list[re.Match[str]]:
    """Those that propose, in the order of the sentence; where one does, 乙提出，要…… beside it
    does too."""
    sure = [match for match in every if _is_cue(match, one, place, setting)]
    if not sure:
        return []
    return [m for m in every if m in sure or _is_beside(m, one, place, setting)]


def _is_beside(match: re.Match[str], one: Sentence, place: Place, setting: Setting) -> bool:
    """Of somebody named who does not lead."""
    if match.lastgroup not in ("opinion", "hope", "to"):
        return False
    text, lexicon = setting.texts[place], setting.lexicon
    who = subject(match.start(), one, place, setting)
    if who is None or who.mention.kind != "person" or standing_of(who, setting) is None:
        return False
    rest = text[match.end() : one.end]
    return match.lastgroup != "opinion" or lexicon.demands.match(rest) is not None


def _is_cue(match: re.Match[str], one: Sentence, place: Place, setting: Setting) -> bool:
    judge = JUDGES.get(match.lastgroup or "")
    return judge is None or judge(match, one, place, setting)


def _is_warning(match: re.Match[str], one: Sentence, place: Place, setting: Setting) -> bool:
    """农技员提醒，|树下不能……."""
    rest = setting.texts[place][match.end() : one.end]
    group = group_before(match.start(), one, place, setting)
    return group is not None and setting.lexicon.demands.match(rest) is not None


def _is_framed(match: re.Match[str], one: Sentence, place: Place, setting: Setting) -> bool:
    frame = frame_of(match, one, place, setting, setting.speaker_of(place))
    return frame is not None and is_plea(match, one, frame, setting)


def _is_mine(match: re.Match[str], one: Sentence, place: Place, setting: Setting) -> bool:
    return match[0][0] != "的" or subject(match.start(), one, place, setting) is not None


def _is_verb(match: re.Match[str], one: Sentence, place: Place, setting: Setting) -> bool:
    text, lexicon = setting.texts[place], setting.lexicon
    if lexicon.noun_after.match(text[match.end() : one.end]):
        return False
    marks = quotation(match.start(), text)
    if marks is not None and marks.end - marks.start < NAME_MOST:
        return False
    if match[0] == "要求" and not _may_require(match.start(), one, place, setting):
        return False
    low = max(one.start, match.start() - REACH)
    if lexicon.used.search(text[low : match.start()]):
        return False
    if subject(match.start(), one, place, setting) is not None:
        return True
    if lexicon.noun_before.search(text[low : match.start()]):
        return False
    return leads_in(match, one, text, lexicon)


def _may_require(at: int, one: Sentence, place: Place, setting: Setting) -> bool:
    """她要求热电公司……, 代表写过几份建议，要求……: of nobody who leads."""
    who = subject(at, one, place, setting)
    here = [x for x in setting.within(place, one.start, at) if x.mention.kind == "person"]
    people = [who] if who is not None else here
    return bool(people) and all(
        x.mention.kind == "person" and standing_of(x, setting) is not None for x in people
    )


def _is_opinion(match: re.Match[str], one: Sentence, place: Place, setting: Setting) -> bool:
    """某某委员说，应……; 提案指出，……; 在某某看来，……."""
    standing = voice_of(match, one, place, setting)
    if standing is None:
        return False
    rest = setting.texts[place][match.end() : one.end]
    if match[0].startswith("写得"):
        return standing == "delegate"
    if match[0].startswith(PLAIN) and standing != "somebody":
        return not setting.lexicon.doubting.search(rest)
    return asks(rest, standing, setting) or _is_demand(match[0], rest, standing, setting)


def voice_of(
    match: re.Match[str], one: Sentence, place: Place, setting: Setting
) -> Standing | None:
    """As whom speaks who is named in front of a verb of saying; None where nobody does whose
    words can be a proposal."""
    text, lexicon = setting.texts[place], setting.lexicon
    who = subject(match.start(), one, place, setting)
    if who is not None and who.mention.kind == "person":
        return standing_of(who, setting)
    if lexicon.speaks.match(text, one.start, match.start()):
        return "delegate"
    group = group_before(match.start(), one, place, setting)
    if group is not None:
        return _of_group(group, one, place, setting)
    if who is not None:
        return "delegate" if lexicon.pleading.search(who.mention.name) else None
    for link in setting.within(place, one.start, match.start()):
        if lexicon.in_document.match(text[link.mention.end : match.start()]):
            return "delegate"
    return "voice" if lexicon.first_person.search(text, one.start, match.end()) else None


def _of_group(
    group: re.Match[str], one: Sentence, place: Place, setting: Setting
) -> Standing | None:
    """A team that inspects instructs, unless it is one of delegates."""
    lexicon = setting.lexicon
    if group[0].endswith(TELLING):
        near = setting.texts[place][max(one.start, group.start() - REACH) : group.end()]
        return "delegate" if lexicon.pleading_team.search(near) else None
    return "delegate" if lexicon.delegates.search(group[0]) else "voice"


def asks(rest: str, standing: Standing, setting: Setting) -> bool:
    """What somebody of that standing says asks others to decide or do something."""
    lexicon = setting.lexicon
    if lexicon.strong.search(rest):
        return True
    if standing == "delegate":
        return lexicon.weak.search(rest) is not None
    return standing == "voice" and (
        lexicon.demands.match(rest) is not None or lexicon.demands_later.search(rest) is not None
    )


def _is_demand(verb: str, rest: str, standing: Standing, setting: Setting) -> bool:
    """民进市委会提出，|加强……: bare verbs of who has nothing else to do than to ask."""
    lexicon = setting.lexicon
    is_bare = standing == "delegate" and verb.startswith("提出")
    return is_bare and lexicon.imperative.match(rest) is not None


def _announces(match: re.Match[str], one: Sentence, place: Place, setting: Setting) -> bool:
    """某某提出两条：, 某某的一件建议：, 与会者的呼声很集中：."""
    text, at = setting.texts[place], match.start()
    if match[0].endswith("。") and not setting.lexicon.list_item.match(text[match.end() :]):
        return False
    group = group_before(at, one, place, setting)
    if group is not None:
        return _of_group(group, one, place, setting) is not None
    who = subject(at, one, place, setting)
    if who is None:
        here = [x for x in setting.within(place, one.start, at) if x.mention.kind == "person"]
        who = here[-1] if here else None
    if who is None:
        lexicon = setting.lexicon
        if spoken_behind(at, place, setting):
            return True
        is_mine = setting.is_own() or setting.is_letter or setting.is_answer(place)
        is_own = is_mine and lexicon.self_named.search(text, one.start, at)
        is_body = lexicon.that_body.search(text, one.start, at)
        return bool(is_own or is_body or lexicon.speaks.match(text, one.start, at))
    if who.mention.kind == "person":
        return setting.lexicon.noun_told.match(match[0]) is not None or (
            standing_of(who, setting) is not None
        )
    return setting.lexicon.pleading.search(who.mention.name) is not None


def _is_handed_in(match: re.Match[str], one: Sentence, place: Place, setting: Setting) -> bool:
    """民盟市委会提交|《……》, 李四的|《……的提案》, |《……的提案》（李四）."""
    text, lexicon = setting.texts[place], setting.lexicon
    if lexicon.handed_in.search(text, *one) is not None:
        return True
    if match[0].endswith("报告》"):
        return False
    return any(
        lexicon.owning.fullmatch(text, link.mention.end, match.start())
        or lexicon.owned.fullmatch(text, match.end(), link.mention.start)
        for link in setting.within(place, *one)
    )


Judge = Callable[[re.Match[str], Sentence, Place, Setting], bool]
JUDGES: Mapping[str, Judge] = MappingProxyType(
    {
        "verb": _is_verb,
        "opinion": _is_opinion,
        "warning": _is_warning,
        "colon": _is_framed,
        "announced": _announces,
        "hope": is_hope,
        "to": is_hope,
        "ought": ought,
        "mine": _is_mine,
        "ask": is_asked,
        "titled": _is_handed_in,
    }
)
"""What a cue of each group must be to propose something; those not listed always do."""
