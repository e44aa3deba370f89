"""A bare short form with its rule -> is it a place, by all its signs together?

The weights are log-odds, fitted on labelled pages by `bench/fit_places.py`
(`data/regions/short_signs.tsv`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import rjieba

from wenzhai.recognise.persons.tokens import frequency
from wenzhai.recognise.regions.judge import Case, Evidence, ruled
from wenzhai.weights import load_weights

SIGNS = "regions/short_signs.tsv"
EVEN = 0.0  # log-odds from which on it is a place
RARE = 800  # occurrences in the segmenter's dictionary; 合作 has 13,478, 新城 825, 龙井 243
BY_SIGNS = "short-by-signs"
EDGE = "^"
COUNT_MAX = 3
SIZE_MAX = 4  # code points


def judge(case: Case) -> str | None:
    """The rule under which it is a place; None when it is none."""
    rule = ruled(case)
    if rule is None and case.is_ordinary and frequency(case.form) > RARE:
        return None  # 加强合作: an everyday word that only a rule makes a place
    table = load_weights(SIGNS)
    signs = read_signs(case, rule)
    odds = table["always"] + sum(table.get(name, 0.0) * x for name, x in signs.items())
    return (rule or BY_SIGNS) if odds >= EVEN else None


def read_signs(case: Case, rule: str | None) -> Mapping[str, float]:
    """Its signs by name, with their measures."""
    text, hit = case.reading.text, case.hit
    rank = _rank(case)
    printed, known = _nearest(case, case.printed), _nearest(case, case.evidence)
    signs = {
        f"rule {rule}": 1.0,
        f"rank {rank}": 1.0,
        f"owner {case.owner}": 1.0,
        f"owner {case.owner} of {rank}": 1.0,
        f"printed {printed}": 1.0,
        f"printed {printed} {rank}": 1.0,
        f"known {known}": 1.0,
        f"known {known} {rank}": 1.0,
        f"form {case.form}": 1.0,
        f"size {min(SIZE_MAX, len(case.form))}": 1.0,
        f"class {_class(case)}": 1.0,
        f"class {_class(case)} {rank}": 1.0,
        "listed": float(rjieba.has_word(case.form)),
        "common": math.log1p(frequency(case.form)) / 8 if rjieba.has_word(case.form) else 0.0,
        "again": min(COUNT_MAX, text.count(case.form) - 1) / 2,
        "several": float(len(hit.ids) > 1),
        "in-list": float(any(True for _ in case.neighbours())),
        **_around(case, rank),
    }
    return {name: value for name, value in signs.items() if value}


def _rank(case: Case) -> str:
    if case.is_ordinary:
        return "ordinary"
    if case.is_high:
        return "high"
    return "ambiguous" if case.form in case.lexicon.ambiguous else "plain"


def _nearest(case: Case, evidence: Evidence) -> str:
    """What is known: the place itself, what it lies in, or what lies beside it."""
    ids, gazetteer = set(case.hit.ids), case.gazetteer
    parents = {gazetteer.parent(i) for i in ids} - {""}
    towns = {i for i in parents if not i.endswith("0000")}
    provinces = {i[:2] for i in ids if i.isdigit()}
    steps = (
        ("in-article", not ids.isdisjoint(evidence.article)),
        ("on-page", not ids.isdisjoint(evidence.page)),
        ("part-in-article", any(gazetteer.parent(i) in ids for i in evidence.article)),
        ("part-on-page", any(gazetteer.parent(i) in ids for i in evidence.page)),
        ("parent-in-article", not towns.isdisjoint(evidence.article)),
        ("parent-on-page", not towns.isdisjoint(evidence.page)),
        ("beside", any(gazetteer.parent(i) in parents for i in evidence.page)),
        ("in-province", any(i[:2] in provinces for i in evidence.page)),
    )
    return next((name for name, holds in steps if holds), "nothing")


def _class(case: Case) -> str:
    """What the segmenter makes of it: the word's class when it is one word."""
    reading, hit = case.reading, case.hit
    number = reading.word_over(hit.start)
    word, tag = reading.words[number]
    is_whole = reading.starts[number] == hit.start and len(word) == len(case.form)
    return tag if is_whole else f"{reading.at_word(hit.start)} {reading.at_word(hit.end)}"


def _around(case: Case, rank: str) -> dict[str, float]:
    reading, hit = case.reading, case.hit
    text = reading.text
    before, before_tag = _word(case, hit.start - 1) if hit.start else (EDGE, EDGE)
    behind, behind_tag = _word(case, hit.end) if hit.end < len(text) else (EDGE, EDGE)
    return {
        f"before {before}": 1.0,
        f"behind {behind}": 1.0,
        f"class-before {before_tag}": 1.0,
        f"class-behind {behind_tag}": 1.0,
        f"between {before_tag} {behind_tag}": 1.0,
        f"{rank} before {before_tag}": 1.0,
        f"{rank} behind {behind_tag}": 1.0,
        f"character-before {text[hit.start - 1] if hit.start else EDGE}": 1.0,
        f"character-behind {text[hit.end] if hit.end < len(text) else EDGE}": 1.0,
    }


def _word(case: Case, at: int) -> tuple[str, str]:
    word, tag = case.reading.words[case.reading.word_over(at)]
    return (EDGE, EDGE) if word == "\n" else (word, tag)
