"""TAG -> dist/: the offline bundle, the data, what changed, and the sums of them all.

Run by `make release TAG=v1.2.3` and by the release workflow. A tag that is not the program's
version, or a version without a part of its own in CHANGELOG.md, is refused.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from wenzhai import __version__  # noqa: E402 - the line above says where it is


class CannotRelease(Exception):
    """The message says why."""


def notes_of(changelog: str, version: str) -> str:
    """The part of a changelog that is about one version, without its heading."""
    heading = rf"^## \[?{re.escape(version)}(?![\w.])\]?(?P<note>[^\n]*)\n(?P<text>.*?)(?=^## |\Z)"
    part = re.search(heading, changelog, re.MULTILINE | re.DOTALL)
    if part is None:
        raise CannotRelease(f"CHANGELOG.md has no part '## {version}'")
    if "unreleased" in part["note"].casefold():
        raise CannotRelease(f"CHANGELOG.md still calls {version} unreleased; give it its day")
    return part["text"].strip() + "\n"


def check_tag(tag: str, version: str) -> None:
    if tag != f"v{version}":
        raise CannotRelease(f"tag {tag} is not v{version}, the version in wenzhai/__init__.py")


def sums(folder: Path) -> str:
    """As `sha256sum` writes them."""
    return "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in sorted(folder.iterdir())
        if path.name.startswith("wenzhai-")
    )


def make_release(tag: str, root: Path, target: Path) -> None:
    check_tag(tag, __version__)
    notes = notes_of((root / "CHANGELOG.md").read_text(encoding="utf-8"), __version__)
    target.mkdir(exist_ok=True)
    build = [sys.executable, str(ROOT / "build.py")]
    data = target / f"wenzhai-{__version__}.jsonl"
    bundle = target / f"wenzhai-{__version__}.zip"
    subprocess.run([*build, "bundle", "--output", str(bundle)], cwd=root, check=True)
    subprocess.run([*build, "extract", "seeds", "--output", str(data)], cwd=root, check=True)
    (target / "notes.md").write_text(notes, encoding="utf-8", newline="\n")
    (target / "SHA256SUMS").write_text(sums(target), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    try:
        make_release(sys.argv[1], ROOT, ROOT / "dist")
    except CannotRelease as error:
        sys.exit(f"no release: {error}")
