"""Lines -> what each is set as: headline, kicker, paragraph, furniture ..., each with its chance.

A conditional random field over the lines of a page weighs their traits and what may follow what.
It was fitted on labelled pages by `bench/fit_lines.py` (`data/segment/lines.crf`, read by CRFsuite).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import pycrfsuite

from wenzhai.crf import load_tagger
from wenzhai.segment.joins import Reading
from wenzhai.segment.traits import read_traits

BEGINS = "1"  # at the end of a tag: with this line an article begins
DISPLAY = ("kicker", "headline", "subheadline", "crosshead")
LEAST = 0.02  # chance; what is less likely is as good as impossible
DIGITS = 6  # of a chance; the last ones may differ from machine to machine
REST = "+"  # at the end of a tag: carries on what the line above began


class Tag(NamedTuple):
    """What one line is set as."""

    name: str
    """The likeliest: one of DISPLAY, "paragraph", "note", "label", "furniture"."""
    is_rest: bool
    """Carries on the line above."""
    chances: Mapping[str, float]
    """Between 0 and 1: of each name, of "rest" in display type and "goes-on" in a paragraph (the line
    carries on the one above), and of "opens" (an article begins with it)."""

    @property
    def apart(self) -> float:
        """The chance that it is no part of an article."""
        return self.chances.get("label", 0.0) + self.chances.get("furniture", 0.0)


def model() -> pycrfsuite.Tagger:
    """Tags one page after the other."""
    return load_tagger("segment/lines.crf")


def read_tags(
    page: Reading, roles: Sequence[str], shows: Sequence[float | None]
) -> tuple[Tag, ...]:
    """What every line is set as; `roles` and `shows` are of its surroundings (`roles`)."""
    if not page.lines:
        return ()
    tagger = model()
    tagger.set(read_traits(page, roles, shows))
    labels = [(label, _counts_for(label)) for label in tagger.labels()]
    found = []
    for i, best in enumerate(tagger.tag()):
        chances: dict[str, float] = {}
        for label, names in labels:
            chance = tagger.marginal(label, i)
            for name in names:
                chances[name] = chances.get(name, 0.0) + chance
        rounded = {name: round(chance, DIGITS) for name, chance in chances.items()}
        found.append(Tag(*name_of(best), rounded))
    return tuple(found)


@cache
def _counts_for(label: str) -> tuple[str, ...]:
    """The chances of a line to which a label of the model adds."""
    name, is_rest = name_of(label)
    names = [name]
    if label.endswith(BEGINS):
        names.append("opens")
    if is_rest:
        names.append("goes-on" if name == "paragraph" else "rest")
    return tuple(names)


def log_odds(tag: Tag | None, names: Sequence[str]) -> float:
    """How much likelier a line is set as one of `names` than as anything else."""
    if tag is None:
        return 0.0
    chance = sum(tag.chances.get(name, 0.0) for name in names)
    return math.log((chance + LEAST) / (max(0.0, 1 - chance) + LEAST))


def name_of(label: str) -> tuple[str, bool]:
    """A label of the model -> what the line is set as, and whether it carries on the one above."""
    bare = label.removesuffix(BEGINS)
    return bare.removesuffix(REST), bare.endswith(REST)
