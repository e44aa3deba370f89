"""The unpacked bundle, opened by file:// with the network off: all of it works, nothing leaves."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from ways.reader import Reader, opened

from wenzhai.bundle import About, write_bundle

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("site")]
ABOUT = About("文摘", "1.2.3", None, 5, 25)


def test_every_kind_of_page_works_offline(seeds_site: Path, tmp_path: Path) -> None:
    write_bundle(seeds_site / "site", tmp_path / "digest.zip", ABOUT)
    unpacked = tmp_path / "文摘 下载"  # where a reader may unpack it
    with zipfile.ZipFile(tmp_path / "digest.zip") as archive:
        archive.extractall(unpacked)
    folder = unpacked / "digest"
    with opened() as browser:
        reader = Reader(browser, f"{folder.as_uri()}/", is_offline=True)
        reader.walk(folder)
        broken = reader.page.evaluate(
            "[...document.images].filter((image) => !image.naturalWidth).map((i) => i.src)"
        )
        assert broken == []
        assert reader.troubles == []
