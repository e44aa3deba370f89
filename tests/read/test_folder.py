"""Folder -> pages: what is a page, and what each bad file is told."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from wenzhai.digest import Options, read_digest
from wenzhai.model import Finding, Page
from wenzhai.read import list_sources, read_page
from wenzhai.read.folder import page_slug


def read(path: Path, limit: int = 1000) -> Page | Finding:
    return read_page(path, path.name, page_slug(path.name), path.name, limit)


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (b"", "empty-page", "no text"),
        (b" \n\xe3\x80\x80\n", "empty-page", "no text"),
        (b"x" * 1001, "oversized-page", "1001 bytes; at most 1000"),
        (b"\x00\x01", "binary-page", "at byte 0"),
        (b"ok \xff\xff\xff", "undecodable-page", "at byte 3"),
    ],
)
def test_a_bad_file_is_a_finding(tmp_path: Path, content: bytes, code: str, said: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    finding = read(path)
    assert isinstance(finding, Finding)
    assert finding.code == code
    assert said in finding.message


def test_line_ends_and_offsets_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeff第一行\r\n第二行\n".encode())
    page = read(path)
    assert isinstance(page, Page)
    assert page.text == "第一行\r\n第二行\n"


def test_pages_are_listed_by_name_and_the_rest_is_told(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "b.yml", "ids.yml", ".hidden.txt", "x.pdf", "y/c.TXT"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    sources, findings = list_sources([tmp_path])
    assert [source.name for source in sources] == ["a.txt", "b.txt", "y/c.TXT"]
    assert [finding.code for finding in findings] == ["unknown-file"]


def test_what_looks_like_a_page_and_is_none_is_told(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_text("x", encoding="utf-8")
    (seeds / "nowhere.txt").symlink_to(tmp_path / "gone.txt")
    (seeds / "round.txt").symlink_to("round.txt")
    (seeds / "linked").symlink_to(tmp_path)
    (seeds / "loop").symlink_to(".")
    sources, findings = list_sources([seeds])
    assert [source.name for source in sources] == ["a.txt"]
    assert [(finding.code, Path(finding.path).name) for finding in findings] == [
        ("unknown-file", "linked"),
        ("unknown-file", "loop"),
        ("unreadable-file", "nowhere.txt"),
        ("unreadable-file", "round.txt"),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere such a name cannot be made")
def test_a_name_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    name = b"\xd5\xc5\xc8\xfd.txt"  # 张三 as GB18030, out of a zip file
    (tmp_path / os.fsdecode(name)).write_text("x", encoding="utf-8")
    sources, (finding,) = list_sources([tmp_path])
    assert not sources
    assert finding.code == "unreadable-file"
    finding.path.encode()
    assert "not UTF-8" in finding.message


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.yaml", "'a.yml' is read"),
        ("b.yml", "no page has this name"),
        ("authority/person.yml", "no page has this name"),
        ("sub/ids.yml", "no page has this name"),
    ],
)
def test_an_editors_file_that_nothing_reads_is_told(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "a.txt").write_text("本报讯 昨天下雨。", encoding="utf-8")
    for known in ("a.yml", "ids.yml", "authority/persons.yml", name):
        path = tmp_path / known
        path.parent.mkdir(exist_ok=True)
        path.write_text("version: 1\n", encoding="utf-8")
    found = [f for f in read_digest([tmp_path], Options()).findings if f.code.startswith("unkno")]
    assert [(f.code, Path(f.path).name) for f in found] == [
        ("unknown-editorial-file", Path(name).name)
    ]
    assert said in found[0].message


def test_names_that_give_one_address_clash(tmp_path: Path) -> None:
    (tmp_path / "A_1.txt").write_text("x", encoding="utf-8")
    (tmp_path / "a-1.txt").write_text("y", encoding="utf-8")
    sources, findings = list_sources([tmp_path])
    assert len(sources) == 1
    assert [finding.code for finding in findings] == ["slug-clash"]


def test_a_missing_path_is_told(tmp_path: Path) -> None:
    assert list_sources([tmp_path / "no"])[1][0].code == "missing-path"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("004_173ba6f4d9020420.txt", "004-173ba6f4d9020420"),
        ("贵州日报2031年1版.txt", "gui-zhou-ri-bao-2031-nian-1-ban"),
        ("Ａ１ é.txt", "a1-e"),
    ],
)
def test_slugs(name: str, slug: str) -> None:
    assert page_slug(name) == slug


@pytest.mark.parametrize("name", ["😀.txt", "长" * 80 + ".txt", "..txt", "<script>.txt"])
def test_any_name_gives_a_safe_slug(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", page_slug(name))
    assert len(page_slug(name)) <= 60
