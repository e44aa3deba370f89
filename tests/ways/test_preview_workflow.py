"""The very commands of preview.yml, run on a pull request with a hostile page."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import yaml
from command import ROOT
from preview.test_preview import RAIN, Repository

HOSTILE = """<script>alert(1)</script>`$(touch owned)`

本报讯（记者 李小河）2031年11月3日，贵州省开阳县县长王"onmouseover="x说，$(touch owned) @everyone
"""


def commands() -> list[str]:
    workflow = yaml.safe_load((ROOT / ".github/workflows/preview.yml").read_text(encoding="utf-8"))
    steps = workflow["jobs"]["preview"]["steps"]
    return [step["run"] for step in steps if "run" in step]


def test_the_commands_of_the_workflow_make_site_and_report(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "project")
    root = repository.root
    repository.write(".gitignore", "/preview/\n/site/\n/.venv\n/Makefile\n/summary.md\n")
    repository.write("seeds/rain.txt", RAIN)
    repository.commit("base")
    repository.git("update-ref", "refs/remotes/origin/main", "HEAD")  # as a checkout has it
    repository.git("checkout", "-b", "change")
    repository.write(
        "seeds/rain.yml", "version: 1\ntext: [{printed: 大雨, right: 小雨, reason: t}]\n"
    )
    repository.write("seeds/hostile.txt", HOSTILE)
    repository.commit("change")
    (root / ".venv").symlink_to(Path(sys.prefix))
    (root / "Makefile").write_text(
        ".venv/site-ready:\n\t@true\n.PHONY: .venv/site-ready\n", "utf-8"
    )
    env = {**os.environ, "BASE": "origin/main", "GITHUB_STEP_SUMMARY": str(root / "summary.md")}
    for command in commands():
        done = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", command],
            cwd=root,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    assert (root / "preview/site/index.html").is_file()
    assert (root / "preview/changes.json").is_file()
    summary = (root / "summary.md").read_text(encoding="utf-8")
    assert summary == (root / "preview/comment.md").read_text(encoding="utf-8")
    assert "hostile" in summary
    assert "<script>" not in summary
    assert not list(tmp_path.rglob("owned"))
