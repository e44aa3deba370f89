"""Which mention is which person, within a page."""

from __future__ import annotations

import pytest
from persons.person_layouts import article_of, layout_of_lines, page_of, passage_of

from wenzhai.model import Layout, Link, Paragraph
from wenzhai.recognise.persons import find_persons, load_lexicon
from wenzhai.resolve.persons import person_id, resolve_persons

CHAIRMAN = "县政协主席刘明讲话。\n"


def links_of(layout: Layout, text: str) -> tuple[tuple[Link, ...], ...]:
    return resolve_persons(layout, find_persons(layout, page_of(text), load_lexicon()))


@pytest.mark.parametrize(
    ("text", "rule", "name"),
    [
        (CHAIRMAN + "刘主席要求，抓好落实。", "surname-and-title", "刘明"),
        (CHAIRMAN + "副县长刘强陪同。\n刘主席要求，抓好落实。", "surname-and-title", "刘明"),
        (CHAIRMAN + "刘老师的课很受欢迎。", "only-bearer", "刘明"),
        (CHAIRMAN + "市政协主席刘强陪同。\n刘主席要求，抓好落实。", "surname-undecided", None),
        ("王先生向本报反映，路灯坏了。", "surname-undecided", None),
        ("被告人王某犯盗窃罪。", "masked", None),
    ],
)
def test_the_last_mention_is_linked_by_surname_and_title(
    text: str, rule: str, name: str | None
) -> None:
    (links,) = links_of(layout_of_lines(text), text)
    assert links[-1].rule == rule
    assert links[-1].entity == (person_id(name) if name else None)


def test_two_bearers_of_a_title_are_both_kept() -> None:
    text = CHAIRMAN + "市政协主席刘强陪同。\n刘主席要求，抓好落实。"
    (links,) = links_of(layout_of_lines(text), text)
    assert links[-1].candidates == (person_id("刘明"), person_id("刘强"))


def test_a_title_of_another_article_is_weaker_than_one_of_its_own() -> None:
    text = CHAIRMAN + "刘主席要求，抓好落实。"
    cut = len(CHAIRMAN)
    articles = tuple(
        article_of(None, [Paragraph("paragraph", passage_of(text, [span]))])
        for span in ((0, cut), (cut, len(text)))
    )
    first, second = links_of(Layout(articles, ()), text)
    assert second[0].entity == first[0].entity
    assert second[0].rule == "title-on-page"
    assert second[0].confidence < first[0].confidence
