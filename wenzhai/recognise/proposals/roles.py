"""Person in a sentence -> the words of the role beside the name."""

from __future__ import annotations

import re

from wenzhai.model import Link

REACH = 14  # code points in front of a name for its role
MARKS = re.compile(r"[，。；：、“”]")


def role_of(link: Link, text: str) -> str:
    """The words of a role in front of a name, or behind it: 刘庆和委员."""
    mention = link.mention
    if mention.role is not None:
        return text[slice(*mention.role)]
    front = MARKS.split(text[max(0, mention.start - REACH) : mention.start])[-1]
    return front or text[mention.end : mention.end + 2]
