"""Texts with their names and roles marked, as printed in newspapers of all kinds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from persons.person_layouts import layout_of_lines, page_of

from wenzhai.recognise.persons import PersonLexicon, find_persons, load_lexicon

CASES = [
    line
    for line in (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").split("\n")
    if line and not line.startswith("#")
]
CALLED = ("", "老", "小")
"""What may stand between a role and a surname: 渔民|老|黄."""
# 刘庆和|委员, 王华，|某公司董事长, 吕慎言，六十二岁，|市政协委员, （佟春梅系|县人大代表
BEFORE_ROLE = re.compile(r"[，（的]?|，[^，]{1,4}岁，|[，\s]*(?:作者)?系")
MARK = re.compile(r"〔(?P<role>[^〕]*)〕|【(?P<name>[^】|]*)(?:\|(?P<part>[a-z]+))?】")
BETWEEN_NAMES = re.compile(r"[、和与 ]{0,2}")


@pytest.fixture(scope="module")
def lexicon() -> PersonLexicon:
    return load_lexicon()


def read_case(line: str) -> tuple[str, list[tuple[int, str, str | None, str | None]]]:
    """The text without marks, and per name: start, name, role, part (None: not stated)."""
    text = ""
    marks: list[tuple[str, int, str, str | None]] = []
    position = 0
    for match in MARK.finditer(line):
        text += line[position : match.start()]
        kind = "role" if match.group("role") is not None else "name"
        content = match.group(kind)
        marks.append((kind, len(text), content, match.group("part")))
        text += content
        position = match.end()
    text += line[position:]
    found: list[tuple[int, str, str | None, str | None]] = []
    for number, (kind, start, content, part) in enumerate(marks):
        if kind == "role":
            continue
        role = None
        if number and marks[number - 1][0] == "role":
            before = marks[number - 1]
            called = text[before[1] + len(before[2]) : start]
            role = before[2] if called in CALLED else None
        if role is None and number + 1 < len(marks) and marks[number + 1][0] == "role":
            after = marks[number + 1]
            gap = text[start + len(content) : after[1]]
            role = after[2] if BEFORE_ROLE.fullmatch(gap) else None
        if role is None and found:
            last = found[-1]
            gap = text[last[0] + len(last[1]) : start]
            role = last[2] if gap and BETWEEN_NAMES.fullmatch(gap) else None
        found.append((start, content, role, part))
    return text.replace("⏎", "\n"), found


def test_there_are_cases() -> None:
    assert len(CASES) > 150


@pytest.mark.parametrize("line", CASES)
def test_names_roles_and_parts_are_found(line: str, lexicon: PersonLexicon) -> None:
    text, expected = read_case(line)
    layout = layout_of_lines(text)
    (mentions,) = find_persons(layout, page_of(text), lexicon)
    passages = dict(layout.articles[0].passages())
    found = []
    for mention in mentions:
        passage = passages[mention.place]
        span = passage.source(mention.start, mention.end)
        assert span is not None
        role = passage.text[mention.role.start : mention.role.end] if mention.role else None
        found.append((span.start, text[span.start : span.end], role, mention.part))
    wanted = [
        (start, name, role, part or (found[i][3] if i < len(found) else None))
        for i, (start, name, role, part) in enumerate(expected)
    ]
    assert found == wanted
