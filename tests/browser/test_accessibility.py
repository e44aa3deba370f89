"""axe-core (WCAG 2.2 AA) on the finished site: one page of each kind.

`make test` looks at them in light colours on a phone and on a wide screen; `make audit` also in
dark colours and in large type.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser
from ways.reader import kinds_of_pages, opened, served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("site")]
WIDTHS = (360, 1280)  # pixels
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (rules) => {
  const found = await axe.run(document, { runOnly: { type: "tag", values: rules } });
  return found.violations.flatMap((one) =>
    one.nodes.map((node) => [one.id, node.target.join(" "), node.failureSummary]));
}"""
OUTLINE = """() => ({
  lang: document.documentElement.lang,
  mains: document.querySelectorAll("main, [role=main]").length,
  levels: Array.from(document.querySelectorAll("main h1, main h2, main h3, main h4, main h5"))
    .filter((one) => one.checkVisibility())
    .map((one) => Number(one.localName.slice(1))),
})"""


class Look(NamedTuple):
    """How a reader has set the site."""

    width: int
    scheme: str
    is_large: bool

    def __str__(self) -> str:
        return f"{self.width}-{self.scheme}{'-large' if self.is_large else ''}"


DAILY = tuple(Look(width, "light", False) for width in WIDTHS)
AUDITED = tuple(
    look
    for width in WIDTHS
    for scheme in ("light", "dark")
    for is_large in (False, True)
    if (look := Look(width, scheme, is_large)) not in DAILY
)
LOOKS = [
    *(pytest.param(look, id=str(look)) for look in DAILY),
    *(pytest.param(look, id=str(look), marks=pytest.mark.audit) for look in AUDITED),
]


@pytest.fixture(scope="module")
def home(seeds_site: Path) -> Iterator[str]:
    with served(seeds_site / "site") as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened() as browser:
        yield browser


def pages_of(site: Path) -> list[str]:
    """One page of each kind, and the page of results with results on it."""
    return [*kinds_of_pages(site).values(), "search.html?q=%E8%B4%B5%E5%B7%9E"]


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_no_fault_on_any_kind_of_page(
    browser: Browser, home: str, seeds_site: Path, look: Look
) -> None:
    axe = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
    faults: dict[str, list[list[str]]] = {}
    with browser.new_context(
        viewport={"width": look.width, "height": 800},
        color_scheme="dark" if look.scheme == "dark" else "light",
        reduced_motion="reduce",
    ) as context:
        page = context.new_page()
        if look.is_large:
            page.goto(f"{home}index.html")
            page.locator("button.wz-large").click()
        for path in pages_of(seeds_site / "site"):
            page.goto(home + path, wait_until="load")
            if "?" in path:
                page.locator(".wenzhai-results__item").first.wait_for()
            page.evaluate(axe)
            if found := page.evaluate(RUN, RULES):
                faults[path] = found
    assert not faults, json.dumps(faults, ensure_ascii=False, indent=1)


def test_every_kind_of_page_has_one_heading_one_main_part_and_its_language(
    browser: Browser, home: str, seeds_site: Path
) -> None:
    page = browser.new_page()
    for path in pages_of(seeds_site / "site"):
        page.goto(home + path)
        outline = page.evaluate(OUTLINE)
        assert outline["lang"] == "zh", path
        assert outline["mains"] == 1, path
        levels = outline["levels"]
        assert levels[:1] == [1], path
        assert levels.count(1) == 1, path
        steps = pairwise(levels)
        assert all(lower - upper <= 1 for upper, lower in steps), (path, levels)
    page.close()
