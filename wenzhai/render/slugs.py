"""Words -> ASCII names of pages and headings."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from pypinyin import lazy_pinyin

_OUTSIDE = re.compile("[^a-z0-9]+")
_DIGITS = 4  # hexadecimal, of the topic's SHA-256, when two topics sound alike


def topic_slugs(topics: Iterable[str]) -> Mapping[str, str]:
    """By topic: its pinyin; topics that sound alike get digits of their hash as well."""
    spelled = {topic: _spell(topic) for topic in topics}
    heard = Counter(spelled.values())
    return {
        topic: slug if slug and heard[slug] == 1 else f"{slug or 'topic'}-{_hash(topic)}"
        for topic, slug in spelled.items()
    }


def slug(word: str) -> str:
    """Of one word, unlike that of any other that sounds alike."""
    return f"{_spell(word) or 'word'}-{_hash(word)}"


def _spell(topic: str) -> str:
    return _OUTSIDE.sub("-", "".join(lazy_pinyin(topic)).lower()).strip("-")


def _hash(topic: str) -> str:
    return hashlib.sha256(topic.encode()).hexdigest()[:_DIGITS]
