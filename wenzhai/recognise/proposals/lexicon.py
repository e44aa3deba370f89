"""`data/proposals.yml` -> the grammar of proposals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from wenzhai.shipped import read_yaml


@dataclass(frozen=True, slots=True)
class ProposalLexicon:
    cue: re.Pattern[str]
    """Anything that may say that something is proposed: one scan; the last group names how."""
    may_tell: re.Pattern[str]
    """Without it an article proposes nothing."""
    lead_in: re.Pattern[str]
    """Ends where a verb of proposing may stand; group `group` is who, when printed there."""
    between: re.Pattern[str]
    """What may stand between a name and the verb, all of it."""
    pronoun: re.Pattern[str]
    """他 and what may stand between, to the end."""
    noun_before: re.Pattern[str]
    noun_after: re.Pattern[str]
    groups: re.Pattern[str]
    demands: re.Pattern[str]
    """Behind the comma of an opinion."""
    demands_later: re.Pattern[str]
    strong: re.Pattern[str]
    """Asks, whoever says it."""
    weak: re.Pattern[str]
    """Asks when somebody says it whose office is to ask."""
    first_person: re.Pattern[str]
    """From the beginning of a sentence to 看来."""
    saying_verb: re.Pattern[str]
    """The verbs of an opinion alone."""
    carried: re.Pattern[str]
    """Asks, in the words of who spoke before."""
    self_named: re.Pattern[str]
    """我的请求不复杂."""
    back_named: re.Pattern[str]
    """他, 老人, 这位……: who was named before."""
    written: re.Pattern[str]
    """... that it stands on somebody's paper: 纸条上写着三句话."""
    addressed: re.Pattern[str]
    """Ends in front of a colon: to whom that decides it is said."""
    that_body: re.Pattern[str]
    """该院."""
    wished: re.Pattern[str]
    """Ends in front of a colon: that something is asked."""
    noun_only: re.Pattern[str]
    pronoun_first: re.Pattern[str]
    replying: re.Pattern[str]
    """In front of a colon: those who decide speak."""
    given: re.Pattern[str]
    """Ends in front of whoever is handed something."""
    wondered: re.Pattern[str]
    """Ends in front of a question that is told."""
    writes: re.Pattern[str]
    """Behind whoever sent a letter."""
    plea: re.Pattern[str]
    """Behind a colon: 请……, 要么……."""
    pleading_team: re.Pattern[str]
    object_marks: re.Pattern[str]
    """Ends in front of whoever is spoken to: 向."""
    voiced: re.Pattern[str]
    """Behind a quotation whose it is. Group: who."""
    noun_told: re.Pattern[str]
    """的一件建议："""
    leaders: re.Pattern[str]
    voices: re.Pattern[str]
    grassroots: re.Pattern[str]
    doubting: re.Pattern[str]
    pleading: re.Pattern[str]
    """Names of bodies whose opinion asks others end so."""
    appeals: re.Pattern[str]
    delegates: re.Pattern[str]
    imperative: re.Pattern[str]
    forum: re.Pattern[str]
    heading: re.Pattern[str]
    in_document: re.Pattern[str]
    """Between a body and 提出."""
    asked: re.Pattern[str]
    letters: re.Pattern[str]
    handed_in: re.Pattern[str]
    owning: re.Pattern[str]
    """Between who hands in and the title."""
    owned: re.Pattern[str]
    """Between the title and who hands in."""
    by: re.Pattern[str]
    """由 in front of who hands in."""
    used: re.Pattern[str]
    """Ends in front of a proposal that is spoken of: 采纳."""
    closing: re.Pattern[str]
    """Behind a quotation: who proposes it. Groups: who, verb."""
    saying: re.Pattern[str]
    """Behind a quotation: who says it. Group: who."""
    said: re.Pattern[str]
    """From a name to what it says."""
    speaks: re.Pattern[str]
    """A document, from the beginning of a sentence to its verb."""
    traded: re.Pattern[str]
    """Ends in front of a group. Group: trade."""
    nickname: re.Pattern[str]
    standing_for: re.Pattern[str]
    """Between a person and the body for which they speak."""
    going_on: re.Pattern[str]
    more: re.Pattern[str]
    """Begins a paragraph that goes on with a proposal."""
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
    raw: dict[str, Any] = read_yaml("proposals.yml")
    verbs = "|".join(_longest(raw["verbs"]))
    named = (
        "told", "content", "some", "titled", "mine", "announced", "opinion", "ought", "warning", "ask",
        "hope", "colon",
    )  # fmt: skip
    cue = "|".join([*(f"(?P<{name}>{raw[name]})" for name in named), f"(?P<verb>{verbs})"])
    groups = raw["groups"]
    lead_in = rf"(?:(?P<group>{groups})|^|[，,：:；;“。！？—\s]|{raw['openings']}){raw['between']}$"
    plain = (
        "noun_before",
        "noun_after",
        "demands",
        "demands_later",
        "strong",
        "weak",
        "first_person",
        "pleading_team",
        "self_named",
        "back_named",
        "that_body",
        "addressed",
        "written",
        "wished",
        "noun_only",
        "plea",
        "carried",
        "object_marks",
        "voiced",
        "noun_told",
        "leaders",
        "voices",
        "grassroots",
        "doubting",
        "pleading",
        "appeals",
        "delegates",
        "imperative",
        "forum",
        "heading",
        "in_document",
        "asked",
        "letters",
        "handed_in",
        "owning",
        "owned",
        "by",
        "used",
        "closing",
        "saying",
        "said",
        "speaks",
        "traded",
        "nickname",
        "standing_for",
        "going_on",
        "more",
        "narrating",
        "list_item",
        "reports",
        "answers",
        "deciders",
        "promises",
        "answer_head",
        "given",
        "replying",
        "wondered",
        "pronoun_first",
        "writes",
    )
    return ProposalLexicon(
        cue=re.compile(cue),
        may_tell=re.compile(rf"{cue}|{raw['forum']}"),
        lead_in=re.compile(lead_in),
        between=re.compile(raw["between"]),
        pronoun=re.compile(rf"(?<![其吉])(?:他|她){raw['between']}$"),
        groups=re.compile(groups),
        saying_verb=re.compile(rf"(?P<opinion>{raw['opinion']})"),
        **{name: re.compile(raw[name]) for name in plain},
    )


def _longest(words: Iterable[str]) -> list[str]:
    return sorted(set(words), key=lambda word: (-len(word), word))
