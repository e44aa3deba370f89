"""Cue in whose sentence nobody is named -> who proposes.

The sender of the document that speaks, those who met, who signed, whoever spoke last, whose piece
it is, who wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wenzhai.model import Detail, Place
from wenzhai.recognise.proposals.setting import Sentence, Setting, detail, sentences

LEAD = 8  # code points in front of a cue that say of whom it is
MEETING = re.compile(r"会议|会上|大家|与会人员|与会者")
PLURAL = re.compile(r"他们|她们|大家")
FIRST_PERSON = re.compile(r"我|笔者|本人|俺")
SOMEBODY = re.compile(r"(?:有人|有的)$")


def _handed_in(place: Place, at: int, setting: Setting) -> Detail | None:
    """Who handed in the document of which an earlier sentence tells."""
    for other in sorted(setting.rank, key=lambda key: -setting.rank[key]):
        if setting.rank[other] > setting.rank[place]:
            continue
        text = setting.texts[other]
        for one in reversed(sentences(text)):
            if other == place and one.start >= at:
                continue
            for verb in setting.lexicon.handed_in.finditer(text, *one):
                here = setting.within(other, one.start, verb.start())
                if here:
                    return detail(here[-1])
    return None


def elsewhere(
    match: re.Match[str], one: Sentence, place: Place, setting: Setting
) -> tuple[Detail, ...]:
    """Outside the sentence of the cue; empty where nobody can be told."""
    lead = setting.texts[place][max(one.start, match.start() - LEAD) : match.start()]
    if SOMEBODY.search(lead):
        return ()
    if MEETING.search(lead) or PLURAL.search(lead):
        return tuple(_meeting(place, one, setting))
    if setting.lexicon.speaks.match(setting.texts[place], one.start, match.start()):
        sender = _handed_in(place, one.start, setting)
        if sender is not None:
            return (sender,)
    own = setting.own()
    if own is not None and FIRST_PERSON.search(lead + match[0]):
        return (detail(own),)
    if setting.is_letter or match.lastgroup in ("ask", "hope", "to"):
        writer = _writer(setting)
        if writer is not None:
            return (writer,)
    return tuple(nearest(place, one, setting))


def _writer(setting: Setting) -> Detail | None:
    signed = [x for x in setting.signed if x.mention.kind == "person"]
    if signed:
        return detail(signed[0])
    return setting.signature() if setting.is_letter else None


def nearest(place: Place, one: Sentence, setting: Setting) -> Iterator[Detail]:
    """Named before in the paragraph, whose piece it is, named before, signed, a body."""
    before = setting.before(place, one.start)
    people = [link for link in before if link.mention.kind == "person"]
    inside = [link for link in people if link.mention.place == place]
    head = setting.head_person()
    if inside or head is not None or people:
        yield detail(inside[-1] if inside else head or people[-1])
        return
    signed = setting.signed
    own = [link for link in signed if link.mention.kind == "person"] or signed
    bodies = [link for link in before if link.mention.kind == "organisation"]
    yield from (detail(link) for link in own or setting.authors or bodies[-1:])


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
