"""Everything that a pointer can do on a page, keys can do, and one sees where one is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from ways.reader import kinds_of_pages, opened

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("site")]
# Everything visible that a pointer could use, each marked with a number.
USABLE = """() => {
  const found = document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, label[for], [tabindex='0']");
  let number = 0;
  for (const one of found) {
    const box = one.getBoundingClientRect();
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || box.width < 2 || box.height < 2) continue;
    if (one.closest(".md-search__inner, .md-search__overlay, .md-overlay, .md-sidebar--primary")) continue;
    if (one.matches(".md-search__overlay, .md-overlay, a.headerlink, .md-skip, [type=hidden]")) continue;
    if (one.localName === "label" && one.control && one.control.tabIndex === 0
        && one.control.checkVisibility()) continue;
    one.dataset.usable = String(number++);
  }
  return number;
}"""
STEP = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  const label = one.labels && one.labels.length ? getComputedStyle(one.labels[0]) : null;
  const labelled = Boolean(label) && label.outlineStyle !== "none";
  return { number: one.dataset.usable ?? null, seen: ring || labelled || one.localName === "input",
           what: one.outerHTML.slice(0, 120) };
}"""
STEPS_MAX = 900  # of the Tab key on one page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened() as browser:
        yield browser


def walk(page: Page) -> tuple[set[str], list[str]]:
    """Tab until the page is left: what was reached, and what did not show it."""
    reached: set[str] = set()
    unseen: list[str] = []
    has_wrapped = False
    for _ in range(STEPS_MAX):
        page.keyboard.press("Tab")
        step = page.evaluate(STEP)
        if step is None:  # behind the last stop the first comes again
            if has_wrapped:
                break
            has_wrapped = bool(reached)
            continue
        if step["number"] is not None:
            if step["number"] in reached:
                break
            reached.add(step["number"])
        if not step["seen"]:
            unseen.append(step["what"])
    return reached, unseen


@pytest.mark.parametrize("width", [360, 1280])
def test_tab_reaches_all_that_can_be_used(browser: Browser, seeds_site: Path, width: int) -> None:
    site = seeds_site / "site"
    page = browser.new_page(viewport={"width": width, "height": 800})
    for path in kinds_of_pages(site).values():
        page.goto((site / path).as_uri())
        usable = page.evaluate(USABLE)
        reached, unseen = walk(page)
        left = [
            page.locator(f"[data-usable='{number}']").evaluate("one => one.outerHTML.slice(0, 160)")
            for number in sorted(set(map(str, range(usable))) - reached, key=int)[:5]
        ]
        assert not left, (path, left)
        assert not unseen, (path, unseen[:5])
    page.close()


def test_the_drawer_and_the_search_of_a_telephone_open_and_close_by_keys(
    browser: Browser, seeds_site: Path
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto((seeds_site / "site/index.html").as_uri())
    page.locator("[data-opens=__drawer]").focus()
    page.keyboard.press("Enter")
    link = page.locator(".md-sidebar--primary a").first
    expect(link).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(link).not_to_be_in_viewport()
    page.locator("[data-opens=__search]").focus()
    page.keyboard.press("Enter")
    field = page.locator(".md-search__input")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).not_to_be_focused()
    page.close()


def test_a_wide_screen_needs_neither(browser: Browser, seeds_site: Path) -> None:
    for has_scripts in (True, False):
        with browser.new_context(
            viewport={"width": 1280, "height": 800}, java_script_enabled=has_scripts
        ) as context:
            page = context.new_page()
            page.goto((seeds_site / "site/index.html").as_uri())
            assert page.locator(".wz-open:visible, .wz-plain:visible").count() == 0


def test_without_scripts_a_label_opens_the_drawer(browser: Browser, seeds_site: Path) -> None:
    with browser.new_context(
        viewport={"width": 360, "height": 800}, java_script_enabled=False
    ) as context:
        page = context.new_page()
        page.goto((seeds_site / "site/index.html").as_uri())
        assert page.locator(".wz-open:visible").count() == 0
        page.locator(".wz-plain[for=__drawer]").click()
        expect(page.locator(".md-sidebar--primary a").first).to_be_in_viewport()


def test_colours_and_large_type_change_by_keys(browser: Browser, seeds_site: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto((seeds_site / "site/index.html").as_uri())
    before = page.locator("body").get_attribute("data-md-color-scheme") or ""
    for _ in range(STEPS_MAX):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name === '__palette'"):
            break
    page.keyboard.press("ArrowRight")
    expect(page.locator("body")).not_to_have_attribute("data-md-color-scheme", before)
    page.locator("button.wz-large").focus()
    page.keyboard.press("Enter")
    expect(page.locator("button.wz-large")).to_have_attribute("aria-pressed", "true")
    page.close()
