"""`data/proposals.yml` -> the grammar of proposals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class ProposalLexicon:
    cue: re.Pattern[str]
    """Anything that may say that something is proposed: one scan."""
    noun_before: re.Pattern[str]
    noun_after: re.Pattern[str]
    verbs: frozenset[str]
    speaker: re.Pattern[str]
    """委员们 before a cue."""
    bodies: re.Pattern[str]
    """Who proposes, right before a verb."""
    demands: re.Pattern[str]
    going_on: re.Pattern[str]
    other: re.Pattern[str]
    reports: re.Pattern[str]
    she_or_he: re.Pattern[str]
    answers: re.Pattern[str]


@cache
def load_proposals() -> ProposalLexicon:
    """The grammar."""
    text = files("wenzhai").joinpath("data/proposals.yml").read_text(encoding="utf-8")
    raw: dict[str, Any] = yaml.safe_load(text)
    verbs = "|".join(raw["verbs"])
    cue = (
        rf"(?P<told>{raw['told']})|(?P<group>{raw['speakers']}{raw['speaking']})"
        rf"|(?P<mine>{raw['mine']})|(?P<says>{raw['person_says']})"
        rf"|(?P<verb>{verbs})|(?P<hope>{raw['hope']})"
    )
    return ProposalLexicon(
        cue=re.compile(cue),
        noun_before=re.compile(raw["noun_before"]),
        noun_after=re.compile(raw["noun_after"]),
        verbs=frozenset(raw["verbs"]),
        speaker=re.compile(rf"{raw['speakers']}"),
        bodies=re.compile(rf"(?:{raw['bodies']})$"),
        demands=re.compile(raw["demands"]),
        going_on=re.compile(raw["going_on"]),
        other=re.compile(raw["other"]),
        reports=re.compile(raw["reports"]),
        she_or_he=re.compile(raw["she_or_he"]),
        answers=re.compile(raw["answers"]),
    )
