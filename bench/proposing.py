"""Labelled articles -> their sentences, and which of them propose what, for the fits of proposals.

Of the articles as they are labelled, of those in `proposals.tsv`, of those in `articles/`, and of the
cases by which the grammar was written (`tests/kinds/proposals.yml`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from written import HANDS, load

from wenzhai.kinds import KIND, Scene, find_names
from wenzhai.model import (
    Article,
    HeadlineSource,
    Layout,
    Link,
    Page,
    Paragraph,
    Passage,
    Run,
    Span,
)
from wenzhai.recognise.proposals.find import by_grammar
from wenzhai.recognise.proposals.learnt import see
from wenzhai.recognise.proposals.lexicon import load_proposals
from wenzhai.recognise.proposals.setting import Setting, Told, curled, sentences, setting_of
from wenzhai.recognise.proposals.traits import Seen
from wenzhai.score.gold import GoldPage
from wenzhai.score.oracle import layout_of
from wenzhai.score.text import ink, source_of

ROOT = Path(__file__).resolve().parents[1]
ALONE = Path(__file__).with_name("proposals.tsv")
FOLDERS = ("tune", "opened", "more", "seeds", "provinces")
OTHERS = ("gazette", "everyday", "tangled", "woven")
"""Folders of which `proposals.tsv` labels some articles."""
SOURCES = (*FOLDERS, *OTHERS, *HANDS)
CASES = ROOT / "tests" / "kinds" / "proposals.yml"

Places = frozenset[int]
"""Printed characters of a page that are no white space."""


class Proposed(NamedTuple):
    """A labelled proposal."""

    by: tuple[str, ...]
    places: Places


class Reading(NamedTuple):
    """A labelled article."""

    page: str
    setting: Setting
    rows: list[Seen]
    found: list[Told]
    """By the grammar, in its body."""
    printed: list[Places]
    """Of each sentence."""
    told: list[Proposed]

    def of(self, one: Proposed) -> list[int]:
        """Numbers of the sentences of a proposal: those of which it holds at least a half."""
        return [
            k for k, own in enumerate(self.printed) if own and 2 * len(own & one.places) >= len(own)
        ]


@cache
def alone() -> dict[tuple[str, int], list[tuple[tuple[str, ...], list[Span]]]]:
    """Of `proposals.tsv`: by page and number of the article, who proposes and where."""
    found: dict[tuple[str, int], list[tuple[tuple[str, ...], list[Span]]]] = {}
    for line in ALONE.read_text(encoding="utf-8").split("\n"):
        if not line or line.startswith("#"):
            continue
        page, number, who, spans = line.split("\t")
        every = found.setdefault((page, int(number)), [])
        if spans != "-":
            own = [Span(*map(int, span.split("-"))) for span in spans.split()]
            every.append((tuple(who.split("、")), own))
    return found


@cache
def readings(source: str) -> list[Reading]:
    """Of a folder of labelled pages, or of a hand of `articles/`."""
    return [one for gold in load(source) for one in _of_page(gold)]


def _of_page(gold: GoldPage) -> Iterator[Reading]:
    layout = layout_of(gold)
    scene = Scene(layout, gold.page, None, find_names(layout, gold.page, None))
    links = scene.having(KIND["organisation"].links(scene)).links
    text = gold.page.text
    for number, (label, article) in enumerate(zip(gold.articles, layout.articles, strict=True)):
        own = alone().get((gold.page.name.removesuffix(".txt"), number))
        if own is not None:
            told = [Proposed(who, ink(text, spans)) for who, spans in own]
        elif label.told is not None and (label.told.topics or label.told.proposals):
            told = [Proposed(one.by, ink(text, one.spans)) for one in label.told.proposals]
        else:
            continue
        made = _reading(gold.page.name, article, links[number], text, told)
        if made.rows:
            yield made


@cache
def cases() -> list[Reading]:
    """The cases of the grammar: texts, and for each proposal who, its first and its last words."""
    return [_of_case(case) for case in yaml.safe_load(CASES.read_text(encoding="utf-8"))]


def _of_case(case: Mapping[str, Any]) -> Reading:
    texts = [*case.get("lead", ()), *case["body"]]
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    article, page = _made(case, texts, starts)
    scene = Scene(Layout((article,), ()), page, None, ((),))
    for kind in ("person", "organisation"):
        scene = scene.having(KIND[kind].links(scene))
    every = [
        (Span(start + one.start, start + one.end), "".join(text[one.start : one.end].split()))
        for start, text in zip(starts, map(curled, texts), strict=False)
        for one in sentences(text)
    ]
    told = []
    for who, first, last, *_ in case["has"]:
        low = next(k for k, (_, words) in enumerate(every) if words.startswith(first))
        high = next(k for k, (_, words) in enumerate(every) if k >= low and words.endswith(last))
        places = ink(page.text, [span for span, _ in every[low : high + 1]])
        told.append(Proposed(tuple(who.split("、")), places))
    return _reading(page.name, article, scene.links[0], page.text, told)


def _made(
    case: Mapping[str, Any], texts: Sequence[str], starts: Sequence[int]
) -> tuple[Article, Page]:
    """Printed headline last, so that the body begins the page."""
    kinds = case.get("kinds", ["paragraph"] * len(texts))
    body = tuple(
        Paragraph(
            kind,
            Passage(text, (Run(0, start, len(text)),)),
            text.partition("：")[0] if kind != "paragraph" else None,
        )
        for kind, text, start in zip(kinds, texts, starts, strict=False)
    )
    printed = case.get("headline")
    head = Passage(printed, (Run(0, starts[-1], len(printed)),)) if printed else None
    source: HeadlineSource = "printed" if printed else "none"
    article = Article(head, source, None, (), "news", (), None, body, 1.0)
    text = "\n".join([*texts, printed or ""])
    return article, Page("case.txt", "case", text, "utf-8", "0" * 64)


def _reading(
    page: str, article: Article, links: Sequence[Link], text: str, told: Sequence[Proposed]
) -> Reading:
    setting = setting_of(article, links, load_proposals())
    found = [one for one in by_grammar(setting) if one.place.field == "body"]
    rows = see(found, setting)
    passages = dict(article.passages())
    printed = [
        ink(text, (Span(i, i + 1) for i in source_of(passages[row.place], *row.sentence)))
        for row in rows
    ]
    return Reading(page, setting, rows, found, printed, list(told))
