"""Words in the place of a person, which may be names."""

from __future__ import annotations

import pytest

from wenzhai.recognise.persons.find import read_text
from wenzhai.recognise.persons.lexicon import load_lexicon
from wenzhai.recognise.persons.slots import slot_candidates
from wenzhai.recognise.persons.tokens import cut


def offered(text: str) -> list[str]:
    return [one.name for one in slot_candidates(text, cut(text), load_lexicon())]


def test_a_word_behind_a_title_may_be_a_name() -> None:
    assert "马上" in offered("省农业农村厅副厅长马上回应说，补贴今年就发。")
    assert "温暖" in offered("镇长温暖的话让大家放心。")


def test_a_word_that_begins_a_clause_and_acts_may_be_a_name() -> None:
    assert "于是" in offered("“电梯要修。”于是说，钱由大家分摊。")


def test_a_word_inside_a_clause_is_none() -> None:
    assert offered("他马上回应说，补贴今年就发。") == []
    assert offered("大家都说温暖的阳光最难得。") == []


def test_a_word_that_begins_with_no_surname_is_none() -> None:
    assert offered("副厅长立刻回应说。") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("镇长温暖的话让大家放心。", "温暖"),
        ("芜湖佳家物业经理万里提出，政府出一半。", "万里"),
    ],
)
def test_what_all_signs_speak_for_is_found(text: str, name: str) -> None:
    _, chosen, _ = read_text(text, False, load_lexicon())
    assert [one.name for one in chosen] == [name]
