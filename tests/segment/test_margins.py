"""By how many points what was decided of a gap is better than the other decision."""

from __future__ import annotations

from collections.abc import Iterator
from unittest import mock

import pytest
from segment.made import NEWS, TORN, unit

from wenzhai.model import Page
from wenzhai.segment import read_blocks, ways
from wenzhai.segment.breaks import read_marks, score_breaks
from wenzhai.segment.bundles import Bundles
from wenzhai.segment.certainty import Measured, confidence
from wenzhai.segment.clusters import page_likeness
from wenzhai.segment.cuts import find_cuts
from wenzhai.segment.drafts import Drafts, draft_articles
from wenzhai.segment.finish import finish_layout
from wenzhai.segment.grouping import Facts, Grouping, read_facts
from wenzhai.segment.joins import read_page
from wenzhai.segment.margins import REACH, plain_margins, woven_margins
from wenzhai.segment.named import Named
from wenzhai.segment.sheets import make_sheet
from wenzhai.segment.units import Units
from wenzhai.segment.worth import woven_weights
from wenzhai.segment.woven import LONGEST

CHAIR, MAYOR = Named("person", "粟玉梅"), Named("person", "马青禾")
OTHER = """青石县的桥修好了
本报讯（记者 田老根）9月1日，青石县柳河上的石桥通车。从此，对岸三个村的孩子上学不用再坐船。
桥长八十米，造了两年。"""


def bundles_of(named: list[frozenset[Named]], labels: list[int]) -> Bundles:
    """Paragraphs that are worth as much as the same persons are named in them again."""
    rows = [unit(number) for number in range(len(named))]
    none: list[dict[int, float]] = [{}] * len(rows)
    page = Units(rows, none, none, none, named, 0.0, True, 0.1, 0.1, 1.0)
    weights = {kind: dict.fromkeys(table, 0.0) for kind, table in woven_weights().items()}
    weights["groups"]["persons"] = 1.0
    return Bundles(page, labels, weights)


def test_a_gap_is_as_sure_as_the_other_decision_is_worse() -> None:
    one, two = frozenset({CHAIR}), frozenset({MAYOR})
    grouping = bundles_of([one, one, two, two], [0, 0, 2, 2])
    # Parted, the first two lose what they share; in one, the two groups would lose nothing.
    assert dict(woven_margins(grouping)) == {1: -1.0, 2: 0.0, 3: -1.0}


def test_what_was_decided_wrongly_is_seen() -> None:
    one = frozenset({CHAIR})
    grouping = bundles_of([one, one, frozenset()], [0, 1, 1])
    assert dict(woven_margins(grouping)) == {1: -1.0, 2: 1.0}


def drafts_of(text: str) -> Drafts:
    sheet = make_sheet(reading := read_page(text), read_blocks(reading).blocks)
    return draft_articles(sheet, find_cuts(sheet))


def worth(facts: Facts, labels: list[int]) -> float:
    """All points of a page, counted from nothing."""
    grouping = Grouping(facts, labels)
    before = [grouping.before(label, k) for k, label in enumerate(labels)]
    return sum(group.points for group in grouping.groups.values()) + sum(
        grouping.gap(k, last) for k, last in enumerate(before) if k
    )


