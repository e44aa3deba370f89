"""`data/figures.yml` -> the grammar of figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from wenzhai.shipped import read_yaml

CHINESE = r"[〇零一二两三四五六七八九十百千万亿]+(?:点[〇零一二三四五六七八九]+[万亿]*)?"
ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
DASH = r"[-–—~～至到]"
TWICE = r"[-–—~～至]"  # 6000元至8500元; 从5元到8元 tells of a change


@dataclass(frozen=True, slots=True)
class FigureLexicon:
    pattern: re.Pattern[str]
    """Groups: before, first, second, more, great, half, unit, per, after."""
    share: re.Pattern[str]
    """百分之十五, 三分之二. Groups: before, below, above, after."""
    when: re.Pattern[str]
    change: re.Pattern[str]
    """At the end of what stands before the number."""
    lasting: re.Pattern[str]
    """Ends what stands before a number of days that is no date."""
    lasts: re.Pattern[str]
    """... and begins what stands behind it."""
    never: re.Pattern[str]
    """Where a number seems to begin."""
    time: frozenset[str]
    brief: frozenset[str]
    """Units of time in front of which 近 means about: 近20分钟, no 近三年."""
    small: frozenset[str]
    """Units that count with a Chinese numeral from two on; those of time among them."""
    bounds: Mapping[str, str]
    """Word before or after -> ">", "~" or "<"."""
    links: frozenset[str]
    nouns: frozenset[str]
    """What the segmenter does not know to be a noun: 选手, 提案."""
    people: frozenset[str]
    """Units of people."""
    acts: frozenset[str]
    """Units of what is done: 3次."""
    payers: re.Pattern[str]
    """Ends words for who gives money, which is not what is counted."""
    persons: re.Pattern[str]
    """Ends words for people."""
    leading: frozenset[str]
    """Verbs in front of what is counted."""
    measures: re.Pattern[str]
    """Begins what is no name of a thing without the verb in front: 人数."""
    measured: frozenset[str]
    """Verbs that are measured themselves: 补助, 投资."""
    idle: frozenset[str]
    """What is counted and tells nothing by itself: 4个方面."""
    dimensions: frozenset[str]
    """宽, 高 right before a length."""
    degrees: frozenset[str]
    """Units of what stands before them wherever a noun follows: 坡度十五度以上的山地."""


@cache
def load_figures() -> FigureLexicon:
    """The grammar."""
    raw: dict[str, Any] = read_yaml("figures.yml")
    units = raw["units"]
    before = [word for words in raw["before"].values() for word in words]
    after = [word for words in raw["after"].values() for word in words]
    unit = "|".join(
        _unit(word, raw["not_before"])
        for word in _longest(word for words in units.values() for word in words)
    )
    # Where none of these stands nothing can begin; one look instead of every alternative.
    begins = "".join(
        sorted({word[0] for word in before} | set("上〇零一二两三四五六七八九十百千万亿"))
    )
    again = _any(raw["again"])
    number = rf"(?=[\d{begins}])(?P<before>{_any(before)}|上(?=[百千万亿]))?"
    number += rf"(?<![第初几数〇零一二两三四五六七八九十百千万亿\dA-Za-z.+/×])(?P<first>{ARABIC}|{CHINESE})"
    pattern = (
        rf"{number}\s*(?P<great>[十百千]?[万亿]*)(?:(?:(?P<again>{again})(?={TWICE}))?{DASH}(?P<second>{ARABIC}|{CHINESE})\s*(?P<great2>[万亿]*))?"
        rf"(?P<more>[多余来](?![发样]))?(?P<great3>[万亿]*)(?P<more2>[多余])?\s*"
        rf"(?:个(?P<half>半)?(?P<more3>多)?(?=小时|月|工作日|百分点|世纪|星期|钟头))?(?P<unit>(?(again)(?P=again)|(?:{unit})))"
        rf"(?P<per>/[一-鿿㎡a-z]{{1,2}})?(?P<after>{_any(after)})?"
    )
    share = (
        rf"(?P<before>{_any(before)})?(?P<below>{CHINESE})分之(?P<above>{CHINESE})"
        rf"(?P<after>{_any(after)})?"
    )
    marks = {"more": ">", "about": "~", "less": "<"}
    bounds = {
        w: marks[k] for part in ("before", "after") for k, ws in raw[part].items() for w in ws
    }
    return FigureLexicon(
        pattern=re.compile(pattern),
        share=re.compile(share),
        when=re.compile(raw["when"]),
        change=re.compile(rf"(?:{_any(raw['change'])})(?:[了至到]|约|近|超过?|达)*$"),
        lasting=re.compile(rf"(?:{_any(raw['lasting'])})$"),
        lasts=re.compile(_any(raw["lasts"])),
        never=re.compile("|".join(_longest(raw["never"]))),
        time=frozenset(units["time"]),
        brief=frozenset(raw["brief"]),
        small=frozenset((*units["time"], *units["small"])),
        bounds=bounds | {"多": ">", "余": ">", "上": ">", "来": "~"},
        links=frozenset(raw["links"]),
        nouns=frozenset(raw["nouns"]),
        people=frozenset(raw["people"]),
        acts=frozenset(raw["acts"]),
        payers=re.compile(raw["payers"]),
        persons=re.compile(raw["persons"]),
        leading=frozenset(raw["leading"]),
        measures=re.compile(raw["measures"]),
        measured=frozenset(raw["measured"]),
        idle=frozenset(raw["idle"]),
        dimensions=frozenset(raw["dimensions"]),
        degrees=frozenset(raw["degrees"]),
    )


def _longest(words: Iterable[str]) -> list[str]:
    return sorted(set(words), key=lambda word: (-len(word), word))


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, _longest(words)))


def _unit(word: str, not_before: Mapping[str, str]) -> str:
    escaped = re.escape(word)
    barred = not_before.get(word)
    if word.isascii() and word.isalpha():
        return rf"{escaped}(?![A-Za-z0-9])"
    return rf"{escaped}(?![{barred}])" if barred else escaped
