"""Words of asking -> whether somebody who does not lead asks others with them: 希望, 请, 能不能, 应当.

What is hoped, begged or wondered counts in letters, in quotation marks, and of whoever stands in
front of it.
"""

from __future__ import annotations

import re

from wenzhai.model import Link, Place
from wenzhai.recognise.proposals.lexicon import ProposalLexicon
from wenzhai.recognise.proposals.roles import Standing, standing_of
from wenzhai.recognise.proposals.setting import Sentence, Setting
from wenzhai.recognise.proposals.spoken import quotation, spoken_before, spoken_behind
from wenzhai.recognise.proposals.subjects import REACH, group_before, subject

SOFT = ("应该", "应当", "应")
"""What one also says of oneself."""
FIRM = frozenset[Standing | None]({"delegate", "voice"})


def is_asked(match: re.Match[str], one: Sentence, place: Place, setting: Setting) -> bool:
    return (
        setting.is_letter
        or is_spoken(match, one, place, setting)
        or _is_wondered(match, one, place, setting)
    )


def _is_wondered(match: re.Match[str], one: Sentence, place: Place, setting: Setting) -> bool:
    """某某问|能不能由妇联出面……: of nobody who leads."""
    text, lexicon = setting.texts[place], setting.lexicon
    if lexicon.wondered.search(text, one.start, match.start()) is None:
        return False
    here = [x for x in setting.within(place, one.start, match.start()) if is_person(x)]
    if not here and lexicon.back_named.search(text, one.start, match.start()):
        meant = setting.meant(place, one.start)
        here = [meant] if meant is not None else []
    return bool(here) and standing_of(here[0], setting) is not None


def is_person(link: Link) -> bool:
    return link.mention.kind == "person"


def _begs(at: int, one: Sentence, place: Place, setting: Setting) -> bool:
    """五位委员联合署名，|请市里……: of nobody who leads, at the beginning of a clause."""
    text = setting.texts[place]
    here = [x for x in setting.within(place, one.start, at) if x.mention.kind == "person"]
    is_clause = text[one.start : at].rstrip("也还再更并就")[-1:] in ("，", "；", "：")
    leads = any(standing_of(x, setting) is None for x in here)
    groups = setting.lexicon.groups.search(text, one.start, at)
    if (
        is_clause
        and not here
        and not groups
        and setting.lexicon.pronoun_first.match(text, one.start)
    ):
        meant = setting.meant(place, one.start)
        return meant is not None and standing_of(meant, setting) is not None
    return is_clause and not leads and bool(here or groups)


def leads_in(match: re.Match[str], one: Sentence, text: str, lexicon: ProposalLexicon) -> bool:
    """Where a clause begins, or behind a word with which one does."""
    return (
        lexicon.lead_in.search(text[max(one.start, match.start() - REACH) : match.start()])
        is not None
    )


def ought(match: re.Match[str], one: Sentence, place: Place, setting: Setting) -> bool:
    """“应该……。”|某某委员说。"""
    fitting = FIRM if match[0] in SOFT else FIRM | {"somebody"}
    who = spoken_before(match.start(), one, place, setting)
    if who is not None:
        is_quoted = quotation(match.start(), setting.texts[place]) is not None
        return is_quoted and standing_of(who, setting) in fitting
    for detail in spoken_behind(match.start(), place, setting):
        for link in setting.within(detail.place, detail.start, detail.end):
            return standing_of(link, setting) in fitting
    return False


def _is_said_by_one(match: re.Match[str], one: Sentence, place: Place, setting: Setting) -> bool:
    """“……，|请县里……。”某某说。 Of somebody named who does not lead, in quotation marks."""
    marks = quotation(match.start(), setting.texts[place])
    return marks is not None and bool(
        spoken_before(match.start(), one, place, setting)
        or spoken_behind(match.start(), place, setting)
    )


def is_spoken(match: re.Match[str], one: Sentence, place: Place, setting: Setting) -> bool:
    """By somebody who does not lead, or by a group: 代表们你一言我一语：……."""
    colon = setting.texts[place].rfind("：", one.start, match.start())
    groups = setting.lexicon.groups.search(setting.texts[place], one.start, max(colon, one.start))
    return bool(
        (colon > 0 and groups)
        or spoken_before(match.start(), one, place, setting)
        or spoken_behind(match.start(), place, setting)
    )


def is_hope(match: re.Match[str], one: Sentence, place: Place, setting: Setting) -> bool:
    text, lexicon = setting.texts[place], setting.lexicon
    if setting.is_letter:
        return True
    if match[0].startswith("请"):
        return match["to"] is not None and (
            _begs(match.start(), one, place, setting) or _is_said_by_one(match, one, place, setting)
        )
    who = subject(match.start(), one, place, setting)
    if who is not None:
        return who.mention.kind == "person" and standing_of(who, setting) is not None
    if group_before(match.start(), one, place, setting):
        return True
    if lexicon.reports.search(text, one.start, match.start()):
        return True
    if is_spoken(match, one, place, setting):
        return True
    if lexicon.appeals.search(text, one.start, match.start()):
        return True
    return match["to"] is not None and leads_in(match, one, text, lexicon)
