"""The page of what is to be looked at speaks Chinese, whatever was found."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path
from typing import get_args

import pytest
import yaml
from command import ROOT

from wenzhai.check import by_loss
from wenzhai.digest import Options, read_digest
from wenzhai.edit.entries import Doubtful
from wenzhai.edit.suggest import CONFIRMED, FACTS
from wenzhai.findings import FINDINGS
from wenzhai.model import Finding, PageFacts
from wenzhai.render.doubts import certainty, doubts_of
from wenzhai.render.press import open_press
from wenzhai.render.site import SiteFacts

WORDS: dict[str, str] = yaml.safe_load((ROOT / "templates/words.yml").read_text(encoding="utf-8"))
# What no digest that is built can tell of its pages: such a run ends before the page is written.
NEVER_SHOWN = frozenset({"publisher-warning", "search-mismatch"})
# Link(mention, None, (), "zone-without-place", ...), Hit(start, end, "term", "fixed-term", ...).
RULE_OF_LINK = re.compile(r'\b(?:Link|Hit|Meaning)\([^"\n]*(?:"[a-z-]+", )?"([a-z]+(?:-[a-z]+)+)"')
RULE = re.compile(r'Evidence\(\s*"([a-z-]+)"')


def test_every_finding_has_its_sentence() -> None:
    missing = [code for code in FINDINGS if f"told_{code}" not in WORDS]
    assert set(missing) == NEVER_SHOWN


def test_every_rule_that_parts_and_joins_has_a_name() -> None:
    source = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "wenzhai/segment").glob("*.py")
    )
    listed = "".join(re.findall(r"RULES = \(([^)]*)\)", source))
    rules = {*RULE.findall(source), *re.findall(r'"([a-z-]+)"', listed)}
    assert len(rules) > 20
    assert {rule for rule in rules if f"why_{rule}" not in WORDS} == set()


def test_every_rule_that_finds_and_decides_has_a_name() -> None:
    found = {
        rule
        for corpus in (read_digest([ROOT / "seeds"], Options()),)
        for entry in corpus.entries.values()
        for link in entry.links
        for rule in (link.rule, link.mention.rule)
    }
    source = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("recognise", "resolve")
        for path in (ROOT / "wenzhai" / folder).rglob("*.py")
    )
    found |= set(RULE_OF_LINK.findall(source)) - {"one-character"}  # a sort of form, no rule
    assert len(found) > 50
    assert {rule for rule in found if f"rule_{rule}" not in WORDS} == set()


def test_every_fact_and_every_confirmation_has_a_word() -> None:
    assert set(FACTS) <= {field.name for field in fields(PageFacts)}
    assert {f"factname_{name}" for name in FACTS} <= set(WORDS)
    assert {f"confirmed_{doubt}" for doubt in get_args(Doubtful)} <= set(WORDS)
    assert set(CONFIRMED.values()) == set(get_args(Doubtful))


@pytest.mark.parametrize("code", sorted(FINDINGS))
def test_a_sentence_asks_for_nothing_unknown(code: str) -> None:
    gaps = set(re.findall(r"{(\w+)}", WORDS.get(f"told_{code}", "")))
    assert gaps <= {"entry", "quote", "facts", "names", "doubt", "rule", "confidence"}


def test_the_worklist_of_the_small_site_is_in_chinese() -> None:
    page = (Path(__file__).parents[1] / "golden/small/docs/worklist.md").read_text(encoding="utf-8")
    rows = re.findall(r"<br>(.*?)(?:<details>|</li>)", page)
    assert rows
    assert not [row for row in rows if re.search(r"[a-z]{4,} [a-z]{2,}", row)]


def test_losses_are_told_for_every_code() -> None:
    findings = [Finding(code, "a", "m") for code in FINDINGS]
    assert len(by_loss(findings)) == len(FINDINGS)


def test_an_uncertain_join_is_marked_in_its_article(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    record = read_digest([tmp_path], Options()).records[0]
    paragraph = record.entries[0].article.body[0].passage
    span = paragraph.source(0, 4)
    press = open_press(ROOT / "templates", SiteFacts("文摘", "1", None, "full"))
    doubted = replace(record, findings=(Finding("doubtful-join", "page.txt", "m", 1, span),))
    assert doubts_of(press, doubted, 0) == {0: WORDS["uncertain_doubtful-join"]}
    assert certainty(press, doubted, 0) == WORDS["certainty_doubtful"]
    assert doubts_of(press, replace(record, findings=()), 0) == {}


PAGE = """青石河水清了

本报讯（记者 郑三山）5月6日，青石河补种的三千棵柳树全部成活，河水清了，鱼也回来了。
"""
