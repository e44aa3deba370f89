"""Suggestions are entries of the format that fit the page; nobody's file is changed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from command import ROOT, run

from wenzhai.check import by_loss
from wenzhai.check.worklist import LOSS
from wenzhai.digest import Options, read_digest
from wenzhai.edit import missing_facts, snippet, suggest
from wenzhai.edit.entries import UNKNOWN
from wenzhai.edit.format import Corrections
from wenzhai.edit.suggest import Suggestion
from wenzhai.findings import FINDINGS
from wenzhai.ids import Register
from wenzhai.model import Article, Finding, Record, Span
from wenzhai.record import record_of

PAGES = sorted((ROOT / "tests/gold/tune").glob("hard-*.txt"))[:4]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    for page in PAGES:
        shutil.copy(page, tmp_path / "seeds")
    return tmp_path


def test_every_finding_has_its_place_in_the_worklist() -> None:
    assert sorted(code for code, _ in LOSS) == sorted(FINDINGS)


def test_what_costs_readers_most_comes_first(project: Path) -> None:
    done = run("check", "--worklist", "--project", str(project))
    assert done.returncode == 0
    codes = re.findall(r"\[([a-z-]+)\]$", done.stdout, re.MULTILINE)
    order = [code for code, _ in LOSS]
    assert codes == sorted(codes, key=order.index)
    assert codes.count("missing-page-fact") == len(PAGES)
    same = run("check", "--project", str(project)).stdout.splitlines()
    assert sorted(done.stdout.splitlines()) == sorted(same)


def test_the_file_made_is_valid_and_changes_nothing(project: Path) -> None:
    before = run("check", "--project", str(project)).stdout
    for page in PAGES:
        assert run("correct", page.name, "--project", str(project)).returncode == 0
        text = (project / "seeds" / page.with_suffix(".yml").name).read_text(encoding="utf-8")
        Corrections.model_validate(yaml.safe_load(text))
    assert run("check", "--project", str(project)).stdout == before


def test_a_file_that_is_there_is_never_changed(project: Path) -> None:
    file = project / "seeds" / PAGES[0].with_suffix(".yml").name
    file.write_text("version: 1 # mine\n", encoding="utf-8")
    done = run("correct", PAGES[0].name, "--project", str(project))
    assert (done.returncode, "reason:" in done.stdout) == (0, True)
    assert file.read_text(encoding="utf-8") == "version: 1 # mine\n"
    assert run("correct", "no-such", "--project", str(project)).returncode == 2


def doubted(record: Record) -> list[Finding]:
    """A finding of each kind about each article, beside those there are."""
    found = list(record.findings)
    for entry in record.entries:
        for code in ("doubtful-join", "doubtful-split", "doubtful-order", "damaged-text"):
            span = next(s for p in entry.article.body for s in p.passage.spans())
            found.append(Finding(code, "x", "made", 1, span))
    found += [Finding("doubtful-furniture", "x", "m", 1, f.span) for f in record.layout.furniture]
    return found


def test_every_suggestion_fits_the_page(project: Path) -> None:
    for record in read_digest([project / "seeds"], Options()).records:
        for finding in doubted(record):
            suggestion = suggest(record, finding)
            if suggestion is None:
                continue
            file = project / "one.yml"
            file.write_text(
                f"version: 1\n{snippet(suggestion).replace(UNKNOWN, '甲乙')}", encoding="utf-8"
            )
            again = record_of(record.page, "x", Register(), file)
            bad = [f for f in again.findings if f.path.endswith("one.yml")]
            assert {f.code for f in bad} <= {"idle-correction"}, (snippet(suggestion), bad)


def test_a_decision_answers_its_doubt(project: Path) -> None:
    record = read_digest([project / "seeds"], Options()).records[0]
    article = next(e.article for e in record.entries if e.article.date is None)
    quote = _beginning(record, article)
    file = project / "seeds" / Path(record.page.name).with_suffix(".yml").name
    row = yaml.safe_dump([{"article": quote, "date": "2031-05", "reason": "test"}])
    file.write_text(f"version: 1\npage: {{newspaper: 示例日报}}\ndate:\n{row}", encoding="utf-8")
    again = read_digest([project / "seeds"], Options()).records[0]
    codes = [f.code for f in record.findings]
    assert [f.code for f in again.findings].count("no-date") == codes.count("no-date") - 1
    assert "newspaper" not in missing_facts(again)
    assert len(again.corrections) == 1


def _beginning(record: Record, article: Article) -> str:
    run_ = article.body[0].passage.runs[0]
    return record.page.text[run_.source : run_.source + 14]


def test_the_order_does_not_depend_on_the_order_given() -> None:
    findings = [
        Finding("no-date", "a", "m", 1, Span(0, 1)),
        Finding("doubtful-split", "b", "m", 9, Span(0, 1)),
        Finding("unregistered-article", "a", "m", 1),
    ]
    codes = [f.code for f in by_loss(reversed(findings))]
    assert codes == ["doubtful-split", "no-date", "unregistered-article"]
    assert by_loss(findings) == by_loss(reversed(findings))


def test_a_key_that_stands_twice_is_an_error(project: Path) -> None:
    file = project / "seeds" / PAGES[0].with_suffix(".yml").name
    file.write_text("version: 1\ntext: []\ntext: []\n", encoding="utf-8")
    done = run("check", "--project", str(project))
    assert (done.returncode, "'text' stands twice" in done.stdout) == (1, True)


def test_what_only_an_editor_knows_must_be_told(project: Path) -> None:
    file = project / "seeds" / PAGES[0].with_suffix(".yml").name
    row = f"{{article: 本, nth: 1, own: {UNKNOWN}, reason: x}}"
    file.write_text(f"version: 1\nheadline: [{row}]\n", encoding="utf-8")
    done = run("check", "--project", str(project))
    assert (done.returncode, "put the words there" in done.stdout) == (1, True)


@pytest.mark.parametrize("printed", ["县里昨夜下了大雨", "𠮷田：“- #1”", "a: {b}"])
def test_a_snippet_shows_what_was_printed_and_means_it(printed: str) -> None:
    text = snippet(Suggestion("text", {"printed": printed, "nth": 2}))
    assert printed in text
    assert yaml.safe_load(text) == {"text": [{"printed": printed, "nth": 2}]}
