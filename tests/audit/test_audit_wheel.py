"""The wheel carries all that it needs: installed, the command works in an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
from command import ROOT

pytestmark = pytest.mark.audit


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"  # pip builds in the folder itself, so it gets a copy
    names = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-co", "--exclude-standard", "-z"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout.split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes((ROOT / name).read_bytes())
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"]
    subprocess.run([*pip, "--wheel-dir", str(folder), str(source)], check=True)
    return next(folder.glob("wenzhai-*.whl"))


def test_the_wheel_has_what_people_wrote_and_nothing_that_a_build_did(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    shipped = "wenzhai/data/shipped/"
    for name in (
        "mkdocs.yml",
        "templates/words.yml",
        "templates/theme/main.html",
    ):
        assert shipped + name in names
    assert "wenzhai/data/new/.github/workflows/pages.yml" in names
    assert not [name for name in names if name.startswith(shipped + "docs/articles")]
    assert not [name for name in names if "generated" in name or name.startswith("tests")]


def test_every_verb_works_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    python = tmp_path / "venv/bin/python"
    pip = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", str(wheel)]
    subprocess.run(pip, check=True)
    packages = next((tmp_path / "venv/lib").glob("python3*")) / "site-packages"
    (packages / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"], "utf-8")
    home = tmp_path / "empty"
    home.mkdir()
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}

    def wenzhai(*arguments: str, cwd: Path) -> str:
        done = subprocess.run(
            [str(tmp_path / "venv/bin/wenzhai"), *arguments],
            cwd=cwd,
            env=clean,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, (arguments, done.stderr)
        return done.stdout

    wenzhai("new", "digest", cwd=home)
    project = home / "digest"
    where = subprocess.run(
        [str(python), "-c", "import wenzhai; print(wenzhai.__file__)"],
        cwd=home,
        env=clean,
        capture_output=True,
        text=True,
        check=True,
    )
    assert str(tmp_path) in where.stdout  # the installed one, not the checkout
    assert "2 articles" in wenzhai("build", "--strict", cwd=project)
    assert (project / "site/assets/search/core.js").is_file()
    assert wenzhai("check", "--strict", cwd=project) == ""
    assert "秋粮开镰" in wenzhai("extract", "seeds", cwd=project)
    assert "周长河" in wenzhai("explain", "sample.txt", cwd=project)
    assert wenzhai("ids", cwd=project) == ""
    wenzhai("correct", "sample.txt", cwd=project)
    assert "MB" in wenzhai("bundle", cwd=project)
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org"]
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "base"]):
        subprocess.run([*git, *command], cwd=project, check=True)
    text = (project / "seeds/sample.txt").read_text(encoding="utf-8")
    (project / "seeds/sample.txt").write_text(text.replace("赵满仓", "钱满仓"), encoding="utf-8")
    wenzhai("preview", "--base", "main", cwd=project)
    assert "钱满仓" in (project / "preview/comment.md").read_text(encoding="utf-8")
