"""Folders of labelled pages that are learnt from, and those of one kind and hand."""

from __future__ import annotations

from pathlib import Path

from printed import FOLDER, printed_pages

from wenzhai.score.gold import GoldPage
from wenzhai.score.load import load_gold

GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold"
PRINTED = tuple(sorted(path.stem for path in FOLDER.glob("*.txt")))
"""Hands of `bench/pages`, by a province of each."""
LABELLED = (
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
"""Of `tests/gold`."""
FOLDERS = (*LABELLED, *PRINTED)
LABELLED_APART: tuple[tuple[str, ...], ...] = (
    ("tune", "seeds"),
    ("opened",),
    ("more",),
    ("layout",),
    ("everyday",),
    ("gazette",),
    ("woven",),
    ("tangled",),
)
APART = (*LABELLED_APART, PRINTED[::2], PRINTED[1::2])
"""Folders that are left out together, so that what builds on the model is fitted on pages new to it."""


def labelled(folder: str) -> tuple[GoldPage, ...]:
    """The pages of a folder of `tests/gold`, or of a hand of `pages`."""
    return printed_pages(folder) if folder in PRINTED else load_gold(GOLD / folder)
