"""Person in an article -> as whom they speak."""

from __future__ import annotations

from typing import Literal

from wenzhai.model import Link
from wenzhai.recognise.proposals.setting import MARKS, Setting

REACH = 14  # code points in front of a name for its role
Standing = Literal["delegate", "voice", "somebody"]
"""Whose office is to ask; whose voice is asked for; who just says something."""


def role_of(link: Link, text: str) -> str:
    """The words of a role in front of a name, or behind it: 刘庆和委员."""
    mention = link.mention
    if mention.role is not None:
        return text[slice(*mention.role)]
    front = MARKS.split(text[max(0, mention.start - REACH) : mention.start])[-1]
    return front or text[mention.end : mention.end + 2]


def standing_of(link: Link, setting: Setting) -> Standing | None:
    """None of who leads: that is no proposal but an instruction, or a plan of one's own."""
    roles = [
        role_of(x, setting.texts[x.mention.place])
        for x in setting.named
        if x.mention.kind == "person" and x.mention.name == link.mention.name
    ]
    lexicon = setting.lexicon
    leads = any(
        lexicon.leaders.search(role) and not lexicon.grassroots.search(role) for role in roles
    )
    if any(lexicon.delegates.search(role) for role in roles):
        return "voice" if leads else "delegate"
    if leads:
        return None
    return "voice" if any(lexicon.voices.search(role) for role in roles) else "somebody"