def others(labels: list[int], k: int) -> Iterator[list[int]]:
    """All pages that are one step off in how they go on above a paragraph; labels run on in one go."""
    above, below = labels[k - 1], labels[k]
    low, high = k, k
    while low > max(0, k - REACH) and labels[low - 1] == above:
        low -= 1
    while high + 1 < min(len(labels), k + REACH) and labels[high + 1] == below:
        high += 1
    if above != below:
        yield [above if label == below else label for label in labels]
        runs = {(k, k): [above], (k, high): [above], (k - 1, k - 1): [below], (low, k - 1): [below]}
    else:
        beside = {labels[low - 1] if low else below, labels[min(high + 1, len(labels) - 1)]}
        to = [max(labels) + 1, *beside - {below}]
        runs = {(k, k): to, (k, high): to, (k - 1, k - 1): to, (low, k - 1): to}
    for (first, last), parties in runs.items():
        for party in parties:
            yield [party if first <= at <= last else label for at, label in enumerate(labels)]


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        (f"{NEWS}\n{OTHER}", (2, 2)),
        (f"{OTHER}\n" + "从此，对岸三个村的孩子上学不用再坐船。\n" * 3 * REACH, (2, 3 * REACH)),
    ],
    ids=["short", "long"],
)
def test_a_plain_gap_is_worth_what_the_page_would_lose(text: str, sizes: tuple[int, ...]) -> None:
    sheet = make_sheet(reading := read_page(text), read_blocks(reading).blocks)
    blocks = [b for b, block in enumerate(sheet.blocks) if block.kind == "text"]
    cuts = find_cuts(sheet)
    like = page_likeness(sheet, cuts)
    facts = read_facts(sheet, blocks, score_breaks(read_marks(sheet, cuts, like)), like)
    labels = [label for label, size in enumerate(sizes) for _ in range(size)]
    margins = plain_margins(Grouping(facts, labels))
    for k, margin in enumerate(margins, start=1):
        kept = worth(facts, labels) - max(worth(facts, other) for other in others(labels, k))
        assert margin == pytest.approx(kept if k == sizes[0] else -kept), k
    assert margins[sizes[0] - 1] > 0


@pytest.mark.parametrize("text", [f"{NEWS}\n{OTHER}", TORN])
def test_every_gap_is_measured(text: str) -> None:
    drafts = drafts_of(text)
    assert len(drafts.gaps) == sum(len(draft.stretch.texts) for draft in drafts.articles) - 1
    for measured in drafts.gaps.values():
        assert measured.way == ("woven" if drafts.page and drafts.page.is_woven else "plain")
        assert measured.measures["margin"] >= 0  # the search found nothing better one step off
        assert 0 < confidence(measured) < 1


def test_a_larger_margin_is_surer() -> None:
    (gap, *_) = drafts_of(f"{NEWS}\n{OTHER}").gaps.values()
    sure = [
        confidence(Measured(gap.way, gap.subject, {**gap.measures, "margin": m, "margin-low": 1.0}))
        for m in (1.0, 2.0, 4.0)
    ]
    assert sure == sorted(sure)
    assert sure[0] < sure[-1]


def test_furniture_is_as_sure_as_its_line_is_no_part_of_an_article() -> None:
    page = Page("a.txt", "a", f"◇◇◇\n{NEWS}", "utf-8", "0" * 64)
    reading = read_page(page.text)
    boxed = read_blocks(reading)
    sheet = make_sheet(reading, boxed.blocks)
    cuts = find_cuts(sheet)
    layout = finish_layout(page, sheet, draft_articles(sheet, cuts), cuts, boxed.decisions)
    marks, edition = (d for d in layout.decisions if d.subject == "furniture")
    assert marks.confidence == 0.9
    (block,) = (b for b in sheet.blocks if b.text.startswith("本版编辑"))
    assert block.tag is not None
    assert edition.confidence == round(min(0.99, block.tag.apart), 3)


def test_a_file_longer_than_any_page_is_measured_whole() -> None:
    story = "\n".join(
        f"本报讯（记者 田老根）9月{n}日，青石县第{n}座桥通车，第{n}条路修好。\n第{n}村的人{'说' * n}好，"
        for n in range(1, 120)
    )
    with mock.patch.object(ways, "is_woven", return_value=True):
        drafts = drafts_of(story)
    assert drafts.page is not None
    assert drafts.page.is_woven
    assert len(drafts.page.rows) > LONGEST
    assert all(0 < confidence(measured) < 1 for measured in drafts.gaps.values())
