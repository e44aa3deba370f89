"""A pull request from beginning to end: a repository, a branch, and what the preview says."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from command import ROOT, make_project, run

from wenzhai.preview.report import COMMENT_MAX, capped

RAIN = """雨后山塘满

本报示例讯（记者 陈敏）11月3日，贵州省开阳县连夜下了大雨。县水务局局长王大山说，山塘都满了，农户忙着引水灌田。
"""
RICE = """稻谷涨价

本报讯（通讯员 李小河）今年稻谷收购价每斤涨一角，粮站门前排起长队。县水务局局长王大山也来卖粮。
"""


class Repository:
    """A project under git, with this program as its code."""

    def __init__(self, root: Path) -> None:
        self.root = make_project(root)
        shutil.copy(ROOT / "build.py", self.root)
        (self.root / "wenzhai").symlink_to(ROOT / "wenzhai")
        (self.root / ".gitignore").write_text("/preview/\n/site/\n", encoding="utf-8")
        self.git("init", "-b", "main")

    def git(self, *arguments: str) -> None:
        identity = ("-c", "user.name=t", "-c", "user.email=t@example.org")
        command = ["git", *identity, *arguments]
        subprocess.run(command, cwd=self.root, check=True, capture_output=True)

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self, title: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-m", title)

    def preview(self, *arguments: str) -> tuple[dict[str, Any], str]:
        """`changes.json` and `comment.md`."""
        done = run("preview", "--base", "main", "--project", str(self.root), *arguments)
        assert done.returncode == 0, done.stderr
        folder = self.root / "preview"
        return (
            json.loads((folder / "changes.json").read_text("utf-8")),
            (folder / "comment.md").read_text("utf-8"),
        )

    def told(self) -> str:
        """All text that the preview published."""
        files = [path for path in (self.root / "preview").rglob("*") if path.is_file()]
        return "".join(path.read_text("utf-8", errors="replace") for path in files)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    found = Repository(tmp_path / "project")
    found.write("seeds/rain.txt", RAIN)
    found.commit("base")
    found.git("checkout", "-b", "change")
    return found


def whats(side: dict[str, Any]) -> set[tuple[str, str]]:
    return {(change["what"], change["name"]) for change in side["changes"]}


def test_a_new_page_and_a_correction_are_told_by_pages(repository: Repository) -> None:
    repository.write("seeds/rice.txt", RICE)
    repository.write(
        "seeds/rain.yml",
        "version: 1\ntext: [{printed: 引水灌田, right: 引水浇田, reason: test}]\n",
    )
    repository.commit("correct")
    changes, comment = repository.preview()
    assert changes["by_code"]["changes"] == []
    found = whats(changes["by_pages"])
    assert {("page-added", "rice.txt"), ("article-added", "稻谷涨价")} <= found
    (text,) = [c for c in changes["by_pages"]["changes"] if c["what"] == "text"]
    assert [(edit["old"], edit["new"]) for edit in text["edits"]] == [("灌", "浇")]
    assert "| articles | 1 | **2** |" in comment
    assert "Nothing changed." in comment.split("### By code")[1]
    size = [int(n.replace(",", "")) for n in re.findall(r"site bytes \| ([\d,]+) \|", comment)]
    assert size
    assert size[0] > 0


def test_the_site_marks_what_changed_and_asks_not_to_be_indexed(repository: Repository) -> None:
    repository.write(
        "seeds/rain.yml",
        "version: 1\ntext: [{printed: 引水灌田, right: 引水浇田, reason: test}]\n",
    )
    changes, _ = repository.preview()
    site = repository.root / "preview/site"
    (text,) = [c for c in changes["by_pages"]["changes"] if c["what"] == "text"]
    article = (site / f"articles/{text['id']}.html").read_text("utf-8")
    assert "<del>灌</del><ins>浇</ins>" in article
    for page in site.rglob("*.html"):
        assert '<meta name="robots" content="noindex">' in page.read_text("utf-8"), page.name
    summary = (site / "changes.html").read_text("utf-8")
    assert f'href="articles/{text["id"]}.html"' in summary
    assert "wz-changed" not in (site / "about.html").read_text("utf-8")


def test_two_persons_made_one_are_told_as_merged(repository: Repository) -> None:
    repository.write("seeds/rice.txt", RICE.replace("王大山", "王大川"))
    repository.commit("another page")
    repository.git("branch", "-f", "main")
    repository.write(
        "seeds/authority/persons.yml",
        "version: 1\nsame: [{name: 王大山, other_names: [王大川], reason: test}]\n",
    )
    changes, comment = repository.preview()
    (merged,) = [c for c in changes["by_pages"]["changes"] if c["what"] == "entity-merged"]
    assert merged["name"] == "王大山"
    assert re.search("persons.*merged.*王大山", comment)


def test_hidden_persons_and_texts_are_never_named(repository: Repository) -> None:
    repository.write("seeds/rice.txt", RICE)
    repository.write("seeds/rice.yml", "version: 1\nhide: [{printed: 粮站门前, reason: test}]\n")
    repository.write(
        "seeds/authority/persons.yml",
        "version: 1\nhidden: [{name: 王大山, reason: test}]\n",
    )
    changes, _ = repository.preview()
    assert changes["hidden"] == 2
    told = repository.told()
    for secret in ("王大山", "wangdashan", "粮站门前"):
        assert secret not in told, secret


HIDING = (
    "version: 1\nhide: [{printed: 雨后山塘满, reason: test}, {printed: 王大山, reason: test}]\n"
)


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [
        ("sub/rain.txt", "sub/rain.txt", HIDING),
        ("rain.TXT", "rain.TXT", HIDING),
        ("rain.txt", "storm.txt", HIDING),
        ("sub/rain.txt", "sub/rain.txt", "version: 1\npage: {rights: index-only}\n"),
        ("rain.txt", "rain.txt", f"{HIDING}: ["),
    ],
    ids=["sub-folder", "upper case", "renamed", "rights", "broken"],
)
def test_what_is_hidden_now_is_not_told_of_the_base(
    tmp_path: Path, then: str, now: str, told: str
) -> None:
    found = Repository(tmp_path / "project")
    found.write(f"seeds/{then}", RAIN)
    found.commit("base")
    found.git("checkout", "-b", "change")
    (found.root / "seeds" / then).rename(found.root / "seeds" / now)
    found.write(f"seeds/{Path(now).with_suffix('.yml')}", told)
    run("preview", "--base", "main", "--project", str(found.root))
    changes = (found.root / "preview/changes.json").read_text("utf-8")
    comment = (found.root / "preview/comment.md").read_text("utf-8")
    secrets = ("山塘都满了",) if "rights" in told else ("雨后山塘满", "王大山")
    for secret in secrets:
        assert secret not in changes + comment, secret
    assert json.loads(changes)["hidden"] == 1


def test_a_hostile_page_stays_text(repository: Repository) -> None:
    hostile = RAIN.replace("雨后山塘满", '雨<img src=x onerror="alert(1)">[a](javascript:alert(1))')
    repository.write("seeds/rain.txt", hostile)
    _, comment = repository.preview()
    assert "<img" not in comment
    assert "](javascript" not in comment
    summary = (repository.root / "preview/site/changes.html").read_text("utf-8")
    assert "<img src=x" not in summary
    assert "雨&lt;img" in summary or "雨&#60;img" in summary


def test_what_the_code_changes_is_told_apart(repository: Repository) -> None:
    """The base's own code calls every article a notice."""
    (repository.root / "wenzhai").unlink()
    shutil.copytree(
        ROOT / "wenzhai", repository.root / "wenzhai", ignore=shutil.ignore_patterns("__pycache__")
    )
    extract = repository.root / "wenzhai/extract.py"
    text = extract.read_text("utf-8")
    extract.write_text(text.replace('"genre": article.genre', '"genre": "notice"'), "utf-8")
    repository.commit("older code")
    repository.git("branch", "-f", "main")
    repository.write("seeds/rice.txt", RICE)
    changes, _ = repository.preview()
    assert {change.get("field") for change in changes["by_code"]["changes"]} == {"genre"}
    assert ("page-added", "rice.txt") in whats(changes["by_pages"])
    assert "genre" not in {change.get("field") for change in changes["by_pages"]["changes"]}


def test_a_base_without_a_digest_makes_everything_new(tmp_path: Path) -> None:
    found = Repository(tmp_path / "project")
    found.git("commit", "--allow-empty", "-m", "nothing")
    found.git("checkout", "-b", "change")
    found.write("seeds/rain.txt", RAIN)
    changes, comment = found.preview()
    assert ("article-added", "雨后山塘满") in whats(changes["by_pages"])
    assert "The base holds no digest" in comment


def test_the_comment_links_where_the_preview_stands(repository: Repository) -> None:
    repository.write("seeds/rice.txt", RICE)
    _, comment = repository.preview("--url", "https://example.org/preview/7/")
    assert "(https://example.org/preview/7/changes.html)" in comment
    assert re.search(r"\(https://example\.org/preview/7/articles/[\w-]+\.html\)", comment)


def test_a_long_comment_is_cut_between_lines() -> None:
    line = "- something changed\n"
    cut = capped(line * COMMENT_MAX)
    assert len(cut) <= COMMENT_MAX
    assert cut.endswith("changes.json.\n")
    assert set(cut.split("\n\n")[0].split("\n")) == {"- something changed"}
