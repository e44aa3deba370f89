"""Documents -> docs/: only what changed, and nobody else's files.

A manifest lists what a writer wrote, with the hash of each file. A file that is not in it
belongs to somebody else and is never touched; a listed one that no longer has its hash was
edited by hand and is kept, too. Both are findings.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from wenzhai.model import Document, Filed, Finding

MANIFEST = ".wenzhai.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Written:
    """What a write did; counts of files."""

    total: int
    changed: int
    deleted: int
    findings: tuple[Finding, ...]


def write_documents(documents: Iterable[Document | Filed], docs: Path) -> Written:
    """Write a tree of documents and delete what an earlier write left there."""
    docs.mkdir(parents=True, exist_ok=True)
    old = _read_manifest(docs / MANIFEST)
    new: dict[str, str] = {}
    findings: list[Finding] = []
    try:
        changed = _write_all(documents, docs, old, new, findings)
    except BaseException:
        _write_manifest(docs / MANIFEST, {**old, **new})  # so that the next run knows its own
        raise
    deleted = sum(_delete(docs, name, old[name], findings) for name in old if name not in new)
    _write_manifest(docs / MANIFEST, new)
    return Written(len(new), changed, deleted, tuple(findings))


def _write_all(
    documents: Iterable[Document | Filed],
    docs: Path,
    old: dict[str, str],
    new: dict[str, str],
    findings: list[Finding],
) -> int:
    """Write what changed, noting each file in `new`; how many were."""
    changed = 0
    for document in documents:
        path = docs / document.path
        digest = _digest_of(document)
        standing = _file_digest(path) if path.is_file() else None
        blocker = _blocker(path, standing, digest, old.get(document.path))
        if blocker is not None:
            findings.append(blocker)
            if document.path in old:
                new[document.path] = old[document.path]
            continue
        new[document.path] = digest
        if standing != digest:
            path.parent.mkdir(parents=True, exist_ok=True)
            _put(document, path)
            changed += 1
    return changed


def handwritten(folder: Path, generated: Iterable[str]) -> Iterable[Document]:
    """The files of a docs folder that people wrote: those no manifest and no renderer lists."""
    known = {*_read_manifest(folder / MANIFEST), *generated, MANIFEST}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in known and not path.name.startswith("."):
            yield Document(name, path.read_bytes())


def _blocker(path: Path, standing: str | None, new: str, ours: str | None) -> Finding | None:
    if standing is None or standing in {new, ours}:
        return None
    if ours is None:
        message = "stands where the digest writes, but the digest did not write it; move it away"
        return Finding("foreign-file", path.as_posix(), message)
    message = (
        "was edited after the digest wrote it and is left as it is; move the change to seeds/ or "
        "templates/, then delete this file"
    )
    return Finding("edited-output", path.as_posix(), message)


def _delete(docs: Path, name: str, ours: str, findings: list[Finding]) -> int:
    path = docs / name
    if not path.is_file():
        return 0
    if _file_digest(path) != ours:
        message = "is no longer part of the digest but was edited by hand; it is kept"
        findings.append(Finding("edited-output", path.as_posix(), message))
        return 0
    path.unlink()
    for folder in path.parents:
        if folder == docs or any(folder.iterdir()):
            break
        folder.rmdir()
    return 1


def _digest_of(document: Document | Filed) -> str:
    if isinstance(document, Filed):
        return _file_digest(document.source)
    return hashlib.sha256(document.content).hexdigest()


def _file_digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _put(document: Document | Filed, path: Path) -> None:
    if isinstance(document, Filed):
        shutil.move(document.source, path)
    else:
        path.write_bytes(document.content)


def _read_manifest(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    try:
        files = json.loads(path.read_text(encoding="utf-8"))["files"]
    except (ValueError, KeyError, TypeError):
        return {}  # then every file is somebody else's, and says so
    return {str(name): str(digest) for name, digest in files.items() if _is_inside(str(name))}


def _is_inside(name: str) -> bool:
    """A manifest from elsewhere must not make the writer delete outside its folder."""
    return not name.startswith(("/", "\\")) and ".." not in name.split("/") and ":" not in name


def _write_manifest(path: Path, files: dict[str, str]) -> None:
    content = {"version": VERSION, "files": dict(sorted(files.items()))}
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")
