"""The site's address is said once and reaches all that needs it; a failure replaces nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import make_project, run

from wenzhai import publish
from wenzhai.settings import read_settings

ADDRESS = "https://digest.example/county/"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = make_project(tmp_path / "project")
    text = "雨后山塘满\n\n本报示例讯（记者 陈敏）11月3日，贵州省开阳县连夜下了大雨。\n"
    (root / "seeds/rain.txt").write_text(text, encoding="utf-8")
    return root


def test_with_an_address_everything_that_needs_it_has_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WENZHAI_SITE_URL", ADDRESS.rstrip("/"))
    assert run("build", "--strict", "--project", str(project)).returncode == 0
    site = project / "site"
    home = (site / "index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{ADDRESS}index.html">' in home
    assert f"<loc>{ADDRESS}index.html</loc>" in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert f"Sitemap: {ADDRESS}sitemap.xml\n" in (site / "robots.txt").read_text(encoding="utf-8")
    assert 'href="/county/index.html"' in (site / "404.html").read_text(encoding="utf-8")
    assert 'href="/' not in home


def test_without_an_address_there_is_no_sitemap(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WENZHAI_SITE_URL", raising=False)
    assert run("build", "--strict", "--project", str(project)).returncode == 0
    assert not (project / "site/sitemap.xml").exists()
    assert (project / "site/robots.txt").read_text(encoding="utf-8") == "User-agent: *\nAllow: /\n"
    assert "canonical" not in (project / "site/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("fault", ["configuration", "finish", "swap"])
def test_whatever_fails_the_last_good_site_stands(
    project: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    assert run("build", "--project", str(project)).returncode == 0
    before = {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()}

    def broken(*_: object) -> None:
        raise OSError("the disk is full")

    if fault == "configuration":
        (project / "mkdocs.yml").write_text("site_name: x\nplugins: [none-such]\n", "utf-8")
    elif fault == "finish":
        monkeypatch.setattr(publish, "finish", broken)
    else:
        rename = Path.rename
        monkeypatch.setattr(
            Path,
            "rename",
            lambda old, new: broken() if old.name == ".site.building" else rename(old, new),
        )
    assert run("build", "--project", str(project)).returncode == 2
    monkeypatch.undo()
    after = {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()}
    assert after == before
    assert not list(project.glob(".site.*"))


def test_settings_understand_the_tags_of_the_publisher(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mkdocs.yml"
    text = "site_url: !ENV [A_PLACE, 'https://x.example/']\nemoji: !!python/name:os.system\n"
    path.write_text(text, encoding="utf-8")
    assert read_settings(path) == {"site_url": "https://x.example/", "emoji": None}
    monkeypatch.setenv("A_PLACE", "https://y.example/")
    assert read_settings(path)["site_url"] == "https://y.example/"
