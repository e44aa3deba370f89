"""Labelled pages -> `wenzhai/data/topic_weights.yml`: how much each sign of a topic says.

    python bench/fit_topics.py             (writes the file; half a minute)
    python bench/fit_topics.py --judge     (each eighth of the pages by weights fitted without it)

A logistic model over the topics whose words an article has, and how often editors give a topic
at all. It is fitted on `FOLDERS` of tests/gold, the five seeds and the pages of `topics.tsv` among
them: what is measured on these says how well it fits, only `--judge` and `tests/gold/report`, which
takes no part, say how good it is.
"""

from __future__ import annotations

import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import yaml

from wenzhai.kinds import find_links
from wenzhai.score.load import load_gold
from wenzhai.score.oracle import layout_of
from wenzhai.topics.features import (
    Features,
    Weights,
    features_of,
    load_weights,
    probability,
    text_of,
    words_of_topics,
)
from wenzhai.topics.thesaurus import load_topics

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("tune", "seeds", "opened", "more")
ALONE = Path(__file__).with_name("topics.tsv")
FOLDS = 8
SEED = 3  # of the order of the pages; any will do
ROUNDS = 200
RATE = 0.3
SHRINK = 2e-3
THRESHOLD = 0.35  # 0.3 to 0.4 are level when judged; below, precision sinks
TOPICS_MIN = 2

Row = tuple[dict[str, Features], frozenset[str]]


def rows_of(folder: str) -> list[list[Row]]:
    """Each labelled article, page by page."""
    thesaurus = load_topics()
    unweighted = Weights({}, {}, 0.0)
    alone = topics_alone()
    pages: list[list[Row]] = []
    for gold in load_gold(ROOT / "tests" / "gold" / folder):
        rows: list[Row] = []
        layout = layout_of(gold)
        links = find_links(layout, gold.page, None)
        articles = zip(gold.articles, layout.articles, links, strict=True)
        for number, (label, article, of_article) in enumerate(articles):
            key = (gold.page.name.removesuffix(".txt"), number)
            told = alone.get(key) if label.told is None else frozenset(label.told.topics)
            if told:
                text = text_of(article, of_article)
                found = features_of(words_of_topics(text, thesaurus), text, thesaurus, unweighted)
                rows.append((found, told))
        if rows:
            pages.append(rows)
    return pages


def topics_alone() -> dict[tuple[str, int], frozenset[str]]:
    """Of articles of which nothing else is labelled, by page and number."""
    lines = ALONE.read_text(encoding="utf-8").split("\n")
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {(page, int(number)): frozenset(told.split("、")) for page, number, told in rows}


def fit(pages: Sequence[Sequence[Row]]) -> Weights:
    priors = priors_of(row for page in pages for row in page)
    examples = [
        ({**features, "prior": priors[topic], "bias": 1.0}, float(topic in told))
        for page in pages
        for found, told in page
        for topic, features in found.items()
    ]
    weights: dict[str, float] = dict.fromkeys(examples[0][0], 0.0)
    squares = dict.fromkeys(weights, 1e-6)
    for _ in range(ROUNDS):
        slopes = dict.fromkeys(weights, 0.0)
        for features, label in examples:
            points = sum(weights[name] * value for name, value in features.items())
            miss = 1 / (1 + math.exp(-points)) - label
            for name, value in features.items():
                slopes[name] += miss * value
        for name, weight in tuple(weights.items()):
            slope = slopes[name] / len(examples) + (name != "bias") * SHRINK * weight
            squares[name] += slope * slope
            weights[name] -= RATE * slope / math.sqrt(squares[name])
    return Weights(weights, priors, THRESHOLD)


def priors_of(rows: Iterable[Row]) -> dict[str, float]:
    given = Counter(topic for _, told in rows for topic in told)
    topics = load_topics().topics
    average = given.total() / len(topics)
    return {name: math.log((given[name] + 1) / (average + 1)) for name in topics}


def given(found: dict[str, Features], weights: Weights) -> set[str]:
    """As the program gives them; what fills up to the minimum by broader topics is left out."""
    likely = {
        topic: probability({**features, "prior": weights.priors[topic]}, weights)
        for topic, features in found.items()
    }
    ranked = sorted(likely, key=lambda topic: -likely[topic])
    enough = weights.threshold
    return {t for n, t in enumerate(ranked) if n < TOPICS_MIN or likely[t] >= enough}


def judge(pages: list[list[Row]]) -> str:
    random.Random(SEED).shuffle(pages)
    right = found = gold = 0
    for fold in range(FOLDS):
        weights = fit([page for number, page in enumerate(pages) if number % FOLDS != fold])
        for page in pages[fold::FOLDS]:
            for features, told in page:
                got = given(features, weights)
                right, found, gold = right + len(got & told), found + len(got), gold + len(told)
    shares = (right / found, right / gold, 2 * right / (found + gold))
    return "precision {:.3f} recall {:.3f} f1 {:.3f}".format(*shares)


def main(arguments: list[str]) -> None:
    pages = [page for folder in FOLDERS for page in rows_of(folder)]
    if arguments == ["--judge"]:
        print(judge(pages))
        return
    weights = fit(pages)
    told = {
        "threshold": weights.threshold,
        "features": {name: round(value, 3) for name, value in weights.features.items()},
        "priors": {name: round(value, 2) for name, value in weights.priors.items()},
    }
    text = "# Written by bench/fit_topics.py: how much each sign of a topic says.\n"
    text += yaml.safe_dump(told, allow_unicode=True, sort_keys=False)
    path = ROOT / "wenzhai" / "data" / "topic_weights.yml"
    path.write_text(text, encoding="utf-8", newline="\n")
    load_weights.cache_clear()


if __name__ == "__main__":
    main(sys.argv[1:])
