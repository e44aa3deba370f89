"""Words of a topic in an article -> what speaks for the topic, as numbers.

Each has a weight in `data/topic_weights.yml`, fitted by `bench/fit_topics.py` to what editors
gave; their sum is how likely an editor gives the topic.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from wenzhai.model import Article, Link, Mention, Place
from wenzhai.shipped import read_yaml
from wenzhai.topics.fields import IN_HEAD, IN_LEAD, WORD_MOST, told_of
from wenzhai.topics.learnt import content_words, ranks
from wenzhai.topics.meaning import Numbers, Telling, numbers_of, tells
from wenzhai.topics.scan import Hit, scan
from wenzhai.topics.thesaurus import Thesaurus

LEAD_LENGTH = 200  # code points; the longest leads of the samples have 170
HINT = 0.4  # a hint counts as this part of a term
SHORT = 0.3  # thousands of code points added to a length, so that a brief is not all density
LEAST = 0.1  # strength of a topic that only its portrait speaks for
SAID_MOST = 10  # topics in question by what all the words say
LEARNT_LEAST = -8.0  # log-odds; less says no more
PORTRAIT_MOST = 6  # mentions of a person from which more say nothing
TOLD_OF = frozenset({"subject", "speaker", "mentioned"})

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Text:
    """An article's text for reading topics: heads, then body, in one string."""

    text: str
    head_end: int
    lead_end: int
    length: int
    """Code points of the body."""
    roles: tuple[tuple[int, int], ...]
    """Where people's roles stand: 退休教师 makes no article one about schools."""
    portrait: float
    """How much the article is about one person: 0 to 1."""
    words: Mapping[str, float]
    """As `content_words` has them."""

    def numbers(self, without: re.Pattern[str] | None = None) -> Numbers:
        """What it tells of, as `numbers_of` has it; some of its words left out."""
        parts = (self.text[: self.head_end], self.text[self.head_end :])
        return numbers_of(*((without.sub("", p) if without else p).split("\n") for p in parts))


@dataclass(frozen=True, slots=True)
class Weights:
    features: Features
    """Of every feature; "bias" stands alone."""
    priors: Mapping[str, float]
    """Of a topic: how often editors give it, as a logarithm; 0 for the average topic."""
    threshold: float
    """From which probability on a topic is given."""


@cache
def load_weights() -> Weights:
    raw: dict[str, Any] = read_yaml("topic_weights.yml")
    return Weights(
        MappingProxyType(raw["features"]), MappingProxyType(raw["priors"]), raw["threshold"]
    )


def text_of(article: Article, links: Sequence[Link] = ()) -> Text:
    """`links` tell of the people in it."""
    heads = [place for place, _ in article.passages() if place.field != "body"]
    places = [*heads, *(place for place, _ in article.passages() if place.field == "body")]
    texts = {place: passage.text for place, passage in article.passages()}
    starts: dict[Place, int] = {}
    at = 0
    for place in places:
        starts[place] = at
        at += len(texts[place]) + 1
    head_end = starts[places[len(heads)]] if len(heads) < len(places) else at
    people = [one.mention for one in links if one.mention.kind == "person"]
    roles = tuple(
        (starts[one.place] + one.role[0], starts[one.place] + one.role[1])
        for one in people
        if one.role is not None and one.place.field == "body"
    )
    length = max(1, at - head_end)
    above, below = ([texts[place] for place in some] for some in (heads, places[len(heads) :]))
    words = content_words(above, below)
    text = "\n".join(texts[place] for place in places)
    return Text(text, head_end, head_end + LEAD_LENGTH, length, roles, _portrait(people), words)


def _portrait(people: Sequence[Mention]) -> float:
    """The share of the person named most, less where that is seldom."""
    named = Counter(one.name for one in people if one.part in TOLD_OF)
    if not named:
        return 0.0
    most = max(named.values())
    return min(most, PORTRAIT_MOST) / PORTRAIT_MOST * most / named.total()


def words_of_topics(
    text: Text, thesaurus: Thesaurus, said: Mapping[str, float]
) -> dict[str, tuple[Hit, ...]]:
    """The words of each topic in question; those in a role are hints only.

    `said` is what all words of the article say (`learnt`): a topic may be in question without any
    word of the thesaurus.
    """
    found = {
        topic: tuple(_demoted(hit, text) for hit in hits)
        for topic, hits in scan(text.text, thesaurus).items()
    }
    if text.portrait:
        for topic in thesaurus.topics.values():
            if topic.is_portrait:
                found.setdefault(topic.name, ())
    for name in sorted(said, key=lambda name: (-said[name], name))[:SAID_MOST]:
        found.setdefault(name, ())
    return found


def meant_of(
    text: Text, topics: Iterable[str], thesaurus: Thesaurus, tellings: Mapping[str, Telling]
) -> dict[str, float]:
    """By topic: what the article tells of (`meaning.tells`), what the topic excepts left out."""
    found = tells(text.numbers(), topics, tellings)
    for topic in found:
        excepted = [word for word in thesaurus.topics[topic].exceptions if word in text.text]
        if excepted:
            any_of_them = re.compile("|".join(map(re.escape, excepted)))
            found |= tells(text.numbers(any_of_them), [topic], tellings)
    return found


