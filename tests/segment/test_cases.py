"""Documents of title, input and expected output; each is named by what must hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from wenzhai.model import Page
from wenzhai.segment import segment
from wenzhai.segment.passages import make_passage

CASES = Path(__file__).parent / "cases"


def read_cases(name: str) -> list[tuple[str, str, str]]:
    found = []
    for part in (CASES / name).read_text(encoding="utf-8").split("==== ")[1:]:
        title, _, rest = part.partition("\n")
        given, _, expected = rest.partition("\n----\n")
        found.append((title, given, expected.strip()))
    assert found, f"{name} holds no cases"
    return found


def lines_of(text: str) -> list[tuple[int, int]]:
    spans = []
    at = 0
    for row in text.split("\n"):
        spans.append((at, at + len(row)))
        at += len(row) + 1
    return spans


PASSAGES = read_cases("passages.txt")
PAGES = read_cases("pages.txt")


@pytest.mark.parametrize(("title", "given", "expected"), PASSAGES, ids=[c[0] for c in PASSAGES])
def test_passage(title: str, given: str, expected: str) -> None:
    passage = make_passage(given, lines_of(given))
    assert passage.text == expected, title
    for run in passage.runs:
        for k in range(run.length):
            published, printed = passage.text[run.at + k], given[run.source + k]
            assert published == printed or not (published.isalnum() or printed.isalnum())


@pytest.mark.parametrize(("title", "given", "expected"), PAGES, ids=[c[0] for c in PAGES])
def test_page(title: str, given: str, expected: str) -> None:
    layout = segment(Page("page.txt", "page", given, "utf-8", "0" * 64))
    rows = expected.split("\n")
    heads = [row for row in rows if not row.startswith(" ")]
    assert [a.headline.text if a.headline else "" for a in layout.articles] == heads, title
    bodies = [row.strip() for row in rows if row.startswith(" ")]
    found = [p.passage.text for a in layout.articles for p in a.body]
    assert len(found) == len(bodies), found
    for text, beginning in zip(found, bodies, strict=True):
        assert text.startswith(beginning)
