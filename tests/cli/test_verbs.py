"""Verbs do what their help says, and end with the status that the manual promises."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from command import make_project, run

RAIN = """雨后山塘满

本报示例讯（记者 陈敏）11月3日，贵州省开阳县连夜下了大雨。县水务局局长王大山说，山塘都满了。
"""
RICE = """稻谷涨价

本报讯（通讯员 李小河）今年稻谷收购价每斤涨一角，粮站门前排起长队，农户忙着卖粮。
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one's own, with one page."""
    root = make_project(tmp_path / "project")
    (root / "seeds/rain.txt").write_text(RAIN, encoding="utf-8")
    return root


def test_check_lists_findings_one_a_line(project: Path) -> None:
    (project / "seeds/bad.txt").write_bytes(b"\0\0")
    done = run("check", "--project", str(project))
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert all(re.search(r": (error|warning|doubt): .* \[[a-z-]+\]$", line) for line in lines)
    assert any("bad.txt: error" in line for line in lines)


def test_check_strict_fails_on_warnings_and_never_on_doubts(project: Path) -> None:
    arguments = ("check", "--strict", "--project", str(project))
    done = run(*arguments)
    assert (done.returncode, "doubt" in done.stdout) == (0, True)
    (project / "seeds/again.txt").write_text(RAIN, encoding="utf-8")
    assert run(*arguments).returncode == 1


def test_explain_tells_of_a_page_and_of_an_article(project: Path) -> None:
    done = run("explain", "rain.txt", "--project", str(project))
    assert done.returncode == 0
    assert "person 王大山" in done.stdout
    article = re.search(r"^(rain-\w{6}): ", done.stdout, re.MULTILINE)
    assert article is not None
    again = run("explain", article[1], "--project", str(project))
    assert "means 520121" in again.stdout


def test_explain_of_nothing_known_cannot_run(project: Path) -> None:
    done = run("explain", "no-such", "--project", str(project))
    assert (done.returncode, "no-such" in done.stderr) == (2, True)


def test_ids_are_appended_and_then_known(project: Path) -> None:
    assert run("ids", "--project", str(project)).returncode == 0
    assert not (project / "seeds/ids.yml").exists()
    assert run("ids", "--write", "--project", str(project)).returncode == 0
    assert "unregistered" not in run("check", "--project", str(project)).stdout
    (project / "seeds/rain.txt").write_text(RICE, encoding="utf-8")
    found = run("check", "--project", str(project)).stdout
    assert "lost-id" in found
    assert "unregistered-article" in found


def test_a_lost_id_keeps_a_small_page(project: Path) -> None:
    run("ids", "--write", "--project", str(project))
    entry = re.search(r"id: ([\w-]+)", (project / "seeds/ids.yml").read_text(encoding="utf-8"))
    assert entry is not None
    (project / "seeds/rain.txt").write_text(RICE, encoding="utf-8")
    assert run("build", "--project", str(project)).returncode == 0
    assert (project / "site/articles" / f"{entry[1]}.html").is_file()


def test_corrections_are_replayed_unless_told_otherwise(project: Path) -> None:
    (project / "seeds/rain.yml").write_text(
        "version: 1\ntext: [{printed: 大雨, right: 小雨, reason: test}]\n", encoding="utf-8"
    )
    seeds = str(project / "seeds")
    assert "小雨" in run("extract", seeds).stdout
    assert "小雨" not in run("extract", seeds, "--no-editorial").stdout


def test_a_failed_build_leaves_the_last_good_site(project: Path) -> None:
    assert run("build", "--project", str(project)).returncode == 0
    before = (project / "site/index.html").read_bytes()
    (project / "docs/broken.md").write_text("[x](no-such.md)", encoding="utf-8")
    (project / "seeds/rice.txt").write_text(RICE, encoding="utf-8")
    done = run("build", "--strict", "--project", str(project))
    assert done.returncode == 1
    assert "publisher-warning" in done.stderr
    assert (project / "site/index.html").read_bytes() == before


def test_a_folder_that_is_no_site_is_never_replaced(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "mine"
    site.mkdir()
    (site / "thesis.doc").write_text("x", encoding="utf-8")
    done = run("build", "--project", str(project), "--site", str(site))
    assert done.returncode == 2
    assert (site / "thesis.doc").read_text(encoding="utf-8") == "x"


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "--project", "/nowhere"),
        ("build", "--seeds", "/nowhere"),
        ("build", "--jobs", "0"),
        ("frobnicate",),
        ("extract",),
        ("preview", "--base", "no-such-revision"),
    ],
)
def test_what_cannot_run_ends_with_two(arguments: tuple[str, ...], tmp_path: Path) -> None:
    if arguments[0] == "preview":
        arguments = (*arguments, "--output", str(tmp_path / "p"))
    assert run(*arguments).returncode == 2


def test_build_is_the_default_verb(project: Path) -> None:
    done = run("--no-site", "--project", str(project))
    assert done.returncode == 0, done.stderr
    assert "1 pages, 1 articles" in done.stdout
    assert not (project / "site").exists()


def test_quiet_says_only_the_result(project: Path) -> None:
    done = run("build", "--no-site", "--quiet", "--project", str(project))
    assert (done.stderr, len(done.stdout.splitlines())) == ("", 1)


def test_a_bundle_is_the_same_twice(project: Path) -> None:
    zips = []
    for name in ("one", "two"):
        target = project / name / "digest.zip"
        done = run("bundle", "--project", str(project), "--output", str(target))
        assert done.returncode == 0, done.stderr
        zips.append(target.read_bytes())
    assert zips[0] == zips[1]
    with zipfile.ZipFile(project / "one/digest.zip") as archive:
        assert "digest/index.html" in archive.namelist()


HOSTILE = """标题<img src=x onerror=alert(1)>{{ 7*7 }}

本报讯（记者 <script>alert(1)</script>）2031年11月3日，贵州省开阳县县长王"onmouseover="x说，
{% raw %} [a](javascript:alert(1)) `x` ***粗*** # 一 ~~x~~ :smile: --8<-- "a" [^1] !!! note

    缩进代码
---
title: evil
---
<!-- c --> &lt;b&gt; \u202e反\u202c \u200b\ufeff𠀀
"""


def test_hostile_text_is_published_as_text_and_found(project: Path) -> None:
    (project / "seeds/hostile.txt").write_text(HOSTILE, encoding="utf-8")
    done = run("build", "--strict", "--project", str(project))
    assert done.returncode == 0, done.stderr
    pages = [path.read_text(encoding="utf-8") for path in (project / "site").rglob("*.html")]
    assert any("&lt;script&gt;alert(1)&lt;/script&gt;" in html for html in pages)
    for html in pages:
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert 'href="javascript' not in html
    assert any("{{ 7*7 }}" in html for html in pages)
