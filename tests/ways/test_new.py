"""`new` makes a project that builds and passes its own checks, in any folder."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from command import ROOT, run

from wenzhai.new import make_project
from wenzhai.settings import read_settings

SOURCE = "git+https://github.com/somebody/wenzhai.git@0123456789abcdef"


def test_a_fresh_project_builds_strictly_and_has_no_doubts(tmp_path: Path) -> None:
    folder = tmp_path / "青禾 digest"
    assert run("new", str(folder), "--from", SOURCE).returncode == 0
    checked = run("check", "--strict", "--project", str(folder))
    assert (checked.returncode, checked.stdout) == (0, "")
    for _ in ("first", "again, over what the first wrote"):
        built = run("build", "--strict", "--project", str(folder))
        assert built.returncode == 0, built.stderr
        assert "1 pages, 2 articles" in built.stdout
    site = folder / "site"
    for name in ("assets/search/core.js", "assets/stylesheets/wenzhai.css", "search.html"):
        assert (site / name).is_file()
    home = (site / "index.html").read_text(encoding="utf-8")
    assert "<title>青禾 digest</title>" in home
    assert "wz-large" in home  # the program's own theme


def test_a_project_s_own_files_come_before_the_program_s(tmp_path: Path) -> None:
    make_project(tmp_path / "own", "own", None)
    style = tmp_path / "own/docs/assets/stylesheets/wenzhai.css"
    style.parent.mkdir(parents=True)
    style.write_text("/* mine */", encoding="utf-8")
    assert run("build", "--strict", "--project", str(tmp_path / "own")).returncode == 0
    assert style.read_text(encoding="utf-8") == "/* mine */"
    site = tmp_path / "own/site/assets"
    assert (site / "stylesheets/wenzhai.css").read_text(encoding="utf-8") == "/* mine */"
    assert (site / "search/core.js").is_file()


@pytest.mark.parametrize("title", ['"a": #b', "a\nb: c", "!ENV HOME", "文摘 & <b>"])
def test_any_title_stays_a_title(tmp_path: Path, title: str) -> None:
    make_project(tmp_path / "p", title, SOURCE)
    assert read_settings(tmp_path / "p/mkdocs.yml")["site_name"] == title


def test_a_project_names_where_the_program_comes_from(tmp_path: Path) -> None:
    make_project(tmp_path / "p", "p", SOURCE)
    text = (tmp_path / "p/requirements.txt").read_text(encoding="utf-8")
    assert f"\nwenzhai @ {SOURCE}\n" in text
    readme = (tmp_path / "p/README.md").read_text(encoding="utf-8")
    assert "(https://github.com/somebody/wenzhai)" in readme
    make_project(tmp_path / "q", "q", None)
    lines = (tmp_path / "q/requirements.txt").read_text(encoding="utf-8").splitlines()
    assert all(line.startswith("#") for line in lines)  # no index has a package that we vouch for


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("x", encoding="utf-8")
    assert run("new", str(tmp_path)).returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]


def test_a_project_forgets_nothing_that_the_program_ignores() -> None:
    ours = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    new = (ROOT / "wenzhai/data/new/gitignore").read_text(encoding="utf-8").splitlines()
    written = {line for line in ours if line.startswith("/docs/") and "assets" not in line}
    assert written <= set(new)


def test_a_project_s_workflow_is_like_our_own() -> None:
    def pins(path: str) -> set[str]:
        workflow = yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))
        steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
        return {step["uses"] for step in steps if "uses" in step}

    assert pins("wenzhai/data/new/.github/workflows/pages.yml") <= pins(
        ".github/workflows/pages.yml"
    )
