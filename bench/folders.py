"""Folders of labelled pages that are learnt from, and those of one kind and hand."""

from pathlib import Path

GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold"
FOLDERS = (
    "tune",
    "opened",
    "more",
    "seeds",
    "layout",
    "everyday",
    "gazette",
    "woven",
    "tangled",
)
APART: tuple[tuple[str, ...], ...] = (
    ("tune", "seeds"),
    ("opened",),
    ("more",),
    ("layout",),
    ("everyday",),
    ("gazette",),
    ("woven",),
    ("tangled",),
)
"""Folders that are left out together, so that what builds on the model is fitted on pages new to it."""
