"""The command, run as a user runs it or, faster, in this process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from wenzhai.cli import main

ROOT = Path(__file__).parents[1]


CHROMIUMS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


class Done(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


def run_build(*arguments: str, env: Mapping[str, str] | None = None, cwd: Path = ROOT) -> Done:
    """`python build.py ...` in a process of its own."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **(env or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def run(*arguments: str) -> Done:
    """The same in this process, where knowledge is loaded already."""
    result = CliRunner().invoke(main, arguments)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Done(result.exit_code, result.stdout, result.stderr)


def make_project(root: Path) -> Path:
    """A digest project of one's own, without pages: what a user copies from this one."""
    (root / "seeds").mkdir(parents=True)
    (root / "docs").mkdir()
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "templates", root / "templates")
    generated = shutil.ignore_patterns("generated")
    shutil.copytree(ROOT / "docs" / "assets", root / "docs" / "assets", ignore=generated)
    return root


def chromium() -> str:
    """Where Chromium is; `install_browser.sh` looks at the same places."""
    return next(found for name in CHROMIUMS if (found := shutil.which(name)))
