"""Labelled and woven pages -> `wenzhai/data/segment/characters.txt` and `weights.yml`.

    python bench/fit_articles.py             (writes both files; some minutes)
    python bench/fit_articles.py --judge     (each hand by weights fitted without it; writes nothing)

The marks of a gap are weighed by a logistic model of three classes: the same article goes on, a
new one begins, one is taken up again. Pages of one hand (`n`, `w`, the others, the seeds) look
alike, so what is fitted is judged on the hand that was left out. `tests/gold/report` takes no part.

Where articles stand one after the other display type says more: the weights of such pages are
fitted on them alone (`plain_examples`), without `bench/pages`: with these,
too, fewer articles of pages left out are found (0.728 to 0.723 and 0.735 to 0.731 of two halves).
"""

from __future__ import annotations

import math
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from unittest import mock

import weave as weave_module
import yaml
from apart import without
from folders import LABELLED_APART, labelled
from weave import Source, sources, weave

from wenzhai.score.gold import GoldLevel, GoldPage
from wenzhai.score.segmentation import score_layout
from wenzhai.segment import breaks as breaks_module
from wenzhai.segment import clusters as clusters_module
from wenzhai.segment import likeness as likeness_module
from wenzhai.segment import read_blocks, segment
from wenzhai.segment.cuts import find_cuts
from wenzhai.segment.joins import read_page
from wenzhai.segment.sheets import make_sheet
from wenzhai.segment.ways import group_page

DATA = Path(__file__).resolve().parents[1] / "wenzhai" / "data" / "segment"
OWN = ("tune", "seeds")
HANDS = {"n": r"-n\d\d-", "w": r"-w\d\d-", "o": r"^(?:easy|medium|hard)-(?![nw]\d\d-)", "s": r"^\d"}
OTHERS = {"n": r"^(?!.*-n\d\d-)", "w": r"^(?!.*-w\d\d-)", "o": r"-[nw]\d\d-|^\d", "s": r"^\D"}
POOL_MIN = 30  # articles of one hand from which pages are woven
WOVEN = 60  # pages of each level and hand to fit on
JUDGED = 40  # ... and others to judge by
REAL_WEIGHT = 3.0  # a gap of a page that somebody wrote counts as so many woven ones
ROUNDS = 12
RATE = 0.3
SHRINK = 1e-3
CLASSES = ("new", "resumed")
# Tried by hand on pages of hands left out: between half and twice each, little changes.
GROUPS = {"content": 0.4, "width": 0.75, "single": -0.7}
TAKEN_UP = {"distance": -0.2, "unfinished": 0.5, "speaker": 0.5, "number": 1.5}
# Points; both kinds of break, seen apart, come out too often.
SHIFT = {"new": -0.4, "resumed": -0.7}
# Crossheads of one family hardly stand on the pages fitted on; without this the weight is too small
# for an article of twenty paragraphs. Set by hand: 0 to 2 leaves such an article in pieces. The pages
# hold no poems.
BY_HAND = {"crosshead-family": 3.5, "verse": 3.0}
HAN = re.compile(r"[\u3400-\u9fff]")

# Of pages whose articles stand one after the other.
PLAIN_WOVEN = 60  # pages put together anew, of each hand
PLAIN_WEIGHT = 0.5  # of a gap on one of these
PLAIN_HEADS = (88, 8, 2, 2)  # per cent of headlines above, below, far, torn
PLAIN_SHIFT = {"new": 1.4, "resumed": -1.0}  # judged on folders that the tags had not seen
# What hardly stands on the pages fitted on, or stands in odd places on pages made at random.
PLAIN_BY_HAND = {
    **BY_HAND,
    "jump-line": 2.0,
    "labelled-head": 2.0,
    "list-begins": -1.5,
    "column-label": 3.0,
}

Example = tuple[Mapping[str, float], str, float]


def pages_of(hand: str) -> list[GoldPage]:
    pages = [page for folder in OWN for page in labelled(folder)]
    return [page for page in pages if re.search(HANDS[hand], page.page.name)]


def woven(hand: str, numbers: Iterable[int]) -> list[GoldPage]:
    levels: tuple[GoldLevel, ...] = ("medium", "hard")
    pool = sources(leave=OTHERS[hand])
    if len(pool) < POOL_MIN:
        return []
    return [weave(number, level, pool) for number in numbers for level in levels]


def count_characters(pages: Iterable[GoldPage]) -> Counter[str]:
    return Counter(c for page in pages for c in page.page.text if HAN.match(c))


def shares(counts: Counter[str]) -> tuple[dict[str, float], float]:
    total = sum(counts.values())
    return {c: (count + 0.5) / total for c, count in counts.items()}, 0.5 / total


def examples(gold: GoldPage, weight: float) -> list[Example]:
    """The marks of each gap with what it is."""
    reading = read_page(gold.page.text)
    boxed = read_blocks(reading)
    sheet = make_sheet(reading, boxed.blocks)
    cuts = find_cuts(sheet)
    if not cuts:
        return []
    owner = {
        i: a for a, article in enumerate(gold.articles) for s in article.spans() for i in range(*s)
    }
    labels = []
    for block in sheet.blocks:
        lines = [reading.lines[i] for i in block.lines]
        seen = Counter(owner.get(i, -1) for line in lines for i in range(line.start, line.end))
        labels.append(max(seen, key=lambda a: (seen[a], -a)))
    like = clusters_module.page_likeness(sheet, cuts)
    met = {labels[cuts[0].gap.above]}
    found: list[Example] = []
    for cut, marks in zip(cuts, breaks_module.read_marks(sheet, cuts, like), strict=True):
        above, below = labels[cut.gap.above], labels[cut.gap.below]
        kind = "same" if above == below else "resumed" if below in met else "new"
        met.add(below)
        found.append((marks, kind, weight))
    return found