def _demoted(hit: Hit, text: Text) -> Hit:
    is_role = any(start <= hit.start and hit.end <= end for start, end in text.roles)
    return hit._replace(strength="hints") if is_role else hit


def features_of(
    found: Mapping[str, Sequence[Hit]],
    text: Text,
    thesaurus: Thesaurus,
    weights: Weights,
    said: Mapping[str, float],
    meant: Mapping[str, float],
) -> dict[str, Features]:
    """By topic in question; `meant` is what the article tells of (`meant_of`)."""
    strengths = {topic: _strength(hits, text) for topic, hits in found.items()}
    ranked = sorted(strengths, key=lambda topic: -strengths[topic])
    rank = {topic: number for number, topic in enumerate(ranked)}
    beside = _beside_others(strengths, thesaurus)
    fields = _of_fields(found, text, thesaurus)
    order, most = ranks(said), max(said.values(), default=0.0)
    told: dict[str, Features] = {}
    for topic, hits in found.items():
        told[topic] = {
            **_own(hits, text, is_first=rank[topic] == 0),
            **beside[topic],
            **fields[topic],
            "portrait": text.portrait if thesaurus.topics[topic].is_portrait else 0.0,
            "rank": math.log1p(rank[topic]),
            "prior": weights.priors.get(topic, 0.0),
            "no-words": float(not hits),
            "learnt": max(LEARNT_LEAST, said.get(topic, LEARNT_LEAST)),
            "learnt-rank": order.get(topic, math.log1p(len(order))),
            "meaning": meant.get(topic, LEARNT_LEAST),
            "learnt-behind": max(LEARNT_LEAST, said.get(topic, LEARNT_LEAST) - most),
        }
    return told


def _of_fields(
    found: Mapping[str, Sequence[Hit]], text: Text, thesaurus: Thesaurus
) -> dict[str, Features]:
    """By topic: what the words of the fields of life say of it, beside the thesaurus' own."""
    told = told_of(text.text, text.head_end, text.lead_end, thesaurus)
    best = max(told.values(), default=0.0) or LEAST
    ranked = sorted(told, key=lambda topic: -told[topic])
    rank = {topic: number for number, topic in enumerate(ranked)}
    length = math.log(text.length / 300 + 1.5)
    return {
        topic: {
            "fields": math.log1p(told.get(topic, 0.0)),
            "fields-of-best": told.get(topic, 0.0) / best,
            "fields-for-length": told.get(topic, 0.0) / length / 10,
            "fields-rank": math.log1p(rank.get(topic, len(ranked))),
            "fields-first": float(rank.get(topic) == 0),
        }
        for topic in found
    }


def probability(features: Features, weights: Weights) -> float:
    known = weights.features
    points = sum(known.get(name, 0.0) * value for name, value in features.items() if value)
    return 1 / (1 + math.exp(-points - weights.features.get("bias", 0.0)))


def _strength(hits: Sequence[Hit], text: Text) -> float:
    total = 0.0
    for hit in hits:
        weight = 1.0 if hit.strength == "terms" else HINT
        if hit.start < text.head_end:
            weight *= IN_HEAD
        elif hit.start < text.lead_end:
            weight *= IN_LEAD
        total += weight * min(len(hit.word), WORD_MOST) / 2
    return total


def _own(hits: Sequence[Hit], text: Text, *, is_first: bool) -> Features:
    terms = [hit for hit in hits if hit.strength == "terms"]
    hints = [hit for hit in hits if hit.strength != "terms"]
    head = [hit for hit in terms if hit.start < text.head_end]
    lead = [hit for hit in terms if text.head_end <= hit.start < text.lead_end]
    words = min(len({hit.word for hit in terms}), 5)
    return {
        "headline-terms": min(len(head), 2),
        "headline-words": min(len({hit.word for hit in head}), 2),
        "headline-hints": min(sum(hit.start < text.head_end for hit in hints), 2),
        "headline-first": float(bool(head) and is_first),
        "lead-terms": min(len(lead), 4),
        "terms": math.log1p(len(terms)),
        "density": math.log1p(len(terms) / (SHORT + text.length / 1000)),
        "words": words,
        "words-for-length": math.log(text.length / 300 + 0.1) * words / 5,
        "longest-word": min(max((len(hit.word) for hit in terms), default=0), WORD_MOST)
        / WORD_MOST,
        "hints": math.log1p(len(hints)),
        "hint-words": min(len({hit.word for hit in hints}), 4),
        "hints-only": float(not terms),
    }


def _beside_others(strengths: Mapping[str, float], thesaurus: Thesaurus) -> dict[str, Features]:
    """By topic: the narrower one that says the same should stand alone."""
    best = max(strengths.values(), default=0.0) or LEAST
    total = sum(strengths.values()) or LEAST
    below: defaultdict[str | None, float] = defaultdict(float)
    for topic, strength in strengths.items():
        broader = thesaurus.topics[topic].broader
        below[broader] = max(below[broader], strength)
    told: dict[str, Features] = {}
    for topic, strength in strengths.items():
        own = strength or LEAST
        above = strengths.get(thesaurus.topics[topic].broader or "", 0.0)
        told[topic] = {
            "of-best": own / best,
            "share": own / total,
            "narrower": min(below.get(topic, 0.0) / own, 2.0),
            "broader": min(above / own, 2.0),
        }
    return told
