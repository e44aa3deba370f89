"""Cue -> who proposes and to whom.

In front of the cue; else the document, its sender, whoever spoke last, whose piece it is, or who
signed it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenzhai.model import Detail, Link, Place
from wenzhai.recognise.proposals.cues import group_before, subject
from wenzhai.recognise.proposals.setting import Sentence, Setting, detail

JOINED = re.compile(r"(?:委员|代表|教授)?[、和与及]?")
MEETING = re.compile(r"会议|会上|大家|与会人员|与会者")
PLURAL = re.compile(r"他们|她们|大家")
SELF = re.compile(r"我|俺|笔者|本人")


def proposers(
    match: re.Match[str], one: Sentence, place: Place, setting: Setting, speaker: str | None
) -> tuple[Detail, ...]:
    """Empty where nobody can be told."""
    text = setting.texts[place]
    if match.lastgroup == "mine" and speaker:
        return (Detail("who", place, 0, min(len(speaker), len(text)), speaker),)
    found = tuple(_before(match, one, place, setting))
    if found:
        return found
    if speaker and match.lastgroup != "titled":
        return (Detail("who", place, 0, min(len(speaker), len(text)), speaker),)
    return tuple(_elsewhere(match, one, place, setting))


def _before(
    match: re.Match[str], one: Sentence, place: Place, setting: Setting
) -> Iterator[Detail]:
    """In the sentence, in front of the cue."""
    text, at = setting.texts[place], match.start()
    named = subject(at, one, place, setting)
    if named is not None:
        yield from (detail(link) for link in _joined(named, one, place, setting))
        return
    group = group_before(at, one, place, setting)
    if group is not None:
        whose = [x for x in setting.within(place, one.start, at) if x.mention.end == group.start()]
        if whose and whose[-1].mention.kind == "person":  # 赵元朗、孙可为|两位委员
            yield from (detail(link) for link in _joined(whose[-1], one, place, setting))
        else:
            yield Detail("who", place, *group.span(), group[0])
        return
    report = list(setting.lexicon.reports.finditer(text, one.start, at))
    if report and match.lastgroup != "titled":
        yield Detail("who", place, *report[-1].span(), report[-1][0])
        yield from _sender(place, one, setting)
        return
    here = setting.within(place, one.start, at)
    if match.lastgroup == "titled":
        yield from _author(match, one, place, setting)
        return
    clause = text[one.start : at]
    people = [link for link in here if link.mention.kind == "person"]
    if people and not MEETING.search(clause[-6:]):
        yield from (detail(link) for link in _joined(people[-1], one, place, setting))
        return
    groups = list(setting.lexicon.groups.finditer(text, one.start, at))
    if groups:
        yield Detail("who", place, *groups[-1].span(), groups[-1][0])
    elif here and not PLURAL.search(clause[-6:]) and not SELF.search(clause[-4:]):
        yield detail(here[-1])


def _joined(last: Link, one: Sentence, place: Place, setting: Setting) -> list[Link]:
    """张三、李四和王五建议: all of them."""
    text = setting.texts[place]
    found = [last]
    here = setting.within(place, one.start, last.mention.start)
    for link in reversed(here):
        first = found[0].mention
        is_next = JOINED.fullmatch(text, link.mention.end, first.start) is not None
        if link.mention.kind != first.kind or not is_next or link.mention.end == first.start:
            break
        found.insert(0, link)
    return found


def _sender(place: Place, one: Sentence, setting: Setting) -> Iterator[Detail]:
    bodies = [x for x in setting.before(place, one.end) if x.mention.kind == "organisation"]
    if bodies:
        yield detail(bodies[0])


def _author(
    match: re.Match[str], one: Sentence, place: Place, setting: Setting
) -> Iterator[Detail]:
    """Who hands the document in: the last named in front of the verb."""
    text = setting.texts[place]
    verbs = list(setting.lexicon.handed_in.finditer(text, one.start, match.start()))
    until = verbs[-1].start() if verbs else match.start()
    here = setting.within(place, one.start, until + 1)
    if here:
        yield detail(here[-1])
        return
    group = list(setting.lexicon.groups.finditer(text, one.start, match.start()))
    if group:
        yield Detail("who", place, *group[-1].span(), group[-1][0])


def _elsewhere(
    match: re.Match[str], one: Sentence, place: Place, setting: Setting
) -> Iterator[Detail]:
    """Outside the sentence."""
    text = setting.texts[place]
    lead = text[max(one.start, match.start() - 8) : match.start()]
    before = setting.before(place, one.start)
    people = [link for link in before if link.mention.kind == "person"]
    head = setting.head_person()
    if MEETING.search(lead) or PLURAL.search(lead):
        yield from _meeting(place, one, setting)
        return
    if setting.is_letter or match.lastgroup in ("ask", "hope", "to"):
        signed = [x for x in setting.signed() if x.mention.kind == "person"]
        if signed:
            yield detail(signed[0])
            return
        printed = setting.signature()
        if setting.is_letter and printed is not None:
            yield printed
            return
    inside = [link for link in people if link.mention.place == place]
    if inside:
        yield detail(inside[-1])
        return
    if head is not None:
        yield detail(head)
        return
    if people:
        yield detail(people[-1])
        return
    for link in setting.signed():
        yield detail(link)


def _meeting(place: Place, one: Sentence, setting: Setting) -> Iterator[Detail]:
    """Those who met: 委员们 said before, else the body that met."""
    for other in sorted(setting.rank, key=lambda key: -setting.rank[key]):
        if setting.rank[other] > setting.rank[place]:
            continue
        end = one.start if other == place else len(setting.texts[other])
        groups = [
            m
            for m in setting.lexicon.groups.finditer(setting.texts[other], 0, end)
            if m[0].endswith("们") or m[0].endswith(("团", "组"))
        ]
        if groups:
            yield Detail("who", other, *groups[-1].span(), groups[-1][0])
            return
    bodies = [x for x in setting.before(place, one.start) if x.mention.kind == "organisation"]
    if bodies:
        yield detail(bodies[0])
