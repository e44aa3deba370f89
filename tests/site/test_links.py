"""Every link and anchor of the finished site leads somewhere inside it."""

from __future__ import annotations

import posixpath
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

pytestmark = pytest.mark.xdist_group("site")
OUTSIDE = {"http", "https", "mailto", "data", "javascript", "blob"}


class Found(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"href", "src"} and value is not None:
                self.links.append(value)
            elif name in {"id", "name"} and value:
                self.ids.add(value)


def test_every_link_is_alive_and_inside(seeds_site: Path) -> None:
    site = seeds_site / "site"
    pages: dict[str, Found] = {}
    for file in site.rglob("*.html"):
        found = Found()
        found.feed(file.read_text(encoding="utf-8"))
        pages[file.relative_to(site).as_posix()] = found
    assert len(pages) > 50
    dead = []
    for name, found in pages.items():
        for link in found.links:
            parts = urlsplit(link)
            if parts.scheme in OUTSIDE or parts.netloc:
                dead.append((name, link))
                continue
            here = posixpath.dirname(name)
            path = posixpath.normpath(posixpath.join(here, unquote(parts.path)))
            target = name if not parts.path else path
            is_page = target in pages
            if name == "404.html":
                continue  # its links begin at the root of the site, wherever that is
            if not (is_page or (site / target).is_file()) or (
                is_page and parts.fragment and unquote(parts.fragment) not in pages[target].ids
            ):
                dead.append((name, link))
    assert [row for row in dead if not row[1].startswith("https://squidfunk")] == []


def test_paths_are_plain(seeds_site: Path) -> None:
    for path in (seeds_site / "site").rglob("*"):
        name = path.relative_to(seeds_site / "site").as_posix()
        assert re.fullmatch(r"[A-Za-z0-9._/@+-]{1,120}", name), name
