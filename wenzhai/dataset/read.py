"""A released data package, as a folder or a zip -> records to compare."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

from wenzhai.changes import Records, Told, records_of
from wenzhai.dataset.sheet import read_rows

ARTICLES = "articles.jsonl"
SHEETS = ("pages.csv", "findings.csv")
FILE_MAX = 1 << 30  # bytes of one file of a package; what is larger is no digest of ours


class BadPackage(Exception):
    """What was named is no data package; the message says why."""


def read_package(path: Path) -> Records:
    """Pages without articles count, too; findings are read where the package lists them."""
    texts = _texts(path)
    if ARTICLES not in texts:
        raise BadPackage(f"{path}: {ARTICLES} is missing; a data package or a site is wanted")
    pages: dict[str, list[object]] = {}
    for row in read_rows(texts.get("pages.csv", "")):
        pages[row.get("file", "")] = []
    for number, line in enumerate(texts[ARTICLES].split("\n"), 1):
        if line:
            article = _article(line, f"{path}: {ARTICLES}:{number}")
            pages.setdefault(str(article.get("page", "")), []).append(article)
    told = (
        Told(row.get("code", ""), row.get("file", ""), row.get("message", ""))
        for row in read_rows(texts.get("findings.csv", ""))
    )
    return records_of(
        ({"page": page, "articles": articles} for page, articles in sorted(pages.items())), told
    )


def _article(line: str, where: str) -> dict[str, object]:
    try:
        article = json.loads(line)
    except ValueError as error:
        raise BadPackage(f"{where}: {error}") from error
    if not isinstance(article, dict):
        raise BadPackage(f"{where}: an article is an object, not {type(article).__name__}")
    return article


def _texts(path: Path) -> dict[str, str]:
    """The files that are read, by name; from the package, or from `data/` of a site."""
    wanted = (ARTICLES, *SHEETS)
    if path.is_dir():
        folders = (path, path / "data")
        home = next((folder for folder in folders if (folder / ARTICLES).is_file()), path)
        files = {name: home / name for name in wanted if (home / name).is_file()}
        return {name: file.read_text(encoding="utf-8-sig") for name, file in files.items()}
    if not zipfile.is_zipfile(path):
        raise BadPackage(f"{path}: a folder or a zip file is wanted")
    with zipfile.ZipFile(path) as archive:
        return dict(_unpacked(archive, wanted))


def _unpacked(archive: zipfile.ZipFile, wanted: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for entry in sorted(
        archive.infolist(), key=lambda one: (one.filename.count("/"), one.filename)
    ):
        name = entry.filename.rpartition("/")[2]
        if name in wanted and entry.file_size <= FILE_MAX:
            with archive.open(entry) as file:
                yield name, io.TextIOWrapper(file, encoding="utf-8-sig", newline="").read()
