"""The whole site works under its own Content-Security-Policy, and nothing else does."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from pathlib import Path

import pytest
from ways.reader import Reader, kinds_of_pages, opened, served

from wenzhai.finish import with_policy

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("site")]


@pytest.mark.parametrize("way", ["file", "sub-folder"])
def test_every_kind_of_page_works_under_the_policy(
    seeds_site: Path, tmp_path: Path, way: str
) -> None:
    site = seeds_site / "site"
    with ExitStack() as stack:
        browser = stack.enter_context(opened())
        if way == "file":
            home = f"{site.as_uri()}/"
        else:
            shutil.copytree(site, tmp_path / "a" / "digest")
            home = stack.enter_context(served(tmp_path)) + "a/digest/"
        reader = Reader(browser, home)
        reader.walk(site)
        assert reader.troubles == []


def test_every_page_has_the_policy_before_anything_is_loaded(seeds_site: Path) -> None:
    for path in (seeds_site / "site").rglob("*.html"):
        head = path.read_text(encoding="utf-8").partition("Content-Security-Policy")
        assert head[1], path
        assert "<script" not in head[0], path
        assert "<link" not in head[0], path


def test_what_does_not_stand_in_the_page_does_not_run(seeds_site: Path, tmp_path: Path) -> None:
    shutil.copytree(seeds_site / "site", tmp_path / "site")
    path = next(iter(kinds_of_pages(tmp_path / "site").values()))
    page = tmp_path / "site" / path
    html = page.read_text(encoding="utf-8")
    evil = (
        "<script>window.broken = 1</script><img src=x onerror='window.broken = 1'>"
        "<style>body{color:red}</style><iframe src='https://example.org'></iframe>"
    )
    page.write_text(html.replace("</body>", evil + "</body>"), encoding="utf-8")
    with opened() as browser:
        reader = Reader(browser, f"{(tmp_path / 'site').as_uri()}/")
        reader.page.goto(reader.home + path)
        assert reader.page.evaluate("window.broken") is None
        refused = "".join(reader.troubles)
    for directive in ("script-src-elem", "script-src-attr", "style-src-elem", "frame-src"):
        assert f"policy: {directive}" in refused


def test_the_policy_names_each_script_of_the_page_once() -> None:
    code = "<script>alert(1)</script>"
    data = '<script type="application/json">{}</script><script src="a.js"></script>'
    html = with_policy(f'<head><meta charset="utf-8">{code}{code}{data}</head>')
    # echo -n 'alert(1)' | openssl dgst -sha256 -binary | openssl base64
    assert html.count("sha256-") == 1
    assert "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='" in html
