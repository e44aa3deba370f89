"""The names told of articles: each is printed, and stands where it is told."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

BENCH = Path(__file__).parents[2] / "bench"
PAGE = """\
=== easy anhui-shexian-zhoubao wrap=0 indent=0 gap=none
1H|老周的桥
1P|歙县雄村镇的老周修桥，周大山也来了。周家的桥，周大山修。
2H|无人
2P|周大山没有来。
"""
TOLD = """\
# a comment
easy-anhui-shexian-zhoubao\t0\tperson\t周\tnews\t村民\t老周
easy-anhui-shexian-zhoubao\t0\tperson\t周大山\tnews
easy-anhui-shexian-zhoubao\t0\tplace\t歙县\t安徽省/黄山市/歙县
"""


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(BENCH))
    names = set(sys.modules)
    module = importlib.import_module("named")
    for name in {"named", "printed", "folders"} - names:
        monkeypatch.delitem(sys.modules, name, raising=False)
    module.named_pages.cache_clear()
    yield module
    module.named_pages.cache_clear()


def test_every_name_that_is_told_is_printed(named: ModuleType) -> None:
    pages = named.named_pages()
    persons = [p for page in pages for a in page.articles for p in a.persons]
    assert persons
    assert all(person.mentions for person in persons)


def test_a_name_stands_where_its_context_and_no_longer_name_does(
    named: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(named, tmp_path, monkeypatch, TOLD)
    (page,) = named.named_pages()
    text, (first, second) = page.page.text, page.articles
    around = {p.name: [text[s - 1 : e + 1] for s, e in p.mentions] for p in first.persons}
    assert around == {"周": ["老周的", "老周修"], "周大山": ["，周大山也", "，周大山修"]}
    assert [region.name for region in first.regions] == ["歙县"]
    assert second.optional == second.spans()  # nothing is told of it


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("easy-anhui-shexian-zhoubao\t0\tperson\t周小山\tnews", "周小山 is not there"),
        ("easy-nowhere\t0\t-", "no such pages: easy-nowhere"),
    ],
)
def test_what_is_not_printed_is_refused(
    named: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, message: str
) -> None:
    _write(named, tmp_path, monkeypatch, line + "\n")
    with pytest.raises(ValueError, match=message):
        named.named_pages()


def _write(named: ModuleType, path: Path, patch: pytest.MonkeyPatch, told: str) -> None:
    (path / "anhui.txt").write_text(PAGE, encoding="utf-8")
    (path / "names.tsv").write_text(told, encoding="utf-8")
    reader = named.printed_pages
    patch.setitem(reader.__wrapped__.__globals__, "FOLDER", path)  # of the module that it is from
    patch.setattr(named, "PRINTED", ("anhui",))
    patch.setattr(named, "FILE", path / "names.tsv")
    reader.cache_clear()
