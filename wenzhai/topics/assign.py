"""Article -> its topics, each with the rule and the words that gave it.

What speaks for a topic is weighed (`features`); those that an editor would likely give are
given, the likeliest first. The rules of the thesaurus say where their words stand. An article
with fewer than two has the next likeliest, then the broader topic of what it has.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from wenzhai.model import Article, Link
from wenzhai.topics.features import (
    Text,
    features_of,
    load_weights,
    meant_of,
    probability,
    text_of,
    words_of_topics,
)
from wenzhai.topics.learnt import load_learnt, says, strongest
from wenzhai.topics.meaning import load_tellings
from wenzhai.topics.scan import Hit
from wenzhai.topics.thesaurus import Rule, Thesaurus

TOPICS_MIN = 2
TOPICS_MAX = 8
EVIDENCE_MAX = 3
EVIDENCE_AROUND = 8  # code points quoted on either side of a word
ONE_WORD = "one-word"
"""The rule where none of the thesaurus fits."""
LEARNT = "learnt-words"
"""... and where the article has none of its words."""
BROADER = "broader"
"""... and where it is only broader than another topic of the article."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Why an article has a topic."""

    topic: str
    rule: str
    """A name of `rules` in the thesaurus, "one-word", "learnt-words" or "broader"."""
    evidence: tuple[str, ...]
    """Quotations with the words; for "broader" the narrower topic."""


def topics_of(
    article: Article, thesaurus: Thesaurus, links: Sequence[Link] = ()
) -> tuple[str, ...]:
    """Names of an article's topics, the most salient first; `links` tell of its people."""
    return tuple(ground.topic for ground, _ in explain_topics(article, thesaurus, links))


def explain_topics(
    article: Article, thesaurus: Thesaurus, links: Sequence[Link] = ()
) -> tuple[tuple[Ground, float], ...]:
    """The topics with what gave them and how likely an editor gives them (0 to 1), the most
    salient first."""
    weights = load_weights()
    text = text_of(article, links)
    said = says(text.words, load_learnt())
    hits = words_of_topics(text, thesaurus, said)
    meant = meant_of(text, hits, thesaurus, load_tellings())
    likely = {
        topic: probability(features, weights)
        for topic, features in features_of(hits, text, thesaurus, weights, said, meant).items()
    }
    order = {name: number for number, name in enumerate(thesaurus.topics)}
    ranked = sorted(likely, key=lambda topic: (-likely[topic], order[topic]))
    kept = [
        (_ground(topic, hits[topic], text, thesaurus.rules), likely[topic])
        for number, topic in enumerate(ranked[:TOPICS_MAX])
        if number < TOPICS_MIN or likely[topic] >= weights.threshold
    ]
    kept = [(ground, p) for ground, p in kept if ground.evidence or p >= weights.threshold]
    return tuple(_filled(kept, thesaurus))


def grounds_of(
    topics: Sequence[str], article: Article, thesaurus: Thesaurus, links: Sequence[Link] = ()
) -> dict[str, Ground]:
    """By topic: what gave those that an article has, without weighing them anew.

    A topic for which none of its words speaks is broader than another one, or has no ground.
    """
    text = text_of(article, links)
    hits = words_of_topics(text, thesaurus, {})
    found = {}
    for topic in topics:
        ground = _ground(topic, hits.get(topic, ()), text, thesaurus.rules)
        below = [one for one in topics if _broader(one, thesaurus) == topic]
        if ground.evidence:
            found[topic] = ground
        elif below:
            found[topic] = Ground(topic, BROADER, (below[0],))
    return found


def _ground(topic: str, hits: Sequence[Hit], text: Text, rules: Sequence[Rule]) -> Ground:
    if not hits:
        words = strongest(text.words, topic, load_learnt(), EVIDENCE_MAX)
        places = sorted((text.text.find(word), word) for word in words)
        found = [Hit(word, "hints", at, at + len(word)) for at, word in places if at >= 0]
        return Ground(topic, LEARNT, _quotes(found, text))
    for rule in rules:
        used = [hit for hit in hits if _is_used(hit, rule, text)]
        if _fits(rule, used, hits, text):
            return Ground(topic, rule.name, _quotes(used, text))
    return Ground(topic, ONE_WORD, _quotes(hits, text))


def _is_used(hit: Hit, rule: Rule, text: Text) -> bool:
    if rule.of not in ("both", hit.strength):
        return False
    match rule.where:
        case "headline":
            return hit.start < text.head_end
        case "lead":
            return text.head_end <= hit.start < text.lead_end
        case "text":
            return True


def _fits(rule: Rule, used: Sequence[Hit], hits: Sequence[Hit], text: Text) -> bool:
    for_length = min(rule.at_most, math.ceil(rule.per_thousand * text.length / 1000))
    times = max(rule.times, for_length)
    is_enough = len(used) >= times and len({hit.word for hit in used}) >= rule.different
    terms = sum(hit.strength == "terms" for hit in hits)
    return is_enough and terms >= rule.and_terms and len(hits) >= rule.and_in_text


def _filled(
    kept: Sequence[tuple[Ground, float]], thesaurus: Thesaurus
) -> list[tuple[Ground, float]]:
    """Up to the minimum by the broader topics."""
    filled = list(kept)
    for ground, _ in filled:
        above = _broader(ground.topic, thesaurus)
        if len(filled) >= TOPICS_MIN or above is None:
            break
        if above not in {one.topic for one, _ in filled}:
            filled.append((Ground(above, BROADER, (ground.topic,)), 0.0))
    return filled


def _broader(topic: str, thesaurus: Thesaurus) -> str | None:
    """None for one that the thesaurus does not know."""
    known = thesaurus.topics.get(topic)
    return None if known is None else known.broader


def _quotes(hits: Sequence[Hit], text: Text) -> tuple[str, ...]:
    return tuple(
        text.text[max(0, hit.start - EVIDENCE_AROUND) : hit.end + EVIDENCE_AROUND].replace(
            "\n", " "
        )
        for hit in hits[:EVIDENCE_MAX]
    )
