"""MkDocs makes a site of the documents without a warning, and hostile text stays text there."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml
from render.fake_corpus import PERSONS, REGIONS, corpus, interview
from render.hostile_record import BREAKOUT, HOSTILE_PERSON, hostile_record

from wenzhai.corpus import Corpus
from wenzhai.dataset import data_files
from wenzhai.render import render, site_facts
from wenzhai.render.press import open_press
from wenzhai.settings import read_settings
from wenzhai.write import write_documents

ROOT = Path(__file__).parents[2]


class Elements(HTMLParser):
    """Start tags with their attributes, and the texts inside."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    digest = corpus(interview(), hostile_record())
    persons = {**PERSONS, HOSTILE_PERSON.id: HOSTILE_PERSON}
    digest = Corpus(digest.records, dict(sorted(persons.items())), REGIONS, digest.retired)
    generated = shutil.ignore_patterns("generated")
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets", ignore=generated)
    facts = site_facts(ROOT / "mkdocs.yml", "1.2.3", "abcdef012345")
    press = open_press(ROOT / "templates", facts)
    generated_files = chain(render(digest, ROOT / "templates", facts), data_files(digest, press))
    write_documents(generated_files, folder / "docs")
    settings: dict[str, Any] = {**read_settings(ROOT / "mkdocs.yml")}
    settings["theme"]["custom_dir"] = str(ROOT / "templates" / "theme")
    settings["hooks"] = [str(ROOT / "templates" / "hooks.py")]
    settings["site_url"] = "https://example.invalid/digest/"
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", "mkdocs.yml"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def pages(site: Path) -> list[Path]:
    found = sorted(site.rglob("*.html"))
    assert len(found) > 20
    return found


def test_nothing_hostile_became_markup(site: Path) -> None:
    for path in pages(site):
        text = path.read_text(encoding="utf-8")
        for tag, attributes in Elements(text).tags:
            assert not any(name.startswith("on") for name in attributes), path
            assert not str(attributes.get("href")).startswith("javascript:"), path
            assert tag not in {"b", "i"}, path
        assert "<script>alert" not in text
        assert "49" not in re.findall(r"<h1[^>]*>(.*?)</h1>", text, re.DOTALL)
        assert "\u202e" not in text


def test_a_hostile_headline_reads_as_printed_everywhere(site: Path) -> None:
    text = (site / "articles" / "666-hostile-aaaaaa.html").read_text(encoding="utf-8")
    shown = " ".join(f"题{BREAKOUT}".split())
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", text, re.DOTALL)
    title = re.search(r"<title>(.*?)</title>", text, re.DOTALL)
    assert heading is not None
    assert html.unescape(heading[1]) == shown
    assert title is not None
    assert html.unescape(title[1]).startswith(shown)


def test_every_link_and_anchor_is_alive(site: Path) -> None:
    ids: dict[Path, set[str]] = {}
    for path in pages(site):
        tags = Elements(path.read_text(encoding="utf-8")).tags
        ids[path] = {str(attributes["id"]) for _, attributes in tags if "id" in attributes}
        assert len(ids[path]) == sum("id" in attributes for _, attributes in tags), path
    for path in pages(site):
        if path.name == "404.html":
            continue
        for tag, attributes in Elements(path.read_text(encoding="utf-8")).tags:
            target = attributes.get("href") or attributes.get("src") or ""
            if tag == "link" and attributes.get("rel") == "canonical":
                continue
            if not target or target.startswith(("mailto:", "data:")):
                continue
            assert "//" not in target, (path, target)
            name, _, anchor = target.partition("#")
            found = (path.parent / name).resolve() if name else path
            assert found.is_file(), (path, target)
            if anchor and not anchor.startswith("__"):
                assert anchor in ids[found], (path, target)


def test_the_site_holds_no_date_of_the_day(site: Path) -> None:
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://example.invalid/digest/articles/000-sample-aaaaaa.html</loc>" in sitemap
    assert "lastmod" not in sitemap


def test_every_page_has_a_description_and_one_heading(site: Path) -> None:
    for path in pages(site):
        text = path.read_text(encoding="utf-8")
        assert re.search(r'<meta name="description" content="[^"]+">', text), path
        assert len(re.findall("<h1", text)) == 1, path
        assert '<html lang="zh"' in text, path
