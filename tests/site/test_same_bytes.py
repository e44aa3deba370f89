"""The same input gives the same bytes: another folder, time zone, locale, hash seed, process
count."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from command import run_build

pytestmark = pytest.mark.xdist_group("site")


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_second_build_elsewhere_is_the_same(seeds_site: Path, tmp_path: Path) -> None:
    env = {
        "TZ": "Asia/Shanghai",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "7",
        "PYTHONUTF8": "0",
        "COLUMNS": "40",
    }
    docs, site = tmp_path / "elsewhere" / "d", tmp_path / "elsewhere" / "s"
    places = ("--docs", str(docs), "--site", str(site))
    done = run_build("build", "--fresh", *places, "--jobs", "2", env=env)
    assert done.returncode == 0, done.stderr
    assert digests(docs) == digests(seeds_site / "docs")
    assert digests(site) == digests(seeds_site / "site")


def test_building_again_writes_nothing(seeds_site: Path, tmp_path: Path) -> None:
    arguments = ("build", "--no-site", "--docs", str(tmp_path / "docs"))
    assert run_build(*arguments).returncode == 0
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "docs").rglob("*")}
    assert run_build(*arguments).returncode == 0
    assert before == {path: path.stat().st_mtime_ns for path in (tmp_path / "docs").rglob("*")}
    assert digests(tmp_path / "docs") == digests(seeds_site / "docs")
