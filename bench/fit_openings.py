"""Articles that the project learns from -> `wenzhai/data/segment/opens.tsv` and `ends.tsv`.

    python bench/fit_openings.py             (writes both files; some seconds)
    python bench/fit_openings.py --judge     (some hands by weights fitted without them)

Needs scikit-learn, which the project itself does not. The first paragraph of an article is told from its
others by words alone, and so is the last one. Sources are those of `fit_phrases`.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from fit_phrases import JUDGED, SOURCES
from fit_seams import area
from folders import labelled
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from written import HANDS, written_pages

from wenzhai.segment.openings import Openings, load_openings, opening_signs
from wenzhai.weights import write_weights

DATA = Path(__file__).resolve().parents[1] / "wenzhai" / "data" / "segment"
KINDS = frozenset(["paragraph", "lead", "answer", "question"])
SHORTEST = 12  # code points of a paragraph that is learnt from
LEAST = 6  # paragraphs that must show a sign
SHARPNESS = 0.1  # the smaller, the more are weights held near nothing
FAINT = 0.02  # a weight that says nothing
BREAKS = frozenset("\t\n\r")


class Row(NamedTuple):
    signs: Mapping[str, float]
    opens: bool
    ends: bool


@cache
def rows(source: str) -> list[Row]:
    """The paragraphs of all articles that have more than one."""
    found = []
    for gold in written_pages(source) if source in HANDS else labelled(source):
        for article in gold.articles:
            texts = [
                re.sub(r"\s*\n\s*", "", "".join(gold.page.text[s.start : s.end] for s in one.spans))
                for one in article.body
                if one.kind in KINDS
            ]
            texts = [text for text in map(str.strip, texts) if len(text) >= SHORTEST]
            if len(texts) > 1:
                last = len(texts) - 1
                found += [Row(opening_signs(t), k == 0, k == last) for k, t in enumerate(texts)]
    return found


@cache
def fitted(left: tuple[str, ...] = ()) -> Openings:
    """By all sources but some."""
    some = [row for source in SOURCES if source not in left for row in rows(source)]
    times = Counter(sign for row in some for sign in row.signs)
    told = {sign for sign, n in times.items() if n >= LEAST and not BREAKS.intersection(sign)}
    names = DictVectorizer()
    seen = names.fit_transform([{s: x for s, x in row.signs.items() if s in told} for row in some])
    tables = []
    for labels in ([row.opens for row in some], [row.ends for row in some]):
        model = LogisticRegression(C=SHARPNESS, max_iter=1000).fit(seen, labels)
        weights = zip(names.get_feature_names_out(), model.coef_[0], strict=True)
        kept = {name: round(float(w), 3) for name, w in weights if abs(w) >= FAINT}
        tables.append({"always": round(float(model.intercept_[0]), 3)} | kept)
    return Openings(*tables)


@cache
def apart(left: tuple[str, ...]) -> Openings:
    return fitted(left) if left else load_openings()


def judge() -> None:
    for left in JUDGED:
        some = [row for source in left for row in rows(source)]
        tables = fitted(left)
        areas = [
            area(
                [(sum(w.get(s, 0.0) * x for s, x in signs.items()), is_one) for signs, is_one in of]
            )
            for w, of in (
                (tables.opens, [(row.signs, row.opens) for row in some]),
                (tables.ends, [(row.signs, row.ends) for row in some]),
            )
        ]
        print(f"{' '.join(left):16} {len(some):6}", *(f"{x:.3f}" for x in areas), flush=True)


def write() -> None:
    for name, weights in zip(("opens", "ends"), fitted(), strict=True):
        text = "# Log-odds; fitted by bench/fit_openings.py.\n" + write_weights(weights)
        (DATA / f"{name}.tsv").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    if "--judge" in sys.argv:
        judge()
    else:
        write()