def is_plain(gold: GoldPage) -> bool:
    reading = read_page(gold.page.text)
    sheet = make_sheet(reading, read_blocks(reading).blocks)
    return not group_page(sheet, find_cuts(sheet)).page.is_woven


def plain_examples(hands: Sequence[str]) -> list[Example]:
    """Gaps of plain pages, those of other folders too, and of pages put together anew."""
    rows: list[Example] = []
    for folders in LABELLED_APART:
        pages = [page for folder in folders for page in labelled(folder)]
        if folders == OWN:
            pages = [page for hand in hands for page in pages_of(hand)]
        with without(*folders):
            rows += [r for page in pages if is_plain(page) for r in examples(page, REAL_WEIGHT)]
    with (
        mock.patch.dict(weave_module.INTERLEAVED, {"easy": 0.0}),
        mock.patch.dict(weave_module.HEAD_PLACES, {"easy": PLAIN_HEADS}),
    ):
        pools: list[tuple[tuple[str, ...], list[Source]]]
        pools = [(OWN, sources(OWN, OTHERS[hand])) for hand in hands]
        for folders, pool in (*pools, (("opened",), sources(("opened",)))):
            with without(*folders):
                for number in range(5000, 5000 + PLAIN_WOVEN) if len(pool) >= POOL_MIN else ():
                    rows += examples(weave(number, "easy", pool), PLAIN_WEIGHT)
    return rows


def fit(
    rows: list[Example],
    shift: Mapping[str, float] = SHIFT,
    by_hand: Mapping[str, float] = BY_HAND,
) -> dict[str, dict[str, float]]:
    """Multinomial logistic regression by steps that shrink as a weight has been moved (AdaGrad)."""
    weights: dict[str, dict[str, float]] = {kind: defaultdict(float) for kind in CLASSES}
    moved: dict[str, dict[str, float]] = {kind: defaultdict(float) for kind in CLASSES}
    order = random.Random("fit")
    for _ in range(ROUNDS):
        order.shuffle(rows)
        for marks, kind, weight in rows:
            given = {**marks, "always": 1.0}
            raw = {c: sum(weights[c][m] * x for m, x in given.items()) for c in CLASSES}
            top = max(0.0, *raw.values())
            total = math.exp(-top) + sum(math.exp(x - top) for x in raw.values())
            for c in CLASSES:
                error = weight * ((kind == c) - math.exp(raw[c] - top) / total)
                for m, x in given.items():
                    step = error * x - SHRINK * weights[c][m]
                    moved[c][m] += step * step
                    weights[c][m] += RATE * step / math.sqrt(1e-6 + moved[c][m])
    for c in CLASSES:
        weights[c]["always"] += shift[c]
        for name, more in by_hand.items():
            weights[c][name] += more
    return {c: {m: round(x, 3) for m, x in sorted(weights[c].items())} for c in CLASSES}


def fit_hands(hands: Sequence[str]) -> tuple[Counter[str], dict[str, dict[str, float]]]:
    real = [page for hand in hands for page in pages_of(hand)]
    counts = count_characters(real)
    with mock.patch.object(likeness_module, "character_shares", return_value=shares(counts)):
        with without(*OWN):
            rows = [row for page in real for row in examples(page, REAL_WEIGHT)]
            rows += [
                row
                for hand in hands
                for page in woven(hand, range(1000, 1000 + WOVEN))
                for row in examples(page, 1.0)
            ]
        plain = fit(plain_examples(hands), PLAIN_SHIFT, PLAIN_BY_HAND)
    table = fit(rows)
    table |= {f"plain-{kind}": plain[kind] for kind in CLASSES}
    return counts, {**table, "groups": GROUPS, "taken-up": TAKEN_UP}


def judge() -> None:
    total: dict[str, list[int]] = {}
    for hand in HANDS:
        counts, table = fit_hands([other for other in HANDS if other != hand])
        with (
            mock.patch.object(likeness_module, "character_shares", lambda c=counts: shares(c)),
            mock.patch.object(breaks_module, "weights", lambda t=table: t),
            mock.patch("wenzhai.segment.grouping.weights", lambda t=table: t),
        ):
            groups = (("written", pages_of(hand)), ("woven", woven(hand, range(JUDGED))))
            for name, pages in groups:
                for page in pages:
                    found = score_layout(page, segment(page.page))
                    for key in (f"{name} {page.level} {hand}", f"{name} {page.level}"):
                        held = total.setdefault(key, [0, 0, 0, 0])
                        held[0] += len(found.matches)
                        held[1] += found.articles_at(0.8)
                        held[2] += found.headlines
                        held[3] += found.found_articles
    for key in sorted(total):
        count, right, headlines, articles = total[key]
        print(f"{key:20} {count:5} {right / count:.3f} {headlines / count:.3f} found {articles}")


def write() -> None:
    counts, table = fit_hands(list(HANDS))
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    head = "# How often each character stands in the labelled pages; see bench/fit_articles.py\n"
    text = head + "".join(f"{c}{count}\n" for c, count in ordered)
    (DATA / "characters.txt").write_text(text, encoding="utf-8")
    head = "# Fitted by bench/fit_articles.py: points (log-odds) against the same article's going on.\n"
    text = head + yaml.safe_dump(table, allow_unicode=True, sort_keys=False)
    (DATA / "weights.yml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if "--judge" in sys.argv:
        judge()
    else:
        write()
