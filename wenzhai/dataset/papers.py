"""Tables -> what describes them: a Frictionless data package, metadata for Datasette."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wenzhai.dataset.base import FULL_TEXT
from wenzhai.dataset.describe import PARAGRAPHS, Column, Query, Table

PROFILE = "tabular-data-resource"
PLAIN = {"profile": "data-resource", "type": "file"}  # objects and databases are no tables
BASE_NAME = "wenzhai"  # of the database, in Datasette's addresses


@dataclass(frozen=True, slots=True)
class Title:
    """What the package as a whole is called."""

    name: str
    about: str
    version: str
    home: str | None
    """Of the digest; None when nobody says where it is published."""
    rights: str


def package(title: Title, tables: Iterable[Table], counts: Mapping[str, int]) -> bytes:
    """datapackage.json."""
    told: dict[str, object] = {
        "profile": "data-package",
        "name": BASE_NAME,
        "title": title.name,
        "description": title.about,
        "version": title.version,
        "homepage": title.home,
        "keywords": ["报纸", "文摘"],
        "rights": title.rights,
        "resources": [
            {
                **PLAIN,
                "name": "articles-json",
                "title": "文章全文",
                "description": "每行一篇文章，字段同 extract",
                "path": "articles.jsonl",
                "format": "jsonl",
                "mediatype": "application/x-ndjson",
                "encoding": "utf-8",
            },
            *(_sheet(table, counts) for table in tables if table.name != PARAGRAPHS),
            {
                **PLAIN,
                "name": "base",
                "title": "全部表格与全文检索",
                "path": "wenzhai.sqlite",
                "format": "sqlite",
                "mediatype": "application/vnd.sqlite3",
            },
        ],
    }
    return _json({key: value for key, value in told.items() if value is not None})


def _sheet(table: Table, counts: Mapping[str, int]) -> dict[str, object]:
    links = [
        {"fields": [column], "reference": {"resource": _other(table, other), "fields": ["id"]}}
        for column, other in table.links.items()
    ]
    schema: dict[str, object] = {
        "fields": [_field(column, table) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if links:
        schema["foreignKeys"] = links
    return {
        "profile": PROFILE,
        "name": resource_name(table.name),
        "title": table.title,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "rows": counts[table.name],
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "header": True},
        "schema": schema,
    }


def resource_name(table: str) -> str:
    """Names of resources have no underscore in all versions of the standard."""
    return table.replace("_", "-")


def _other(table: Table, other: str) -> str:
    return "" if other == table.name else resource_name(other)  # "" is the table itself


def _field(column: Column, table: Table) -> dict[str, object]:
    told: dict[str, object] = {"name": column.name, "type": column.type}
    told["description"] = column.about
    if column.unit:
        told["unit"] = column.unit
    if column.name in table.key:
        told["constraints"] = {"required": True}
    return told


def datasette(
    title: Title, tables: Iterable[Table], queries: Iterable[Query], *, shown_rights: str
) -> bytes:
    """metadata.json for `datasette wenzhai.sqlite --metadata metadata.json`."""
    described = {table.name: _described(table) for table in tables}
    told = {
        "title": title.name,
        "description": title.about,
        "license": shown_rights,
        "databases": {
            BASE_NAME: {
                "tables": described,
                "queries": {
                    query.name: {
                        "title": query.title,
                        "sql": query.sql,
                        "params": list(query.parameters),
                    }
                    for query in queries
                },
            }
        },
    }
    return _json(told)


def _described(table: Table) -> dict[str, object]:
    told: dict[str, object] = {
        "title": table.title,
        "columns": {column.name: column.about for column in table.columns},
    }
    units = {column.name: column.unit for column in table.columns if column.unit}
    if units:
        told["units"] = units
    if table.name in FULL_TEXT:
        told["fts_table"] = f"{table.name}_fts"
    return told


def _json(told: object) -> bytes:
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
