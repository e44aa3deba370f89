"""`sentences.txt` -> sentences with their organisations, persons and roles."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).with_name("sentences.txt")
OPENING, CLOSING = "⟦【〔", "⟧】〕"

Span = tuple[int, int]


class Sentence(NamedTuple):
    """Spans are half-open, in code points of the text."""

    text: str
    organisations: list[Span]
    persons: list[Span]
    roles: list[Span]


@cache
def sentences() -> list[Sentence]:
    lines = SOURCE.read_text(encoding="utf-8").split("\n")
    return [read_sentence(line) for line in lines if line and not line.startswith("#")]


def read_sentence(line: str) -> Sentence:
    """Raises ValueError where marks cross or do not close."""
    text = ""
    found: dict[str, list[Span]] = {mark: [] for mark in OPENING}
    opened: list[tuple[str, int]] = []
    for character in line:
        if character in OPENING:
            opened.append((character, len(text)))
        elif character in CLOSING:
            mark, start = opened.pop() if opened else ("", 0)
            if OPENING.find(mark) != CLOSING.index(character):
                raise ValueError(f"marks cross: {line}")
            found[mark].append((start, len(text)))
        else:
            text += character
    if opened:
        raise ValueError(f"a mark is not closed: {line}")
    return Sentence(text, found["⟦"], found["【"], found["〔"])
