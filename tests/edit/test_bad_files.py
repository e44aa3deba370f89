"""A file of corrections that is not as its format says: what the editor is told, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from wenzhai.digest import Options, read_digest
from wenzhai.findings import format_finding

PAGE = "雨后山塘满\n\n本报示例讯（记者 陈敏）11月3日，省里下了大雨。我市农户忙着引水灌田。\n"
DATED = "version: 1\ndate: [{article: 本报示例讯, reason: 试, date: %s}]\n"
ENDLESS = "version: 1\na: &a [x]\n" + "".join(
    f"{new}: &{new} [{', '.join(f'*{old}' for _ in range(9))}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


def told(tmp_path: Path, text: str) -> list[str]:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "a.yml").write_text(text, encoding="utf-8")
    corpus = read_digest([tmp_path], Options())
    return [format_finding(one) for one in corpus.findings if one.path.endswith("a.yml")] + [
        format_finding(one)
        for record in corpus.records
        for one in record.findings
        if one.path.endswith("a.yml")
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("version: 1\ntext:\n", "a.yml:2: error: text: a list is allowed"),
        ("version: 1\nheadlines: []\n", "a.yml:2: error: headlines: there is no such key"),
        ("version: 1\nhide: [{printed: 138, reason: 试}]", "put them in quotes; found 138"),
        ("page: {}\n", "version: is missing"),
        ("", "keys with their values are allowed"),
        ("version: 1\nperson: [{printed: 陈敏, name: '', reason: 试}]", "at least 1 character"),
        ("version: 1\npage: {home: '999999'}\n", "'999999' is no region of the gazetteer"),
        (DATED % "2024-13", "a.yml:2: error: date.0.date"),
        (DATED % "2023-02-29", "a.yml:2: error: '2023-02-29' is no day"),
        (ENDLESS, "a.yml:2: error: an alias (*) of this is not read"),
    ],
)
def test_what_is_wrong_is_told_in_plain_words(tmp_path: Path, text: str, said: str) -> None:
    assert any(said in one for one in told(tmp_path, text))


@pytest.mark.parametrize("date", ["2024", "2024-02", "2024-02-29"])
def test_a_date_may_be_a_year_a_month_or_a_day(tmp_path: Path, date: str) -> None:
    assert not told(tmp_path, DATED % date)


@pytest.mark.parametrize(("written", "meant"), [("A03", "A3"), ("'08'", "8"), ("b1", "B1")])
def test_a_page_number_is_told_as_jump_lines_tell_it(
    tmp_path: Path, written: str, meant: str
) -> None:
    assert not told(tmp_path, f"version: 1\npage: {{page_number: {written}}}\n")
    (record,) = read_digest([tmp_path], Options()).records
    assert record.facts.page_number == meant
