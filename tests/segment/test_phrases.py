"""How well Chinese goes on from one line to another."""

from __future__ import annotations

from wenzhai.segment.phrases import (
    Phrases,
    load_phrases,
    phrase_marks,
    phrase_points,
    read_phrases,
    write_phrases,
)
from wenzhai.segment.seams import read_head, read_tail

NOTHING: frozenset[str] = frozenset()


def points(left: str, right: str) -> float:
    return phrase_points(read_tail(left), read_head(right), NOTHING)


def test_what_carries_on_a_sentence_is_told_from_other_middles() -> None:
    ends = [
        "全县教育质量提升推进",
        "督办《关于稳定乡村医生队",
        "村民们把修好的水渠叫作“连心",
        "由区里统一收",
    ]
    heads = ["会召开。", "伍的建议》重点提案", "渠”，一到傍晚就去走走。", "购后运往外省。"]
    for k, left in enumerate(ends):
        best = max(range(len(heads)), key=lambda other: points(left, heads[other]))
        assert best == k


def test_a_run_counts_by_how_much_oftener_it_was_seen_than_by_chance() -> None:
    runs = {"水": 10, "渠": 10, "库": 10, "水渠": 8}
    phrases = Phrases(runs, {}, 1000, 500, {})
    seen, unseen = (
        phrase_marks(read_tail("修好了水"), read_head(right), NOTHING, phrases)
        for right in ("渠。", "库。")
    )
    assert seen["run 1-1"] > 0 > unseen["run 1-1"]
    assert seen["seen 1-1"] > unseen["seen 1-1"] == 0


def test_an_empty_side_says_nothing_and_breaks_nothing() -> None:
    for left, right in (("", "渠。"), ("水", ""), ("", ""), ("１２", "　"), ("<script>", "]]>")):
        assert isinstance(points(left, right), float)


def test_what_was_counted_is_read_as_it_was_written() -> None:
    phrases = Phrases({"水": 10, "水渠": 8, "，": 8}, {("n",): 8, ("n", "v"): 3}, 1000, 500, {})
    assert read_phrases(write_phrases(phrases), {}) == phrases


def test_the_file_holds_runs_of_all_lengths_that_are_asked_for() -> None:
    phrases = load_phrases()
    assert {len(run) for run in phrases.runs} == {1, 2, 3}
    assert {len(run) for run in phrases.kinds} == {1, 2, 3, 4}
    assert phrases.characters > phrases.words > 100_000
