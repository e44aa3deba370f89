"""Surnames beside what people are called by."""

from __future__ import annotations

import pytest

from wenzhai.recognise.persons.lexicon import load_lexicon
from wenzhai.recognise.persons.surnamed import places, read_signs, surnamed
from wenzhai.recognise.persons.tokens import cut


def called(text: str, known: frozenset[str] = frozenset()) -> list[str]:
    found = surnamed(text, cut(text), known, {}, load_lexicon())
    return [text[one.start : one.end] for one in found]


def test_places_are_beside_a_title_kin_or_a_prefix() -> None:
    text = "解大娘和欧阳老师去看老周，厉嫂没去。"
    found = [(text[s:e], kind) for s, e, kind in places(text, load_lexicon())]
    assert ("解", "title") in found
    assert ("欧阳", "title") in found
    assert ("周", "prefix") in found
    assert ("厉", "kin") in found


@pytest.mark.parametrize(
    ("text", "surname"),
    [
        ("八十三岁的江阿婆第一次坐高铁。", "江"),
        ("住在三楼的于阿姨六十七岁。", "于"),
        ("恒荣花园的漆女士正准备出门。", "漆"),
        ("一楼住户王阿姨的第一句话是不装。", "王"),
    ],
)
def test_a_surname_is_told_by_all_its_signs(text: str, surname: str) -> None:
    assert called(text) == [surname]


@pytest.mark.parametrize("text", ["全体老师都来了。", "各位家长请注意。", "小时候常来这里。"])
def test_words_are_no_surnames(text: str) -> None:
    assert called(text) == []


def test_a_village_is_nobody_called_so() -> None:
    assert called("翟庄老支书带来的软米，村里种了三年。", frozenset("庄")) == []


def test_a_nickname_that_the_dictionary_lists_is_looked_at() -> None:
    text = "一楼的老周家客厅朝北。"
    read = read_signs(text, cut(text), frozenset(), {}, load_lexicon())
    assert [text[slice(*span)] for span, kind, _ in read if kind == "prefix"] == ["周"]
