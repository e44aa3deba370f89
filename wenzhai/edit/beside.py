"""Folder of pages -> the editorial files in it that nothing reads.

A file that is named a little wrongly would have no effect, and nobody would notice; what it
hides would be shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from wenzhai.edit.read import corrections_path
from wenzhai.model import Finding
from wenzhai.read import EDITORIAL_SUFFIXES, files_below, shown_name

CODE = "unknown-editorial-file"


def unknown_editorial(
    folder: Path, pages: Iterable[Path], registers: frozenset[str]
) -> Iterator[Finding]:
    """Files of decisions beside no page; `registers` are the folder's own, by name."""
    read = {corrections_path(page) for page in pages} | {folder / name for name in registers}
    for file in files_below(folder, []):
        if file.suffix.lower() not in EDITORIAL_SUFFIXES or file in read:
            continue
        if not file.name.startswith("."):
            meant = file.with_suffix(".yml")
            wanted = f"'{meant.name}' is read" if meant in read else "no page has this name"
            message = f"has no effect: {wanted}; page.txt has page.yml beside it"
            yield Finding(CODE, shown_name(file), message)
