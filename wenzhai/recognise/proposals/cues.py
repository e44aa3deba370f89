"""Sentence -> the words in it that propose something.

建议 proposes only as a verb: behind who proposes or where a clause begins. 认为 and 提出 do so
when who speaks does not lead and a demand follows.
"""

from __future__ import annotations

import re

from wenzhai.model import Link, Place
from wenzhai.recognise.proposals.lexicon import ProposalLexicon
from wenzhai.recognise.proposals.roles import role_of
from wenzhai.recognise.proposals.setting import Sentence, Setting
from wenzhai.recognise.proposals.spoken import quotation, spoken_before, spoken_behind

REACH = 44  # code points in front of a verb that are read
PLAIN = ("提出", "认为")
TELLING = ("团", "组", "队", "部门")
"""Ends of groups whose opinion is an instruction: 调研组提出，要……."""


def cues(one: Sentence, place: Place, setting: Setting) -> list[re.Match[str]]:
    """In the order of the sentence; where one proposes, 乙提出，要…… beside it does too."""
    every = list(setting.lexicon.cue.finditer(setting.texts[place], *one))
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
    if who is None or who.mention.kind != "person" or lexicon.leaders.search(role_of(who, text)):
        return False
    rest = text[match.end() : one.end]
    return match.lastgroup != "opinion" or lexicon.demands.match(rest) is not None


def _is_cue(match: re.Match[str], one: Sentence, place: Place, setting: Setting) -> bool:
    match match.lastgroup:
        case "verb":
            return _is_verb(match, one, place, setting)
        case "opinion" | "warning":
            return _is_opinion(match, one, place, setting)
        case "asking":
            return _voices(match, one, place, setting)
        case "pleaded":
            return _is_delegate(match, one, place, setting)
        case "hope" | "to":
            return _is_hope(match, one, place, setting)
        case "ought":
            return _ought(match, one, place, setting)
        case "mine":
            return match[0][0] != "的" or subject(match.start(), one, place, setting) is not None
        case "ask":
            return setting.is_letter or _is_spoken(match, one, place, setting)
        case "titled":
            return _is_handed_in(match, one, place, setting)
        case _:
            return True


def subject(at: int, one: Sentence, place: Place, setting: Setting) -> Link | None:
    """Who stands right in front of a word, titles and adverbs between; 他 is who was named last."""
    text = setting.texts[place]
    pronoun = setting.lexicon.pronoun.search(text[one.start : at])
    if pronoun is not None:
        before = setting.within(place, 0, one.start + pronoun.start())
        people = [link for link in before if link.mention.kind == "person"]
        return people[-1] if people else None
    for link in reversed(setting.within(place, one.start, at)):
        end = link.mention.end
        if end <= at and setting.lexicon.between.fullmatch(text, end, at):
            return link
    return None


def group_before(at: int, one: Sentence, place: Place, setting: Setting) -> re.Match[str] | None:
    """委员们, 视察组 right in front of a word."""
    low = max(one.start, at - REACH)
    found = setting.lexicon.lead_in.search(setting.texts[place][low:at])
    if found is None or not found["group"]:
        return None
    return setting.lexicon.groups.match(setting.texts[place], low + found.start("group"), at)


def _is_verb(match: re.Match[str], one: Sentence, place: Place, setting: Setting) -> bool:
    text, lexicon = setting.texts[place], setting.lexicon
    if lexicon.noun_after.match(text[match.end() : one.end]):
        return False
    low = max(one.start, match.start() - REACH)
    if lexicon.used.search(text[low : match.start()]):
        return False
    if subject(match.start(), one, place, setting) is not None:
        return True
    if lexicon.noun_before.search(text[low : match.start()]):
        return False
    return _leads_in(match, one, text, lexicon)


def _leads_in(match: re.Match[str], one: Sentence, text: str, lexicon: ProposalLexicon) -> bool:
    """Where a clause begins, or behind a word with which one does."""
    return (
        lexicon.lead_in.search(text[max(one.start, match.start() - REACH) : match.start()])
        is not None
    )


