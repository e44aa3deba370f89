"""Sentence -> whose words it goes on with.

Who said something in the sentence before still speaks in the next one: 提案指出，……不足。|应增开…….
In answers it is whoever answers, in a piece of one's own whoever wrote it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from wenzhai.model import Detail, Place
from wenzhai.recognise.proposals.cues import voice_of
from wenzhai.recognise.proposals.extent import is_another
from wenzhai.recognise.proposals.frames import frame_of
from wenzhai.recognise.proposals.proposers import proposers, speaking
from wenzhai.recognise.proposals.roles import Standing, standing_of
from wenzhai.recognise.proposals.setting import Sentence, Setting, detail

COLON = re.compile("：")
PASSED = re.compile(r"曾|当时|原本|本来|去年|已经?|没有")


class Voice(NamedTuple):
    """Who speaks, and as whom."""

    who: tuple[Detail, ...]
    standing: Standing


def opening_voice(place: Place, setting: Setting, speaker: str | None) -> Voice | None:
    """Whose words a paragraph holds where it names nobody."""
    if speaker is not None:
        name = setting.texts[place][: len(speaker)]
        people = [x for x in setting.named if x.mention.name in name]
        if people and standing_of(people[0], setting) is None:
            return None
        return Voice((speaking(speaker, place, setting),), "voice")
    own = setting.own()
    if own is None or setting.is_reported or standing_of(own, setting) is None:
        return None
    return Voice((detail(own),), "voice")


def next_voice(
    one: Sentence,
    place: Place,
    setting: Setting,
    speaker: str | None,
    before: Voice | None,
    *,
    is_said: bool,
) -> Voice | None:
    """Who speaks in a sentence that proposes nothing by itself; where no cue was spotted, no verb
    of saying stands either (`is_said`)."""
    text = setting.texts[place]
    for match in setting.lexicon.saying_verb.finditer(text, *one) if is_said else ():
        standing = voice_of(match, one, place, setting)
        who = proposers(match, one, place, setting, speaker) if standing else ()
        if standing is not None and who:
            return Voice(who, standing)
    for match in COLON.finditer(text, *one):
        frame = frame_of(match, one, place, setting, speaker)
        if frame is not None:
            return Voice(frame.who, frame.standing)
    words = text[one.start : one.end].lstrip("“ \u3000")
    return None if is_another(one, words, place, setting) else before


def goes_on(one: Sentence, place: Place, setting: Setting) -> bool:
    """Asks for something in the words of who spoke before."""
    words = setting.texts[place][one.start : one.end].lstrip("“ \u3000")
    if is_another(one, words, place, setting) or PASSED.search(words):
        return False
    return setting.lexicon.carried.search(words) is not None
