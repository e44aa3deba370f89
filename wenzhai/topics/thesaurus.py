"""The thesaurus, from `data/topics.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

import yaml

Where = Literal["headline", "lead", "text"]
Strength = Literal["terms", "hints"]


class Use(NamedTuple):
    """What a word of the thesaurus says."""

    topic: str
    strength: Strength | Literal["except"]


@dataclass(frozen=True, slots=True)
class Rule:
    """When the words of a topic make an article one about it."""

    name: str
    where: Where
    of: Strength | Literal["both"]
    times: int
    different: int
    per_thousand: float
    """Occurrences for each thousand characters of the article; 0 where length does not matter."""
    at_most: int
    """What length can demand at most: a long report treats several things."""
    and_terms: int
    """Occurrences of terms in the whole article."""
    and_in_text: int
    """Occurrences of terms and hints in the whole article."""


@dataclass(frozen=True, slots=True)
class Topic:
    name: str
    slug: str
    """ASCII; the name of its page."""
    broader: str | None
    """Name of the topic above; None at the top."""
    terms: tuple[str, ...]
    hints: tuple[str, ...]
    exceptions: tuple[str, ...]
    is_portrait: bool = False
    """An article about one person speaks for it, whatever its words."""
    fields: tuple[str, ...] = ()
    """Fields of life in `data/segment/fields.txt` whose words tell of it."""


@dataclass(frozen=True, slots=True)
class Thesaurus:
    topics: Mapping[str, Topic]
    """By name, in the order of the file."""
    rules: tuple[Rule, ...]
    uses: Mapping[str, tuple[Use, ...]]
    """By word."""
    words: Mapping[str, tuple[str, ...]]
    """By its first two characters (one, for a word of one): longest first."""
    of_field: Mapping[str, tuple[str, ...]]
    """Topics by field of life."""


@cache
def load_topics() -> Thesaurus:
    """The project's thesaurus; raises ValueError that names all mistakes of the file at once."""
    text = files("wenzhai").joinpath("data/topics.yml").read_text(encoding="utf-8")
    return read_topics(text)


def read_topics(text: str) -> Thesaurus:
    raw = yaml.load(text, yaml.CSafeLoader)
    topics = [_topic(row) for row in raw["topics"]]
    mistakes = _mistakes(topics)
    if mistakes:
        raise ValueError("topics.yml: " + "; ".join(mistakes))
    uses: dict[str, list[Use]] = {}
    for topic in topics:
        for word in topic.terms:
            uses.setdefault(word, []).append(Use(topic.name, "terms"))
        for word in topic.hints:
            uses.setdefault(word, []).append(Use(topic.name, "hints"))
        for word in topic.exceptions:
            uses.setdefault(word, []).append(Use(topic.name, "except"))
    starts: dict[str, list[str]] = {}
    for word in sorted(uses, key=lambda word: (-len(word), word)):
        starts.setdefault(word[:2], []).append(word)
    of_field: dict[str, list[str]] = {}
    for topic in topics:
        for name in topic.fields:
            of_field.setdefault(name, []).append(topic.name)
    return Thesaurus(
        MappingProxyType({topic.name: topic for topic in topics}),
        tuple(_rule(row) for row in raw["rules"]),
        MappingProxyType({word: tuple(rows) for word, rows in uses.items()}),
        MappingProxyType({start: tuple(words) for start, words in starts.items()}),
        MappingProxyType({name: tuple(those) for name, those in of_field.items()}),
    )


def _topic(row: dict[str, Any]) -> Topic:
    return Topic(
        row["name"],
        row["slug"],
        row.get("broader"),
        tuple(row.get("terms", ())),
        tuple(row.get("hints", ())),
        tuple(row.get("except", ())),
        row.get("portrait", False),
        tuple(row.get("fields", ())),
    )


def _rule(row: dict[str, Any]) -> Rule:
    return Rule(
        row["name"],
        row["in"],
        row["of"],
        row["times"],
        row.get("different", 1),
        row.get("per-thousand", 0),
        row.get("at-most", 0),
        row.get("and-terms", 0),
        row.get("and-in-text", 0),
    )


def _mistakes(topics: list[Topic]) -> list[str]:
    found: list[str] = []
    names = [topic.name for topic in topics]
    slugs = [topic.slug for topic in topics]
    found.extend(
        f"{name} stands twice" for name in sorted({n for n in names if names.count(n) > 1})
    )
    found.extend(
        f"slug {slug} stands twice" for slug in sorted({s for s in slugs if slugs.count(s) > 1})
    )
    for topic in topics:
        if topic.broader is not None and topic.broader not in names:
            found.append(f"{topic.name}: no topic {topic.broader} (broader)")
        if not topic.slug.isascii() or topic.slug != topic.slug.lower():
            found.append(f"{topic.name}: slug {topic.slug} is not lower-case ASCII")
        words = (*topic.terms, *topic.hints, *topic.exceptions)
        found.extend(
            f"{topic.name}: {w} stands twice"
            for w in sorted({w for w in words if words.count(w) > 1})
        )
        found.extend(f"{topic.name}: {w!r} is no text" for w in words if not isinstance(w, str))
    return found
