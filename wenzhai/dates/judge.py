"""Printed date -> what it is the date of.

Only what nothing marks otherwise is an event: founding years, birthdays, plans, deadlines and
periods are told apart by the words around them.
"""

from __future__ import annotations

from typing import Literal

from wenzhai.dates.cues import load_cues
from wenzhai.dates.find import Printed

Meaning = Literal[
    "event", "history", "plan", "since", "as-of", "anniversary", "founding", "birth", "title",
    "period", "open",
]  # fmt: skip

CLAUSE_ENDS = "，,。；;！!？?：:\n"
SENTENCE_ENDS = "。！!？?\n"


def judge(text: str, printed: Printed) -> Meaning:
    """What a printed date is the date of."""
    if printed.kind == "open":
        return "open"
    if printed.kind == "period":
        return "period"
    if _is_in_title(text, printed.start) or printed.kind == "event-year":
        return "title"
    if printed.year_shift is not None and printed.year_shift != 0:
        return "history" if printed.year_shift < 0 else "plan"
    return _by_neighbours(text, printed) or _by_clause(text, printed) or "event"


def _by_neighbours(text: str, printed: Printed) -> Meaning | None:
    before = text[max(0, printed.start - 8) : printed.start].rstrip(" \u3000")
    for meaning, words in load_cues().before.items():
        if before.endswith(words):
            return _meaning(meaning)
    after = text[printed.end : printed.end + 8].lstrip(" \u3000")
    for meaning, words in load_cues().after.items():
        if after.startswith(words):
            return _meaning(meaning)
    return None


def _by_clause(text: str, printed: Printed) -> Meaning | None:
    if printed.year is None:
        return None
    clause = clause_of(text, printed)
    for meaning, words in load_cues().clause.items():
        if any(word in clause for word in words):
            return _meaning(meaning)
    return None


def clause_of(text: str, printed: Printed) -> str:
    return _around(text, printed, CLAUSE_ENDS)


def sentence_of(text: str, printed: Printed) -> str:
    return _around(text, printed, SENTENCE_ENDS)


def _around(text: str, printed: Printed, ends: str) -> str:
    start = max((text.rfind(mark, 0, printed.start) for mark in ends), default=-1) + 1
    stops = [stop for mark in ends if (stop := text.find(mark, printed.end)) >= 0]
    return text[start : min(stops, default=len(text))]


def _is_in_title(text: str, at: int) -> bool:
    opened = text.rfind("《", 0, at)
    return opened >= 0 and text.find("》", opened, at) < 0 and "》" in text[at:]


def _meaning(word: str) -> Meaning:
    """The name of a list in the data, checked against the vocabulary."""
    match word:
        case "history" | "plan" | "since" | "as-of" | "anniversary" | "founding" | "birth":
            return word
        case _:
            raise ValueError(f"cues.yml: unknown meaning of a date: {word!r}")
