"""The page of results: its frame; the site's own script fills it."""

from __future__ import annotations

from collections.abc import Iterator

from wenzhai.model import Document
from wenzhai.render.atlas import Atlas
from wenzhai.render.press import Press


def search_page(atlas: Atlas, press: Press) -> Iterator[Document]:
    del atlas  # a section like the others; the frame is the same whatever the digest holds
    meta = {"title": press.words["search"], "description": press.words["search_description"]}
    yield press.print("search.md", "search.md", {**meta, "kind": "search"}, None)
