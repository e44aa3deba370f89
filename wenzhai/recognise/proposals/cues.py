"""Sentence -> the words in it that propose something.

建议 proposes only as a verb: behind who proposes or where a clause begins. 认为 and 提出 do so
when who speaks does not lead and a demand follows.
"""

from __future__ import annotations

import re

from wenzhai.model import Link, Place
from wenzhai.recognise.proposals.lexicon import ProposalLexicon
from wenzhai.recognise.proposals.setting import Sentence, Setting

REACH = 44  # code points in front of a verb that are read
ROLE_REACH = 14  # ... in front of a name for its role
TELLING = ("团", "组", "队", "部门")
"""Ends of groups whose opinion is an instruction: 调研组提出，要……."""


def cues(one: Sentence, place: Place, setting: Setting) -> list[re.Match[str]]:
    """In the order of the sentence."""
    text = setting.texts[place]
    return [
        match
        for match in setting.lexicon.cue.finditer(text, *one)
        if _is_cue(match, one, place, setting)
    ]


def _is_cue(match: re.Match[str], one: Sentence, place: Place, setting: Setting) -> bool:
    text, lexicon = setting.texts[place], setting.lexicon
    match match.lastgroup:
        case "verb":
            return _is_verb(match, one, place, setting)
        case "opinion" | "warning":
            return _is_opinion(match, one, place, setting)
        case "hope" | "to":
            return _is_hope(match, one, place, setting)
        case "ask":
            return setting.is_letter
        case "titled":
            return lexicon.handed_in.search(text, *one) is not None
        case _:
            return True


def subject(at: int, one: Sentence, place: Place, setting: Setting) -> Link | None:
    """Who stands right in front of a word, titles and adverbs between."""
    text = setting.texts[place]
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
    if not (lexicon.demands.match(rest) or lexicon.demands_later.search(rest)):
        return False
    who = subject(match.start(), one, place, setting)
    if match.lastgroup == "opinion" and who is not None and who.mention.kind == "person":
        role = role_of(who, text)
        return lexicon.voices.search(role) is not None and not lexicon.leaders.search(role)
    for link in setting.within(place, one.start, match.start()):
        if lexicon.in_document.match(text[link.mention.end : match.start()]):
            return True
    group = group_before(match.start(), one, place, setting)
    return group is not None and not group[0].endswith(TELLING)


def role_of(link: Link, text: str) -> str:
    """The words of a role in front of a name, or behind it: 刘庆和委员."""
    mention = link.mention
    behind = text[mention.end : mention.end + 2]
    if mention.role is not None:
        return text[slice(*mention.role)]
    front = re.split(r"[，。；：、“”]", text[max(0, mention.start - ROLE_REACH) : mention.start])[
        -1
    ]
    return front or behind


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
    return match["to"] is not None and _leads_in(match, one, text, lexicon)
