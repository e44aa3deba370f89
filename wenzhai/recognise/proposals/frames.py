"""Narration in front of a colon -> who speaks behind it, whatever the verb.

他托人写了一页纸交到县上：每隔15公里该有一间……; 我的请求不复杂：请……; 同组的某某接过话头：…….
"""

from __future__ import annotations

import re
from typing import NamedTuple

from wenzhai.model import Detail, Place
from wenzhai.recognise.proposals.roles import Standing, standing_of
from wenzhai.recognise.proposals.setting import Sentence, Setting, detail
from wenzhai.recognise.proposals.spoken import quotation

LABEL_MAX = 5  # code points of a name in front of a colon that only says who speaks
NARRATION_MAX = 70  # code points in front of a colon


class Frame(NamedTuple):
    """Who speaks behind the colon, and as whom."""

    who: tuple[Detail, ...]
    standing: Standing


def frame_of(
    match: re.Match[str], one: Sentence, place: Place, setting: Setting, speaker: str | None
) -> Frame | None:
    """None where nobody is told, or who leads."""
    text, at = setting.texts[place], match.start()
    marks = quotation(at, text)
    if at - one.start > NARRATION_MAX or (marks is not None and marks.start > one.start):
        return None
    lexicon = setting.lexicon
    here = [x for x in setting.within(place, one.start, at) if x.mention.kind == "person"]
    subjects = [
        x for x in here if not lexicon.object_marks.search(text, one.start, x.mention.start)
    ]
    if subjects:
        standing = standing_of(subjects[-1], setting)
        return Frame((detail(subjects[-1]),), standing) if standing else None
    if lexicon.self_named.search(text, one.start, at):
        own = setting.own()
        if speaker is None and own is not None and not setting.is_reported:
            return Frame((detail(own),), "voice")
        return _answering(speaker, place, setting)
    if lexicon.back_named.search(text, one.start, at):
        meant = setting.meant(place, one.start)
        standing = standing_of(meant, setting) if meant else None
        return Frame((detail(meant),), standing) if meant and standing else None
    groups = list(lexicon.groups.finditer(text, one.start, at))
    if groups and lexicon.wished.search(text, one.start, at):
        return Frame((Detail("who", place, *groups[-1].span(), groups[-1][0]),), "voice")
    here = [x for x in setting.within(place, 0, one.start) if x.mention.kind == "person"]
    if here and lexicon.written.search(text, one.start, at):
        standing = standing_of(here[-1], setting)
        return Frame((detail(setting.fullest(here[-1])),), standing) if standing else None
    return None


def _answering(speaker: str | None, place: Place, setting: Setting) -> Frame | None:
    """我个人还要呼吁一句：…… in an interview."""
    people = [x for x in setting.named if speaker and x.mention.name in speaker]
    if speaker is None or (people and standing_of(people[0], setting) is None):
        return None
    who = Detail("who", place, 0, min(len(speaker), len(setting.texts[place])), speaker)
    return Frame((detail(setting.fullest(people[0])) if people else who,), "voice")


def is_plea(match: re.Match[str], one: Sentence, frame: Frame, setting: Setting) -> bool:
    """What stands in front of the colon says that something is asked, or what follows asks."""
    lexicon, text = setting.lexicon, match.string
    if lexicon.used.search(text, one.start, match.start()):
        return False
    if lexicon.replying.search(text, one.start, match.start()):
        return False
    rest = text[match.end() : one.end]
    wish = lexicon.wished.search(text, one.start, match.start())
    if wish is not None:
        return not lexicon.noun_only.match(rest)
    if lexicon.strong.search(rest):
        return True
    if match.start() - one.start <= LABEL_MAX:
        return False
    if lexicon.plea.match(rest):
        return True
    if lexicon.addressed.search(text, one.start, match.start()):
        return True
    is_delegate = frame.standing == "delegate"
    return is_delegate and bool(lexicon.imperative.match(rest) or lexicon.weak.search(rest))
