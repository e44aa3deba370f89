"""Torn sentences are put together over the whole page; sound pages are left alone."""

from __future__ import annotations

from segment.made import TORN

from wenzhai.model import Page
from wenzhai.segment import read_blocks, segment
from wenzhai.segment.ends import Seams
from wenzhai.segment.joins import read_page
from wenzhai.segment.roles import read_roles
from wenzhai.segment.seams import join_points, read_head, read_tail, start_points
from wenzhai.segment.tears import mend

SOUND = """农科员金桂兰下田
这天一早，农科员金桂兰和她的徒弟
背着药箱，从青石镇出发，去看望住
在山那边的种粮大户。她说，今年的水
稻长得好，全靠大家肯下力气。金桂兰
在水稻田里一待就是三十年。"""


def test_a_sentence_goes_on_behind_another_article() -> None:
    page = read_page(TORN)
    reads = mend(page, read_roles(page))
    assert 8 in reads.torn
    assert reads.carries_on[8] == 3
    assert reads.roles[5] == "begins"


def test_the_halves_are_blocks_of_their_own_until_they_are_grouped() -> None:
    page = read_page(TORN)
    torn = [block for block in read_blocks(page).blocks if block.is_torn]
    assert (8, 3) in [(block.lines[0], block.carries_on) for block in torn]
    bodies = [
        p.passage.text
        for a in segment(Page("page.txt", "page", TORN, "utf-8", "0" * 64)).articles
        for p in a.body
    ]
    assert any("今年的水稻长得好" in text for text in bodies)


def test_a_sound_page_is_left_alone() -> None:
    page = read_page(SOUND)
    before = read_roles(page)
    after = mend(page, before)
    assert (after.roles, after.carries_on) == (before.roles, before.carries_on)
    assert not after.torn
    assert not after.is_woven


def test_a_word_over_the_seam_speaks_for_it_and_brackets_must_close() -> None:
    known: frozenset[str] = frozenset()
    whole = join_points(read_tail("她说，今年的水"), read_head("稻长得好"), known)
    other = join_points(read_tail("她说，今年的水"), read_head("端午这天，龙舟赛"), known)
    assert whole > other
    closed = join_points(read_tail("她说：“今年收成"), read_head("不错。”大家都笑了"), known)
    never = join_points(read_tail("她说，今年收成"), read_head("不错。”大家都笑了"), known)
    assert closed > never


def test_a_dated_beginning_is_likelier_than_the_rest_of_a_word() -> None:
    assert start_points(read_head("近日，记者来到")) > start_points(read_head("的鞋，排成一排"))


INDENTED = """　　这天一早，农科员金桂兰和她的徒
弟背着药箱，从青石镇出发，去看望住在
山那边的种粮大户。新一届理事会成立，
　　每个周日清晨，医生们坐上头班车，
去江边的村子里看病，一去就是一整天。
她把三年的账本一页一页翻给大家看过。"""


def test_an_indent_begins_a_paragraph() -> None:
    page = read_page(INDENTED)
    assert page.has_indents
    reads = mend(page, read_roles(page))
    assert reads.roles[3] == "begins"
    assert reads.carries_on[5] in (2, 4)
    bare = read_page(INDENTED.replace("　", ""))
    seams = [Seams(p, {}, {}) for p in (page, bare)]
    assert seams[0].start(3) > seams[1].start(3)
    assert seams[0].join(2, 3) < seams[1].join(2, 3)
