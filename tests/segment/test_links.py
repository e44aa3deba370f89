"""Ends of lines and the beginnings that carry them on."""

from __future__ import annotations

import math
from dataclasses import replace

from segment.made import TORN, unit

from wenzhai.segment import read_blocks
from wenzhai.segment.bundles import Bundles
from wenzhai.segment.carried import CARRIED_MAX, carried_on
from wenzhai.segment.joins import read_page
from wenzhai.segment.links import links_of
from wenzhai.segment.rivals import NONE, Others
from wenzhai.segment.roles import read_roles
from wenzhai.segment.sheets import make_sheet
from wenzhai.segment.tears import mend
from wenzhai.segment.units import Units
from wenzhai.segment.worth import woven_weights


def test_the_rest_of_a_word_is_the_likeliest_to_carry_it_on() -> None:
    page = read_page(TORN)
    odds = links_of(page, read_roles(page)).read()
    assert max((z, b) for (a, b), z in odds.items() if a == 3)[1] == 8
    assert max((z, b) for (a, b), z in odds.items() if a == 7)[1] == 10
    assert odds[3, 8] > 0 > odds.get((3, 5), -1.0)


def test_what_surely_goes_on_in_the_next_row_is_not_held_against_others() -> None:
    page = read_page(TORN)
    links = links_of(page, read_roles(page))
    odds = links.read()
    assert not links.is_loose((5, 6))
    assert 5 not in links.ends
    assert 6 not in links.heads
    assert [b for a, b in odds if a == 5] == [6]


def test_a_bare_name_neither_goes_on_nor_is_carried_on() -> None:
    page = read_page(TORN.replace("澄江龙舟赛端午开锣", "欧阳慧敏"))
    links = links_of(page, read_roles(page))
    links.look()
    assert 4 not in links.ends
    assert 4 not in links.heads
    assert mend(page, read_roles(page)).roles[4] in ("display", "byline")


def test_the_chance_of_a_torn_sentence_is_told_to_the_grouping() -> None:
    page = read_page(TORN)
    reads = mend(page, read_roles(page))
    assert 0.5 < reads.likely[8][3] < 1
    blocks = read_blocks(page).blocks
    sheet = make_sheet(page, blocks)
    half = next(block for block in sheet.blocks if block.lines[0] == 8)
    assert half.likely == reads.likely[8]


def test_a_chance_of_one_is_worth_the_most() -> None:
    page = read_page(TORN)
    blocks = [
        replace(block, likely={3: 1.0}) if block.lines[0] == 8 else block
        for block in read_blocks(page).blocks
    ]
    upper = next(b for b, block in enumerate(blocks) if block.lines[-1] == 3)
    lower = next(b for b, block in enumerate(blocks) if block.lines[0] == 8)
    found = carried_on(make_sheet(page, blocks), [upper, lower])
    assert found == [{1: CARRIED_MAX}, {0: CARRIED_MAX}]


def test_a_group_is_worth_more_that_holds_both_halves_of_a_sentence() -> None:
    rows = [unit(0), unit(1), unit(2)]
    points = min(CARRIED_MAX, -math.log1p(-0.9))
    carried = [{2: points}, {}, {0: points}]
    nothing: list[dict[int, float]] = [{}, {}, {}]
    page = Units(rows, nothing, nothing, carried, [frozenset()] * 3, 0.0, True, 0.1, 0.1, 1.0)
    weights = {kind: dict.fromkeys(table, 0.0) for kind, table in woven_weights().items()}
    weights["groups"]["carried"] = 1.0
    found = Bundles(page, [0, 1, 0], weights)
    assert [found.groups[label].points for label in (0, 1)] == [points, 0.0]
    assert Bundles(page, [0, 0, 2], weights).groups[0].points == 0.0
    rest = found.parted(found.groups[0], found.own([2]), found.links_left((2,)))
    assert rest is not None
    assert rest.carried == 0.0


def test_the_rivals_of_a_pair_are_all_others_of_its_end_and_of_its_beginning() -> None:
    others = Others({(1, 5): 2.0, (1, 6): 0.5, (2, 5): -1.0}, rows=10)
    assert others.beside_end(1, 2.0) == 0.5
    assert others.beside_end(1, 0.5) == 2.0
    assert others.beside_head(5, 2.0) == -1.0
    assert others.beside_head(5, -1.0) == 2.0
    assert others.beside_end(2, -1.0) == NONE  # nothing else suits it
    chances = [1 / (1 + math.exp(-z)) for z in (2.0, 0.5, -1.0)]
    assert math.isclose(others.torn, sum(chances))


def test_what_suits_better_far_away_the_more_torn_the_page() -> None:
    page = read_page(TORN)
    links = links_of(page, read_roles(page))
    links.look()
    far = links.far()
    calm = Others(far, len(links.rows))
    wild = Others(far, len(links.rows))
    wild.torn = calm.torn + 4
    for pair in far:
        odds = [
            links.points("far-again", links.far_again_marks(*pair, far, others))
            for others in (calm, wild)
        ]
        assert odds[0] < odds[1]
