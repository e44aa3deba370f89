"""Article -> its topics, each with the rule and the words that gave it.

The rules stand in the thesaurus. Topics are ordered by salience and cut where an editor would
stop. An article with fewer than two is read again: one word at its beginning is enough, then
comes the broader topic of what it has, then one word anywhere.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from wenzhai.model import Article
from wenzhai.topics.scan import Hit, scan
from wenzhai.topics.thesaurus import Rule, Thesaurus

TOPICS_MIN = 2
TOPICS_MAX = 8
LEAD_LENGTH = 200  # code points; the longest leads of the samples have 170
SALIENCE_FLOOR = 0.5  # of the first topic's; what says less is mentioned, not told
SALIENCE_ENOUGH = 7.0  # what has this is told even beside a very salient topic
EVIDENCE_MAX = 3
EVIDENCE_AROUND = 8  # code points quoted on either side of a word
EARLY_TERM = 2 / 3  # salience of single words from which a term stands in headline or lead
LATE_TERM = 1 / 3  # ... from which a term stands anywhere
HINT = 0.4  # a hint counts for salience as this part of a term


@dataclass(frozen=True, slots=True)
class Ground:
    """Why an article has a topic."""

    topic: str
    rule: str
    """A name of `rules` in the thesaurus, "one-word" or "broader"."""
    evidence: tuple[str, ...]
    """Quotations with the words; for "broader" the narrower topic."""
    salience: float


@dataclass(frozen=True, slots=True)
class Text:
    """An article's text for reading topics: heads, then body, in one string."""

    text: str
    head_end: int
    lead_end: int
    length: int
    """Code points of the body."""


def topics_of(article: Article, thesaurus: Thesaurus) -> tuple[str, ...]:
    """Names of an article's topics, the most salient first."""
    return tuple(ground.topic for ground in explain_topics(article, thesaurus))


def explain_topics(article: Article, thesaurus: Thesaurus) -> tuple[Ground, ...]:
    """The topics with what gave them, the most salient first."""
    text = _text(article)
    hits = scan(text.text, thesaurus)
    grounds = [
        ground
        for topic, words in hits.items()
        if (ground := _ground(topic, words, text, thesaurus.rules)) is not None
    ]
    order = {name: number for number, name in enumerate(thesaurus.topics)}
    grounds.sort(key=lambda ground: (-ground.salience, order[ground.topic]))
    floor = min(SALIENCE_FLOOR * grounds[0].salience, SALIENCE_ENOUGH) if grounds else 0.0
    kept = [
        ground
        for number, ground in enumerate(grounds[:TOPICS_MAX])
        if number < TOPICS_MIN or ground.salience >= floor
    ]
    if len(kept) < TOPICS_MIN:
        kept = _filled(kept, hits, text, thesaurus, order)
    return tuple(kept)


def _text(article: Article) -> Text:
    heads = [
        passage.text
        for passage in (article.kicker, article.headline, *article.subheadlines)
        if passage is not None
    ]
    head = "\n".join(heads) + "\n"
    body = "\n".join(paragraph.passage.text for paragraph in article.body)
    return Text(head + body, len(head), len(head) + LEAD_LENGTH, max(1, len(body)))


def _ground(topic: str, hits: Sequence[Hit], text: Text, rules: Sequence[Rule]) -> Ground | None:
    for rule in rules:
        used = [hit for hit in hits if _is_used(hit, rule, text)]
        if _fits(rule, used, hits, text):
            return Ground(topic, rule.name, _quotes(used, text), _salience(rule, hits, text))
    return None


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


def _salience(rule: Rule, hits: Sequence[Hit], text: Text) -> float:
    """The rule's weight, then how often and with how many words, for the length."""
    terms = [hit for hit in hits if hit.strength == "terms"]
    hints = len(hits) - len(terms)
    different = len({hit.word for hit in terms})
    thousands = 1 + text.length / 1000
    return rule.weight + (len(terms) + HINT * hints) / thousands + 0.5 * min(different, 4)


def _filled(
    kept: list[Ground],
    hits: dict[str, tuple[Hit, ...]],
    text: Text,
    thesaurus: Thesaurus,
    order: dict[str, int],
) -> list[Ground]:
    """Up to the minimum: early terms, the broader topic, late terms, the group, hints."""
    single = sorted(
        (
            Ground(topic, "one-word", _quotes(words, text), _single_salience(words, text))
            for topic, words in hits.items()
        ),
        key=lambda ground: (-ground.salience, order[ground.topic]),
    )
    early = [ground for ground in single if ground.salience >= EARLY_TERM]
    terms = [ground for ground in single if ground.salience >= LATE_TERM]
    filled = _added(list(kept), early)
    filled = _added(filled, _broader(filled or single[:1], thesaurus, has_terms=True))
    filled = _added(filled, terms)
    filled = _added(filled, _broader(filled, thesaurus, has_terms=False))
    filled = _added(filled, single)
    filled = _added(filled, _broader(filled, thesaurus, has_terms=True))
    return _added(filled, _broader(filled, thesaurus, has_terms=False))


def _added(kept: list[Ground], more: Sequence[Ground]) -> list[Ground]:
    filled = list(kept)
    for ground in more:
        if len(filled) < TOPICS_MIN and ground.topic not in {each.topic for each in filled}:
            filled.append(ground)
    return filled


def _single_salience(hits: Sequence[Hit], text: Text) -> float:
    """Below every rule's: terms, then those in headline or lead, then how many there are."""
    terms = [hit for hit in hits if hit.strength == "terms"]
    early = [hit for hit in terms if hit.start < text.lead_end]
    amount = len({hit.word for hit in hits}) / (1 + len({hit.word for hit in hits}))
    return (bool(terms) + bool(early) + amount) / 3


def _broader(kept: Sequence[Ground], thesaurus: Thesaurus, *, has_terms: bool) -> list[Ground]:
    """The topics above, either those that are topics by themselves or bare groups."""
    found: list[Ground] = []
    for ground in kept:
        name = thesaurus.topics[ground.topic].broader
        if name is not None and bool(thesaurus.topics[name].terms) == has_terms:
            found.append(Ground(name, "broader", (ground.topic,), 0.0))
    return found


def _quotes(hits: Sequence[Hit], text: Text) -> tuple[str, ...]:
    return tuple(
        text.text[max(0, hit.start - EVIDENCE_AROUND) : hit.end + EVIDENCE_AROUND].replace(
            "\n", " "
        )
        for hit in hits[:EVIDENCE_MAX]
    )
