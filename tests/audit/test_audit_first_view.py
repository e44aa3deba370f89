"""What the first view of a page costs: bytes on the wire, other hosts, a layout that moves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from browser.screenshots import fullest_pages
from playwright.sync_api import Browser, Request
from ways.reader import opened, served

pytestmark = [pytest.mark.audit, pytest.mark.xdist_group("site")]
BYTES_MAX = 200_000  # compressed, headers not counted
SHIFT_MAX = 0.02  # cumulative layout shift
WIDTHS = (360, 1280)  # pixels
SETTLED = 400  # milliseconds after the last request, for what moves late
SHIFT = """() => new Promise((tell) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) sum += one.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => tell(sum), 50);
})"""


@pytest.fixture(scope="module")
def home(seeds_site: Path) -> Iterator[str]:
    with served(seeds_site / "site", is_packed=True) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened() as browser:
        yield browser


class View(NamedTuple):
    """What a reader who comes for the first time gets."""

    size: int
    """Bytes of all answers, compressed."""
    shift: float
    asked: tuple[str, ...]
    """Addresses."""


def first_view(browser: Browser, address: str, width: int) -> View:
    with browser.new_context(viewport={"width": width, "height": 800}) as fresh:
        asked: list[Request] = []
        page = fresh.new_page()

        def note(one: Request) -> None:
            asked.append(one)

        page.on("requestfinished", note)
        page.goto(address, wait_until="networkidle")
        page.wait_for_timeout(SETTLED)
        size = sum(one.sizes()["responseBodySize"] for one in asked)
        return View(size, float(page.evaluate(SHIFT)), tuple(one.url for one in asked))


@pytest.mark.parametrize("width", WIDTHS)
def test_a_first_view_is_light_stands_still_and_asks_nobody_else(
    browser: Browser,
    home: str,
    seeds_site: Path,
    width: int,
    record_property: Callable[[str, object], None],
) -> None:
    paths = [*fullest_pages(seeds_site / "site").values(), "search.html?q=%E8%B4%B5%E5%B7%9E"]
    assert len(paths) > 12
    seen = {path: first_view(browser, home + path, width) for path in paths}
    heaviest = max(seen, key=lambda path: seen[path].size)
    told = f"heaviest first view at {width} px: {seen[heaviest].size} bytes, {heaviest}"
    record_property("figure", told)
    assert seen[heaviest].size > 20_000, "nothing was measured"
    inside = (home, "data:", "blob:")
    asked = [url for view in seen.values() for url in view.asked]
    assert [url for url in asked if not url.startswith(inside)] == []
    assert {path: view.size for path, view in seen.items() if view.size > BYTES_MAX} == {}
    assert {path: view.shift for path, view in seen.items() if view.shift >= SHIFT_MAX} == {}
