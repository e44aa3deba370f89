"""Word in a sentence -> who stands right in front of it."""

from __future__ import annotations

import re

from wenzhai.model import Link, Place
from wenzhai.recognise.proposals.setting import Sentence, Setting

REACH = 44  # code points in front of a verb that are read


def subject(at: int, one: Sentence, place: Place, setting: Setting) -> Link | None:
    """Who stands right in front of a word, titles and adverbs between; 他 is who was named last."""
    text = setting.texts[place]
    pronoun = setting.lexicon.pronoun.search(text[one.start : at])
    if pronoun is not None:
        return setting.meant(place, one.start + pronoun.start())
    for link in reversed(setting.within(place, one.start, at)):
        start, end = link.mention.start, link.mention.end
        if setting.lexicon.object_marks.search(text, one.start, start):
            continue
        if end <= at and setting.lexicon.between.fullmatch(text, end, at):
            return link
    return None


def group_before(at: int, one: Sentence, place: Place, setting: Setting) -> re.Match[str] | None:
    """委员们, 视察组 right in front of a word."""
    low = max(one.start, at - REACH)
    found = setting.lexicon.lead_in.search(setting.texts[place][low:at])
    if found is None or not found["group"]:
        return None
    start = low + found.start("group")
    if setting.lexicon.object_marks.search(setting.texts[place], one.start, start):
        return None
    return setting.lexicon.groups.match(setting.texts[place], start, at)
