"""What two texts tell of: the same field of life though they share no word."""

from collections import Counter
from importlib.resources import files

import pytest

from wenzhai.segment.fields import CAP, read_fields, same_fields
from wenzhai.segment.lexicon import load_lexicon

LONGEST = 6  # characters of a word

TEXTS = (
    "法官当庭宣判，被告人获刑三年，并处罚金。",
    "原告的律师说，合议庭采信了这份证据，他们不再上诉。",
    "牧民转场，羊群走了四天，夜里在毡房旁边接了两只羊羔。",
    "草场返青早，养殖户把剪下的羊毛打包，等收购的车来。",
)


def _links(texts: tuple[str, ...]) -> list[dict[int, float]]:
    told = [read_fields(text) for text in texts]
    return same_fields(told, [len(text) for text in texts], range(len(texts)))


def test_texts_of_one_field_draw_together_without_a_common_word() -> None:
    links = _links(TEXTS)
    assert links[0][1] > 0.1
    assert links[2][3] > 0.1
    for a in (0, 1):
        for b in (2, 3):
            assert links[a][b] < 0 < min(links[0][1], links[2][3])


def test_a_word_that_no_list_has_is_told_by_its_characters() -> None:
    assert "洪泛" not in load_lexicon().words
    flood = read_fields("洪泛")
    words = read_fields("泄洪")
    field = max(range(len(words)), key=lambda f: words[f])
    assert flood[field] > 0


def test_what_all_paragraphs_tell_says_nothing() -> None:
    links = _links((TEXTS[0],) * 3)
    assert max(map(abs, links[0].values())) < 1e-6


@pytest.mark.parametrize("texts", [(), ("",), ("", ""), ("Wi-Fi", "2024"), ("<script>",)])
def test_texts_without_chinese_tell_nothing(texts: tuple[str, ...]) -> None:
    for row in _links(texts):
        assert all(weight == 0.0 for weight in row.values())


def test_only_the_beginning_of_a_long_paragraph_is_read() -> None:
    assert read_fields("水" * CAP + TEXTS[0]) == read_fields("水" * CAP)


def test_every_field_is_named_once_and_holds_words() -> None:
    source = files("wenzhai") / "data" / "segment" / "fields.txt"
    rows = [r for r in source.read_text(encoding="utf-8").split("\n") if r and r[0] != "#"]
    names = Counter(row.partition(":")[0] for row in rows)
    assert max(names.values()) == 1
    for row in rows:
        words = row.partition(":")[2].split()
        assert len(words) == len(set(words)) >= 10, row[:20]
        assert all(2 <= len(word) <= LONGEST for word in words), row[:20]