def _is_opinion(match: re.Match[str], one: Sentence, place: Place, setting: Setting) -> bool:
    text, lexicon = setting.texts[place], setting.lexicon
    rest = text[match.end() : one.end]
    is_plain = match[0] in PLAIN  # 提出在国道沿线增设……: what follows was looked at
    is_plain = is_plain or _is_demand(match, rest, one, place, setting)
    if not (is_plain or lexicon.demands.match(rest) or lexicon.demands_later.search(rest)):
        return False
    who = subject(match.start(), one, place, setting)
    if match.lastgroup == "opinion" and who is not None and who.mention.kind == "person":
        return _is_voice(who, text, lexicon)
    if match.lastgroup == "opinion" and lexicon.speaks.match(text, one.start, match.start()):
        return True
    if who is not None and lexicon.pleading.search(who.mention.name):
        return True
    for link in setting.within(place, one.start, match.start()):
        if lexicon.in_document.match(text[link.mention.end : match.start()]):
            return True
    group = group_before(match.start(), one, place, setting)
    return group is not None and not group[0].endswith(TELLING)


def _is_demand(
    match: re.Match[str], rest: str, one: Sentence, place: Place, setting: Setting
) -> bool:
    """民进市委会提出，|加强……: bare verbs of who has nothing else to do than to ask."""
    lexicon = setting.lexicon
    if not match[0].startswith("提出") or not lexicon.imperative.match(rest):
        return False
    who = subject(match.start(), one, place, setting)
    if who is None:
        group = group_before(match.start(), one, place, setting)
        return group is not None and lexicon.delegates.search(group[0]) is not None
    if who.mention.kind != "person":
        return lexicon.pleading.search(who.mention.name) is not None
    return lexicon.delegates.search(role_of(who, setting.texts[place])) is not None


def _is_delegate(match: re.Match[str], one: Sentence, place: Place, setting: Setting) -> bool:
    who = subject(match.start(), one, place, setting)
    if who is None or who.mention.kind != "person":
        return False
    role = role_of(who, setting.texts[place])
    lexicon = setting.lexicon
    return lexicon.delegates.search(role) is not None and not lexicon.leaders.search(role)


def _voices(match: re.Match[str], one: Sentence, place: Place, setting: Setting) -> bool:
    """某某委员表示，应……: said by somebody whose voice is asked for."""
    who = subject(match.start(), one, place, setting)
    if who is not None:
        is_person = who.mention.kind == "person"
        return is_person and _is_voice(who, setting.texts[place], setting.lexicon)
    group = group_before(match.start(), one, place, setting)
    return group is not None and not group[0].endswith(TELLING)


def _is_voice(who: Link, text: str, lexicon: ProposalLexicon) -> bool:
    role = role_of(who, text)
    return lexicon.voices.search(role) is not None and not lexicon.leaders.search(role)


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


def _ought(match: re.Match[str], one: Sentence, place: Place, setting: Setting) -> bool:
    """“应该……。”|某某委员说。"""
    text, lexicon = setting.texts[place], setting.lexicon
    who = spoken_before(match.start(), one, place, setting)
    if who is not None:
        is_quoted = quotation(match.start(), text) is not None
        return is_quoted and lexicon.voices.search(role_of(who, text)) is not None
    for detail in spoken_behind(match.start(), place, setting):
        for link in setting.within(detail.place, detail.start, detail.end):
            return lexicon.voices.search(role_of(link, text)) is not None
    return False


def _is_spoken(match: re.Match[str], one: Sentence, place: Place, setting: Setting) -> bool:
    """By somebody who does not lead."""
    return bool(
        spoken_before(match.start(), one, place, setting)
        or spoken_behind(match.start(), place, setting)
    )


def _is_hope(match: re.Match[str], one: Sentence, place: Place, setting: Setting) -> bool:
    text, lexicon = setting.texts[place], setting.lexicon
    if setting.is_letter:
        return True
    if match[0].startswith("请"):
        return False
    who = subject(match.start(), one, place, setting)
    if who is not None:
        return who.mention.kind == "person" and not lexicon.leaders.search(role_of(who, text))
    if group_before(match.start(), one, place, setting):
        return True
    if lexicon.reports.search(text, one.start, match.start()):
        return True
    if _is_spoken(match, one, place, setting):
        return True
    if lexicon.appeals.search(text, one.start, match.start()):
        return True
    return match["to"] is not None and _leads_in(match, one, text, lexicon)
