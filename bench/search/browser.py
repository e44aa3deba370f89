"""Search in a real browser: how fast, how much is downloaded, how much memory, and is it right?

    python bench/search/browser.py 1000
    python bench/search/browser.py PROJECT     (a folder that bench/phases.py has read)

Writes the index of so many generated articles and one page, and asks in Chromium, over HTTP and
from file://. Ready: the box was opened, all is read that is read before the first key. Each kind
of query is asked on pages of their own ("first": from opening the box to the answer) and on one
page after another ("next"); both include reading the files that it needs.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import pickle
import re
import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[2]))

import run
from asked import Asked, questions
from playwright.sync_api import Browser, Page, Request, sync_playwright

from wenzhai.corpus import Corpus
from wenzhai.render.press import open_press
from wenzhai.render.site import SiteFacts
from wenzhai.search import index_files

ROOT = Path(__file__).resolve().parents[2]
PRESS = open_press(ROOT / "templates", SiteFacts("文摘", "", None, "full"))
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
]
FIRST_OF_A_KIND = 3  # queries asked on a page of their own
LIMIT = 10  # hits shown, as in the search box
PAGE = """<!doctype html><meta charset="utf-8"><title>.</title>
<div data-wenzhai-base="."><input id="__search" type="checkbox"><form><input
class="md-search__input"></form><div class="md-search-result__meta"></div><ol
class="md-search-result__list"></ol></div><script src="assets/generated/words.js"></script><script src="assets/search/box.js"></script>"""
READY = """async () => {
  const start = performance.now();
  await wenzhai.searchParts.ready();
  return performance.now() - start;
}"""
ASK = """async ([query, options]) => {
  const start = performance.now();
  const found = await wenzhai.search(query, options);
  return [performance.now() - start, found.hits.filter((hit) => hit.kind === "article").map((hit) => hit.id)];
}"""


def main(arguments: Sequence[str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        corpus = _corpus(arguments[0], Path(name))
        start = time.process_time()
        weights = _write(site, corpus)
        seconds = time.process_time() - start
        weight = sum(weights.values()) / len(corpus.entries) / 1000
        print(f"{len(corpus.entries)} articles: index made in {seconds:.1f} CPU s,")
        print(f"{len(weights)} files, {weight:.2f} MB gzip per 1,000 articles", flush=True)
        asked = tuple(questions(corpus))
        with sync_playwright() as play:
            for way, base in (("http", _serve(site)), ("file", site.as_uri())):
                browser = play.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
                _measure(browser, way, base, asked, weights)
                browser.close()


def _corpus(given: str, folder: Path) -> Corpus:
    project = Path(given)
    if given.isdigit():
        project = run.prepare(int(given), folder)
        run.phase("read", project)
    return Corpus(*pickle.loads((project / "corpus.pickle").read_bytes()))  # noqa: S301 - ours


def _write(site: Path, corpus: Corpus) -> dict[str, int]:
    """Writes code, index and two pages; gzip size of each file of the index and the code."""
    shutil.copytree(ROOT / "docs/assets/search", site / "assets/search")
    for document in index_files(corpus, PRESS):
        path = site / document.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(document.content)
    (site / "index.html").write_text(PAGE, "utf-8")
    (site / "empty.html").write_text("<!doctype html><title>.</title>", "utf-8")
    scripts = sorted(site.rglob("*.js"))
    return {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in scripts}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its own name
        pass


def _serve(site: Path) -> str:
    handler = functools.partial(_Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def _measure(
    browser: Browser, way: str, base: str, asked: Sequence[Asked], weights: Mapping[str, int]
) -> None:
    of_kind: defaultdict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        of_kind[one.kind].append(one)
    ready: list[float] = []
    firsts: dict[str, tuple[list[float], list[float]]] = {}
    for kind, some in of_kind.items():
        times, loaded = zip(
            *(_first(browser, base, one, weights, ready) for one in some[:FIRST_OF_A_KIND]),
            strict=True,
        )
        firsts[kind] = (list(times), list(loaded))
    page = browser.new_page()
    page.goto(f"{base}/empty.html")
    empty = _memory(browser)
    page.goto(f"{base}/index.html")
    page.evaluate(READY)
    nexts = {
        kind: sorted(_ask(page, one, LIMIT)[0] for one in some) for kind, some in of_kind.items()
    }
    memory = _memory(browser) - empty
    print(f"{way}: ready in {statistics.median(ready):.0f} ms (worst {max(ready):.0f}),")
    print(f"  {memory:.0f} MB above an empty page after {len(asked)} queries")
    print("  | queries | first ms, median / worst | MB, worst | next ms, median / worst | wrong |")
    for kind, some in of_kind.items():
        times, loaded = firsts[kind]
        wrong = [one.query for one in some if set(_ask(page, one, None)[1]) != one.expected]
        print(
            f"  | {kind} | {statistics.median(times):.0f} / {max(times):.0f} | {max(loaded):.2f} |"
            f" {statistics.median(nexts[kind]):.0f} / {nexts[kind][-1]:.0f} |"
            f" {len(wrong)} of {len(some)} {wrong or ''} |",
            flush=True,
        )
    every = sorted(time for times in nexts.values() for time in times)
    print(f"  next, all kinds: {statistics.median(every):.0f} / {every[-1]:.0f} ms", flush=True)


def _first(
    browser: Browser, base: str, one: Asked, weights: Mapping[str, int], ready: list[float]
) -> tuple[float, float]:
    """Milliseconds and megabytes (gzip) of a query on a page of its own."""
    with browser.new_context() as context:
        page = context.new_page()
        names: set[str] = set()
        page.on("request", functools.partial(_note, names))
        page.goto(f"{base}/index.html")
        opened = page.evaluate(READY)
        ready.append(opened)
        answered = _ask(page, one, LIMIT)[0]
        return opened + answered, sum(weights.get(name, 0) for name in names) / 1e6


def _note(names: set[str], request: Request) -> None:
    names.add(request.url.rsplit("/", 1)[-1])


def _ask(page: Page, one: Asked, limit: int | None) -> tuple[float, list[str]]:
    options = {**one.options, **({} if limit is None else {"limit": limit})}
    time_taken, found = page.evaluate(ASK, [one.query, options])
    return time_taken, found


def _memory(browser: Browser) -> float:
    """Megabytes that all pages' processes hold."""
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    return sum(_resident(one["id"]) for one in processes if one["type"] == "renderer")


def _resident(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    kilobytes = re.search(r"VmRSS:\s+(\d+)", status)
    return int(kilobytes[1]) / 1000 if kilobytes else 0.0


if __name__ == "__main__":
    main(sys.argv[1:])
