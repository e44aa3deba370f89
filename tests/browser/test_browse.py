"""Cards and filters work by pointer, keyboard and touch; without scripts nothing is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from command import ROOT, chromium
from playwright.sync_api import Browser, Page, sync_playwright

from wenzhai.digest import Options, read_digest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("site")]
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-sync", "--disable-quic"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield found
        found.close()


def opened(browser: Browser, path: Path, **settings: object) -> Page:
    page = browser.new_context(**settings).new_page()  # type: ignore[arg-type]
    page.goto(path.as_uri())
    return page


def article(site: Path) -> Path:
    """One with many names."""
    found = sorted((site / "articles").glob("*.html"))
    return max(found, key=lambda path: path.read_text(encoding="utf-8").count('class="wz-person"'))


def test_a_card_opens_by_pointer_and_by_keyboard_and_closes(
    browser: Browser, seeds_site: Path
) -> None:
    page = opened(browser, article(seeds_site / "site"))
    name = page.locator("a.wz-person").first
    card = page.locator(".wz-card")
    name.hover()
    card.wait_for(state="visible")
    assert name.inner_text() in card.inner_text()
    page.keyboard.press("Escape")
    card.wait_for(state="hidden")
    name.focus()
    card.wait_for(state="visible")
    assert name.get_attribute("aria-describedby") == card.get_attribute("id")
    box = card.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    page.keyboard.press("Tab")
    page.wait_for_function("document.querySelector('a.wz-person').ariaDescribedByElements === null")


def test_a_first_tap_opens_the_card_and_a_second_follows(
    browser: Browser, seeds_site: Path
) -> None:
    viewport = {"width": 360, "height": 800}
    page = opened(browser, article(seeds_site / "site"), has_touch=True, viewport=viewport)
    name = page.locator("a.wz-person").first
    name.tap()
    card = page.locator(".wz-card")
    card.wait_for(state="visible")
    box = card.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= viewport["width"]
    assert "/articles/" in page.url
    with page.expect_navigation():
        name.tap()
    assert "/persons/" in page.url


def test_a_filter_narrows_by_characters_and_by_pinyin(browser: Browser, seeds_site: Path) -> None:
    page = opened(browser, seeds_site / "site" / "persons" / "index.html")
    people = page.locator(".wz-chips + ul > li:visible")
    every = people.count()
    field = page.locator(".wz-filter input")
    for wanted in ("赵永清", "zhaoyongq"):
        field.fill(wanted)
        assert [text.split()[0] for text in people.all_inner_texts()] == ["赵永清"]
        assert page.locator(".wz-filter output").inner_text() == "1"
    field.fill("")
    assert people.count() == every > 1


def test_without_scripts_the_lists_are_whole_and_no_box_promises_anything(
    browser: Browser, seeds_site: Path
) -> None:
    site = seeds_site / "site"
    page = opened(browser, site / "persons" / "index.html", java_script_enabled=False)
    assert page.locator(".wz-chips + ul > li:visible").count() > 1
    assert not page.locator(".wz-filter").is_visible()
    page.goto(article(site).as_uri())
    why = page.locator("#people + ul a[href*='.evidence']").first
    target = str(why.get_attribute("href"))
    page.goto((site / "articles" / target).resolve().as_uri().replace("%23", "#"))
    assert page.locator(f"[id='{target.partition('#')[2]}']").is_visible()


def test_pictures_can_be_reached_by_keyboard(browser: Browser, seeds_site: Path) -> None:
    page = opened(browser, seeds_site / "site" / "regions" / "index.html")
    province = page.locator("svg.wz-picture a").first
    province.focus()
    label = str(province.get_attribute("aria-label"))
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("h1").inner_text() in label


def test_an_article_weighs_no_more_than_its_text_allows(seeds_site: Path) -> None:
    """24 kB, and 6 bytes for each character of the text that is no space."""
    corpus = read_digest([ROOT / "seeds"], Options())
    heavy = []
    for key, entry in corpus.entries.items():
        text = "".join(passage.text for _, passage in entry.article.passages())
        size = (seeds_site / "site" / "articles" / f"{key}.html").stat().st_size
        if size > 24_000 + 6 * len("".join(text.split())):
            heavy.append((key, size))
    assert len(corpus.entries) == 25
    assert not heavy
