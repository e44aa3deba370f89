"""Entry -> relations.

A relation needs a sentence. Somebody is at a place that stands inside the printed role, in the
dateline over a byline, or behind 赴, 到, 深入, 在 in what the person does; a place that is only
talked about is none. Two persons are named together in one list or at least in one sentence.
Standing in the same article is no relation. Who makes the newspaper is related to colleagues and
to the dateline, not to the people in the news.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from wenzhai.model import Entry, Evidence, Link, Place, Relation, Rights

NAMES_MAX = 12  # persons, or places, of one sentence; 300 delegates do not all work together
MAKERS = frozenset({"reporter", "photographer", "editor"})
ACTORS = frozenset({"speaker", "subject"})
RULES = ("region-in-role", "dateline", "at-place", "same-byline", "same-list", "same-sentence")
"""The strongest first."""

# "……很重要。”" or "好！": an end mark and the quotes that close after it.
_SENTENCE_END = re.compile("[。！？!?]+[”’」』）)]*")
# What stands between the names of one list, with a title at most: "、副主席", "和".
_LISTED = re.compile("[^，。；：！？“”]{0,12}[、和与及][^，。；：！？“”]{0,12}")
# 赴开阳县, 来到贵州省|贵阳市; nothing but further places may stand between.
_GOES = re.compile(
    r"(?:[赴到]|深入|前往|走进|来到|回到|抵达|奔赴|走访|视察|考察|慰问|进驻|(?P<place>在))(?:了|的)?$"
)
_BESIDE = ("、", "和", "与", "及")
_CLAUSE = re.compile(r"[，。；：！？“”\s]")


def relations(entry: Entry, rights: Rights | None = None) -> tuple[Relation, ...]:
    """All relations of an article, by kind and ids.

    Where rights leave only names of the rest, in a last note, that note is no sentence.
    """
    found: defaultdict[tuple[str, str, str], list[Evidence]] = defaultdict(list)
    for sentence in _sentences(entry, rights):
        for kind, person, other, evidence in (*_at(sentence), *_with(sentence)):
            key = (kind, person, other)
            if evidence not in found[key]:
                found[key].append(evidence)
    return tuple(
        Relation("at" if kind == "at" else "with", person, other, tuple(sorted(told, key=_rank)))
        for (kind, person, other), told in sorted(found.items())
    )


def _rank(evidence: Evidence) -> int:
    return RULES.index(evidence.rule)  # sorting is stable: then as printed


class _Sentence(NamedTuple):
    text: str
    """Of the whole passage."""
    place: Place
    start: int
    end: int
    persons: list[Link]
    regions: list[Link]


_Found = tuple[str, str, str, Evidence]


def _sentences(entry: Entry, rights: Rights | None) -> Iterator[_Sentence]:
    by_place: defaultdict[Place, list[Link]] = defaultdict(list)
    for link in entry.links:
        if link.entity is not None:
            by_place[link.mention.place].append(link)
    for place, passage in entry.article.passages():
        links = by_place.get(place, ())
        if len(links) < 2 or _is_list_of_names(entry, place, rights):
            continue
        ends = [match.end() for match in _SENTENCE_END.finditer(passage.text)]
        grouped: defaultdict[int, list[Link]] = defaultdict(list)
        for link in links:
            grouped[bisect_right(ends, link.mention.start)].append(link)
        for number, group in sorted(grouped.items()):
            start = ends[number - 1] if number else 0
            end = ends[number] if number < len(ends) else len(passage.text)
            persons = [link for link in group if link.mention.kind == "person"]
            regions = [link for link in group if link.mention.kind == "region"]
            yield _Sentence(passage.text, place, start, end, persons, regions)


def _is_list_of_names(entry: Entry, place: Place, rights: Rights | None) -> bool:
    body = entry.article.body
    is_limited = rights in ("excerpt", "index-only")
    return is_limited and place.field == "body" and place.number == len(body) - 1


def _at(sentence: _Sentence) -> Iterator[_Found]:
    for person in sentence.persons[:NAMES_MAX]:
        for region in sentence.regions[:NAMES_MAX]:
            rule = _rule_at(sentence, person, region)
            if rule and person.entity and region.entity:
                evidence = _evidence(sentence, rule, person, region)
                yield "at", person.entity, region.entity, evidence


def _rule_at(sentence: _Sentence, person: Link, region: Link) -> str | None:
    role = person.mention.role
    is_inside = role is not None and role.start <= region.mention.start < role.end
    if is_inside:
        return "region-in-role"
    if region.mention.rule == "dateline":
        return "dateline" if person.mention.part in MAKERS else None
    if person.mention.part in MAKERS or is_only_invoked(person) or _is_only_a_body(region):
        return None
    is_there = person.mention.part in ACTORS and _is_there(sentence, person, region)
    return "at-place" if is_there else None


def _is_there(sentence: _Sentence, person: Link, region: Link) -> bool:
    """The person goes there or does something there: 吕怀远到开阳县调研, 在开阳县，吕怀远走访."""
    starts = {link.mention.end: link.mention.start for link in sentence.regions}
    first = region.mention.start
    while (before := first - (sentence.text[first - 1 : first] in _BESIDE)) in starts:
        first = starts[before]
    goes = _GOES.search(sentence.text, sentence.start, first)
    if goes is None:
        return False
    if person.mention.end <= goes.start():
        return not any(mark in sentence.text[person.mention.end : first] for mark in "：“")
    opens = goes.start() == sentence.start or _CLAUSE.match(sentence.text, goes.start() - 1)
    return bool(goes["place"]) and bool(opens) and person.mention.start > region.mention.end


def is_only_invoked(person: Link) -> bool:
    """以习近平同志为核心的党中央: named as a statesman is, far from any place."""
    return person.mention.rule == "well-known" and person.mention.part == "mentioned"


def _is_only_a_body(region: Link) -> bool:
    """市委: which city is known, but nobody is said to be there."""
    return region.mention.rule == "public-body"


def _with(sentence: _Sentence) -> Iterator[_Found]:
    for one, other in combinations(sentence.persons[:NAMES_MAX], 2):
        if one.entity == other.entity or not one.entity or not other.entity:
            continue
        makers = (one.mention.part in MAKERS) + (other.mention.part in MAKERS)
        if makers == 1:
            continue
        between = sentence.text[one.mention.end : other.mention.start]
        is_list = _LISTED.fullmatch(between) is not None
        rule = "same-byline" if makers else "same-list" if is_list else "same-sentence"
        first, second = sorted((one.entity, other.entity))
        yield "with", first, second, _evidence(sentence, rule, one, other)


def _evidence(sentence: _Sentence, rule: str, one: Link, other: Link) -> Evidence:
    confidence = min(one.confidence, other.confidence)
    return Evidence(sentence.place, sentence.start, sentence.end, rule, confidence)
