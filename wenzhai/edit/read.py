"""`seeds/<page>.yml` -> corrections."""

from __future__ import annotations

from pathlib import Path

from wenzhai.edit.format import Corrections
from wenzhai.editorial_file import load_editorial
from wenzhai.model import Finding

NONE = Corrections(version=1)
HIDING = ("hide", "hidden", "rights")
"""Words of a file that may say that something must not be shown."""


def corrections_path(page: Path) -> Path:
    """Where the corrections of a page lie: beside it, with its name."""
    return page.with_suffix(".yml")


def read_corrections(path: Path) -> tuple[Corrections, tuple[Finding, ...]]:
    """What an editor decided; nothing when there is no file."""
    if not path.is_file():
        return NONE, ()
    loaded = load_editorial(path, Corrections)
    return (NONE, loaded) if isinstance(loaded, tuple) else (loaded, ())


def may_hide(path: Path) -> bool:
    """Does a file that cannot be understood speak of hiding? Then its page is not shown."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return True
    return any(word in text for word in HIDING)
