"""Nothing that a page tells beside its names says more than the page may show."""

from __future__ import annotations

from pathlib import Path

from command import make_project, run

PAGE = """市政协委员沈望舒建议修缮健身器材

本报苏州讯（记者李小河）苏州市政协委员沈望舒建议，把300件健身器材纳入统一维护。沈望舒委员工作室收集意见600余条，搭建“望舒好商量”协商议事平台。

市体育局在答复时表示，沈望舒的建议明年全部办结，共拨付维护经费25万元。
"""
HIDDEN = "version: 1\nhidden:\n  - {name: 沈望舒, reason: a test}\n"
INDEX_ONLY = "version: 1\npage: {rights: index-only}\n"


def written(project: Path) -> bytes:
    """All of the tree, names of files and the database too."""
    done = run("build", "--project", str(project), "--no-site", "--quiet")
    assert done.returncode == 0, done.stderr
    files = [path for path in (project / "docs").rglob("*") if path.is_file()]
    assert any(path.parent.name == "organisations" for path in files)
    return b"\n".join(path.name.encode() + path.read_bytes() for path in sorted(files))


def test_a_hidden_person_proposes_nothing_and_has_no_studio(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    (project / "seeds" / "page.txt").write_text(PAGE, encoding="utf-8")
    assert "沈望舒委员工作室".encode() in written(project)
    (project / "seeds" / "authority").mkdir()
    (project / "seeds" / "authority" / "persons.yml").write_text(HIDDEN, encoding="utf-8")
    found = written(project)
    assert "沈望舒".encode() not in found
    assert b"shenwangshu" not in found


def test_what_may_only_be_indexed_tells_no_figure(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    (project / "seeds" / "page.txt").write_text(PAGE, encoding="utf-8")
    (project / "seeds" / "page.yml").write_text(INDEX_ONLY, encoding="utf-8")
    found = written(project)
    assert "600余条".encode() not in found
    assert "25万元".encode() not in found
    assert "统一维护".encode() not in found
