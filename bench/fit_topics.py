"""Labelled pages -> `wenzhai/data/topic_words.txt`, `topic_meanings.txt`, `topic_weights.yml`: what tells of
a topic.

    python bench/fit_topics.py             (writes the files; three minutes)
    python bench/fit_topics.py --judge     (each eighth of the pages by a fit without it; ten minutes)

Needs numpy and scipy, which the project itself does not. Three logistic fits: what each word says of
each topic; what the numbers of a text say of it (`segment.meaning`); and, over the topics in question,
how much these and the words of the thesaurus count. The third sees what the others say of pages that
were left out of them. Fitted on `FOLDERS` of
tests/gold, the five seeds and the pages of `topics.tsv` among them; `tests/gold/report` and
`tests/gold/later` take no part.
"""

from __future__ import annotations

import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import yaml
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from wenzhai.kinds import find_links
from wenzhai.score.load import load_gold
from wenzhai.score.oracle import layout_of
from wenzhai.topics.features import (
    Features,
    Text,
    Weights,
    features_of,
    meant_of,
    probability,
    text_of,
    words_of_topics,
)
from wenzhai.topics.learnt import POWER, Learnt, says, write_learnt
from wenzhai.topics.meaning import Telling, write_tellings
from wenzhai.topics.thesaurus import load_topics

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "wenzhai" / "data"
FOLDERS = (
    "tune", "seeds", "opened", "more", "provinces", "layout", "everyday", "gazette", "woven", "tangled",
)  # fmt: skip
ALONE = Path(__file__).with_name("topics.tsv")
FOLDS = 8
SEED = 3  # of the order of the pages; any will do
WORD_MIN = 3  # articles that must have a word
COUNTED = 4.0  # logarithms of the share of articles with a word are divided by it
SHRINK_WORDS, SHRINK_MEANING, SHRINK = 1 / 3, 0.3, 1.0  # of the squares of weights
KEPT = 12_000  # weights of words, the strongest; half as many cost half a point of F1
STEPS = 10  # to the unit of a weight of a word
THRESHOLD = 0.32  # 0.3 to 0.35 are level when judged; below, precision sinks
TOPICS_MIN = 2
HEADER = """\
# What words of an article say of its topics: log-odds in tenths, for and against, by topic, whose own
# stands beside its name. Written by bench/fit_topics.py, read by wenzhai/topics/learnt.py.
"""
MEANINGS = """\
# What the numbers of an article (segment/meaning.txt), whole and by its heads, say of its topics: the
# topic, its own log-odds, the size of a step, weights in steps. Written by bench/fit_topics.py, read by
# wenzhai/topics/meaning.py.
"""


class Row(NamedTuple):
    """A labelled article."""

    text: Text
    told: frozenset[str]


Page = list[Row]


def pages_of(folder: str) -> Iterator[Page]:
    """The articles of each page whose topics are labelled."""
    alone = topics_alone()
    for gold in load_gold(ROOT / "tests" / "gold" / folder):
        rows: Page = []
        layout = layout_of(gold)
        links = find_links(layout, gold.page, None)
        articles = zip(gold.articles, layout.articles, links, strict=True)
        for number, (label, article, of_article) in enumerate(articles):
            key = (gold.page.name.removesuffix(".txt"), number)
            told = frozenset(label.told.topics) if label.told else frozenset[str]()
            told = told or alone.get(key, told)
            if told:
                rows.append(Row(text_of(article, of_article), told))
        if rows:
            yield rows


def topics_alone() -> dict[tuple[str, int], frozenset[str]]:
    """Of articles of which nothing else is labelled, by page and number."""
    lines = ALONE.read_text(encoding="utf-8").split("\n")
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {(page, int(number)): frozenset(told.split("、")) for page, number, told in rows}


def fit_words(rows: Sequence[Row]) -> Learnt:
    """What each word says of each topic."""
    names = list(load_topics().topics)
    counts = Counter(word for row in rows for word in row.text.words)
    usual = sorted(word for word, times in counts.items() if times >= WORD_MIN)
    number = {word: k for k, word in enumerate(usual)}
    rare = np.array([math.log(len(rows) / counts[word]) / COUNTED for word in usual])
    cells = [
        (i, number[word], times * rare[number[word]] / len(row.text.words) ** POWER)
        for i, row in enumerate(rows)
        for word, times in row.text.words.items()
        if word in number
    ]
    at, of, value = zip(*cells, strict=True)
    shape = (len(rows), len(usual))
    seen = csr_matrix((np.array(value), (np.array(at), np.array(of))), shape=shape)
    label = np.array([[name in row.told for name in names] for row in rows], dtype=float)
    weights, always = _logistic(seen, label, SHRINK_WORDS)
    told = weights * rare[:, None]
    least = np.sort(np.abs(told).ravel())[-min(KEPT, told.size)]
    uses: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    for k, j in np.argwhere(np.abs(told) >= least):
        weight = round(float(told[k, j]) * STEPS) / STEPS
        if weight:
            uses[usual[k]].append((names[j], weight))
    rounded = [round(float(one), 1) for one in always]
    return Learnt(
        {word: tuple(found) for word, found in uses.items()},
        dict(zip(names, rounded, strict=True)),
    )


