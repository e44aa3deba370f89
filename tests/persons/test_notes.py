"""Who signs a note on a line of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from persons.person_layouts import layout_of_lines, page_of

from wenzhai.model import Kind
from wenzhai.recognise.persons import PersonLexicon, find_persons, load_lexicon
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
        "区政协",
        "编者按",
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


@pytest.mark.parametrize("kind", ["byline", "note"])
@pytest.mark.parametrize("line", ["□ 濮阳潮声", "静水县甘沟镇 辛有粮", "市民代表 郎晓燕"])
def test_who_signs_on_a_line_of_its_own_is_the_author(
    line: str, kind: Kind, lexicon: PersonLexicon
) -> None:
    layout = layout_of_lines(line)
    (article,) = layout.articles
    signed = replace(article, body=(replace(article.body[0], kind=kind),))
    (mentions,) = find_persons(replace(layout, articles=(signed,)), page_of(line), lexicon)
    assert [mention.part for mention in mentions] == ["reporter"]
