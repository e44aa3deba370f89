"""Who and what is named twice on a page, and what that is worth in grouping."""

from __future__ import annotations

from segment.made import unit

from wenzhai.segment.bundles import NOTHING, Bundles
from wenzhai.segment.named import Named, read_named
from wenzhai.segment.units import Units
from wenzhai.segment.worth import woven_weights

CHAIR = Named("person", "粟玉梅")


def test_a_person_is_known_by_name_and_by_surname_with_title() -> None:
    texts = (
        "县政协主席粟玉梅在会上说，茶园要种好。",
        "昨日起，三条公交线改道。",
        "粟主席当场答复，路灯月底前装好。",
        "“我们都等着呢。”粟玉梅笑着说。",
    )
    rows = read_named(texts)
    assert [CHAIR in row for row in rows] == [True, False, True, True]


def test_a_surname_that_two_have_names_nobody() -> None:
    texts = (
        "县长李大年出席会议。",
        "副县长李小禾主持会议。",
        "李县长说，要抓紧。",
    )
    assert read_named(texts)[2] == frozenset()


def test_what_is_named_once_is_not_kept() -> None:
    assert read_named(["县政协主席粟玉梅出席会议。", "今年茶叶丰收。"]) == [frozenset()] * 2


def test_places_and_quoted_names_are_things() -> None:
    rows = read_named(["火德红镇办起“屋场会”。", "从火德红镇出发。", "“屋场会”开了三次。"])
    place, quoted = Named("thing", "德红镇"), Named("thing", "屋场会")
    assert rows == [{place, quoted}, {place}, {quoted}]


def test_groups_count_who_is_named_again() -> None:
    rows = [unit(number) for number in range(4)]
    named = [frozenset({CHAIR}), frozenset[Named](), frozenset({CHAIR}), frozenset({CHAIR})]
    page = Units(rows, [{}] * 4, [{}] * 4, [{}] * 4, named, 0.0, True, 0.1, 0.1, 1.0)
    weights = {kind: dict.fromkeys(table, 0.0) for kind, table in woven_weights().items()}
    weights["groups"]["persons"] = 1.0
    bundles = Bundles(page, [0, 0, 2, 2], weights)
    assert [bundles.groups[label].points for label in (0, 2)] == [0.0, 1.0]
    whole = bundles.joined(bundles.groups[0], bundles.groups[2], NOTHING)
    assert (whole.points, whole.named) == (2.0, {CHAIR: 3})
    rest = bundles.parted(whole, bundles.groups[2], NOTHING)
    assert rest is not None
    assert rest.named == {CHAIR: 1}