def fit_meanings(rows: Sequence[Row]) -> dict[str, Telling]:
    """What the numbers of a text say of each topic."""
    names = list(load_topics().topics)
    seen = np.array([row.text.numbers() for row in rows])
    label = np.array([[name in row.told for name in names] for row in rows], dtype=float)
    weights, always = _logistic(seen, label, SHRINK_MEANING)
    return {
        name: Telling(float(always[k]), tuple(map(float, weights[:, k])))
        for k, name in enumerate(names)
    }


def _logistic(
    seen: csr_matrix | np.ndarray, label: np.ndarray, shrink: float
) -> tuple[np.ndarray, np.ndarray]:
    """A logistic fit for every column of `label` (rows x columns): weights (signs x columns), and
    what stands alone."""
    size, columns = seen.shape[1], label.shape[1]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(size + 1, columns)
        points = seen @ weights[:-1] + weights[-1]
        miss = 1 / (1 + np.exp(-points)) - label
        value = np.logaddexp(0, points).sum() - (points * label).sum()
        slope = np.vstack([seen.T @ miss + shrink * weights[:-1], miss.sum(axis=0)])
        return value + shrink * (weights[:-1] ** 2).sum() / 2, slope.ravel()

    start = np.zeros((size + 1) * columns)
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300})
    found = best.x.reshape(size + 1, columns)
    return found[:-1], found[-1]


def without_own(pages: Sequence[Page]) -> Iterator[tuple[dict[str, Features], frozenset[str]]]:
    """The features of each article by words that were fitted without its page."""
    thesaurus = load_topics()
    unweighted = Weights({}, {}, 0.0)
    for fold in range(FOLDS):
        rest = (page for number, page in enumerate(pages) if number % FOLDS != fold)
        others = [row for page in rest for row in page]
        learnt, tellings = fit_words(others), fit_meanings(others)
        for page in pages[fold::FOLDS]:
            for text, told in page:
                said = says(text.words, learnt)
                found = words_of_topics(text, thesaurus, said)
                meant = meant_of(text, found, thesaurus, tellings)
                yield features_of(found, text, thesaurus, unweighted, said, meant), told


def fit(pages: Sequence[Page]) -> Weights:
    """How much each feature says."""
    priors = priors_of(row.told for page in pages for row in page)
    examples = [
        ({**features, "prior": priors[topic]}, topic in told)
        for found, told in without_own(pages)
        for topic, features in found.items()
    ]
    names = list(examples[0][0])
    seen = np.array([[features[name] for name in names] for features, _ in examples])
    label = np.array([[float(is_told)] for _, is_told in examples])
    weights, always = _logistic(seen, label, SHRINK)
    fitted = dict(zip(names, map(float, weights[:, 0]), strict=True))
    return Weights({**fitted, "bias": float(always[0])}, priors, THRESHOLD)


def priors_of(every: Iterable[frozenset[str]]) -> dict[str, float]:
    given = Counter(topic for told in every for topic in told)
    topics = load_topics().topics
    average = given.total() / len(topics)
    return {name: math.log((given[name] + 1) / (average + 1)) for name in topics}


def given(
    text: Text, learnt: Learnt, tellings: Mapping[str, Telling], weights: Weights
) -> set[str]:
    """As the program gives them; what fills up to the minimum by broader topics is left out."""
    thesaurus = load_topics()
    said = says(text.words, learnt)
    found = words_of_topics(text, thesaurus, said)
    meant = meant_of(text, found, thesaurus, tellings)
    features = features_of(found, text, thesaurus, weights, said, meant)
    likely = {topic: probability(own, weights) for topic, own in features.items()}
    ranked = sorted(likely, key=lambda topic: -likely[topic])
    return {t for n, t in enumerate(ranked) if n < TOPICS_MIN or likely[t] >= weights.threshold}


def judge(pages: list[Page]) -> str:
    right = found = gold = 0
    for fold in range(FOLDS):
        rest = [page for number, page in enumerate(pages) if number % FOLDS != fold]
        others = [row for page in rest for row in page]
        weights, learnt, tellings = fit(rest), fit_words(others), fit_meanings(others)
        for text, told in (row for page in pages[fold::FOLDS] for row in page):
            got = given(text, learnt, tellings, weights)
            right, found, gold = right + len(got & told), found + len(got), gold + len(told)
    shares = (right / found, right / gold, 2 * right / (found + gold))
    return "precision {:.3f} recall {:.3f} f1 {:.3f}".format(*shares)


def main(arguments: list[str]) -> None:
    pages = [page for folder in FOLDERS for page in pages_of(folder)]
    random.Random(SEED).shuffle(pages)
    if arguments == ["--judge"]:
        print(judge(pages))
        return
    rows = [row for page in pages for row in page]
    learnt, tellings = fit_words(rows), fit_meanings(rows)
    weights = fit(pages)
    told = {
        "threshold": weights.threshold,
        "features": {name: round(value, 3) for name, value in weights.features.items()},
        "priors": {name: round(value, 2) for name, value in weights.priors.items()},
    }
    text = "# Written by bench/fit_topics.py: how much each sign of a topic says.\n"
    text += yaml.safe_dump(told, allow_unicode=True, sort_keys=False)
    (DATA / "topic_weights.yml").write_text(text, encoding="utf-8", newline="\n")
    meanings = MEANINGS + write_tellings(tellings)
    (DATA / "topic_meanings.txt").write_text(meanings, encoding="utf-8", newline="\n")
    words = HEADER + write_learnt(learnt)
    (DATA / "topic_words.txt").write_text(words, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
