"""The writer touches only what a writer wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from wenzhai.model import Document
from wenzhai.write import MANIFEST, handwritten, write_documents

ONE = Document("articles/one.md", b"one")
TWO = Document("articles/two.md", b"two")


def codes(written: object) -> list[str]:
    return [finding.code for finding in written.findings]  # type: ignore[attr-defined]


def test_an_unchanged_file_is_not_written_again(tmp_path: Path) -> None:
    assert write_documents([ONE, TWO], tmp_path).changed == 2
    before = (tmp_path / ONE.path).stat().st_mtime_ns
    again = write_documents([ONE, Document(TWO.path, b"new")], tmp_path)
    assert (again.changed, again.deleted) == (1, 0)
    assert (tmp_path / ONE.path).stat().st_mtime_ns == before


def test_what_is_gone_is_deleted_with_its_empty_folder(tmp_path: Path) -> None:
    write_documents([ONE, Document("persons/p.md", b"p")], tmp_path)
    assert write_documents([ONE], tmp_path).deleted == 1
    assert not (tmp_path / "persons").exists()


def test_a_file_of_somebody_else_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / ONE.path).write_bytes(b"mine")
    (tmp_path / "articles/own.md").write_bytes(b"own")
    assert codes(write_documents([ONE, TWO], tmp_path)) == ["foreign-file"]
    assert codes(write_documents([], tmp_path)) == []
    assert (tmp_path / ONE.path).read_bytes() == b"mine"
    assert (tmp_path / "articles/own.md").read_bytes() == b"own"
    assert not (tmp_path / TWO.path).exists()


def test_a_generated_file_edited_by_hand_is_kept(tmp_path: Path) -> None:
    write_documents([ONE], tmp_path)
    (tmp_path / ONE.path).write_bytes(b"edited")
    assert codes(write_documents([Document(ONE.path, b"new")], tmp_path)) == ["edited-output"]
    assert codes(write_documents([], tmp_path)) == ["edited-output"]
    assert (tmp_path / ONE.path).read_bytes() == b"edited"


def test_a_broken_write_is_taken_up_again(tmp_path: Path) -> None:
    def broken() -> Iterator[Document]:
        yield ONE
        raise RuntimeError("power cut")

    with pytest.raises(RuntimeError):
        write_documents(broken(), tmp_path)
    assert codes(write_documents([Document(ONE.path, b"new"), TWO], tmp_path)) == []
    assert (tmp_path / ONE.path).read_bytes() == b"new"


def test_a_manifest_cannot_point_outside(tmp_path: Path) -> None:
    victim = tmp_path / "victim.md"
    victim.write_bytes(b"v")
    docs = tmp_path / "docs"
    docs.mkdir()
    files = {"../victim.md": "4c94485e0c21ae6c41ce1dfe7b6bfaceea5ab68e40a2476f50208e526f506080"}
    (docs / MANIFEST).write_text(json.dumps({"version": 1, "files": files}), "utf-8")
    write_documents([], docs)
    assert victim.exists()


def test_handwritten_pages_are_those_no_writer_wrote(tmp_path: Path) -> None:
    write_documents([ONE], tmp_path)
    (tmp_path / "about.md").write_bytes(b"about")
    assert list(handwritten(tmp_path, [])) == [Document("about.md", b"about")]
