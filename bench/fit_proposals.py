"""Labelled articles -> `wenzhai/data/proposals.crf`: which sentences propose something.

    python bench/fit_proposals.py           (writes the file; half a minute)
    python bench/fit_proposals.py --judge   (each folder by a model fitted without it; writes nothing)

A conditional random field (CRFsuite, L1 and L2 penalties) over the sentences of the articles as
they are labelled, of those in `proposals.tsv`, and of the cases by which the grammar was written
(`tests/kinds/proposals.yml`). `tests/gold/report` and `tests/gold/later` take no part. Judged is
the extent alone, whoever proposes.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

import pycrfsuite
import yaml

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
from wenzhai.recognise.proposals.learnt import BEGINS, GOES_ON, NONE, see
from wenzhai.recognise.proposals.lexicon import load_proposals
from wenzhai.recognise.proposals.setting import curled, sentences, setting_of
from wenzhai.recognise.proposals.traits import Seen, read_traits
from wenzhai.score.gold import GoldPage
from wenzhai.score.load import load_gold
from wenzhai.score.oracle import layout_of
from wenzhai.score.text import ink, source_of
from wenzhai.score.told import SAME_EXTENT

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "wenzhai" / "data" / "proposals.crf"
ALONE = Path(__file__).with_name("proposals.tsv")
FOLDERS = ("tune", "opened", "more", "seeds", "provinces")
OTHERS = ("gazette", "everyday", "tangled", "woven")
"""Folders of which `proposals.tsv` labels some articles."""
PENALTIES = {"c1": 0.3, "c2": 2.0, "feature.minfreq": 3, "feature.possible_transitions": True}
ROUNDS = 150
CASES = ROOT / "tests" / "kinds" / "proposals.yml"
TIMES = 3  # each case stands for a wording, and counts so often

Places = frozenset[int]
Labels = dict[tuple[str, int], list[list[Span]]]


class Example(NamedTuple):
    traits: list[list[str]]
    labels: list[str]
    printed: list[Places]
    """The printed places of each sentence."""
    told: list[Places]
    """... and of each labelled proposal."""
    found: list[Places]
    """... and of each that the grammar finds."""


@cache
def alone() -> Labels:
    """Of articles whose proposals alone are labelled, by page and number: the spans of each."""
    found: Labels = {}
    for line in ALONE.read_text(encoding="utf-8").split("\n"):
        if not line or line.startswith("#"):
            continue
        page, number, _, spans = line.split("\t")
        every = found.setdefault((page, int(number)), [])
        if spans != "-":
            every.append([Span(*map(int, span.split("-"))) for span in spans.split()])
    return found


@cache
def examples(folder: str) -> list[Example]:
    return [one for gold in load_gold(ROOT / "tests" / "gold" / folder) for one in _of_page(gold)]


def _of_page(gold: GoldPage) -> Iterator[Example]:
    layout = layout_of(gold)
    scene = Scene(layout, gold.page, None, find_names(layout, gold.page, None))
    links = scene.having(KIND["organisation"].links(scene)).links
    text = gold.page.text
    for number, (label, article) in enumerate(zip(gold.articles, layout.articles, strict=True)):
        own = alone().get((gold.page.name.removesuffix(".txt"), number))
        if own is not None:
            told = [ink(text, spans) for spans in own]
        elif label.told is not None and (label.told.topics or label.told.proposals):
            told = [ink(text, one.spans) for one in label.told.proposals]
        else:
            continue
        made = _example(article, links[number], text, told)
        if made.traits:
            yield made


@cache
def cases() -> list[Example]:
    """The cases of the grammar: texts, and for each proposal who, its first and its last words."""
    found: list[Example] = []
    for case in yaml.safe_load(CASES.read_text(encoding="utf-8")):
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
        for _, first, last, *_ in case["has"]:
            low = next(k for k, (_, words) in enumerate(every) if words.startswith(first))
            high = next(
                k for k, (_, words) in enumerate(every) if k >= low and words.endswith(last)
            )
            told.append(ink(page.text, [span for span, _ in every[low : high + 1]]))
        found.append(_example(article, scene.links[0], page.text, told))
    return found


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


def _example(article: Article, links: Sequence[Link], text: str, told: Sequence[Places]) -> Example:
    setting = setting_of(article, links, load_proposals())
    rows = see([one for one in by_grammar(setting) if one.place.field == "body"], setting)
    passages = dict(article.passages())
    printed = [
        ink(text, (Span(i, i + 1) for i in source_of(passages[row.place], *row.sentence)))
        for row in rows
    ]
    labels = [NONE] * len(rows)
    for places in told:
        at = [k for k, own in enumerate(printed) if own and 2 * len(own & places) >= len(own)]
        for k in at:
            labels[k] = BEGINS if k == at[0] else GOES_ON
    return Example(
        read_traits(rows, setting),
        labels,
        printed,
        list(told),
        list(_runs(printed, [_grammar_tag(rows, k) for k in range(len(rows))])),
    )


def _grammar_tag(rows: Sequence[Seen], k: int) -> str:
    if not rows[k].found:
        return NONE
    return GOES_ON if k and rows[k - 1].found == rows[k].found else BEGINS


def _runs(printed: Sequence[Places], tags: Iterable[str]) -> Iterator[Places]:
    run: Places = frozenset()
    for own, tag in zip(printed, tags, strict=True):
        if run and tag != GOES_ON:
            yield run
            run = frozenset()
        if tag != NONE:
            run |= own
    if run:
        yield run


def fit(data: Iterable[Example], target: str) -> None:
    trainer = pycrfsuite.Trainer(verbose=False)
    for example in data:
        trainer.append(example.traits, example.labels)
    trainer.set_params({**PENALTIES, "max_iterations": ROUNDS})
    trainer.train(target)


def _training(left_out: str = "") -> Iterator[Example]:
    yield from TIMES * cases()
    for folder in (*FOLDERS, *OTHERS):
        if folder != left_out:
            yield from examples(folder)


def judge() -> None:
    for left_out in (*FOLDERS, *OTHERS):
        with tempfile.NamedTemporaryFile(suffix=".crf") as file:
            fit(_training(left_out), file.name)
            tagger = pycrfsuite.Tagger()
            tagger.open(file.name)
            data = examples(left_out)
            found = [list(_runs(e.printed, tagger.tag(e.traits))) for e in data]
        for name, runs in (("grammar", [e.found for e in data]), ("learnt", found)):
            print(left_out, name, _shares(data, runs))


def _shares(data: Sequence[Example], found: Sequence[Sequence[Places]]) -> str:
    right = sum(
        any(len(run & told) >= SAME_EXTENT * len(run | told) for run in runs)
        for example, runs in zip(data, found, strict=True)
        for told in example.told
    )
    had, made = sum(len(e.told) for e in data), sum(map(len, found))
    f1 = 2 * right / max(1, had + made)
    return f"right {right} of {made} found and {had} labelled, f1 {f1:.3f}"


if __name__ == "__main__":
    if "--judge" in sys.argv:
        judge()
    else:
        fit(_training(), str(TARGET))
