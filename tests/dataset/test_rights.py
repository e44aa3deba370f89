"""Every hidden person and every text that may only be indexed: no trace in anything written.

The five pages are built with all their persons hidden, and with all their texts index-only; then
every file of the tree is searched for every one of them, the database as it is dumped, too.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path

from command import ROOT

from wenzhai.corpus import Corpus
from wenzhai.dataset import data_files
from wenzhai.digest import Options, read_digest
from wenzhai.render import render, site_facts
from wenzhai.render.press import open_press
from wenzhai.search import index_files, indexed_text
from wenzhai.veil import View
from wenzhai.write import write_documents

STRETCH = 10  # characters; what is printed once says so by that many
DATE = re.compile(r"\d{4}年\d")  # "2021年12月18日"


def read(view: View) -> Corpus:
    return read_digest([ROOT / "seeds"], Options(view=view))


def written(digest: Corpus, folder: Path) -> str:
    """All that a build writes, white space left out."""
    facts = site_facts(ROOT / "mkdocs.yml", "1", None)
    templates = ROOT / "templates"
    press = open_press(templates, facts)
    index = list(index_files(digest, press))
    files = chain(render(digest, templates, facts), index, data_files(digest, press))
    write_documents(files, folder)
    texts = [path.read_bytes().decode("utf-8", "replace") for path in sorted(folder.rglob("*.*"))]
    with closing(sqlite3.connect(folder / "data" / "wenzhai.sqlite")) as base:
        texts += base.iterdump()
    return "".join("".join([*texts, indexed_text(index)]).split())


def stretches(digest: Corpus) -> Iterator[str]:
    """What stands in bodies; not headlines, dates and names of places, which are told."""
    entries = list(digest.entries.values())
    heads = "".join(
        "".join(passage.text.split())
        for entry in entries
        for place, passage in entry.article.passages()
        if place.field != "body"
    )
    paths = ("".join(region.path) for region in digest.regions.values())
    printed = (
        link.mention.name
        for entry in entries
        for link in entry.links
        if link.mention.kind == "region"
    )
    told = "\n".join((heads, *paths, *printed))
    for entry in entries:
        for paragraph in entry.article.body:
            for text in re.split(r"[^\w]+", "".join(paragraph.passage.text.split())):
                if len(text) >= STRETCH and text[:STRETCH] not in told and not DATE.match(text):
                    yield text[:STRETCH]


def test_no_hidden_person_is_named_anywhere(tmp_path: Path) -> None:
    whole = read(View())
    names = {person.name for person in whole.persons.values()}
    assert len(names) > 50
    found = written(read(View(hidden_names=frozenset(names))), tmp_path)
    assert [name for name in sorted(names) if name in found] == []
    assert [key for key in whole.persons if key in found] == []
    assert "开阳县" in found


def test_no_text_that_may_only_be_indexed_is_told_anywhere(tmp_path: Path) -> None:
    sought = set(stretches(read(View())))
    assert len(sought) > 300
    found = written(read(View("index-only")), tmp_path)
    assert [text for text in sorted(sought) if text in found] == []
    assert "开阳县" in found
