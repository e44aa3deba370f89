"""What the numbers of a text say of topics."""

from __future__ import annotations

import math

import pytest

from wenzhai.topics import load_topics
from wenzhai.topics.meaning import (
    Telling,
    load_tellings,
    numbers_of,
    read_tellings,
    tells,
    write_tellings,
)

SCHOOL = "孩子们背着书包走进课堂，老师在黑板上写下第一行字。"


def test_what_is_written_is_read() -> None:
    told = {"教育": Telling(-2.5, (0.5, -1.27, 0.0)), "农业": Telling(-3.0, (0.0, 0.0, 0.0))}
    found = read_tellings("# a comment\n" + write_tellings(told))
    assert found["教育"].always == -2.5
    assert found["教育"].weights == pytest.approx((0.5, -1.27, 0.0), abs=0.01)
    assert found["农业"].weights == pytest.approx((0.0, 0.0, 0.0))


def test_every_topic_of_the_thesaurus_has_weights() -> None:
    assert set(load_tellings()) == set(load_topics().topics)


def test_numbers_tell_whatever_the_length() -> None:
    once, often = numbers_of([], [SCHOOL]), numbers_of([], [SCHOOL] * 9)
    half = len(once) // 2
    assert once[half:] == (0.0,) * half  # no heads
    near = sum(a * b for a, b in zip(once, often, strict=True))
    assert near / math.hypot(*once) / math.hypot(*often) == pytest.approx(1.0, abs=0.02)


def test_a_text_without_known_words_tells_nothing() -> None:
    assert not any(numbers_of(["<b>&amp;</b>"], ["12:30 …"]))
    assert tells(
        numbers_of([], [""]), ["教育", "no such topic"], {"教育": Telling(-2.0, (0.0,))}
    ) == {"教育": -2.0}


def test_a_school_speaks_for_education_more_than_for_farming() -> None:
    topics = [name for name in load_tellings() if name in ("教育", "特色农业")]
    told = tells(numbers_of([], [SCHOOL]), topics, load_tellings())
    assert told["教育"] > told["特色农业"]
