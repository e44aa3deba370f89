"""Topics: subjects of many kinds, and what the thesaurus must hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from wenzhai.model import Article, Kind, Paragraph, Passage, Run
from wenzhai.topics import explain_topics, grounds_of, load_topics, topics_of
from wenzhai.topics.fields import load_vocabulary, told_of
from wenzhai.topics.learnt import (
    Learnt,
    content_words,
    load_learnt,
    read_learnt,
    says,
    strongest,
    write_learnt,
)
from wenzhai.topics.scan import scan
from wenzhai.topics.thesaurus import read_topics

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("cases.yml").read_text(encoding="utf-8")
)
CASES_MIN = 50
TOPICS_RANGE = range(2, 9)


def make(case: dict[str, Any]) -> Article:
    def passage(text: str) -> Passage:
        return Passage(text, (Run(0, 0, len(text)),))

    headline = case.get("headline")
    kinds: list[Kind] = case.get("kinds", ["paragraph"] * len(case["body"]))
    return Article(
        passage(headline) if headline else None,
        "printed" if headline else "none",
        None,
        (),
        "news",
        (),
        None,
        tuple(
            Paragraph(kind, passage(text)) for kind, text in zip(kinds, case["body"], strict=True)
        ),
        1.0,
    )


def test_there_are_cases() -> None:
    assert len(CASES) >= CASES_MIN


@pytest.mark.parametrize("case", CASES, ids=[str(case["headline"]) for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    topics = topics_of(make(case), load_topics())
    assert set(case["has"]) <= set(topics), topics
    assert not set(case.get("not", ())) & set(topics), topics
    assert len(topics) in TOPICS_RANGE, topics
    assert len(set(topics)) == len(topics)


def test_evidence_is_quoted_from_the_article() -> None:
    case = CASES[0]
    text = (case["headline"] + " " + " ".join(case["body"])).replace("\n", " ")
    for ground, _ in explain_topics(make(case), load_topics()):
        if ground.rule != "broader":
            assert ground.evidence
            assert all(quote.strip() in text for quote in ground.evidence)


def test_grounds_are_told_without_weighing_anew() -> None:
    """The same for whatever an article has, be it given by the program or by somebody else."""
    thesaurus = load_topics()
    for case in CASES:
        article = make(case)
        given = {ground.topic: ground for ground, _ in explain_topics(article, thesaurus)}
        assert grounds_of(tuple(given), article, thesaurus) == given
    assert grounds_of(("no such topic",), make(CASES[0]), thesaurus) == {}
    below = next(topic for topic in thesaurus.topics.values() if topic.broader)
    empty = make({"headline": "甲乙", "body": ["丙丁"]})
    found = grounds_of((below.name, str(below.broader)), empty, thesaurus)
    assert [(one.rule, one.evidence) for one in found.values()] == [("broader", (below.name,))]


def test_every_case_names_topics_of_the_thesaurus() -> None:
    known = set(load_topics().topics)
    assert {topic for case in CASES for topic in case["has"]} <= known


def test_every_broader_chain_ends() -> None:
    topics = load_topics().topics
    for name in topics:
        seen: set[str] = set()
        at: str | None = name
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = topics[at].broader


def test_mistakes_of_the_file_are_told_all_at_once() -> None:
    text = (
        "rules: []\ntopics:\n"
        "  - {name: 甲, slug: a, broader: 丙, terms: [子, 子]}\n"
        "  - {name: 乙, slug: A}\n  - {name: 乙, slug: b, terms: [12345]}\n"
    )
    with pytest.raises(ValueError, match=r"topics\.yml") as caught:
        read_topics(text)
    for part in ("乙 stands twice", "no topic 丙", "子 stands twice", "not lower-case", "no text"):
        assert part in str(caught.value)


def test_an_exception_hides_the_word_inside() -> None:
    hits = scan("市政协在公园路开会", load_topics())
    assert "城市建设" not in hits
    assert [hit.word for hit in hits["政协协商"]] == ["政协"]


def test_every_field_of_life_named_by_a_topic_has_words() -> None:
    named = {name for topic in load_topics().topics.values() for name in topic.fields}
    assert named
    assert named <= load_vocabulary().fields


def test_fields_of_life_tell_of_topics_that_no_word_of_the_thesaurus_names() -> None:
    text = "割草回来，他给毛驴添了料，又去看新下的羊羔"
    told = told_of(text, 0, 0, load_topics())
    assert max(told, key=lambda topic: told[topic]) == "畜牧水产"
    assert told_of("，。\n", 0, 0, load_topics()) == {}


def test_a_field_counts_more_in_the_headline() -> None:
    text = "羊羔满圈\n今天晴"
    plain = told_of(text, 0, 0, load_topics())
    assert told_of(text, 4, 4, load_topics())["畜牧水产"] > plain["畜牧水产"]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="市政协公园路体育教师，。\n𠀀 生态", max_size=40))
def test_any_text_has_at_most_eight_topics(text: str) -> None:
    article = make({"headline": text[:8] or None, "body": [text]})
    topics = topics_of(article, load_topics())
    assert len(topics) < TOPICS_RANGE.stop
    assert len(set(topics)) == len(topics)


def test_what_was_learnt_is_read_as_it_was_written() -> None:
    learnt = Learnt(
        {"护坡": (("水利", 1.5), ("教育", -0.2)), "课间": (("教育", 2.0),)},
        {"水利": -3.5, "教育": -2.0, "体育": -4.0},
    )
    assert read_learnt("# a comment\n" + write_learnt(learnt)) == learnt


def test_learnt_words_are_of_the_thesaurus_and_none_is_told_twice_of_a_topic() -> None:
    learnt, known = load_learnt(), set(load_topics().topics)
    assert set(learnt.always) <= known
    for word, told in learnt.uses.items():
        topics = [topic for topic, _ in told]
        assert set(topics) <= known, word
        assert len(topics) == len(set(topics)), word


def test_words_speak_for_and_against_topics_and_more_in_the_headline() -> None:
    learnt = Learnt({"护坡": (("水利", 1.0), ("教育", -1.0))}, {"水利": -1.0, "教育": -1.0})
    below, above = content_words([], ["护坡"]), content_words(["护坡"], [])
    assert says(below, learnt) == {"水利": 0.0, "教育": -2.0}
    assert says(above, learnt)["水利"] > says(below, learnt)["水利"]
    assert says(content_words(["王小明"], ["2023年"]), learnt) == learnt.always
    assert strongest(below, "水利", learnt, 3) == ["护坡"]
    assert strongest(below, "教育", learnt, 3) == []


def test_a_topic_without_a_word_of_the_thesaurus_quotes_the_words_that_gave_it() -> None:
    """Of the cases at least one has such a topic; each quotes the article."""
    seen = 0
    for case in CASES:
        text = ((case.get("headline") or "") + " " + " ".join(case["body"])).replace("\n", " ")
        for ground, _ in explain_topics(make(case), load_topics()):
            if ground.rule == "learnt-words":
                seen += 1
                assert ground.evidence
                assert all(quote.strip() in text for quote in ground.evidence)
    assert seen
