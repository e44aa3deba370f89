"""Search in Chromium on the site of the five pages, over HTTP and by file://."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from ways.reader import Reader, opened, served

from wenzhai.search.fold import bare
from wenzhai.search.visible import visible_lines

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("site")]
SEARCH = """async (queries) => {
  const found = [];
  for (const query of queries) found.push(await wenzhai.search(query));
  return found;
}"""


@pytest.fixture(scope="module", params=["http", "file"])
def home(request: pytest.FixtureRequest, seeds_site: Path) -> Iterator[str]:
    """The site's address, with a slash at the end."""
    site = seeds_site / "site"
    if request.param == "file":
        yield f"{site.as_uri()}/"
        return
    with served(site) as address:
        yield address


@pytest.fixture
def page(home: str) -> Iterator[Page]:
    """A page that must not complain."""
    with opened() as browser:
        reader = Reader(browser, home)
        yield reader.page
        assert reader.troubles == []


def test_every_name_finds_its_own_page_and_every_article_that_shows_it(
    page: Page, home: str, seeds_site: Path
) -> None:
    site = seeds_site / "site"
    script = (site / "assets/generated/search/names.js").read_text("utf-8")
    names = json.loads(script[script.index(",") + 1 : script.rindex(")")])["names"]
    shown = {
        path.stem: "\n".join(map(bare, visible_lines(path.read_text("utf-8"))))
        for path in (site / "articles").glob("*.html")
    }
    page.goto(f"{home}index.html")
    queries = [lines.split("\n")[0] for lines in names]
    for name, found in zip(queries, page.evaluate(SEARCH, queries), strict=True):
        exact = [hit for hit in found["hits"] if hit["match"] == "exact"]
        assert exact[0]["title"] == name
        assert found["total"] == len(exact)
        articles = {hit["id"] for hit in exact if hit["kind"] == "article"}
        assert articles == {id_ for id_, text in shown.items() if bare(name) in text}, name


def test_the_box_opens_an_article_at_the_marked_hit(page: Page, home: str) -> None:
    page.goto(f"{home}about.html")
    page.keyboard.press("/")
    page.keyboard.type("充电焦虑")
    field = page.get_by_role("combobox")
    expect(page.locator(".md-search [role=status]")).to_contain_text("条结果")
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(chosen).to_contain_text("充电焦虑")
    page.keyboard.press("Enter")
    expect(page.locator("mark.wenzhai-mark").first).to_be_in_viewport()
    assert "/articles/" in page.url
    marked = page.locator("mark.wenzhai-mark").all_inner_texts()
    assert set("".join(marked)) == set("充电焦虑")


def test_escape_closes_the_box(page: Page, home: str) -> None:
    page.goto(f"{home}index.html")
    page.keyboard.press("/")
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


def test_the_results_page_shows_what_its_address_says(page: Page, home: str) -> None:
    page.goto(f"{home}search.html?q=%E8%B4%B5%E5%B7%9E&kind=article")
    status = page.locator("#wenzhai-results [role=status]")
    expect(status).to_contain_text("找到")
    expect(page.locator("#wenzhai-results input[name=q]")).to_have_value("贵州")
    total = int("".join(c for c in status.inner_text() if c.isdigit()))
    topic = page.locator(".wenzhai-results__facets details", has_text="地区").locator("button")
    name, count = topic.nth(1).inner_text().split()
    topic.nth(1).click()
    expect(status).to_contain_text(f"找到 {count} 条")
    assert int(count) <= total
    assert "region=" in page.url
    page.go_back()
    expect(status).to_contain_text(f"找到 {total} 条")
    assert name


def test_without_javascript_the_page_offers_the_indexes(home: str) -> None:
    with opened() as browser:
        page = browser.new_context(java_script_enabled=False).new_page()
        page.goto(f"{home}search.html")
        expect(page.locator("article noscript a")).to_have_count(3)
