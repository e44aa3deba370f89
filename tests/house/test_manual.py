"""The manual names every verb, option and finding code, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from wenzhai.cli import main
from wenzhai.cli.main import VERBS
from wenzhai.findings import FINDINGS

MANUAL = Path(__file__).parents[2] / "manual"
COMMANDS = (MANUAL / "commands.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `([a-z-]+)` \| (error|warning|doubt) \|", re.MULTILINE)


@pytest.mark.parametrize("verb", [str(verb.name) for verb in VERBS])
def test_every_verb_is_in_the_manual(verb: str) -> None:
    assert re.search(rf"^\| `{verb}[` ]", COMMANDS, re.MULTILINE)


@pytest.mark.parametrize(
    "option",
    sorted({o for v in VERBS for p in v.params for o in p.opts if isinstance(p, click.Option)}),
)
def test_every_option_is_in_the_manual(option: str) -> None:
    assert re.search(rf"^\| `{option}[` ]", COMMANDS, re.MULTILINE)


@pytest.mark.parametrize("verb", [str(verb.name) for verb in VERBS])
def test_every_help_shows_an_example(verb: str) -> None:
    for name, typed in (("build.py", "python build.py"), ("wenzhai", "wenzhai")):
        result = CliRunner().invoke(main, [verb, "--help"], prog_name=name)
        assert result.exit_code == 0
        assert f"Example: {typed} {verb}" in result.output


def test_the_manual_lists_just_the_findings_there_are() -> None:
    rows = ROW.findall((MANUAL / "findings.md").read_text(encoding="utf-8"))
    assert dict(rows) == dict(FINDINGS)
    assert len(rows) == len(FINDINGS)


def test_every_page_of_the_manual_is_reached_from_its_index() -> None:
    index = (MANUAL / "index.md").read_text(encoding="utf-8")
    pages = {path.name for path in MANUAL.glob("*.md")} - {"index.md"}
    assert set(re.findall(r"\]\((\w+\.md)\)", index)) == pages
