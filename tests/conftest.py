"""What several tests share: the command, and the seeds' finished site."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run_build(
    *arguments: str, env: Mapping[str, str] | None = None, cwd: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """`python build.py ...` as a user runs it."""
    return subprocess.run(
        [sys.executable, str(ROOT / "build.py"), *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **(env or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="session")
def seeds_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with docs/ and site/ of the five pages, built strictly from an empty folder."""
    folder = tmp_path_factory.mktemp("seeds")
    done = run_build(
        "build", "--strict", "--docs", str(folder / "docs"), "--site", str(folder / "site")
    )
    assert done.returncode == 0, done.stderr
    return folder
