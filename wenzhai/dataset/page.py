"""The package -> the page that tells readers what is in it and how to use it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wenzhai.dataset.describe import PARAGRAPHS, Query, Table
from wenzhai.model import Document
from wenzhai.render.escape import Safe, escape_lines
from wenzhai.render.linked import Node, breadcrumbs, page_address, script
from wenzhai.render.press import Press

SQLITE = "application/vnd.sqlite3"


@dataclass(frozen=True, slots=True)
class ColumnRow:
    name: str
    type: str
    unit: str | None
    about: str


@dataclass(frozen=True, slots=True)
class TableRow:
    title: str
    name: str
    anchor: Safe
    count: int
    url: Safe | None
    """Of its sheet; None for what is in the SQLite file alone."""
    columns: tuple[ColumnRow, ...]


@dataclass(frozen=True, slots=True)
class QueryRow:
    title: str
    sql: Safe


@dataclass(frozen=True, slots=True)
class DataView:
    articles: int
    standard: str
    """How the articles are cited."""
    tables: tuple[TableRow, ...]
    queries: tuple[QueryRow, ...]


def data_page(
    press: Press,
    tables: Iterable[Table],
    counts: Mapping[str, int],
    queries: Iterable[Query],
) -> Document:
    """data/index.md."""
    view = DataView(
        articles=counts["articles"],
        standard=press.site.citation,
        tables=tuple(_table(press, table, counts[table.name]) for table in tables),
        queries=tuple(
            QueryRow(query.title, escape_lines(query.sql.rstrip("\n"))) for query in queries
        ),
    )
    meta = {"title": press.words["data"], "description": press.words["data_about"], "kind": "index"}
    page = press.print("data/index.md", "data.md", meta, view)
    nodes = [_dataset(press, view), breadcrumbs(press, ("data/index.html", press.words["data"]))]
    return Document(page.path, page.content + f"\n{script(nodes)}".encode())


def _dataset(press: Press, view: DataView) -> Node:
    """schema.org's Dataset, for those who search for data."""
    sheets = [(f"{table.name}.csv", "text/csv") for table in view.tables if table.url]
    files = [*sheets, ("articles.jsonl", "application/x-ndjson"), ("wenzhai.sqlite", SQLITE)]
    return {
        "@type": "Dataset",
        "name": press.site.name,
        "description": press.words["data_about"],
        "inLanguage": "zh-CN",
        "isAccessibleForFree": True,
        "conditionsOfAccess": press.words["data_rights"],
        "distribution": [
            {
                "@type": "DataDownload", "name": name, "encodingFormat": kind,
                "contentUrl": page_address(press, f"data/{name}"),
            }
            for name, kind in files
        ],
    }  # fmt: skip


def _table(press: Press, table: Table, count: int) -> TableRow:
    columns = tuple(
        ColumnRow(column.name, press.words[f"type_{column.type}"], column.unit, column.about)
        for column in table.columns
    )
    url = None if table.name == PARAGRAPHS else Safe(f"{table.name}.csv")
    anchor = Safe(f"table-{table.name.replace('_', '-')}")
    return TableRow(table.title, table.name, anchor, count, url, columns)
