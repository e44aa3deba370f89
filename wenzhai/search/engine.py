"""The search code that ships, run on the files that ship, without a browser."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Self, cast

from py_mini_racer import MiniRacer

CODE = ("codes", "query", "grams", "forgive", "facets", "texts", "core")
"""Files of assets/search/, as box.js reads them."""
HARNESS = """
var wanted = [], waiting = new Map(), answers = null;
var wenzhaiSearchShard = (name, data) => waiting.get(name)(data);
var load = (name) => new Promise((done) => { waiting.set(name, done); wanted.push(name); });
var search = wenzhaiSearch.engine(load);
async function ask(query, options) {
  const found = await search(query, options);
  const hits = found.hits.map((hit) => [hit.kind, hit.id, hit.match]);
  return { total: found.total, hits, near: found.near };
}
"""
BATCH = 20  # queries asked at once; bounds the memory that their hits take


class Answer(NamedTuple):
    """What the search says."""

    total: int
    hits: tuple[tuple[str, str, str], ...]
    """Kind, id and way of matching of each."""
    near: tuple[str, ...]

    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that hold exactly what was sought."""
        return tuple(id_ for kind, id_, match in self.hits if (kind, match) == ("article", "exact"))


class Engine:
    """A site's search; reads index files as the browser does, when they are asked for."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._context = MiniRacer()
        for name in CODE:
            self._run((site / f"assets/search/{name}.js").read_text("utf-8"))
        self._run(HARNESS)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._context.close()  # V8 left to the end of the process has been seen to hang there

    def ask(self, queries: Sequence[str], **options: object) -> tuple[Answer, ...]:
        """The answers, in the order of the queries; `limit`, `filters` as for programs."""
        found: list[Answer] = []
        for start in range(0, len(queries), BATCH):
            found.extend(self._ask(queries[start : start + BATCH], options))
        return tuple(found)

    def _ask(self, queries: Sequence[str], options: Mapping[str, object]) -> list[Answer]:
        self._run(
            f"answers = null; Promise.all({json.dumps(queries)}"
            f".map((query) => ask(query, {json.dumps(options)})))"
            ".then((all) => { answers = JSON.stringify(all); },"
            " (error) => { answers = JSON.stringify({ error: String(error.stack) }); }); 0"
        )
        while (answers := self._run("answers")) is None:
            wanted = json.loads(cast("str", self._run("JSON.stringify(wanted.splice(0))")))
            if not wanted:
                raise RuntimeError("the search neither answers nor asks for a file")
            for name in wanted:
                path = self._site / f"assets/generated/search/{name}.js"
                self._run(path.read_text("utf-8"))
        parsed = json.loads(cast("str", answers))
        if "error" in parsed:
            raise RuntimeError(parsed["error"])
        return [
            Answer(one["total"], tuple(tuple(hit) for hit in one["hits"]), tuple(one["near"]))
            for one in parsed
        ]

    def _run(self, code: str) -> object:
        return self._context.eval(code)
