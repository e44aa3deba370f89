"""Artifacts of pull requests are hostile: what is taken, what is refused, what is said."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import previews
import pytest
from previews import COMMIT_FILE, MARK, Hostile, comment, unpack, update

ADDRESS = "https://previews.example"
SHA = "0123456789abcdef0123456789abcdef01234567"


def packed(files: dict[str, bytes], mode: int = 0o100644) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = mode << 16
            archive.writestr(entry, content)
    return made.getvalue()


@pytest.mark.parametrize(
    "name",
    ["../x.html", "/etc/x", "a/../../x", "a\\b", "C:x", ".git/config", "a/.commit", "a b", "人.html",
     "a//b", "-" * 201, "x\n.html"],
)  # fmt: skip
def test_a_path_that_is_not_plain_is_refused_and_nothing_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(Hostile):
        unpack(packed({"index.html": b"x", name: b"x"}), tmp_path / "out")
    assert list(tmp_path.rglob("*")) == []


def test_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Hostile, match="no plain file"):
        unpack(packed({"link": b"/etc/passwd"}, mode=0o120777), tmp_path / "out")


def test_sizes_and_numbers_are_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(previews, "UNPACKED_MAX", 1000)
    with pytest.raises(Hostile, match="unpacked"):
        unpack(packed({"a": b"0" * 600, "b": b"0" * 600}), tmp_path / "out")
    monkeypatch.setattr(previews, "FILES_MAX", 1)
    with pytest.raises(Hostile, match="2 files"):
        unpack(packed({"a": b"", "b": b""}), tmp_path / "out")
    monkeypatch.setattr(previews, "PACKED_MAX", 10)
    with pytest.raises(Hostile, match="packed"):
        unpack(packed({"a": b""}), tmp_path / "out")


def test_names_that_differ_in_case_alone_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Hostile, match="twice"):
        unpack(packed({"a.html": b"", "A.html": b""}), tmp_path / "out")


@pytest.mark.parametrize("report", ["```\n@everyone [x](javascript:1)", "a\n````\n<img src=x>", ""])
def test_a_report_cannot_leave_its_quotation(report: str) -> None:
    said = comment(report, SHA, f"{ADDRESS}/pr-7/")
    lines = said.splitlines()
    opening = next(line for line in lines if line.startswith("```"))
    fence = opening.removesuffix("text")
    start = lines.index(opening)
    assert lines[-1] == fence
    assert not [line for line in lines[start + 1 : -1] if line.strip().startswith(fence)]
    assert "@" not in "".join(lines[:start])
    assert len(comment("x" * 100_000, SHA, ADDRESS)) < 65_536


class GitHub:
    """A repository with one open pull request and its artifacts."""

    def __init__(self, site: bytes, *, numbers: tuple[int, ...] = (7,)) -> None:
        self.site = site
        self.numbers = numbers
        self.said: list[tuple[str, str, str]] = []
        self.comments: list[dict[str, object]] = []

    def ask(self, method: str, path: str, sent: object) -> bytes:
        if method != "GET":
            assert isinstance(sent, dict)
            self.said.append((method, path, sent["body"]))
            self.comments = [{"id": 1, "user": {"type": "Bot"}, "body": sent["body"]}]
            return b"{}"
        pulls = [{"number": number, "head": {"sha": SHA}} for number in self.numbers]
        report = packed({"comment.md": "## 改动 @team".encode()})
        answers = {
            "pulls": pulls,
            "issues": self.comments,
            "actions/workflows": {"workflow_runs": [{"id": 5}]},
            "actions/runs/5": {
                "artifacts": [
                    {"name": "preview-site", "id": 1, "size_in_bytes": len(self.site)},
                    {"name": "preview-report", "id": 2, "size_in_bytes": len(report)},
                ]
            },
        }
        if path.startswith("actions/artifacts/"):
            return {"1": self.site, "2": report}[path.split("/")[2]]
        return json.dumps(next(a for key, a in answers.items() if path.startswith(key))).encode()


def test_a_preview_comes_is_renewed_and_goes_with_its_pull_request(tmp_path: Path) -> None:
    github = GitHub(packed({"index.html": b"one"}))
    update(github.ask, tmp_path, ADDRESS)
    assert (tmp_path / "pr-7/index.html").read_bytes() == b"one"
    method, path, body = github.said[0]
    assert (method, path) == ("POST", "issues/7/comments")
    assert body.startswith(MARK)
    assert f"{ADDRESS}/pr-7/changes.html" in body
    update(github.ask, tmp_path, ADDRESS)
    assert len(github.said) == 1  # nothing new, nothing said
    (tmp_path / "pr-7" / COMMIT_FILE).write_text("of an older commit", encoding="ascii")
    github.site = packed({"index.html": b"two"})
    update(github.ask, tmp_path, ADDRESS)
    assert (tmp_path / "pr-7/index.html").read_bytes() == b"two"
    assert github.said[1][:2] == ("PATCH", "issues/comments/1")
    github.numbers = ()
    update(github.ask, tmp_path, ADDRESS)
    assert list(tmp_path.iterdir()) == []


def test_a_hostile_preview_is_not_hosted_and_the_others_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    github = GitHub(packed({"../../index.html": b"x"}))
    update(github.ask, tmp_path, ADDRESS)
    assert list(tmp_path.iterdir()) == []
    assert github.said == []
    assert "pr-7: not taken" in capsys.readouterr().err
    github.site = b"no zip at all"
    update(github.ask, tmp_path, ADDRESS)
    assert list(tmp_path.iterdir()) == []
