"""The knowledge is read once a process, not once a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from wenzhai.model import Page
from wenzhai.record import recognised
from wenzhai.segment import segment

SEED = min((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def test_a_page_seen_again_reads_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page("page.txt", "page", SEED.read_text(encoding="utf-8"), "utf-8", "0" * 64)
    once = recognised(segment(page), page)

    def reads(path: Path, *_: object, **__: object) -> str:
        raise AssertionError(path)

    monkeypatch.setattr(Path, "read_text", reads)
    assert recognised(segment(page), page) == once
