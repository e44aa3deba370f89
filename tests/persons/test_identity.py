"""Ids and index entries of persons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenzhai.resolve.persons import describe_person, person_id


@pytest.mark.parametrize(
    ("name", "surname", "pinyin"),
    [
        ("石邦林", "石", "Shí Bānglín"),
        ("曾庆柏", "曾", "Zēng Qìngbǎi"),
        ("单国强", "单", "Shàn Guóqiáng"),
        ("仇英", "仇", "Qiú Yīng"),
        ("查文斌", "查", "Zhā Wénbīn"),
        ("区慧仪", "区", "Ōu Huìyí"),
        ("解红梅", "解", "Xiè Hóngméi"),
        ("尉迟秀英", "尉迟", "Yùchí Xiùyīng"),
        ("朴正义", "朴", "Piáo Zhèngyì"),
        ("缪昌期", "缪", "Miào Chāngqī"),
        ("翟志刚", "翟", "Zhái Zhìgāng"),
        ("盖文光", "盖", "Gě Wénguāng"),
        ("员半千", "员", "Yùn Bànqiān"),
        ("任长霞", "任", "Rén Chángxiá"),
        ("华子良", "华", "Huà Zǐliáng"),
        ("卜凡", "卜", "Bǔ Fán"),
        ("乐嘉", "乐", "Yuè Jiā"),
        ("干露露", "干", "Gān Lùlù"),
        ("宰父文", "宰父", "Zǎifǔ Wén"),
        ("欧阳明高", "欧阳", "Ōuyáng Mínggāo"),
        ("仁青东珠", "", "Rénqīngdōngzhū"),
        ("约翰·史密斯", "", "Yuēhàn Shǐmìsī"),
    ],
)
def test_surnames_are_read_as_surnames(name: str, surname: str, pinyin: str) -> None:
    person = describe_person(person_id(name), name)
    assert (person.surname, person.pinyin) == (surname, pinyin)


def test_an_id_is_pinyin_and_four_digits_of_the_hash() -> None:
    assert person_id("石邦林") == "shibanglin-8845"
    assert person_id("吕布").startswith("lvbu-")


def test_the_same_sound_is_not_the_same_person() -> None:
    assert person_id("李伟") != person_id("李玮")


@given(st.text("王某曾尉迟·Aa 1𠀀，ü", max_size=8))
def test_ids_are_ascii_and_safe_in_a_path(name: str) -> None:
    identity = person_id(name)
    assert identity.isascii()
    assert set(identity) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert describe_person(identity, name).sort_key.endswith(name)
