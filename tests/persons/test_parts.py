"""What a person does in an article, more than one thing at a time."""

from __future__ import annotations

import pytest
from persons.person_layouts import layout_of_lines, page_of

from wenzhai.recognise.persons import find_persons, load_lexicon

BOTH = ("reporter", "photographer")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("本报记者 鄢小舟 通讯员 林鹿鸣 摄影报道", [("reporter",), BOTH]),
        ("文/图 王小川", [BOTH]),
        ("本报记者 吴亚明文/图", [BOTH]),
        ("张大山 摄", [("photographer",)]),
        ("本报记者 李小明/摄", [("photographer", "reporter")]),
        ("本报记者 谭亦君", [("reporter",)]),
        ("村民罗天夏介绍说，车辆很多。", [("speaker",)]),
    ],
)
def test_who_writes_and_takes_the_pictures_does_both(
    text: str, parts: list[tuple[str, ...]]
) -> None:
    (mentions,) = find_persons(layout_of_lines(text), page_of(text), load_lexicon())
    assert [mention.parts for mention in mentions] == parts
