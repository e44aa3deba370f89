"""A reader in Chromium who opens every kind of page and uses all that is on it."""

from __future__ import annotations

import contextlib
import functools
import gzip
import http.server
import io
import re
import threading
from collections.abc import Iterator
from pathlib import Path

from command import chromium
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
]
KIND = re.compile(r'class="wz wz-on-([a-z-]+)')
LEFT_EARLY = "net::ERR_ABORTED"  # the reader went on to the next page; nothing was refused
LISTEN = """addEventListener("securitypolicyviolation", (event) =>
  console.error("policy: " + event.violatedDirective + " " + event.blockedURI));"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


class _Gzip(_Quiet):
    """As a server of the web is set up: what is text goes out compressed, and may be kept."""

    PLAIN = frozenset({".png", ".ico", ".sqlite", ".zip"})  # compressed by themselves, or no text
    KEPT = "max-age=31536000"  # a year, as in manual/nginx for names with a hash

    def send_head(self) -> io.BytesIO | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return None
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Cache-Control", self.KEPT)
        if path.suffix not in self.PLAIN:
            body = gzip.compress(body, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


@contextlib.contextmanager
def served(folder: Path, *, is_packed: bool = False) -> Iterator[str]:
    """The address at which a folder is served, with a slash at the end."""
    handler = functools.partial(_Gzip if is_packed else _Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()


@contextlib.contextmanager
def opened() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield browser
        browser.close()


def kind_of(site: Path, path: Path) -> str:
    """Of a page: "folder:kind"; at the top, where each page is its own kind, ".:name"."""
    folder = path.relative_to(site).parent.as_posix()
    kind = KIND.search(path.read_text(encoding="utf-8")) if folder != "." else None
    return f"{folder}:{kind[1] if kind else path.stem}"


def kinds_of_pages(site: Path) -> dict[str, str]:
    """The first page of each kind in each folder: "folder:kind" -> path in the site."""
    found: dict[str, str] = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if name != "404.html":  # for servers: its links begin at the root of the host
            found.setdefault(kind_of(site, path), name)
    return found


class Reader:
    """Opens pages and writes down all that goes wrong, and every request that leaves the site."""

    def __init__(self, browser: Browser, home: str, *, is_offline: bool = False) -> None:
        self.home = home
        self.troubles: list[str] = []
        context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=is_offline)
        self.page: Page = context.new_page()
        self.page.add_init_script(LISTEN)
        self.page.on("console", lambda m: self._note(m.text, is_bad=m.type == "error"))
        self.page.on("pageerror", lambda error: self._note(str(error)))
        self.page.on(
            "requestfailed", lambda r: self._note(f"failed {r.url}", is_bad=r.failure != LEFT_EARLY)
        )
        self.page.on("request", self._see)
        self.page.on(
            "response", lambda r: self._note(f"{r.status} {r.url}", is_bad=r.status >= 400)
        )

    def _note(self, trouble: str, *, is_bad: bool = True) -> None:
        if is_bad:
            self.troubles.append(f"{self.page.url}: {trouble}")

    def _see(self, request: Request) -> None:
        inside = (self.home, "data:", "blob:")
        self._note(f"foreign {request.url}", is_bad=not request.url.startswith(inside))

    def use(self, path: str) -> None:
        """Dark and light, large type, the pointer over names and links."""
        page = self.page
        page.goto(self.home + path)
        scheme = page.locator("body").get_attribute("data-md-color-scheme")
        page.locator("label.md-header__button[for^=__palette]:visible").first.click()
        expect(page.locator("body")).not_to_have_attribute("data-md-color-scheme", scheme or "")
        large = page.locator(".wz-large")
        was = large.get_attribute("aria-pressed") or ""
        large.click()
        expect(large).not_to_have_attribute("aria-pressed", was)
        for link in page.locator(".md-content a:visible").all()[:3]:
            link.hover()

    def follow_a_link(self, path: str) -> None:
        """Click the first link of the text that leads to another page."""
        self.page.goto(self.home + path)
        link = self.page.locator(".md-content a[href*='.html']:visible")
        if link.count():
            with self.page.expect_event("load"):
                link.first.click()
            expect(self.page.locator("h1").first).to_be_visible()

    def search(self, word: str) -> int:
        """Ask the box, then the page of results, then narrow them; how many were shown."""
        page = self.page
        page.goto(self.home + "index.html")
        page.locator(".md-search__input").first.fill(word)
        expect(page.locator("#wenzhai-options [role=option]").first).to_be_visible()
        page.goto(f"{self.home}search.html?q={word}")
        results = page.locator(".wenzhai-results__list > li")
        expect(results.first).to_be_visible()
        shown = results.count()
        with page.expect_event("framenavigated"):
            page.locator(".wenzhai-results__facets :is(input, a, button)").first.click()
        expect(results.first).to_be_visible()
        return shown

    def walk(self, site: Path) -> None:
        """Everything above, for every kind of page."""
        kinds = kinds_of_pages(site)
        assert len(kinds) > 8  # home, indexes, article, person, region, page, topic ...
        for path in kinds.values():
            self.use(path)
            self.follow_a_link(path)
        assert self.search("开阳") > 1
