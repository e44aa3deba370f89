"""What the system or an own template refuses ends a verb with a message, not with a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import make_project, run

PAGE = "雨后山塘满\n\n本报示例讯（记者 陈敏）11月3日，农户忙着引水灌田。\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = make_project(tmp_path / "project")
    (root / "seeds/a.txt").write_text(PAGE, encoding="utf-8")
    return root


def test_a_result_that_cannot_be_written(project: Path) -> None:
    done = run("extract", str(project / "seeds"), "--output", str(project / "mkdocs.yml/x.jsonl"))
    assert done.returncode == 2
    assert "mkdocs.yml" in done.stderr.split("Error:")[1]


@pytest.mark.parametrize("text", ["{{ v.of_another_program }}", "{% if %}"])
def test_an_own_template_that_does_not_fit(project: Path, text: str) -> None:
    (project / "templates/home.md").write_text(text, encoding="utf-8")
    done = run("build", "--no-site", "--project", str(project))
    assert done.returncode == 2
    assert "home.md" in done.stderr.split("Error:")[1]


def test_a_port_that_is_none(project: Path) -> None:
    done = run("serve", "--address", "127.0.0.1:99999", "--project", str(project))
    assert done.returncode == 2
    assert "HOST:PORT" in done.stderr
