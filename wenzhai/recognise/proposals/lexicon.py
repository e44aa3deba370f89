"""`data/proposals.yml` -> the grammar of proposals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class ProposalLexicon:
    cue: re.Pattern[str]
    """Anything that may say that something is proposed: one scan; the last group names how."""
    lead_in: re.Pattern[str]
    """Ends where a verb of proposing may stand; group `group` is who, when printed there."""
    between: re.Pattern[str]
    """What may stand between a name and the verb, all of it."""
    noun_before: re.Pattern[str]
    noun_after: re.Pattern[str]
    groups: re.Pattern[str]
    demands: re.Pattern[str]
    """Behind the comma of an opinion."""
    demands_later: re.Pattern[str]
    leaders: re.Pattern[str]
    voices: re.Pattern[str]
    in_document: re.Pattern[str]
    """Between a body and 提出."""
    asked: re.Pattern[str]
    letters: re.Pattern[str]
    handed_in: re.Pattern[str]
    going_on: re.Pattern[str]
    narrating: re.Pattern[str]
    list_item: re.Pattern[str]
    reports: re.Pattern[str]
    answers: re.Pattern[str]
    deciders: re.Pattern[str]
    promises: re.Pattern[str]
    answer_head: re.Pattern[str]


@cache
def load_proposals() -> ProposalLexicon:
    """The grammar."""
    text = files("wenzhai").joinpath("data/proposals.yml").read_text(encoding="utf-8")
    raw: dict[str, Any] = yaml.safe_load(text)
    verbs = "|".join(_longest(raw["verbs"]))
    named = ("told", "content", "titled", "mine", "opinion", "warning", "ask", "hope")
    cue = "|".join([*(f"(?P<{name}>{raw[name]})" for name in named), f"(?P<verb>{verbs})"])
    groups = raw["groups"]
    lead_in = rf"(?:(?P<group>{groups})|^|[，,：:；;“。！？—\s]|{raw['openings']}){raw['between']}$"
    plain = (
        "noun_before",
        "noun_after",
        "demands",
        "demands_later",
        "leaders",
        "voices",
        "in_document",
        "asked",
        "letters",
        "handed_in",
        "going_on",
        "narrating",
        "list_item",
        "reports",
        "answers",
        "deciders",
        "promises",
        "answer_head",
    )
    return ProposalLexicon(
        cue=re.compile(cue),
        lead_in=re.compile(lead_in),
        between=re.compile(raw["between"]),
        groups=re.compile(groups),
        **{name: re.compile(raw[name]) for name in plain},
    )


def _longest(words: Iterable[str]) -> list[str]:
    return sorted(set(words), key=lambda word: (-len(word), word))
