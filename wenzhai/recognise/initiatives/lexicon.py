"""`data/initiatives.yml` -> what speaks for the name of an initiative."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from wenzhai.shipped import read_yaml


@dataclass(frozen=True, slots=True)
class InitiativeLexicon:
    accept: int
    after: re.Pattern[str]
    """Behind the closing mark: what it is of."""
    after_weak: re.Pattern[str]
    """... where many other things may be."""
    class_points: int
    weak_points: int
    before: re.Pattern[str]
    verb_points: int
    inside: re.Pattern[str]
    inside_points: int
    class_inside: re.Pattern[str]
    class_inside_points: int
    strong_verbs: re.Pattern[str]
    strong_verb_points: int
    strong_verb_least: int
    copula: re.Pattern[str]
    nicknamed: re.Pattern[str]
    title_behind: re.Pattern[str]
    """From the closing mark: what stands in the marks is a title."""
    recurs_points: int
    formula: re.Pattern[str]
    after_formula: re.Pattern[str]
    speech: frozenset[str]
    term: re.Pattern[str]
    term_verbs: re.Pattern[str]
    sure_terms: frozenset[str]
    sure_least: int
    term_least: int
    term_most: int
    generic: frozenset[str]
    whole: re.Pattern[str]
    titled: re.Pattern[str]
    about: re.Pattern[str]


@cache
def load_initiatives() -> InitiativeLexicon:
    """The rules."""
    raw: dict[str, Any] = read_yaml("initiatives.yml")
    return InitiativeLexicon(
        accept=raw["accept"],
        after=_after(raw, [w for w in raw["classes"] if w not in raw["weak_classes"]]),
        after_weak=_after(raw, raw["weak_classes"]),
        class_points=raw["class_points"],
        weak_points=raw["weak_class_points"],
        before=re.compile(rf"(?:{_any(raw['verbs'])})[了着过]?$"),
        verb_points=raw["verb_points"],
        inside=re.compile(raw["inside"]),
        inside_points=raw["inside_points"],
        class_inside=re.compile(raw["class_inside"]),
        class_inside_points=raw["class_inside_points"],
        strong_verbs=re.compile(raw["strong_verbs"]),
        strong_verb_points=raw["strong_verb_points"],
        strong_verb_least=raw["strong_verb_least"],
        copula=re.compile(raw["copula"]),
        nicknamed=re.compile(raw["nicknamed"]),
        title_behind=re.compile(raw["title_behind"]),
        recurs_points=raw["recurs_points"],
        formula=re.compile(raw["formula"]),
        after_formula=re.compile(raw["after_formula"]),
        speech=frozenset(raw["speech"]),
        term=re.compile(_any(raw["terms"])),
        term_verbs=re.compile(rf"(?:{_any(raw['term_verbs'])})$"),
        sure_terms=frozenset(raw["sure_terms"]),
        sure_least=raw["sure_least"],
        term_least=raw["term_least"],
        term_most=raw["term_most"],
        generic=frozenset(raw["generic"]),
        whole=re.compile(raw["whole"]),
        titled=re.compile(raw["titled"]),
        about=re.compile(raw["about"]),
    )


def _after(raw: dict[str, Any], classes: Iterable[str]) -> re.Pattern[str]:
    gap = rf"[^的了和与、，。“”：；\s]{{0,{raw['gap']}}}?"
    return re.compile(rf"{gap}(?:{_any(classes)})(?!管理|部署会)")


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))
