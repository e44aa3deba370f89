"""A real browser opens the finished site over HTTP and by file://."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import chromium
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Locator,
    Page,
    Playwright,
    Request,
    Response,
    sync_playwright,
)

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("site")]
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
]
WIDTHS = {"phone": 360, "desktop": 1280}


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def addresses(seeds_site: Path) -> Iterator[dict[str, str]]:
    """The site's home by each of the two ways."""
    site = seeds_site / "site"
    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield {
            "http": f"http://127.0.0.1:{server.server_address[1]}/index.html",
            "file": (site / "index.html").as_uri(),
        }
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


LEFT_EARLY = "net::ERR_ABORTED"  # the test went on to the next page; nothing was refused


class Witness:
    """All that went wrong on a page."""

    def __init__(self, page: Page, home: str) -> None:
        self.faults: list[str] = []
        self.origin = home.rsplit("/", 1)[0]
        page.on("console", self.hear)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("requestfailed", self.miss)
        page.on("request", self.see)
        page.on("response", self.get)

    def miss(self, request: Request) -> None:
        if request.failure != LEFT_EARLY:
            self.faults.append(f"failed {request.url}: {request.failure}")

    def hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(message.text)

    def get(self, response: Response) -> None:
        if response.status >= 400:
            self.faults.append(f"{response.status} {response.url}")

    def see(self, request: Request) -> None:
        if not request.url.startswith((self.origin, "data:", "blob:")):
            self.faults.append(f"foreign {request.url}")


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture(params=sorted(WIDTHS))
def browser_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page for one test alone: what the test before asked for late is not seen here."""
    with browser.new_context(viewport={"width": WIDTHS[request.param], "height": 800}) as context:
        yield context.new_page()


def follow(page: Page, link: Locator) -> None:
    """Click, and wait for the whole page: one left too early would have failed requests."""
    with page.expect_event("load"):
        link.first.click()


@pytest.mark.parametrize("way", ["http", "file"])
def test_a_reader_goes_from_home_over_a_person_to_an_article(
    browser_page: Page, addresses: dict[str, str], way: str
) -> None:
    page = browser_page
    home = addresses[way]
    witness = Witness(page, home)
    page.goto(home)
    follow(page, page.locator(".md-content a[href='persons/index.html']"))
    follow(page, page.locator(".md-content").get_by_role("link", name="赵永清"))
    assert "赵永清" in page.locator("h1").inner_text()
    follow(page, page.locator(".md-content a[href*='../articles/']"))
    assert "/articles/" in page.url
    assert "赵永清" in page.locator(".md-content").inner_text()
    assert witness.faults == []


@pytest.mark.parametrize("way", ["http", "file"])
def test_no_page_is_wider_than_the_screen_and_none_complains(
    browser_page: Page, addresses: dict[str, str], seeds_site: Path, way: str
) -> None:
    page = browser_page
    witness = Witness(page, addresses[way])
    site = seeds_site / "site"
    first_of = {path.parent: path for path in sorted(site.rglob("*.html"), reverse=True)}
    if way == "file":
        first_of[site] = site / "index.html"  # 404.html is for servers: its links begin at the root
    for path in first_of.values():
        page.goto(addresses[way].replace("index.html", path.relative_to(site).as_posix()))
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, path
        assert page.locator("html").get_attribute("lang") == "zh", path
    assert witness.faults == []
