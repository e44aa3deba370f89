"""wenzhai/data/dataset/ -> what the tables hold: columns, types, units, keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from wenzhai.kinds import KINDS, Kind
from wenzhai.shipped import read_yaml

Type = Literal["string", "integer", "number", "boolean"]


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    type: Type
    unit: str | None
    about: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is described; its rows are in `rows`."""

    name: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    links: Mapping[str, str]
    """Column -> the table whose key it holds."""


@dataclass(frozen=True, slots=True)
class Query:
    """A question that the SQLite file answers."""

    name: str
    title: str
    sql: str
    parameters: Mapping[str, str]
    """Examples."""


PARAGRAPHS = "paragraphs"
"""The table that is in the SQLite file alone."""
_TEMPLATE = "registers"


@cache
def tables(titles: tuple[tuple[str, str], ...]) -> tuple[Table, ...]:
    """All tables in the order of their files; `titles` names the registers, by folder."""
    told: Mapping[str, Any] = read_yaml("dataset/tables.yml")
    named = dict(titles)
    registers = tuple(
        _register(kind, named.get(kind.folder, kind.folder), told[_TEMPLATE]) for kind in KINDS
    )
    plain = {name: _table(name, one) for name, one in told.items() if name != _TEMPLATE}
    last = plain.pop(PARAGRAPHS)
    return (*list(plain.values())[:2], *registers, *list(plain.values())[2:], last)


def queries() -> tuple[Query, ...]:
    """The example queries."""
    told: Mapping[str, Any] = read_yaml("dataset/queries.yml")
    return tuple(
        Query(name, one["title"], one["sql"], one.get("parameters", {}))
        for name, one in told.items()
    )


def _table(name: str, told: Mapping[str, Any]) -> Table:
    columns = tuple(_column(key, one) for key, one in told["columns"].items())
    return Table(name, told["title"], columns, tuple(told["key"]), told.get("links", {}))


def _register(kind: Kind, title: str, told: Mapping[str, Any]) -> Table:
    own = told["own"].get(kind.id, {})
    columns = tuple(_column(key, one) for key, one in {**told["columns"], **own}.items())
    links = {"parent": kind.folder} if "parent" in own else {}
    return Table(kind.folder, title, columns, tuple(told["key"]), links)


def _column(name: str, told: Mapping[str, str]) -> Column:
    kind: Any = told["type"]
    return Column(name, kind, told.get("unit"), told["about"])
