"""No address of the digest spells a hidden name; a single page knows who is hidden."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from command import ROOT, run

from wenzhai.digest import Options, read_digest
from wenzhai.veil import View, tells

PAGE = """老郑的渡口

本报讯（记者 陈雪梅）5月6日，青石渡口换了新船。船工向洋说，从前的木船他撑了二十年。
"""
HIDDEN = frozenset({"向洋"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("向洋的渡口", True),
        ("xiang-yang-de-du-kou", True),
        ("2031-xiangyang", True),
        ("xiangyangzhen-news", False),
        ("fangxiang-yangguang", False),
        ("004-173ba6f4d9020420", False),
    ],
)
def test_an_address_tells_a_name_as_it_is_or_in_pinyin(text: str, expected: bool) -> None:
    assert tells(text, HIDDEN) is expected


@pytest.mark.parametrize("name", ["向洋的渡口.txt", "xiangyang.txt"])
def test_a_hidden_name_stands_in_no_address(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(PAGE, encoding="utf-8")
    (tmp_path / "other.txt").write_text(PAGE.replace("向洋", "方圆山"), encoding="utf-8")
    corpus = read_digest([tmp_path], Options(view=View(hidden_names=HIDDEN)))
    told = [
        text
        for record in corpus.records
        for text in (record.page.name, record.page.slug, *(entry.id for entry in record.entries))
    ]
    told += [f"{finding.path} {finding.message}" for finding in corpus.all_findings()]
    assert not [text for text in told if "向洋" in text or "xiang" in text.rpartition("/")[2]]
    assert "other" in [record.page.slug for record in corpus.records]


def test_a_single_page_reads_the_authority_file_beside_it(tmp_path: Path) -> None:
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    seeds = tmp_path / "seeds"
    (seeds / "authority").mkdir(parents=True)
    (seeds / "page.txt").write_text(PAGE, encoding="utf-8")
    (seeds / "ids.yml").write_text(
        "version: 1\narticles:\n"
        "- {id: page-ferry1, page: page.txt, anchor: 本报讯（记者陈雪梅）5月6日}\n"
        "- {id: gone-abcdef, page: gone.txt, anchor: 不在这里}\n",
        encoding="utf-8",
    )
    (seeds / "authority/persons.yml").write_text(
        "version: 1\nhidden: [{name: 向洋, reason: r}]\n", encoding="utf-8"
    )
    done = run("extract", str(seeds / "page.txt"))
    told = json.loads(done.stdout)
    assert done.returncode == 0, done.stderr
    assert "向洋" not in done.stdout
    assert [article["id"] for article in told["articles"]] == ["page-ferry1"]
    assert "gone-abcdef" not in done.stderr  # another page's business
