"""The words of the fields of life."""

from collections import Counter
from importlib.resources import files

LONGEST = 6  # characters of a word


def test_every_field_is_named_once_and_holds_words() -> None:
    source = files("wenzhai") / "data" / "segment" / "fields.txt"
    rows = [r for r in source.read_text(encoding="utf-8").split("\n") if r and r[0] != "#"]
    names = Counter(row.partition(":")[0] for row in rows)
    assert max(names.values()) == 1
    for row in rows:
        words = row.partition(":")[2].split()
        assert len(words) == len(set(words)) >= 10, row[:20]
        assert all(2 <= len(word) <= LONGEST for word in words), row[:20]
