"""Pictures are well-formed, linked, labelled, within their bounds, and the same each time."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from render.fake_corpus import KAIYANG, LV, PERSONS, REGIONS, corpus, interview

from wenzhai.gazetteer import load_gazetteer
from wenzhai.render.pictures.bars import BARS_MAX, Bar, step_of, timeline
from wenzhai.render.pictures.network import NODES_MAX, Point, network
from wenzhai.render.pictures.provinces import Province, cells, province_grid
from wenzhai.render.pictures.tree import ROWS_MAX, Node, bubble_tree, cut
from wenzhai.render.ties import strongest, ties_of

HOSTILE = "<script>\"'&\u202e]]>"


def parsed(svg: str) -> ET.Element:
    root = ET.fromstring(svg)  # noqa: S314 - our own
    assert root.tag == "svg"
    title = root.find("title")
    assert title is not None
    assert root.get("aria-labelledby") == title.get("id")
    for link in root.iter("a"):
        assert link.get("href")
        assert link.get("aria-label")
    assert not [e for e in root.iter() if e.get("style")]  # a strict policy forbids them
    return root


def test_the_grid_has_each_of_the_34_provinces_once_in_a_cell_of_its_own() -> None:
    gazetteer = load_gazetteer()
    provinces = {key for key, row in gazetteer.rows.items() if not row.parent and key.isdigit()}
    assert {cell.code for cell in cells()} == {key for key in provinces if key.endswith("0000")}
    assert len(cells()) == 34
    assert len({(cell.row, cell.column) for cell in cells()}) == 34


def test_the_grid_shows_counts_and_leads_to_the_provinces() -> None:
    root = parsed(province_grid("省", {"520000": Province("贵州省，3 篇", 3, "520000.html")}))
    (link,) = root.iter("a")
    assert link.get("href") == "520000.html"
    assert [text.text for text in link.iter("text")] == ["贵", "3"]
    assert [rect.get("class") for rect in link.iter("rect")] == ["wz-t2"]
    assert len(list(root.iter("rect"))) == 34


def test_a_large_tree_keeps_the_places_with_most_articles() -> None:
    def node(number: int, parts: tuple[Node, ...] = ()) -> Node:
        return Node(f"地{number}", f"地{number}", number, f"{number}.html", parts)

    nodes = [node(1000 + i, tuple(node(100 * i + j) for j in range(20))) for i in range(10)]
    kept = cut(nodes)
    rows = sum(max(1, len(one.parts)) for one in kept)
    assert len(kept) == 10
    assert rows <= ROWS_MAX
    assert {p.articles for p in kept[9].parts} == set(range(900, 920))
    assert not kept[0].parts
    root = parsed(bubble_tree("树", kept))
    assert len(list(root.iter("circle"))) == sum(1 + len(one.parts) for one in kept)
    assert cut(nodes[:1]) == tuple(nodes[:1])


def test_a_network_shows_both_sides_and_ties_between_them() -> None:
    def point(key: str) -> Point:
        return Point(key, key, key, f"{key}.html", "wz-someone")

    left = [point(f"l{i}") for i in range(9)]
    right = [point(f"r{i}") for i in range(NODES_MAX - 10)]
    root = parsed(network("网", point("me"), left, right, {("l0", "r0"), ("l0", "l1")}))
    assert len(list(root.iter("circle"))) == NODES_MAX
    far = [path for path in root.iter("path") if "wz-far" in str(path.get("class"))]
    assert len(far) == 1  # not between two of one column


@pytest.mark.parametrize(
    ("dates", "step"),
    [
        (["2023-11-30", "2023-12"], 7),
        (["2023-11-30", "2022"], 4),
        (["2019-01-01", "2023-12-31"], 4),
        (["1949-10-01", "2023-12-31"], 3),
    ],
)
def test_a_timeline_steps_by_what_fits(dates: list[str], step: int) -> None:
    assert step_of(dates) == step


def test_bars_tell_rough_dates_apart() -> None:
    bars = {"2022": Bar(0, 2, "2022", "a.html"), "2023": Bar(3, 1, "2023", "b.html")}
    root = parsed(timeline("时间", bars, 4))
    classes = [str(rect.get("class")) for rect in root.iter("rect")]
    assert classes.count("wz-rough") == 2
    assert classes.count("wz-sure") == 1
    heights = {
        r.get("class"): float(str(r.get("height"))) for r in list(root.iter("a"))[1].iter("rect")
    }
    assert heights["wz-sure"] == pytest.approx(3 * heights["wz-rough"], abs=0.3)
    assert BARS_MAX >= 12


def test_hostile_names_stay_text_in_pictures() -> None:
    point = Point("x", HOSTILE, HOSTILE, "x.html", "wz-place")
    root = parsed(network(HOSTILE, point, [point._replace(id="y")], [point._replace(id="z")], ()))
    assert not list(root.iter("script"))
    assert "\u202e" not in "".join(root.itertext())


def test_ties_are_known_from_both_ends() -> None:
    ties = ties_of(corpus(interview()))
    assert ties[LV.id][KAIYANG.id] == ties[KAIYANG.id][LV.id]
    assert strongest(ties[LV.id], REGIONS) == [KAIYANG.id]  # 贵阳 is only where the story was filed
    assert strongest(ties[LV.id], PERSONS) == []  # 陈安国 stands in a sentence of his own
