"""Rows -> CSV that a spreadsheet program opens rightly: UTF-8 with a mark, nothing executed.

A cell that a program could take for a formula gets an apostrophe in front, which spreadsheet
programs show or swallow, but never execute behind. Whoever reads the files by program takes it
off again (`manual/data.md`), or reads the SQLite file.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from wenzhai.dataset.describe import Table
from wenzhai.dataset.rows import Cell, Row

MARK = "\ufeff"
# "=1+1", "@SUM(A1)", and their full-width forms, which programs in Chinese and Japanese also take.
FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
# Controls, and what turns the direction of the text around it.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def write_sheet(table: Table, rows: Iterable[Row], path: Path) -> int:
    """Write a table; the number of its rows."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(MARK)
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(column.name for column in table.columns)
        for row in rows:
            writer.writerow(map(safe, row))
            count += 1
    return count


def read_rows(text: str) -> Iterator[dict[str, str]]:
    """The rows of a table as text, with what made cells harmless taken off."""
    for row in csv.DictReader(io.StringIO(text, newline="")):
        yield {key: _plain(value) for key, value in row.items() if key and value is not None}


def safe(cell: Cell) -> str:
    """A cell as it stands in the file."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if not isinstance(cell, str):
        return str(cell)
    text = UNPRINTABLE.sub("\ufffd", cell)
    return f"'{text}" if FORMULA.match(text) or text.startswith("'") else text


def _plain(text: str) -> str:
    return text.removeprefix("'")
