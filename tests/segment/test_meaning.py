"""What two texts tell of: the same subject though they share no word."""

from itertools import combinations

import pytest

from wenzhai.segment.meaning import CAP, SIZE, Meant, load_meanings, read_meaning, write_unit

TEXTS = (
    "法官当庭宣判，被告人获刑三年，并处罚金。",
    "原告的律师说，合议庭采信了这份证据，他们不再上诉。",
    "牧民转场，羊群走了四天，夜里在毡房旁边接了两只羊羔。",
    "草场返青早，养殖户把剪下的羊毛打包，等收购的车来。",
    "工人在车间里检修机床，师傅带着徒弟换下磨坏的轴承。",
    "装配线上，质检员拿着卡尺量齿轮，不合格的零件退回重做。",
)


def _links(texts: tuple[str, ...]) -> list[dict[int, float]]:
    every = range(len(texts))
    return Meant(texts).apart(every, every).links()


def test_texts_of_one_subject_draw_together_without_a_common_word() -> None:
    links = _links(TEXTS)
    for a, b in combinations(range(len(TEXTS)), 2):
        assert (links[a][b] > 0) is (a // 2 == b // 2)


def test_texts_are_compared_with_several_at_once() -> None:
    meant = Meant(TEXTS)
    assert meant.near([0], [1]) > max(meant.near([0], [2, 3]), meant.near([0, 1], [2, 3]))
    assert meant.near([0, 1], [0, 1]) == pytest.approx(1.0, abs=0.05)


def test_a_word_that_is_not_known_is_told_by_its_characters() -> None:
    known = load_meanings().written
    assert "窑砖" not in known
    kiln, court = (Meant(["窑砖", text]).near([0], [1]) for text in ("陶窑烧瓷", "法官宣判"))
    assert kiln > court


def test_what_all_paragraphs_tell_says_nothing() -> None:
    links = _links((TEXTS[0],) * 3)
    assert max(map(abs, links[0].values())) < 1e-6


@pytest.mark.parametrize("texts", [(), ("",), ("", ""), ("Wi-Fi", "2024"), ("<script>",)])
def test_texts_without_chinese_tell_nothing(texts: tuple[str, ...]) -> None:
    assert all(weight == 0.0 for row in _links(texts) for weight in row.values())
    meant = Meant(texts)
    assert all(meant.near([a], [b]) == 0.0 for a, b in combinations(range(len(texts)), 2))


def test_only_the_beginning_of_a_long_paragraph_is_read() -> None:
    assert read_meaning("水" * CAP + TEXTS[0]) == read_meaning("水" * CAP)


def test_a_vector_is_the_sum_of_those_of_its_units() -> None:
    one, other = read_meaning("庭"), read_meaning("羊")
    assert read_meaning("庭羊") == tuple(a + b for a, b in zip(one, other, strict=True))
    assert any(one)
    assert any(number < 0 for number in one)


def test_rows_are_read_as_they_were_written() -> None:
    rows = list(load_meanings().written.items())
    assert len(rows) > 10_000
    for unit, told in rows[:: len(rows) // 50]:
        assert len(read_meaning(unit)) == SIZE
        numbers = load_meanings().of(unit).to_bytes(4 * SIZE, "little")[::4]
        assert write_unit(unit, [number - 128 for number in numbers]) == f"{unit} {told}"
