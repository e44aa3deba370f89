"""What `make audit` needs beside pip and npm, and what is not tested without it.

    python tests/audit/programs.py

`make audit` begins with this list, so that nobody takes a shorter audit for the whole one.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import NamedTuple

PLACES = "/usr/local/sbin:/usr/sbin:/opt/homebrew/bin"  # beside those in PATH
ANSWER_MAX = 20.0  # seconds


class Program(NamedTuple):
    """One that Debian has."""

    names: tuple[str, ...]
    package: str
    tests: str
    """What is not tested without it."""


PROGRAMS = {
    "chromium": Program(
        ("chromium", "chromium-browser", "google-chrome"), "chromium", "everything in a browser"
    ),
    "java": Program(("java",), "default-jre-headless", "validity of the HTML (Nu checker)"),
    "nginx": Program(("nginx",), "nginx-light", "the example for nginx"),
    "firefox": Program(("firefox-esr", "firefox"), "firefox-esr", "the bundle in Firefox"),
}


def program(key: str) -> str | None:
    """Where it is. What is there but cannot run (macOS has such a java) does not count."""
    for name in PROGRAMS[key].names:
        found = shutil.which(name) or shutil.which(name, path=PLACES)
        if found is not None and _runs(found, key):
            return found
    return None


def _runs(path: str, key: str) -> bool:
    option = "-version" if key == "java" else "-v" if key == "nginx" else "--version"
    try:
        done = subprocess.run([path, option], capture_output=True, check=False, timeout=ANSWER_MAX)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def missing() -> dict[str, Program]:
    return {key: one for key, one in PROGRAMS.items() if program(key) is None}


def reason(key: str) -> str:
    one = PROGRAMS[key]
    return f"{key} is missing: {one.tests} not tested; on Debian: apt-get install {one.package}"


if __name__ == "__main__":
    gone = missing()
    for name in gone:
        print(f"make audit: {reason(name)}", file=sys.stderr)
    if gone:
        packages = " ".join(one.package for one in gone.values())
        print(f"make audit: NOT THE WHOLE AUDIT; apt-get install {packages}", file=sys.stderr)
    else:
        print("make audit: nothing is missing on this machine")
