"""The bundle in Firefox by file://, with every way out closed."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from audit.node import run_node
from ways.reader import kinds_of_pages

from wenzhai.bundle import About, write_bundle

pytestmark = [pytest.mark.audit, pytest.mark.xdist_group("site")]


def test_the_bundle_works_in_firefox(seeds_site: Path, tmp_path: Path) -> None:
    firefox = shutil.which("firefox-esr") or shutil.which("firefox")
    if firefox is None:
        pytest.skip("Firefox is missing; on Debian: apt-get install firefox-esr")
    target = tmp_path / "digest.zip"
    write_bundle(seeds_site / "site", target, About("文摘", "1.2.3", None, 5, 25))
    with zipfile.ZipFile(target) as archive:
        archive.extractall(tmp_path)
    folder = tmp_path / "digest"
    paths = list(kinds_of_pages(folder).values())
    seen = json.loads(
        run_node("open_in_firefox.mjs", firefox, f"{folder.as_uri()}/", *paths, home=tmp_path)
    )
    assert len(paths) > 8
    assert all(seen["headings"][path] for path in paths)
    assert seen["styled"] == "sticky"
    assert {seen["before"], seen["after"]} == {"default", "slate"}
    assert seen["results"] > seen["narrowed"] > 0
    assert seen["troubles"] == []
