"""A bundle opens anywhere: its paths, its notes, its sums, its bytes."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest
from command import make_project, run

from wenzhai.bundle import About, CannotBundle, write_bundle
from wenzhai.bundle.paths import path_faults

ABOUT = About("文摘", "1.2.3", "abcdef012345", 1, 2, "editor@digest.example")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "assets").mkdir(parents=True)
    for name in ("index.html", "404.html", "robots.txt", "sitemap.xml", "assets/a.css"):
        (folder / name).write_text(name, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("w/人物.html", "characters other"),
        ("w/a b.html", "characters other"),
        ("w/a:b.html", "characters other"),
        ("w/" + "a" * 119, "121 characters"),
        ("w/con.html", "device"),
        ("w/AUX", "device"),
        ("w/lpt1.tar.gz/x", "device"),
        ("w/dot./x", "ends with a dot"),
    ],
)
def test_a_path_that_some_system_cannot_unpack_is_a_fault(path: str, fault: str) -> None:
    assert [line for line in path_faults([path]) if fault in line]


def test_paths_that_differ_in_case_alone_clash_folders_too() -> None:
    assert len(list(path_faults(["w/a.html", "w/A.html"]))) == 1
    assert len(list(path_faults(["w/a/x", "w/A/y"]))) == 1


def test_plain_paths_are_no_fault() -> None:
    plain = ["w/index.html", "w/" + "a" * 118, "w/console.html", "w/a/x", "w/a/y", "w/com.html"]
    assert list(path_faults(plain)) == []


def test_a_bundle_with_a_fault_is_not_written(site: Path, tmp_path: Path) -> None:
    target = tmp_path / "w.zip"
    target.write_bytes(b"the last good one")
    (site / "nul.html").write_text("x", encoding="utf-8")
    (site / "人.html").write_text("x", encoding="utf-8")
    with pytest.raises(CannotBundle) as refused:
        write_bundle(site, target, ABOUT)
    assert str(refused.value).count("\n") == 1
    assert target.read_bytes() == b"the last good one"


def test_a_symbolic_link_is_refused(site: Path, tmp_path: Path) -> None:
    (site / "link.html").symlink_to(site / "index.html")
    with pytest.raises(CannotBundle, match=r"link\.html"):
        write_bundle(site, tmp_path / "w.zip", ABOUT)


def test_what_is_inside(site: Path, tmp_path: Path) -> None:
    target = tmp_path / "wenzhai-1.2.3.zip"
    write_bundle(site, target, ABOUT)
    with zipfile.ZipFile(target) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    top = "wenzhai-1.2.3/"
    names = {name.removeprefix(top) for name in inside}
    assert all(name.startswith(top) for name in inside)
    assert names >= {"index.html", "assets/a.css", "README.txt", "RIGHTS.txt", "VERSION.txt"}
    assert not names & {"404.html", "robots.txt", "sitemap.xml"}
    readme = inside[f"{top}README.txt"].decode("utf-8-sig")
    for told in ("双击 index.html", "1 个版面、2 篇文章", "1.2.3", "abcdef012345"):
        assert told in readme
    assert "\n" not in readme.replace("\r\n", "")
    assert "editor@digest.example" in inside[f"{top}RIGHTS.txt"].decode("utf-8-sig")
    for licence in ("wenzhai", "mkdocs-material", "regions", "traditional"):
        assert len(inside[f"{top}LICENSES/{licence}.txt"]) > 200
    sums = inside.pop(f"{top}SHA256SUMS.txt").decode("ascii")
    assert sums == "".join(
        f"{hashlib.sha256(content).hexdigest()}  {name.removeprefix(top)}\n"
        for name, content in sorted(inside.items())
    )


def test_the_same_bytes_whatever_the_clock_and_the_disk_say(site: Path, tmp_path: Path) -> None:
    write_bundle(site, tmp_path / "one/w.zip", ABOUT)
    for path in sorted(site.rglob("*.html"), reverse=True):
        content = path.read_bytes()
        path.unlink()
        path.write_bytes(content)
        path.chmod(0o700)
    write_bundle(site, tmp_path / "two/w.zip", ABOUT)
    assert (tmp_path / "one/w.zip").read_bytes() == (tmp_path / "two/w.zip").read_bytes()


def test_a_budget_is_kept_or_told(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    text = "雨后山塘满\n\n本报示例讯（记者 陈敏）11月3日，贵州省开阳县连夜下了大雨。\n"
    (root / "seeds/rain.txt").write_text(text, encoding="utf-8")
    within = run("bundle", "--project", str(root), "--budget", "100000")
    assert (within.returncode, "MB per 1,000 articles" in within.stdout) == (0, True)
    over = run("bundle", "--project", str(root), "--budget", "0.001")
    assert (over.returncode, "over the budget" in over.stderr) == (1, True)
