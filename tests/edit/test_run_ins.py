"""A run-in head stays with the paragraph that it opens."""

from __future__ import annotations

from pathlib import Path

from wenzhai.digest import Options, read_digest
from wenzhai.edit.passage import position_of

PAGE = """示例市政协一年来的工作

示例市政协紧紧围绕中心工作履职尽责。**围绕工业**,开展视察三次,许多建议得到重视采纳。**围绕农业**,开展调研五次,报告得到批示肯定。\
市政协还办了读书活动六次,委员们踊跃参加。**围绕旅游**,开展协商两次,建议得到有关部门落实。
"""
ENTRY = "version: 1\nparagraph:\n  - {before: 市政协还办了读书活动, reason: 另述一事}\n"


def test_a_new_paragraph_does_not_take_the_head_of_the_one_before(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "page.yml").write_text(ENTRY, encoding="utf-8")
    (record,) = read_digest([tmp_path], Options()).records
    body = [one for entry in record.entries for one in entry.article.body]
    (new,) = (one for one in body if one.passage.text.startswith("市政协还办了"))
    assert new.run_in is None
    heads = [one for one in body if one.run_in is not None]
    assert len(heads) == 3
    for one in heads:
        assert one.run_in is not None
        assert position_of(one.passage, one.run_in.start) is not None
