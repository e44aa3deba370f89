"""Tables -> one SQLite file with full-text search, the same by content on every machine.

Full text is indexed by trigrams, so that any three characters are found; the index has no text of
its own but reads the tables'.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

from wenzhai.dataset.describe import Table
from wenzhai.dataset.rows import Row

TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
FULL_TEXT: Mapping[str, tuple[str, ...]] = {
    "articles": ("headline", "kicker", "subheadlines"),
    "paragraphs": ("text",),
}
"""Which columns of which tables can be searched."""
SOUGHT = (("mentions", "entity"), ("mentions", "name"), ("regions", "parent"), ("persons", "name"))
"""Columns that are no key and are looked up all the same."""


def write_base(tables: Iterable[tuple[Table, Iterable[Row]]], path: Path) -> Mapping[str, int]:
    """Write all tables; the number of rows of each."""
    path.unlink(missing_ok=True)
    counts: dict[str, int] = {}
    with closing(sqlite3.connect(path, isolation_level=None)) as base:
        base.execute("pragma journal_mode = off")  # the file is new: nothing can be lost
        base.execute("pragma synchronous = off")
        base.execute("begin")
        for table, rows in tables:
            base.execute(_create(table))
            gaps = ", ".join("?" * len(table.columns))
            name = _quoted(table.name)
            done = base.executemany(f"insert into {name} values ({gaps})", rows)  # noqa: S608
            counts[table.name] = max(0, done.rowcount)
        known = {name: set(_columns(base, name)) for name in counts}
        for name, column in SOUGHT:
            if column in known.get(name, ()):
                base.execute(f"create index {name}_{column} on {_quoted(name)} ({column})")
        for name, columns in FULL_TEXT.items():
            _index(base, name, columns)
        base.execute("commit")
    return counts


def _create(table: Table) -> str:
    lines = [f"  {_quoted(column.name)} {TYPES[column.type]}" for column in table.columns]
    lines.append(f"  primary key ({', '.join(map(_quoted, table.key))})")
    lines += [
        f"  foreign key ({_quoted(column)}) references {_quoted(other)}"
        for column, other in table.links.items()
    ]
    is_joint = len(table.key) > 1 and table.name not in FULL_TEXT  # those need row numbers
    tail = " without rowid" if is_joint else ""
    return f"create table {_quoted(table.name)} (\n" + ",\n".join(lines) + f"\n){tail}"


def _index(base: sqlite3.Connection, name: str, columns: tuple[str, ...]) -> None:
    listed = ", ".join(columns)
    base.execute(
        f"create virtual table {name}_fts using fts5"
        f"({listed}, content = '{name}', tokenize = 'trigram')"
    )
    base.execute(f"insert into {name}_fts ({name}_fts) values ('rebuild')")  # noqa: S608


def _columns(base: sqlite3.Connection, name: str) -> list[str]:
    return [row[1] for row in base.execute(f"pragma table_info({_quoted(name)})")]


def _quoted(name: str) -> str:
    return f'"{name}"'
