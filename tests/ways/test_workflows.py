"""Workflows pin what they use, ask for little, and name what exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from command import ROOT

WORKFLOWS = sorted(
    path
    for folder in (".github/workflows", "manual/previews", "wenzhai/data/new")
    for path in (ROOT / folder).rglob("*.yml")
    if re.search(r"^jobs:", path.read_text(encoding="utf-8"), re.MULTILINE)
)
USES = re.compile(r"^\s*(?:- )?uses: (.*)$", re.MULTILINE)
PINNED = re.compile(r"actions/[a-z-]+(/[a-z]+)?@[0-9a-f]{40} # v\d+\.\d+\.\d+")
DANGEROUS = {"pull_request_target", "workflow_run"}


def test_there_are_workflows() -> None:
    names = {path.name for path in WORKFLOWS}
    assert names >= {"ci.yml", "pages.yml", "preview.yml", "release.yml"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_workflow_pins_its_actions_and_begins_with_no_permission(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for used in USES.findall(text):
        assert PINNED.fullmatch(used), used
    workflow = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - no objects; `on` stays a word
    assert workflow["permissions"] == {}
    assert not DANGEROUS & set(workflow["on"])
    for job in workflow["jobs"].values():
        assert set(job) >= {"permissions", "timeout-minutes"}


def test_the_preview_of_a_pull_request_has_no_secret_and_only_reads() -> None:
    text = (ROOT / ".github/workflows/preview.yml").read_text(encoding="utf-8")
    workflow = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - as above
    assert "secrets" not in text
    assert [job["permissions"] for job in workflow["jobs"].values()] == [{"contents": "read"}]


def test_pre_commit_and_dependabot_name_what_exists() -> None:
    dependabot = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text(encoding="utf-8"))
    for update in dependabot["updates"]:
        assert (ROOT / update["directory"].lstrip("/")).is_dir()
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert {hook["id"] for hook in hooks["repos"][0]["hooks"]} >= {"ruff", "mypy", "check"}
