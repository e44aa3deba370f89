"""A name printed wrongly leads to the right person, whose page says so in Chinese."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from command import ROOT

from wenzhai.digest import Options, read_digest
from wenzhai.render import SiteFacts, render

PAGE = "开阳县修渠\n\n本报开阳讯（记者 李文）2031年5月5日，贵州省开阳县水务局局长梁泉到禾丰乡检查水渠。\n"
SAME = """version: 1
same:
  - {name: 梁显泉, other_names: [梁泉], reason: 脱一“<显>”字}
"""


@pytest.fixture
def documents(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "seeds" / "authority").mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "seeds" / "canal.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "seeds" / "authority" / "persons.yml").write_text(SAME, encoding="utf-8")
    digest = read_digest([tmp_path / "seeds"], Options())
    facts = SiteFacts("样刊", "0", None, "full")
    return {d.path: d.content.decode() for d in render(digest, ROOT / "templates", facts)}


def test_the_persons_page_tells_what_is_printed_and_why(documents: dict[str, str]) -> None:
    pages = {path: text for path, text in documents.items() if "liangxianquan" in path}
    (page,) = (text for path, text in pages.items() if path.endswith(".md"))
    assert "原文也作“梁泉”，编辑判定为同一人" in page
    assert "<显>" not in page


def test_evidence_gives_an_editors_reason_in_the_editors_words(documents: dict[str, str]) -> None:
    (page,) = (text for path, text in documents.items() if path.endswith(".evidence.md"))
    assert "脱一" in page
    assert "an editor" not in page
