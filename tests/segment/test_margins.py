"""By how many points what was decided of a gap is better than the other decision."""

from __future__ import annotations

import pytest
from segment.made import NEWS, TORN, unit

from wenzhai.model import Page
from wenzhai.segment import read_blocks
from wenzhai.segment.bundles import Bundles
from wenzhai.segment.certainty import Measured, confidence
from wenzhai.segment.cuts import find_cuts
from wenzhai.segment.drafts import Drafts, draft_articles
from wenzhai.segment.finish import finish_layout
from wenzhai.segment.joins import read_page
from wenzhai.segment.margins import woven_margins
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
    drafts = drafts_of(story)
    assert drafts.page is not None
    assert drafts.page.is_woven
    assert len(drafts.page.rows) > LONGEST
    assert all(0 < confidence(measured) < 1 for measured in drafts.gaps.values())
