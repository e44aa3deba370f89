"""ProperDocs, the fork of MkDocs, makes the same pages: the way out when MkDocs 1.x ends."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command import ROOT, make_project, run

pytestmark = pytest.mark.audit
GENERATOR = re.compile(r'<meta name="generator"[^>]*>\s*')


def built_by(publisher: str, project: Path) -> dict[str, str]:
    site = project.with_name(publisher)
    command = [sys.executable, "-m", publisher, "build", "--strict", "--quiet"]
    done = subprocess.run(
        [*command, "--config-file", "mkdocs.yml", "--site-dir", str(site)],
        cwd=project,
        env={**os.environ, "SOURCE_DATE_EPOCH": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {
        path.relative_to(site).as_posix(): GENERATOR.sub("", path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def test_both_make_the_same_pages(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    shutil.copytree(ROOT / "seeds", project / "seeds", dirs_exist_ok=True)
    assert run("build", "--no-site", "--project", str(project)).returncode == 0
    ours = built_by("mkdocs", project)
    theirs = built_by("properdocs", project)
    assert len(ours) > 100
    assert theirs.keys() == ours.keys()
    assert [name for name in ours if theirs[name] != ours[name]] == []
