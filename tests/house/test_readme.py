"""The two READMEs say the same, and their commands are those there are."""

from __future__ import annotations

import re
from pathlib import Path

from wenzhai.cli.main import VERBS

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMENT = re.compile(r"\s+#.*$", re.MULTILINE)
LINK = re.compile(r"\]\(([^)]+)\)")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def commands(text: str) -> list[str]:
    return [COMMENT.sub("", block) for block in BLOCK.findall(text)]


def test_both_have_the_same_parts_commands_and_links() -> None:
    english, chinese = read("README.md"), read("README.zh-CN.md")
    assert commands(chinese) == commands(english)
    assert chinese.count("\n## ") == english.count("\n## ")
    other = {"README.md", "README.zh-CN.md"}
    assert set(LINK.findall(chinese)) - other == set(LINK.findall(english)) - other


def test_every_link_and_verb_of_the_readme_is_there() -> None:
    text = read("README.md")
    for link in LINK.findall(text):
        assert (ROOT / link).exists(), link
    verbs = set(re.findall(r"build\.py ([a-z]+)", text))
    assert verbs <= {str(verb.name) for verb in VERBS}
    assert len(verbs) > 5
