"""Entries about what else a page tells: contradictions, and answers in another article."""

from __future__ import annotations

from typing import Any

import pytest

from wenzhai.edit.format import Corrections
from wenzhai.edit.links import EditedLinks
from wenzhai.edit.told_links import edit_told
from wenzhai.facts import proposal_fact
from wenzhai.kinds import find_links
from wenzhai.model import Article, Layout, Page, Paragraph, Passage, Run
from wenzhai.record import name_ids

ASKED = "市政协委员沈望舒建议，把健身器材纳入统一维护。要定期公布检修结果。共有12处器材。"
REPLY = "健身器材明年全部检修一遍，费用由市里出。"
TEXT = f"{ASKED}\n{REPLY}"


def edited(**entries: list[dict[str, Any]]) -> EditedLinks:
    def article(start: int, end: int) -> Article:
        body = (Paragraph("paragraph", Passage(TEXT[start:end], (Run(0, start, end - start),))),)
        return Article(None, "none", None, (), "news", (), None, body, 1.0)

    layout = Layout((article(0, len(ASKED)), article(len(ASKED) + 1, len(TEXT))), ())
    page = Page("page.txt", "page", TEXT, "utf-8", "0" * 64)
    told = Corrections.model_validate({"version": 1, **entries})
    return edit_told(
        find_links(layout, page, "320500"), layout, page, told, "page.yml", name_ids("32")
    )


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("organisation", {"name": "苏州市政协"}, {"name": None}),
        ("initiative", {"name": "健身器材"}, {"name": None}),
        ("figure", {"value": "12", "unit": "处"}, {"value": None}),
        ("proposal", {"who": "沈望舒"}, {"who": None}),
    ],
)
def test_right_and_not_is_a_contradiction(
    kind: str, one: dict[str, Any], other: dict[str, Any]
) -> None:
    printed = {"figure": "12处", "proposal": "市政协委员沈望舒建议"}.get(kind, "健身器材")
    same = {"printed": printed, "nth": 1, "reason": "seen"}
    codes = [f.code for f in edited(**{kind: [{**same, **one}, {**same, **other}]}).findings]
    assert "contradicting-corrections" in codes
    codes = [f.code for f in edited(**{kind: [{**same, **one}, {**same, **one}]}).findings]
    assert "contradicting-corrections" not in codes


def test_a_name_may_stand_in_words_that_are_none() -> None:
    longer = {"printed": "健身器材纳入", "name": None, "reason": "no name"}
    inner = {"printed": "健身器材", "nth": 1, "name": "健身器材", "reason": "a programme"}
    codes = [one.code for one in edited(initiative=[longer, inner]).findings]
    assert "contradicting-corrections" not in codes


def test_an_answer_may_stand_in_another_article() -> None:
    entry = {
        "printed": "市政协委员沈望舒建议",
        "to": "公布检修结果。",
        "who": "沈望舒、委员们",
        "answer": "费用由市里出。",
        "reason": "answered below",
    }
    found = edited(proposal=[entry])
    assert found.findings == ()
    (link,) = (one for one in found.links[0] if one.mention.kind == "proposal")
    assert proposal_fact(link).who == ("沈望舒", "委员们")
    assert link.mention.name == "市政协委员沈望舒建议，把健身器材纳入统一维护。要定期公布检修结果。"
    assert [d.value for d in link.mention.details if d.name == "reply"] == ["1:0"]
