"""Cue -> who proposes and to whom.

In front of the cue; else the document, its sender, whoever spoke last, whose piece it is, or who
signed it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenzhai.model import Detail, Link, Place
from wenzhai.recognise.proposals.elsewhere import MEETING, PLURAL, elsewhere
from wenzhai.recognise.proposals.frames import frame_of
from wenzhai.recognise.proposals.setting import Sentence, Setting, detail
from wenzhai.recognise.proposals.spoken import quotation, spoken_behind
from wenzhai.recognise.proposals.subjects import group_before, subject
from wenzhai.recognise.words import words_of

JOINED = re.compile(r"(?:委员|代表|教授)?[、和与及]?")
TRADE = frozenset(["n", "nz", "vn", "b", "l", "j", "an", "nt"])
SELF_REACH = 4  # code points in front of a verb in which 我 is its subject
SELF = re.compile(r"我|俺|笔者|本人")


def proposers(
    match: re.Match[str], one: Sentence, place: Place, setting: Setting, speaker: str | None
) -> tuple[Detail, ...]:
    """Empty where nobody can be told."""
    text = setting.texts[place]
    if match.lastgroup == "colon":
        frame = frame_of(match, one, place, setting, speaker)
        return frame.who if frame else ()
    if speaker and (match.lastgroup == "mine" or _is_self(match, one, text)):
        return (speaking(speaker, place, setting),)
    behind = spoken_behind(match.start(), place, setting)
    if behind and not _named_before_marks(match.start(), one, place, setting):
        return behind
    found = tuple(_before(match, one, place, setting))
    if found:
        return found
    if speaker and match.lastgroup != "titled":
        return (speaking(speaker, place, setting),)
    return tuple(elsewhere(match, one, place, setting))


def speaking(speaker: str, place: Place, setting: Setting) -> Detail:
    """Who gives an answer: 答 is whose interview it is."""
    head = setting.head_person()
    if len(speaker) == 1 and head is not None:
        return detail(head)
    known = [x for x in setting.within(place, 0, len(speaker)) if x.mention.kind == "person"]
    if known:
        return detail(setting.fullest(known[0]))
    return Detail("who", place, 0, min(len(speaker), len(setting.texts[place])), speaker)


def _is_self(match: re.Match[str], one: Sentence, text: str) -> bool:
    return SELF.search(text, max(one.start, match.start() - SELF_REACH), match.end()) is not None


def _named_before_marks(at: int, one: Sentence, place: Place, setting: Setting) -> bool:
    """某某说：“……: whoever is named behind says something else."""
    marks = quotation(at, setting.texts[place])
    here = setting.within(place, one.start, at if marks is None else marks.start)
    return any(link.mention.kind == "person" for link in here)


def _before(
    match: re.Match[str], one: Sentence, place: Place, setting: Setting
) -> Iterator[Detail]:
    """In the sentence, in front of the cue."""
    text, at = setting.texts[place], match.start()
    named = subject(at, one, place, setting)
    if named is not None:
        yield from (detail(link) for link in _standing(named, one, place, setting))
        yield from (detail(link) for link in named_beside(named, setting))
        return
    group = group_before(at, one, place, setting)
    if group is not None:
        whose = [x for x in setting.within(place, one.start, at) if x.mention.end == group.start()]
        if whose and whose[-1].mention.kind == "person":  # 赵元朗、孙可为|两位委员
            yield from (detail(link) for link in named_beside(whose[-1], setting))
        else:
            yield _group(group, one, place, setting)
        return
    nicknames = list(setting.lexicon.nickname.finditer(text, one.start, at))
    if nicknames:
        yield Detail("who", place, *nicknames[-1].span("name"), nicknames[-1]["name"])
        return
    report = list(setting.lexicon.reports.finditer(text, one.start, at))
    meant = setting.meant(place, one.start) if report else None
    if meant is not None and setting.lexicon.pronoun_first.match(text, one.start):
        yield detail(meant)  # 他……写成《……的建议》，|请求……
    elif report and match.lastgroup != "titled":
        yield Detail("who", place, *report[-1].span(), report[-1][0])
        yield from _sender(place, one, setting)
    elif match.lastgroup == "titled":
        yield from _author(match, one, place, setting)
    else:
        yield from _loosely(match, one, place, setting)


def _loosely(
    match: re.Match[str], one: Sentence, place: Place, setting: Setting
) -> Iterator[Detail]:
    """Anywhere in front of the cue: whose piece it is, a person, a group, 他, a body."""
    text, at = setting.texts[place], match.start()
    here = setting.within(place, one.start, at)
    clause = text[one.start : at]
    own = setting.own() if setting.is_own() else None
    people = [link for link in here if link.mention.kind == "person"]
    meant = setting.meant(place, one.start)
    if people and meant is not None and setting.lexicon.back_named.search(clause):
        given = setting.lexicon.given
        people = [x for x in people if not given.search(text, one.start, x.mention.start)]
        people = people or [meant]
    groups = list(setting.lexicon.groups.finditer(text, one.start, at))
    if own is not None:
        yield detail(own)
    elif people and not MEETING.search(clause[-6:]):
        yield from (detail(link) for link in named_beside(people[-1], setting))
    elif groups:
        yield Detail("who", place, *groups[-1].span(), groups[-1][0])
    elif setting.lexicon.back_named.search(text, one.start, at):
        meant = setting.meant(place, one.start)
        yield from () if meant is None else (detail(meant),)
    elif setting.lexicon.that_body.search(text, one.start, at):
        bodies = [x for x in setting.before(place, one.start) if x.mention.kind == "organisation"]
        yield from (detail(x) for x in bodies[-1:])
    elif here and not PLURAL.search(clause[-6:]) and not SELF.search(clause[-4:]):
        yield detail(here[-1])


def _group(group: re.Match[str], one: Sentence, place: Place, setting: Setting) -> Detail:
    """With its trade: 气象|专家."""
    text = setting.texts[place]
    trade = setting.lexicon.traded.search(text[one.start : group.start()])
    start = (
        one.start + trade.start("trade") if trade and _is_trade(trade["trade"]) else group.start()
    )
    return Detail("who", place, start, group.end(), text[start : group.end()])


def _is_trade(words: str) -> bool:
    return words.endswith("界的") or all(word.tag in TRADE for word in words_of(words))


def _standing(named: Link, one: Sentence, place: Place, setting: Setting) -> list[Link]:
    """陈晓岚|代表|民建某市委会: the person in front of the body."""
    text, start = setting.texts[place], named.mention.start
    return [
        link
        for link in setting.within(place, one.start, start)
        if named.mention.kind == "organisation"
        and link.mention.kind == "person"
        and setting.lexicon.standing_for.fullmatch(text, link.mention.end, start)
    ]


def named_beside(last: Link, setting: Setting) -> list[Link]:
    """张三、李四和王五建议: all of them, the last one given."""
    place = last.mention.place
    text = setting.texts[place]
    found = [last]
    for link in reversed(setting.within(place, 0, last.mention.start)):
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
    by = _by(one, place, setting)
    if by is not None:
        yield by
        return
    verbs = list(setting.lexicon.handed_in.finditer(text, one.start, match.start()))
    until = verbs[-1].start() if verbs else match.start()
    here = setting.within(place, one.start, until + 1)
    if here:
        yield detail(here[-1])
        return
    behind = setting.within(place, match.end(), one.end)
    if behind and setting.lexicon.owned.fullmatch(text, match.end(), behind[0].mention.start):
        yield detail(behind[0])
        return
    group = list(setting.lexicon.groups.finditer(text, one.start, match.start()))
    if group:
        yield Detail("who", place, *group[-1].span(), group[-1][0])


def _by(one: Sentence, place: Place, setting: Setting) -> Detail | None:
    """由|某某|提交."""
    text, lexicon = setting.texts[place], setting.lexicon
    for link in setting.within(place, one.start, one.end):
        start, end = link.mention.start, link.mention.end
        if lexicon.by.search(text, one.start, start) and lexicon.handed_in.match(text, end):
            return detail(link)
    return None
