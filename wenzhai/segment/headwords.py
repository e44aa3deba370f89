"""Words of headlines: what says who or where, and nothing of it."""

from __future__ import annotations

from wenzhai.segment.words import words

HALF_MAX = 15.0  # Han characters; the halves of a torn headline are short


def has_verb(text: str) -> bool:
    return any(verb in text for verb in words("headline_verbs") if len(verb) > 1)


def says_who(text: str) -> bool:
    """A half without a verb: 庄浪县政协, 河南延津优质小麦."""
    return len(text) <= HALF_MAX and not has_verb(text)


def names_only(text: str) -> bool:
    """A place or a body without anything said of it: 宁都青塘镇, 庄浪县政协."""
    return text.endswith(words("organ_ends")) and not has_verb(text[:-2])
