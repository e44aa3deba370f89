"""Corpus -> the files of the data package, written one row at a time.

Nothing is held but the corpus: a file grows on the disk and is then handed to the writer.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from wenzhai.corpus import Corpus
from wenzhai.dataset.base import write_base
from wenzhai.dataset.describe import PARAGRAPHS, Table, queries, tables
from wenzhai.dataset.page import data_page
from wenzhai.dataset.papers import Title, datasette, package
from wenzhai.dataset.registers import register
from wenzhai.dataset.rows import ROWS, Row, Source
from wenzhai.dataset.sheet import write_sheet
from wenzhai.extract import extract
from wenzhai.kinds import KINDS
from wenzhai.model import Document, Filed
from wenzhai.render.press import Press

DATA_FOLDER = "data"
ARTICLES = "articles.jsonl"
BASE = "wenzhai.sqlite"
_KINDS = {kind.folder: kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Made:
    """The package as it lies in a folder."""

    tables: tuple[Table, ...]
    counts: Mapping[str, int]
    papers: tuple[Document, ...]
    """Small files; their paths are names."""


def data_files(corpus: Corpus, press: Press) -> Iterator[Document | Filed]:
    """Every file of the package below `data/`, and the page about it."""
    with TemporaryDirectory(prefix="wenzhai-data-") as folder:
        made = make_package(corpus, press, Path(folder))
        for path in sorted(Path(folder).iterdir()):
            yield Filed(f"{DATA_FOLDER}/{path.name}", path)
    for paper in made.papers:
        yield Document(f"{DATA_FOLDER}/{paper.path}", paper.content)
    yield data_page(press, made.tables, made.counts, queries())


def make_package(corpus: Corpus, press: Press, folder: Path) -> Made:
    """Write the large files into a folder."""
    words = press.words
    titles = tuple((kind.folder, words[kind.folder]) for kind in KINDS)
    source = Source(corpus, press.site.address)
    all_tables = tables(titles)
    _write_articles(source, folder / ARTICLES)
    counts = dict(write_base(((t, rows_of(source, t)) for t in all_tables), folder / BASE))
    for table in all_tables:
        if table.name != PARAGRAPHS:
            write_sheet(table, rows_of(source, table), folder / f"{table.name}.csv")
    title = Title(
        press.site.name,
        words["data_about"],
        press.site.version,
        press.site.site_url,
        words["data_rights"],
    )
    papers = (
        Document("datapackage.json", package(title, all_tables, counts)),
        Document(
            "metadata.json",
            datasette(title, all_tables, queries(), shown_rights=words["data_rights"]),
        ),
    )
    return Made(all_tables, counts, papers)


def rows_of(source: Source, table: Table) -> Iterator[Row]:
    """The rows of a table."""
    kind = _KINDS.get(table.name)
    if kind is not None:
        return register(source, kind, tuple(column.name for column in table.columns))
    return ROWS[table.name](source)


def _write_articles(source: Source, path: Path) -> None:
    """One article a line: what `extract` gives, with its page, rights and address."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for record in source.corpus.records:
            found = extract(record, source.corpus.regions.__getitem__)
            for article in found["articles"]:
                line = {
                    "page": found["page"],
                    "rights": found.get("rights", "full"),
                    "url": source.address(f"articles/{article['id']}.html"),
                    **article,
                }
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
