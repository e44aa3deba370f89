"""Who signs a note on a line of its own."""

from __future__ import annotations

import pytest

from wenzhai.recognise.persons import PersonLexicon, load_lexicon
from wenzhai.recognise.persons.notes import note_candidates


@pytest.fixture(scope="module")
def lexicon() -> PersonLexicon:
    return load_lexicon()


@pytest.mark.parametrize(
    ("note", "name"),
    [
        ("辛夷", "辛夷"),
        ("□濮阳潮声", "濮阳潮声"),
        ("■田埂", "田埂"),
        ("昂 智", "昂智"),
        ("化学学院江沐", "江沐"),
        ("○文学院2022级柏小禾", "柏小禾"),
        ("静水县甘沟镇石峡村辛有粮", "辛有粮"),
        ("某县教育局党组书记、局长苟千里", "苟千里"),
        ("市民高兴", "高兴"),
    ],
)
def test_a_note_is_signed(note: str, name: str, lexicon: PersonLexicon) -> None:
    assert [c.name for c in note_candidates(note, lexicon)] == [name]


@pytest.mark.parametrize(
    "note",
    [
        "县交通运输局",
        "市司法局",
        "县文联",
        "中共某市委组织部",
        "本报编辑部",
        "2021年7月21日",
        "石首市清源自来水有限公司",
        "学校图书馆",
        "注：增加值增速按可比价格计算。",
        "",
    ],
)
def test_bodies_and_dates_sign_no_name(note: str, lexicon: PersonLexicon) -> None:
    assert list(note_candidates(note, lexicon)) == []
