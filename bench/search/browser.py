"""Search in a real browser: how fast, how much is downloaded, how much memory, and is it right?

    python bench/search/browser.py 1000
    python bench/search/browser.py 10000 [--corpus PICKLE]

Makes a digest of N invented articles (bench/search/made.py; or takes the corpus that
bench/phases.py handed over), writes its index and one page, and asks in Chromium, over HTTP and
from file://. Each query is asked on a page of its own ("first") and on one page after another
("next"); both include reading the files that it needs.
"""

from __future__ import annotations

import functools
import gzip
import hashlib
import http.server
import pickle
import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[2]))

import made
from playwright.sync_api import Browser, Page, Request, sync_playwright

from wenzhai.corpus import Corpus
from wenzhai.render.press import open_press
from wenzhai.render.site import SiteFacts
from wenzhai.search import index_files
from wenzhai.search.fold import bare, full

ROOT = Path(__file__).resolve().parents[2]
PRESS = open_press(ROOT / "templates", SiteFacts("文摘", "", None, "full"))
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--enable-precise-memory-info",
]
LENGTHS = (1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 8)
QUERIES = 60
FIRST_QUERIES = 12  # of them asked on a page of their own
LIMIT = 10  # hits shown, as in the search box
PAGE = """<!doctype html><meta charset="utf-8"><title>.</title>
<div data-wenzhai-base="."><input id="__search" type="checkbox"><form><input
class="md-search__input"></form><div class="md-search-result__meta"></div><ol
class="md-search-result__list"></ol></div><script src="assets/generated/words.js"></script><script src="assets/search/box.js"></script>"""
# all ids need all texts: only asked to compare, after everything was measured
ASK = """async ([query, limit]) => {
  const start = performance.now();
  const found = await wenzhai.search(query, { limit });
  return [performance.now() - start, found.total, found.hits.map((hit) => hit.kind + " " + hit.id)];
}"""


def main(arguments: Sequence[str]) -> None:
    articles = int(arguments[0])
    corpus = _corpus(articles, arguments[1:])
    with tempfile.TemporaryDirectory() as name:
        site = Path(name)
        start = time.process_time()
        weights = _write(site, corpus)
        seconds = time.process_time() - start
        weight = sum(weights.values()) / len(corpus.entries) / 1000
        print(f"{len(corpus.entries)} articles: index made in {seconds:.1f} CPU s,")
        print(f"{len(weights)} files, {weight:.2f} MB gzip per 1,000 articles")
        queries = tuple(_queries(corpus))
        texts = _Texts(corpus)
        with sync_playwright() as play:
            for way, base in (("http", _serve(site)), ("file", site.as_uri())):
                browser = play.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
                _measure(browser, way, f"{base}/index.html", queries, weights, texts)
                browser.close()


def _corpus(articles: int, more: Sequence[str]) -> Corpus:
    if more[:1] == ["--corpus"]:
        return Corpus(*pickle.loads(Path(more[1]).read_bytes()))  # noqa: S301  # our own file
    return made.corpus(articles)


def _write(site: Path, corpus: Corpus) -> dict[str, int]:
    """Writes code, index and a page; gzip size of each file of the index and the code."""
    shutil.copytree(ROOT / "docs/assets/search", site / "assets/search")
    for document in index_files(corpus, PRESS):
        path = site / document.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(document.content)
    (site / "index.html").write_text(PAGE, "utf-8")
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


def _queries(corpus: Corpus) -> Iterator[str]:
    """Names and stretches of text without white space, picked by hash."""
    lines = [line for _, lines in made.texts_of(corpus) for line in lines]
    names = sorted(person.name for person in corpus.persons.values())
    for number in range(QUERIES):
        pick = int.from_bytes(hashlib.sha256(b"%d" % number).digest()[:8], "big")
        if number % 4 == 0:
            yield names[pick % len(names)]
            continue
        line = "".join(lines[pick % len(lines)].split()) or "的"
        start = pick // 7 % len(line)
        yield line[start : start + LENGTHS[number % len(LENGTHS)]].strip('-－"“”') or "的"


def _measure(
    browser: Browser,
    way: str,
    address: str,
    queries: Sequence[str],
    weights: dict[str, int],
    texts: _Texts,
) -> None:
    first, loaded = [], []
    for query in queries[:FIRST_QUERIES]:
        with browser.new_context() as context:
            page = context.new_page()
            names: list[str] = []
            page.on("request", functools.partial(_note, names))
            page.goto(address)
            first.append(page.evaluate(ASK, [query, LIMIT])[0])
            loaded.append(sum(weights.get(name, 0) for name in names) / 1e6)
    page = browser.new_page()
    page.goto(address)
    empty = _heap(page)
    page.evaluate(ASK, ["的", LIMIT])
    following = [page.evaluate(ASK, [query, LIMIT]) for query in queries]
    times = sorted(answer[0] for answer in following)
    heap = _heap(page) - empty
    wrong = sum(_is_wrong(query, page, texts) for query in queries)
    print(f"{way}: first answer {statistics.median(first):.0f} ms (worst {max(first):.0f}),")
    print(f"  downloaded for it {statistics.median(loaded):.2f} MB (worst {max(loaded):.2f}),")
    print(f"  next answers median {statistics.median(times):.0f} ms, worst {times[-1]:.0f},")
    print(f"  {heap:.0f} MB heap; {wrong} of {len(queries)} queries answered wrong")


def _note(names: list[str], request: Request) -> None:
    names.append(request.url.rsplit("/", 1)[-1])


class _Texts:
    """Published lines, folded once for all queries."""

    def __init__(self, corpus: Corpus) -> None:
        lines = [(id_, "\n".join(lines)) for id_, lines in made.texts_of(corpus)]
        self.bare = {id_: "\n".join(map(bare, text.split("\n"))) for id_, text in lines}
        self.full = {id_: "\n".join(map(full, text.split("\n"))) for id_, text in lines}

    def holding(self, query: str) -> set[str]:
        is_punctuated = full(query) != bare(query)
        texts, sought = (self.full, full(query)) if is_punctuated else (self.bare, bare(query))
        return {id_ for id_, text in texts.items() if sought in text}


def _is_wrong(query: str, page: Page, texts: _Texts) -> bool:
    found = page.evaluate(ASK, [query, None])[2]
    ids = {one.split(" ")[1] for one in found if one.startswith("article ")}
    return ids != texts.holding(query)


def _heap(page: Page) -> float:
    """Megabytes that the page's JavaScript holds after a collection."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    usage: dict[str, Any] = session.send("Runtime.getHeapUsage")
    return float(usage["usedSize"]) / 1e6


if __name__ == "__main__":
    main(sys.argv[1:])
