"""Corpus, templates -> documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from wenzhai.corpus import Corpus
from wenzhai.model import Document
from wenzhai.render.annex import Annex
from wenzhai.render.article import articles
from wenzhai.render.atlas import Atlas, survey
from wenzhai.render.cited import citation_files
from wenzhai.render.corrected import corrections
from wenzhai.render.evidence import evidence
from wenzhai.render.feeds import whole
from wenzhai.render.home import about, home, retired
from wenzhai.render.indexes import article_index
from wenzhai.render.page_index import page_index
from wenzhai.render.person import persons
from wenzhai.render.person_index import person_indexes
from wenzhai.render.press import Press, open_press
from wenzhai.render.quality import quality
from wenzhai.render.region import regions
from wenzhai.render.region_index import region_index
from wenzhai.render.registers import person_registers
from wenzhai.render.script_words import script_words
from wenzhai.render.search_page import search_page
from wenzhai.render.site import SiteFacts
from wenzhai.render.source import sources
from wenzhai.render.statements import figures, proposals
from wenzhai.render.timeline import timeline_pages
from wenzhai.render.told import named
from wenzhai.render.topic import topics
from wenzhai.render.worklist import worklist

Section: TypeAlias = Callable[[Atlas, Press], Iterator[Document]]

SECTIONS: tuple[Section, ...] = (
    home,
    article_index,
    timeline_pages,
    articles,
    citation_files,
    whole,
    retired,
    person_indexes,
    person_registers,
    persons,
    region_index,
    regions,
    named,
    figures,
    proposals,
    page_index,
    sources,
    evidence,
    topics,
    corrections,
    worklist,
    quality,
    about,
    search_page,
    script_words,
)
"""What the digest consists of; a new kind of page is a row."""


def render(corpus: Corpus, templates: Path, site: SiteFacts) -> Iterator[Document]:
    """Every generated file of the Markdown tree; the hand-written ones lie beside them."""
    press = open_press(templates, site)
    atlas = survey(corpus, press.words["untitled"])
    annex = Annex(atlas, press)
    for section in SECTIONS:
        for document in section(atlas, press):
            yield from annex.complete(document)
